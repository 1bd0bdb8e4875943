"""The lists of the match: pairs, what changes, load, shortage, warnings, who has not answered."""

from collections.abc import Callable, Mapping

from bot.mentoring.board_actions import Board
from bot.mentoring.cohort import Team, loads
from bot.mentoring.drafts import DraftPair
from bot.mentoring.matching.changes import Move
from bot.mentoring.mentorships import Phase
from bot.mentoring.proposals import Proposal
from bot.ui.dates import day_words
from bot.ui.mentoring.fit_words import fit_words
from bot.ui.mentoring.match_buttons import Part
from bot.ui.paging import lines, shortened
from bot.ui.texts import Markup, Texts

TITLE = 70
"""Characters of a team's title or a mentor's name."""


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


def entries(texts: Texts, board: Board, part: Part) -> list[Entry]:
    """Return the lines of a part; those of the pairs lead to their teams."""
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


_LISTS: Mapping[Part, Callable[[Texts, Board], list[Markup]]] = {
    Part.LOAD: _loads,
    Part.SHORTAGE: _shortage,
    Part.WARNINGS: _warnings,
    Part.CHANGES: _changes,
    Part.WAITING: _waiting,
}
"""How each part but the pairs is listed."""
