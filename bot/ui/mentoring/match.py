"""The match for organizers: the draft, what it changes, load, shortage, warnings, publishing."""

from collections.abc import Callable, Mapping, Sequence

from bot.mentoring.cohort import Team, loads
from bot.mentoring.drafts import DraftPair, DraftState
from bot.mentoring.match_actions import Board
from bot.mentoring.matching.changes import Move
from bot.mentoring.mentorships import Phase
from bot.mentoring.proposals import Proposal
from bot.programme.model import Stream
from bot.shared.zones import MOSCOW, day_in
from bot.ui.dates import clock, day_words
from bot.ui.mentoring.fit_words import fit_words, unkept_words
from bot.ui.mentoring.match_buttons import (
    MatchButton,
    MatchTeamButton,
    Part,
    PublishMatchButton,
    RunButton,
)
from bot.ui.paging import LABEL, lines, page_of, page_rows, paragraphs, shortened
from bot.ui.screens import Rows, Screen, button
from bot.ui.streams import stream_label, stream_name
from bot.ui.texts import Markup, Texts

PAGE = 8
"""Lines of a part on one screen."""

TITLE = 70
"""Characters of a team's title or a mentor's name."""

MOST_UNKEPT = 5
"""Pins that cannot be kept which are named at once."""


def streams_screen(texts: Texts, streams: Sequence[Stream]) -> Screen:
    """Ask of which stream the match is meant."""
    rows = [[button(stream_label(texts, one), MatchButton(stream_id=one.id))] for one in streams]
    return Screen(texts("match-which-stream"), rows)


def board_screen(texts: Texts, board: Board, part: Part = Part.PAIRS, number: int = 0) -> Screen:
    """Show a part of the draft; the first line answers how many teams have a mentor in it."""
    entries = _entries(texts, board, part)
    page = page_of(entries, number, PAGE)
    stream_id = board.stream.id
    before, after = (
        MatchButton(stream_id=stream_id, part=part, page=max(0, page.number + step)) for step in (-1, 1)
    )
    listed = paragraphs(*(entry for entry, _ in page.items))
    rows: Rows = []
    if part is Part.PAIRS:
        numbers = [
            button(str(at), MatchTeamButton(team_id=team.id))
            for at, (_, team) in enumerate(page.items, start=page.first + 1)
            if team is not None
        ]
        rows += [numbers[:4], numbers[4:]] if len(numbers) > 4 else [numbers] if numbers else []
    rows += page_rows(texts, page, before, after)
    rows += _ways(texts, board, part)
    head = _head(texts, board) if part is Part.PAIRS else texts(f"match-part-{part.name.lower()}-title")
    return Screen(paragraphs(head, listed or _empty(texts, board, part)), rows)


def confirm_screen(texts: Texts, board: Board) -> Screen:
    """Ask whether the proposals are to be sent, with their counts."""
    if board.draft is None:
        return board_screen(texts, board)
    body = lines(
        texts("match-confirm-send", count=len(board.to_propose)),
        texts("match-confirm-withdraw", count=len(board.to_withdraw)) if board.to_withdraw else "",
        _not_entered(texts, board),
    )
    sure = PublishMatchButton(matching_id=board.draft.id, sure=True)
    rows = [
        [button(texts.plain("match-button-sure", count=len(board.to_propose)), sure)],
        [button(texts.plain("match-button-back"), MatchButton(stream_id=board.stream.id))],
    ]
    return Screen(paragraphs(texts("match-confirm"), body), rows)


def published_screen(texts: Texts, board: Board) -> Screen:
    """Say that a draft was published, by whom and when."""
    draft = board.draft
    if draft is None or draft.published_at is None:
        return board_screen(texts, board)
    sent = sum(one.mentor is not None and not one.kept for one in draft.pairs)
    day = day_words(texts, day_in(draft.published_at, MOSCOW))
    said = texts(
        "match-published",
        count=sent,
        name=draft.by or texts.plain("match-administrator"),
        day=day,
        time=clock(draft.published_at, MOSCOW),
    )
    rows = [[button(texts.plain("match-button-board"), MatchButton(stream_id=board.stream.id))]]
    return Screen(paragraphs(said, texts("match-published-hint")), rows)


def move_words(texts: Texts, board: Board, move: Move) -> Markup:
    """Say what becomes of a team: «Команда: был один, станет другой»."""
    nobody = texts.plain("match-nobody")
    before, after = (mentor_name(board, code) if code else nobody for code in (move.before, move.after))
    return texts("match-move", team=team_title(board, move.team), before=before, after=after)


def team_title(board: Board, code: str) -> str:
    """Name a team."""
    team = board.cohort.team(code)
    return shortened(team.title, TITLE) if team else code


def mentor_name(board: Board, code: str) -> str:
    """Name a mentor."""
    mentor = board.cohort.mentor(code)
    return shortened(mentor.person.full_name, TITLE) if mentor else code


Entry = tuple[Markup, Team | None]
"""A piece of a list, and the team a button leads to."""


def _entries(texts: Texts, board: Board, part: Part) -> list[Entry]:
    listing = _LISTS.get(part)
    if listing is not None:
        return [(line, None) for line in listing(texts, board)]
    every = sorted(
        board.draft.pairs if board.draft else (), key=lambda one: (one.mentor is not None, one.team)
    )
    return [(_pair(texts, board, one, at), board.cohort.team(one.team)) for at, one in enumerate(every, 1)]


def _changes(texts: Texts, board: Board) -> list[Markup]:
    if board.changes is None:
        return []
    found = (*board.changes.lost, *board.changes.moved, *board.changes.gained)
    return [move_words(texts, board, one) for one in found]


def _waiting(texts: Texts, board: Board) -> list[Markup]:
    return [_proposal(texts, board, one) for one in board.proposals]


def _pair(texts: Texts, board: Board, one: DraftPair, at: int) -> Markup:
    team = team_title(board, one.team)
    if one.mentor is None:
        return texts("match-pair-nobody", number=str(at), team=team)
    mark = texts.plain("match-mark-pinned") if one.pinned else ""
    if one.kept:
        accepted = (one.team, one.mentor) in board.cohort.couples(Phase.ACCEPTED)
        mark = texts.plain("match-mark-accepted" if accepted else "match-mark-proposed")
    return lines(
        texts("match-pair", number=str(at), team=team, mentor=mentor_name(board, one.mentor), mark=mark),
        texts("match-fit", points=one.fit.points, why=fit_words(texts, one.fit, board.directions)),
    )


def _loads(texts: Texts, board: Board) -> list[Markup]:
    couples = board.cohort.couples(Phase.ACCEPTED) | (board.draft.couples if board.draft else frozenset())
    taken = loads(board.cohort, couples)
    said = []
    for one in sorted(board.cohort.mentors, key=lambda one: (-taken[one.code], one.person.full_name)):
        pause = (
            texts.plain("match-load-paused", day=day_words(texts, one.paused_until))
            if one.paused_until and board.now.date() < one.paused_until
            else ""
        )
        said.append(
            texts(
                "match-load",
                name=shortened(one.person.full_name, TITLE),
                taken=str(taken[one.code]),
                capacity=str(one.capacity),
                pause=pause,
            )
        )
    return said


def _warnings(texts: Texts, board: Board) -> list[Markup]:
    nobody = texts.plain("match-nobody")
    return [
        texts(
            "match-warning",
            team=team_title(board, one.team),
            mentor=mentor_name(board, one.mentor),
            present=mentor_name(board, one.present) if one.present else nobody,
            instead=team_title(board, one.instead) if one.instead else nobody,
            team_wins=one.team_wins,
            mentor_wins=one.mentor_wins,
        )
        for one in (board.draft.warnings if board.draft else ())
    ]


def _shortage(texts: Texts, board: Board) -> list[Markup]:
    if board.draft is None:
        return []
    shortage = board.draft.shortage
    said = [
        texts("match-left", team=team_title(board, one.team), why=texts.plain(f"match-cause-{one.cause}"))
        for one in shortage.left
    ]
    for knot in shortage.knots:
        names = ", ".join(mentor_name(board, code) for code in (knot.more_places or knot.returning)[:3])
        key = "match-help-places" if knot.more_places else "match-help-return"
        if names:
            said.append(texts(key, count=len(knot.left), mentors=names))
    for group in shortage.groups:
        teams = ", ".join(team_title(board, code) for code in group.teams[:4])
        direction = board.directions.get(group.direction, group.direction)
        mentor = mentor_name(board, group.mentor)
        said.append(texts("match-help-group", direction=direction, teams=teams, mentor=mentor))
    return said


def _proposal(texts: Texts, board: Board, one: Proposal) -> Markup:
    days = (board.now - one.proposed_at).days
    team, mentor = shortened(one.team, TITLE), shortened(one.mentor.full_name, TITLE)
    return texts("match-waits", team=team, mentor=mentor, days=days)


def _head(texts: Texts, board: Board) -> Markup:
    accepted, waiting = (len(board.cohort.couples(phase)) for phase in (Phase.ACCEPTED, Phase.PROPOSED))
    stream = stream_name(texts, board.stream)
    if board.draft is None:
        total = len(board.cohort.teams)
        title = texts("match-none", teams=total, mentors=len(board.cohort.mentors), stream=stream)
    else:
        served = len(board.draft.couples | board.cohort.couples(Phase.ACCEPTED))
        total = len({one.team for one in board.draft.pairs} | {team for team, _ in board.cohort.open})
        title = texts("match-title", served=str(served), total=total, stream=stream)
    unkept = [
        texts("match-trouble", said=unkept_words(texts, one, *_named(board, one.couple)))
        for one in board.unkept[:MOST_UNKEPT]
    ]
    return lines(
        title,
        texts("match-state", waiting=waiting, accepted=accepted) if waiting or accepted else "",
        texts("match-loose", count=board.cohort.loose) if board.cohort.loose else "",
        texts("match-stale") if board.stale else "",
        *unkept,
        texts("match-secret") if board.draft is not None else "",
    )


def _named(board: Board, couple: tuple[str, str]) -> tuple[str, str]:
    return team_title(board, couple[0]), mentor_name(board, couple[1])


def _empty(texts: Texts, board: Board, part: Part) -> Markup:
    if part is Part.PAIRS:
        return texts("match-none-hint") if board.draft is None else texts("match-all-settled")
    return texts("match-nothing-here")


def _not_entered(texts: Texts, board: Board) -> str:
    silent = [
        mentor_name(board, one.code)
        for one in board.cohort.mentors
        if not one.entered and one.code in {mentor for _, mentor in board.to_propose}
    ]
    if not silent:
        return ""
    return texts("match-not-entered", count=len(silent), names=", ".join(silent[:5]))


def _ways(texts: Texts, board: Board, part: Part) -> Rows:
    stream_id, draft = board.stream.id, board.draft
    rows: Rows = []
    if draft is not None and draft.state is DraftState.DRAFT and not board.stale and board.to_propose:
        label = texts.plain("match-button-publish", count=len(board.to_propose))
        rows.append([button(label, PublishMatchButton(matching_id=draft.id))])
    label = texts.plain("match-button-run" if draft is None else "match-button-again")
    rows.append([button(label, RunButton(stream_id=stream_id))])
    counted = {Part.LOAD: len(board.cohort.mentors), Part.WAITING: len(board.proposals)}
    if draft is not None:
        counted[Part.SHORTAGE] = len(draft.shortage.left)
        counted[Part.WARNINGS] = len(draft.warnings)
        changes = board.changes
        counted[Part.CHANGES] = len(changes.moved) + len(changes.gained) + len(changes.lost) if changes else 0
    others = [
        button(
            shortened(texts.plain(f"match-button-{one.name.lower()}", count=counted[one]), LABEL),
            MatchButton(stream_id=stream_id, part=one),
        )
        for one in (Part.CHANGES, Part.SHORTAGE, Part.WARNINGS, Part.LOAD, Part.WAITING)
        if one is not part and counted.get(one)
    ]
    rows += [others[at : at + 2] for at in range(0, len(others), 2)]
    if part is not Part.PAIRS:
        rows.append([button(texts.plain("match-button-back"), MatchButton(stream_id=stream_id))])
    return rows


_LISTS: Mapping[Part, Callable[[Texts, Board], list[Markup]]] = {
    Part.LOAD: _loads,
    Part.SHORTAGE: _shortage,
    Part.WARNINGS: _warnings,
    Part.CHANGES: _changes,
    Part.WAITING: _waiting,
}
"""How each part but the pairs is listed."""
