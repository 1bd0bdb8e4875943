"""The match as organizers see it: look at the draft, make it, publish it."""

from dataclasses import replace

from bot.mentoring.board_actions import Board, board_of, facts_of, require_organizer
from bot.mentoring.cohort import Cohort, digest_of
from bot.mentoring.drafts import NO_FIT, Draft, DraftPair, DraftState, fit_written, notes_written
from bot.mentoring.match_notices import NAMES, withdrawn_notice
from bot.mentoring.matching.answers import Outcome
from bot.mentoring.matching.apart import matched
from bot.mentoring.matching.model import Origin, Problem
from bot.mentoring.mentorships import Phase
from bot.notices.model import Scope
from bot.notices.planning import Planning
from bot.people.access_actions import organized
from bot.people.actions import present_visitor
from bot.people.model import Visitor
from bot.programme.model import Stream
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, OutOfDate, Refusal
from db import cohorts, matchings, mentorships, programme
from db.engine import Database, Tx
from db.updates import first_time

ATTEMPTS = 3
"""Facts that change while a matching is made: it is made again so often."""


async def streams(db: Database, clock: Clock, visitor: Visitor) -> list[Stream]:
    """Return the streams somebody organizes; NotAllowed for whoever organizes none."""
    async with db.read() as tx:
        present = await present_visitor(tx, clock, visitor)
        ids = set(await organized(tx, present))
        found = [one for one in await programme.all_streams(tx) if one.id in ids]
    if not found:
        raise NotAllowed
    return found


async def board(db: Database, clock: Clock, visitor: Visitor, stream_id: int) -> Board:
    """Return a stream's match, for its organizers."""
    async with db.read() as tx:
        await require_organizer(tx, clock, visitor, stream_id)
        return await board_of(tx, clock, stream_id)


async def board_of_draft(db: Database, clock: Clock, visitor: Visitor, matching_id: int) -> Board:
    """Return the match to which a draft belongs, as it is now."""
    async with db.read() as tx:
        stream_id = await matchings.stream_of_draft(tx, matching_id)
        if stream_id is None:
            raise OutOfDate
        await require_organizer(tx, clock, visitor, stream_id)
        return await board_of(tx, clock, stream_id)


async def run(db: Database, clock: Clock, visitor: Visitor, stream_id: int) -> Board:
    """Make the draft of a stream anew and return it; nobody hears of it. Raises `apart.Unsolved`."""
    async with db.write() as tx:
        await require_organizer(tx, clock, visitor, stream_id)
        await cohorts.add_alone(tx, stream_id, clock.now().date())
    await make(db, clock, stream_id, visitor)
    return await board(db, clock, visitor, stream_id)


async def make(db: Database, clock: Clock, stream_id: int, visitor: Visitor | None = None) -> None:
    """Make the draft of a stream from the facts of this moment, by the bot itself where nobody is named.

    The solver works between two transactions; facts that change meanwhile are taken anew.
    """
    for _ in range(ATTEMPTS):
        async with db.read() as tx:
            cohort, problem, _unkept = await facts_of(tx, clock, stream_id)
        if not problem.mentees or not problem.mentors:
            raise Refusal("error-match-nobody")
        outcome = await matched(problem)
        async with db.write() as tx:
            await cohorts.lock_stream(tx, stream_id)
            now_cohort, now_problem, _unkept = await facts_of(tx, clock, stream_id)
            if digest_of(now_cohort, now_problem) != digest_of(cohort, problem):
                continue
            if visitor is None:
                await _store(tx, clock, cohort, problem, outcome, None)
            elif await first_time(tx, visitor.update_id, "match-made", clock.now()):
                present = await require_organizer(tx, clock, visitor, stream_id)
                maker = present.person.id if present.person else None
                await _store(tx, clock, cohort, problem, outcome, maker)
            return
    raise Refusal("error-match-facts")


async def publish(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, matching_id: int
) -> Board:
    """Send the proposals of a draft, once, whoever taps how often.

    Refuses a draft that was made from other facts than there are now: nothing else than what was shown
    is ever sent. Raises OutOfDate for one in whose place there is another.
    """
    async with db.write() as tx:
        stream_id = await matchings.stream_of_draft(tx, matching_id)
        if stream_id is None:
            raise OutOfDate
        present = await require_organizer(tx, clock, visitor, stream_id)
        await cohorts.lock_stream(tx, stream_id)
        draft = await matchings.draft(tx, matching_id)
        if draft is None or draft.state is DraftState.REPLACED:
            raise OutOfDate("error-match-replaced")
        if draft.state is DraftState.DRAFT:
            found = await board_of(tx, clock, stream_id)
            if found.stale:
                raise Refusal("error-match-facts")
            by = present.person.id if present.person else None
            await _publish(tx, clock, planning, found, draft, by)
        return replace(await board_of(tx, clock, stream_id), draft=await matchings.draft(tx, matching_id))


async def _store(
    tx: Tx, clock: Clock, cohort: Cohort, problem: Problem, outcome: Outcome, maker: int | None
) -> None:
    old = await matchings.present_draft(tx, cohort.stream_id)
    before = cohort.open if old is None or cohort.published else old.couples
    known = {one.code for one in cohort.mentors}
    pairs = [
        DraftPair(one.team, one.mentor, one.fit, one.origin is Origin.PINNED, one.couple in cohort.open)
        for one in outcome.matching.pairs
        if one.mentor in known
    ]
    served = {team for team, _ in cohort.couples(Phase.ACCEPTED)} | {one.team for one in pairs}
    pairs += [DraftPair(one.code, None, NO_FIT) for one in cohort.teams if one.code not in served]
    values = {
        "stream_id": cohort.stream_id,
        "made_at": clock.now(),
        "made_by": maker,
        "weight": problem.weights.even_load,
        "digest": digest_of(cohort, problem),
        "notes": notes_written(outcome, before),
        "previous_id": None if old is None else old.id,
    }
    teams = {one.code: one.id for one in cohort.teams}
    await matchings.add_draft(tx, values, pairs, teams, {one.code: one.id for one in cohort.mentors})


async def _publish(
    tx: Tx, clock: Clock, planning: Planning, found: Board, draft: Draft, by: int | None
) -> None:
    now, cohort = clock.now(), found.cohort
    teams = {one.code: one.id for one in cohort.teams}
    mentors = {one.code: one.id for one in cohort.mentors}
    for one in found.proposals:
        if (one.team_code, one.mentor.code) in found.to_withdraw:
            await mentorships.close(tx, one.id, Phase.WITHDRAWN, by, now)
            await planning.put(tx, now, [withdrawn_notice(one, now)])
    rows = [
        {
            "stream_id": cohort.stream_id,
            "team_id": teams[pair.team],
            "mentor_id": mentors[pair.mentor],
            "score": pair.fit.points,
            "reasons": fit_written(pair.fit),
            "reason": "",
        }
        for pair in draft.pairs
        if pair.mentor is not None and (pair.team, pair.mentor) in found.to_propose
    ]
    await mentorships.propose(tx, rows, draft.id, now)
    await matchings.mark_published(tx, draft.id, by, now)
    await planning.replan(tx, now, Scope(cohort.stream_id), NAMES)
