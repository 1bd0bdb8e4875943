"""Planning what is sent about proposals, and what each notice is made of when it is sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.mentoring.drafts import Draft
from bot.mentoring.match_notices import (
    DECLINED,
    FRESH,
    INTRODUCTION,
    NAMES,
    PROPOSAL,
    REMINDER,
    SILENT,
    WITHDRAWN,
    Answering,
    mentorship_number,
    people_of,
    wanted_of,
)
from bot.mentoring.matching.model import Fit
from bot.mentoring.mentorships import Mentorship, Phase, Side
from bot.mentoring.proposals import Proposal, TeamInBrief
from bot.mentoring.settings import ESCALATE, REMIND
from bot.notices.model import Notice, Planner, Scope, Wanted
from db import cohorts, matchings, mentorships
from db.engine import Tx
from db.members import staff_of
from db.mentorship_lives import lives_by_id
from db.people import people_named
from db.settings import settings_of_stream
from db.team_briefs import briefs


@dataclass(frozen=True, slots=True)
class Told:
    """What a notice about a proposal says: the proposal as it stands, the team, how many it takes already.

    `draft` is what organizers might publish instead of a refused one.
    """

    proposal: Proposal
    team: TeamInBrief
    taken: int
    draft: Draft | None = None
    instead: str = ""
    """The name of the mentor whom the draft gives the team."""
    others: int = 0
    """How many other proposals that draft would send or take back."""


@dataclass(frozen=True, slots=True)
class Introduced:
    """Both sides of a mentorship that has begun, what spoke for them, and for which of them it is written."""

    one: Mentorship
    team: TeamInBrief
    side: Side
    fit: Fit


async def _wanted(tx: Tx, now: datetime, scope: Scope) -> list[Wanted]:
    """Return what the proposals of a stream ask for; whichever events are planned again is all one.

    Who has not entered is planned for on entering: a notice that was skipped would never come again.
    """
    stream_id = scope.stream_id
    every = await mentorships.proposals_in(tx, stream_id, Phase.PROPOSED, Phase.ACCEPTED, Phase.DECLINED)
    if not every:
        return []
    served = {one.team_id for one in every if one.phase is not Phase.DECLINED}
    waiting = [one for one in every if one.waits]
    declined = {
        one.team_id: one
        for one in every
        if one.phase is Phase.DECLINED and one.team_id not in served and _fresh(one.ended_at, now)
    }
    begun = [one.id for one in every if one.phase is Phase.ACCEPTED and _fresh(one.answered_at, now)]
    lives = await lives_by_id(tx, begun, now.date())
    accepted = [life.one for life in lives.values()]
    organizers = await staff_of(tx, stream_id, now.date())
    people = await people_named(tx, people_of(waiting, accepted) | set(organizers))
    settings = await settings_of_stream(tx, stream_id)
    answering = Answering(
        stream_id=stream_id,
        waiting=waiting,
        declined=list(declined.values()),
        accepted=accepted,
        organizers=organizers,
        zones={number: person.zone for number, person in people.items()},
        remind=timedelta(days=settings.value(REMIND)),
        escalate=timedelta(days=settings.value(ESCALATE)),
    )
    there = await cohorts.entered(tx, people)
    return [
        one
        for one in wanted_of(answering)
        if one.person_id in there and (scope.people is None or one.person_id in scope.people)
    ]


PLANNER = Planner(NAMES, _wanted, cancelled="not-needed")
"""The planner of proposals: compared is whatever is planned about them in the stream."""


async def read_proposals(tx: Tx, _now: datetime, notices: Sequence[Notice]) -> Mapping[int, Told | None]:
    """Return, by notice id, what it says at this moment; None where there is no reason any more."""
    known = await mentorships.proposals_by_id(tx, [_number(one) for one in notices])
    teams = await briefs(tx, {one.team_id for one in known.values()})
    told: dict[int, Told | None] = {}
    for notice in notices:
        one = known.get(_number(notice))
        told[notice.id] = None
        if one is None or not _still(notice, one):
            continue
        taken = await mentorships.accepted_by(tx, one.mentor_id)
        plain = Told(one, teams[one.team_id], taken)
        told[notice.id] = await _replaced(tx, plain) if notice.kind == DECLINED.name else plain
    return told


async def read_introductions(
    tx: Tx, now: datetime, notices: Sequence[Notice]
) -> Mapping[int, Introduced | None]:
    """Return, by notice id, the two sides; None where it runs no more or is not theirs."""
    numbers = [_number(one) for one in notices]
    lives = await lives_by_id(tx, numbers, now.date())
    known = await mentorships.proposals_by_id(tx, numbers)
    teams = await briefs(tx, {life.one.team_id for life in lives.values()})
    said: dict[int, Introduced | None] = {}
    for notice in notices:
        life = lives.get(_number(notice))
        said[notice.id] = None
        if life is None or not life.one.runs:
            continue
        for side in Side:
            if notice.person_id in {person.id for person in life.one.people(side)}:
                said[notice.id] = Introduced(life.one, teams[life.one.team_id], side, known[life.one.id].fit)
    return said


async def _replaced(tx: Tx, told: Told) -> Told:
    """Add whom the present draft gives the team, if it was made since the refusal."""
    one = told.proposal
    draft = await matchings.present_draft(tx, one.stream.id)
    pair = None if draft is None else draft.pair(one.team_code)
    if (
        draft is None
        or pair is None
        or pair.mentor is None
        or draft.made_at < (one.ended_at or draft.made_at)
    ):
        return told
    bonds = await cohorts.bonds_of(tx, one.stream.id)
    standing = {bond.couple for bond in bonds if bond.phase in (Phase.PROPOSED, Phase.ACCEPTED)}
    proposed = {bond.couple for bond in bonds if bond.phase is Phase.PROPOSED}
    others = len(draft.couples - standing) + len(proposed - draft.couples) - 1
    return replace(told, draft=draft, instead=await matchings.mentor_name(tx, pair.mentor), others=others)


def _still(notice: Notice, one: Proposal) -> bool:
    """Tell whether there is a reason to write still."""
    asked = {PROPOSAL.name, REMINDER.name, SILENT.name}
    if notice.kind in asked:
        return one.waits
    wanted = {
        DECLINED.name: Phase.DECLINED,
        WITHDRAWN.name: Phase.WITHDRAWN,
        INTRODUCTION.name: Phase.ACCEPTED,
    }
    return one.phase is wanted[notice.kind]


def _number(notice: Notice) -> int:
    return mentorship_number(notice.subject) or 0


def _fresh(at: datetime | None, now: datetime) -> bool:
    return at is not None and now - at < FRESH
