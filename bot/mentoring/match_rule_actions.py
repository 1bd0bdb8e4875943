"""What organizers decide about single pairs: look at a team, pin, rule out, swap."""

from dataclasses import dataclass, replace

from bot.mentoring.board_actions import Board, board_of, facts_of, require_organizer
from bot.mentoring.cohort import Cohort, Profile, Team, loads
from bot.mentoring.drafts import Draft, DraftPair
from bot.mentoring.matching.answers import Why
from bot.mentoring.matching.apart import explained
from bot.mentoring.matching.fit import fit_of
from bot.mentoring.matching.limits import bar_of, paused, unkept_pins
from bot.mentoring.matching.model import Bar, Fit, Problem
from bot.mentoring.mentorships import Phase
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.shared.errors import OutOfDate, Refusal
from db import cohorts, projects
from db.engine import Database, Tx
from db.updates import first_time


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mentor for a team: what speaks for them, what bars them, how many teams they have in the draft."""

    mentor: Profile
    fit: Fit
    bar: Bar | None
    paused: bool
    taken: int


@dataclass(frozen=True, slots=True)
class TeamCard:
    """A team for organizers: its pair in the draft, its mentor in force, and all who might be instead."""

    board: Board
    team: Team
    pair: DraftPair | None
    phase: Phase | None
    candidates: tuple[Candidate, ...]

    @property
    def draft(self) -> Draft | None:
        """The present draft."""
        return self.board.draft


@dataclass(frozen=True, slots=True)
class PairCard:
    """A team and a mentor, and why they are or are not a pair in the draft."""

    card: TeamCard
    candidate: Candidate
    why: Why | None


async def team_card(db: Database, clock: Clock, visitor: Visitor, team_id: int) -> TeamCard:
    """Return a team with its pair and the candidates, the best suited first."""
    async with db.read() as tx:
        return await _card(tx, clock, visitor, team_id)


async def pair_card(db: Database, clock: Clock, visitor: Visitor, team_id: int, mentor_id: int) -> PairCard:
    """Return why a team has or has not a mentor in the draft; the numbers come from the solver."""
    async with db.read() as tx:
        card = await _card(tx, clock, visitor, team_id)
        _cohort, problem, _unkept = await facts_of(tx, clock, card.board.stream.id)
    found = next((one for one in card.candidates if one.mentor.id == mentor_id), None)
    if found is None:
        raise OutOfDate
    if card.draft is None or card.board.stale:
        return PairCard(card, found, None)
    asked = (card.team.code, found.mentor.code)
    return PairCard(card, found, await explained(problem, card.draft.couples, asked))


async def pin(db: Database, clock: Clock, visitor: Visitor, team_id: int, mentor_id: int) -> int:
    """Pin a mentor for a team and return the stream; refuses with a sentence what cannot be kept."""
    async with db.write() as tx:
        board, team = await _locked(tx, clock, visitor, team_id)
        mentor = _mentor(board.cohort, mentor_id)
        if await first_time(tx, visitor.update_id, "match-pin", clock.now()):
            await _pin(tx, clock, board, ((team, mentor),))
        return board.stream.id


async def unpin(db: Database, clock: Clock, visitor: Visitor, team_id: int) -> int:
    """Let the matching choose for a team again, and return the stream."""
    async with db.write() as tx:
        board, team = await _locked(tx, clock, visitor, team_id)
        if await first_time(tx, visitor.update_id, "match-unpin", clock.now()):
            await projects.change_team(tx, team.id, pinned="")
        return board.stream.id


async def forbid(
    db: Database, clock: Clock, visitor: Visitor, team_id: int, mentor_id: int, barred: bool
) -> int:
    """Rule a mentor out for a team, or let them be again, and return the stream."""
    async with db.write() as tx:
        board, team = await _locked(tx, clock, visitor, team_id)
        mentor = _mentor(board.cohort, mentor_id)
        if (team.code, mentor.code) in board.cohort.couples(Phase.ACCEPTED):
            raise Refusal("error-match-accepted", team=team.title, mentor=mentor.person.full_name)
        if await first_time(tx, visitor.update_id, "match-forbid", clock.now()):
            others = tuple(code for code in team.forbidden if code != mentor.code)
            kept = "" if barred and team.pinned == mentor.code else team.pinned
            codes = (*others, mentor.code) if barred else others
            await projects.change_team(tx, team.id, forbidden=codes, pinned=kept)
        return board.stream.id


async def swap(db: Database, clock: Clock, visitor: Visitor, team_id: int, other_id: int) -> int:
    """Pin each of two teams to the mentor whom the draft gives the other, and return the stream."""
    async with db.write() as tx:
        board, team = await _locked(tx, clock, visitor, team_id)
        other = next((one for one in board.cohort.teams if one.id == other_id), None)
        if board.draft is None or other is None or other.id == team.id:
            raise OutOfDate
        mine, theirs = (board.draft.pair(one.code) for one in (team, other))
        wanted = [
            (one, board.cohort.mentor(pair.mentor))
            for one, pair in ((team, theirs), (other, mine))
            if pair is not None and pair.mentor is not None
        ]
        pins = tuple((one, mentor) for one, mentor in wanted if mentor is not None)
        if await first_time(tx, visitor.update_id, "match-swap", clock.now()):
            for one in (team, other):
                await projects.change_team(tx, one.id, pinned="")
            board = await board_of(tx, clock, board.stream.id)
            await _pin(tx, clock, board, pins)
        return board.stream.id


async def _pin(tx: Tx, clock: Clock, board: Board, pins: tuple[tuple[Team, Profile], ...]) -> None:
    teams = {team.code for team, _ in pins}
    _cohort, problem, _unkept = await facts_of(tx, clock, board.stream.id)
    asked = frozenset((team.code, mentor.code) for team, mentor in pins)
    others = frozenset(couple for couple in problem.rules.pins if couple[0] not in teams)
    rules = replace(problem.rules, pins=others | asked)
    for one in unkept_pins(replace(problem, rules=rules)):
        team, mentor = (board.cohort.team(one.couple[0]), board.cohort.mentor(one.couple[1]))
        facts = {
            "team": team.title if team else one.couple[0],
            "mentor": mentor.person.full_name if mentor else one.couple[1],
        }
        key = f"error-match-bar-{one.bar}" if one.bar else f"error-match-{one.obstacle}"
        raise Refusal(key, **facts)
    for team, mentor in pins:
        await projects.change_team(tx, team.id, pinned=mentor.code)


async def _card(tx: Tx, clock: Clock, visitor: Visitor, team_id: int) -> TeamCard:
    board, team = await _found(tx, clock, visitor, team_id)
    _cohort, problem, _unkept = await facts_of(tx, clock, board.stream.id)
    couples = board.cohort.couples(Phase.ACCEPTED) | (board.draft.couples if board.draft else frozenset())
    bond = next(
        (one for one in board.cohort.bonds if one.team == team.code and one.couple in board.cohort.open), None
    )
    return TeamCard(
        board=board,
        team=team,
        pair=board.draft.pair(team.code) if board.draft else None,
        phase=bond.phase if bond else None,
        candidates=_candidates(problem, board.cohort, team, loads(board.cohort, couples)),
    )


def _candidates(problem: Problem, cohort: Cohort, team: Team, taken: dict[str, int]) -> tuple[Candidate, ...]:
    mentee = next(one for one in problem.mentees if one.code == team.code)
    found = [
        Candidate(
            mentor=profile,
            fit=fit_of(mentee, mentor, problem.weights),
            bar=bar_of(problem, mentee, mentor),
            paused=paused(mentor, problem.today),
            taken=taken.get(profile.code, 0),
        )
        for mentor, profile in zip(problem.mentors, cohort.mentors, strict=True)
    ]
    return tuple(sorted(found, key=lambda one: (one.bar is not None, -one.fit.points, one.mentor.code)))


async def _locked(tx: Tx, clock: Clock, visitor: Visitor, team_id: int) -> tuple[Board, Team]:
    board, _team = await _found(tx, clock, visitor, team_id)
    await cohorts.lock_stream(tx, board.stream.id)
    return await _found(tx, clock, visitor, team_id)


async def _found(tx: Tx, clock: Clock, visitor: Visitor, team_id: int) -> tuple[Board, Team]:
    stream_id = await projects.stream_of_team(tx, team_id)
    if stream_id is None:
        raise OutOfDate
    await require_organizer(tx, clock, visitor, stream_id)
    board = await board_of(tx, clock, stream_id)
    team = next((one for one in board.cohort.teams if one.id == team_id), None)
    if team is None:
        raise OutOfDate
    return board, team


def _mentor(cohort: Cohort, mentor_id: int) -> Profile:
    found = next((one for one in cohort.mentors if one.id == mentor_id), None)
    if found is None:
        raise OutOfDate
    return found
