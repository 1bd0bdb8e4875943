"""What a mentor does about proposals: look, accept, decline."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.mentoring.board_actions import facts_of
from bot.mentoring.match_notices import NAMES
from bot.mentoring.matching.limits import bar_of
from bot.mentoring.mentorships import Phase
from bot.mentoring.proposals import REASON, Proposal, TeamInBrief
from bot.notices.model import Scope
from bot.notices.planning import Planning
from bot.people.actions import present_visitor
from bot.people.model import Role, Visitor
from bot.people.rights import require_admission, require_role
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, OutOfDate, Refusal
from db import cohorts, mentorships
from db.engine import Database, Tx
from db.team_briefs import briefs
from db.updates import first_time


@dataclass(frozen=True, slots=True)
class ProposalCard:
    """A proposal as its mentor sees it: the team in brief, how many teams are accepted already."""

    proposal: Proposal
    team: TeamInBrief
    taken: int


async def waiting(db: Database, clock: Clock, visitor: Visitor) -> Sequence[ProposalCard]:
    """Return what waits for the mentor's answer, the oldest first; NotAllowed for whoever is no mentor."""
    async with db.read() as tx:
        present = await present_visitor(tx, clock, visitor)
        require_admission(present)
        if present.person is None or Role.MENTOR not in present.roles:
            raise NotAllowed
        found = [
            one
            for one in await mentorships.proposals_to(tx, present.person.id)
            if Role.MENTOR in present.roles_in(one.stream.id)
        ]
        return [await _card(tx, one) for one in found]


async def look(db: Database, clock: Clock, visitor: Visitor, mentorship_id: int) -> ProposalCard:
    """Return a proposal to whoever it is for."""
    async with db.read() as tx:
        return await _card(tx, await _own(tx, clock, visitor, mentorship_id))


async def accept(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, mentorship_id: int
) -> ProposalCard:
    """Accept a team; both sides are introduced. A second tap shows the same.

    Refused at capacity, and where the pair was ruled out since it was proposed.
    """
    async with db.write() as tx:
        one = await _locked(tx, clock, visitor, mentorship_id)
        if one.phase is Phase.ACCEPTED:
            return await _card(tx, one)
        _require_waiting(one)
        taken = await mentorships.accepted_by(tx, one.mentor_id)
        if taken >= one.capacity:
            raise Refusal("error-proposal-full", taken=taken, capacity=str(one.capacity))
        await _require_allowed(tx, clock, one)
        if await first_time(tx, visitor.update_id, "proposal-accept", clock.now()):
            await mentorships.accept(tx, one.id, clock.now())
            await planning.replan(tx, clock.now(), Scope(one.stream.id), NAMES)
        return await _card(tx, await _own(tx, clock, visitor, mentorship_id))


async def decline(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, mentorship_id: int, reason: str = ""
) -> ProposalCard:
    """Decline a team, with a reason for the organizers; a second tap shows the same."""
    async with db.write() as tx:
        one = await _locked(tx, clock, visitor, mentorship_id)
        if one.phase is Phase.DECLINED:
            return await _card(tx, one)
        _require_waiting(one)
        if await first_time(tx, visitor.update_id, "proposal-decline", clock.now()):
            by, said = one.mentor.id, " ".join(reason.split())[:REASON]
            await mentorships.close(tx, one.id, Phase.DECLINED, by, clock.now(), said)
            await planning.replan(tx, clock.now(), Scope(one.stream.id), NAMES)
        return await _card(tx, await _own(tx, clock, visitor, mentorship_id))


def _require_waiting(one: Proposal) -> None:
    if not one.waits:
        raise OutOfDate(f"error-proposal-{one.phase}", team=one.team)


async def _require_allowed(tx: Tx, clock: Clock, one: Proposal) -> None:
    _cohort, problem, _unkept = await facts_of(tx, clock, one.stream.id)
    mentee = next(team for team in problem.mentees if team.code == one.team_code)
    mentor = next(each for each in problem.mentors if each.code == one.mentor.code)
    if bar_of(problem, mentee, mentor):
        raise Refusal("error-proposal-barred", team=one.team)


async def _locked(tx: Tx, clock: Clock, visitor: Visitor, mentorship_id: int) -> Proposal:
    one = await _own(tx, clock, visitor, mentorship_id)
    await cohorts.lock_stream(tx, one.stream.id)
    return await _own(tx, clock, visitor, mentorship_id)


async def _own(tx: Tx, clock: Clock, visitor: Visitor, mentorship_id: int) -> Proposal:
    present = await present_visitor(tx, clock, visitor)
    one = await mentorships.proposal(tx, mentorship_id)
    if one is None or present.person is None or present.person.id != one.mentor.id:
        raise NotAllowed
    require_role(present, one.stream.id, Role.MENTOR)
    return one


async def _card(tx: Tx, one: Proposal) -> ProposalCard:
    teams = await briefs(tx, [one.team_id])
    return ProposalCard(one, teams[one.team_id], await mentorships.accepted_by(tx, one.mentor_id))
