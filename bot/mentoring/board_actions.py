"""A stream's match as it is at this moment: cohort, draft, proposals (steps)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.mentoring.cohort import Cohort, digest_of, keepable, problem_of
from bot.mentoring.drafts import Draft
from bot.mentoring.matching.changes import Differences, differences
from bot.mentoring.matching.limits import Unkept
from bot.mentoring.matching.model import Couple, Problem, Weights
from bot.mentoring.mentorships import Phase
from bot.mentoring.proposals import Proposal
from bot.mentoring.settings import EVEN_LOAD
from bot.people.actions import present_visitor
from bot.people.model import Role, Visitor
from bot.people.rights import require_role
from bot.programme.model import Stream
from bot.shared.clock import Clock
from db import cohorts, matchings, mentorships, programme
from db.engine import Tx
from db.settings import settings_of_stream


@dataclass(frozen=True, slots=True)
class Board:
    """A stream's match at this moment.

    `stale` tells that the draft was made from other facts than there are now. `unkept` are pins that cannot
    be kept. `changes` are what the draft changes in the pairs before it. `directions` are titles by code.
    """

    stream: Stream
    cohort: Cohort
    draft: Draft | None
    stale: bool
    unkept: tuple[Unkept, ...]
    directions: Mapping[str, str]
    proposals: tuple[Proposal, ...]
    now: datetime

    @property
    def changes(self) -> Differences | None:
        """What the draft changes; None where there was nothing before."""
        if self.draft is None or not self.draft.before:
            return None
        return differences(self.draft.before, self.draft.couples)

    @property
    def to_propose(self) -> frozenset[Couple]:
        """The pairs of the draft whose mentors would be asked."""
        return frozenset() if self.draft is None else self.draft.couples - self.cohort.open

    @property
    def to_withdraw(self) -> frozenset[Couple]:
        """The proposals that the draft takes back."""
        if self.draft is None:
            return frozenset()
        return self.cohort.couples(Phase.PROPOSED) - self.draft.couples


async def board_of(tx: Tx, clock: Clock, stream_id: int) -> Board:
    """Step: read a stream's match."""
    cohort, problem, unkept = await facts_of(tx, clock, stream_id)
    draft = await matchings.present_draft(tx, stream_id)
    stream = next(one for one in await programme.all_streams(tx) if one.id == stream_id)
    return Board(
        stream=stream,
        cohort=cohort,
        draft=draft,
        stale=draft is not None and draft.digest != digest_of(cohort, problem),
        unkept=unkept,
        directions=await programme.direction_titles(tx, stream.programme_id),
        proposals=tuple(await mentorships.proposals_in(tx, stream_id, Phase.PROPOSED)),
        now=clock.now(),
    )


async def facts_of(tx: Tx, clock: Clock, stream_id: int) -> tuple[Cohort, Problem, tuple[Unkept, ...]]:
    """Step: read what a matching of the stream depends on, pins that cannot be kept apart."""
    cohort = await cohorts.read_cohort(tx, stream_id, clock.now().date())
    weight = (await settings_of_stream(tx, stream_id)).value(EVEN_LOAD)
    problem, unkept = keepable(problem_of(cohort, Weights(even_load=weight), clock.now()))
    return cohort, problem, unkept


async def require_organizer(tx: Tx, clock: Clock, visitor: Visitor, stream_id: int) -> Visitor:
    """Step: return the visitor of this moment; NotAllowed for whoever does not organize the stream."""
    present = await present_visitor(tx, clock, visitor)
    require_role(present, stream_id, Role.ORGANIZER)
    return present
