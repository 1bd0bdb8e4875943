"""The match for organizers: the draft, what it changes, load, shortage, warnings, publishing."""

from collections.abc import Sequence

from bot.mentoring.board_actions import Board
from bot.mentoring.drafts import DraftState
from bot.mentoring.mentorships import Phase
from bot.programme.model import Stream
from bot.shared.zones import MOSCOW, day_in
from bot.ui.dates import clock, day_words
from bot.ui.mentoring.fit_words import unkept_words
from bot.ui.mentoring.match_buttons import (
    MatchButton,
    MatchTeamButton,
    Part,
    PublishMatchButton,
    RunButton,
)
from bot.ui.mentoring.match_lists import entries, mentor_name, team_title
from bot.ui.paging import LABEL, lines, page_of, page_rows, paragraphs, shortened
from bot.ui.screens import Rows, Screen, button
from bot.ui.streams import stream_label, stream_name
from bot.ui.texts import Markup, Texts

PAGE = 8
"""Lines of a part on one screen."""

MOST_UNKEPT = 5
"""Pins that cannot be kept which are named at once."""


def streams_screen(texts: Texts, streams: Sequence[Stream]) -> Screen:
    """Ask of which stream the match is meant."""
    rows = [[button(stream_label(texts, one), MatchButton(stream_id=one.id))] for one in streams]
    return Screen(texts("match-which-stream"), rows)


def board_screen(texts: Texts, board: Board, part: Part = Part.PAIRS, number: int = 0) -> Screen:
    """Show a part of the draft; the first line answers how many teams have a mentor in it."""
    every = entries(texts, board, part)
    page = page_of(every, number, PAGE)
    stream_id = board.stream.id
    before, after = (
        MatchButton(stream_id=stream_id, part=part, page=max(0, page.number + step)) for step in (-1, 1)
    )
    said = paragraphs(*(entry for entry, _ in page.items))
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
    return Screen(paragraphs(head, said or _empty(texts, board, part)), rows)


def confirm_screen(texts: Texts, board: Board) -> Screen:
    """Ask whether the proposals are to be sent or taken back, with their counts."""
    if board.draft is None:
        return board_screen(texts, board)
    asked, back = len(board.to_propose), len(board.to_withdraw)
    body = lines(
        texts("match-confirm-send", count=asked) if asked else "",
        texts("match-confirm-withdraw", count=back) if back else "",
        _not_entered(texts, board),
    )
    sure = PublishMatchButton(matching_id=board.draft.id, sure=True)
    label = texts.plain("match-button-sure", count=asked) if asked else texts.plain("match-button-sure-back")
    rows = [
        [button(label, sure)],
        [button(texts.plain("match-button-back"), MatchButton(stream_id=board.stream.id))],
    ]
    return Screen(paragraphs(texts("match-confirm" if asked else "match-confirm-back"), body), rows)


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
    asked, back = len(board.to_propose), len(board.to_withdraw)
    if draft is not None and draft.state is DraftState.DRAFT and not board.stale and (asked or back):
        key = "match-button-publish" if asked else "match-button-withdraw"
        label = texts.plain(key, count=asked or back)
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
