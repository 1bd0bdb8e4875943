"""What a team wishes for: its needs in words, the kind of mentor, up to five mentors in their order."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.mentoring.cohort import Cohort, Profile, Team
from bot.mentoring.matching.model import NAMED
from bot.mentoring.mentorships import MEMBERS, Phase
from bot.people.actions import present_visitor
from bot.people.model import Person, Visitor
from bot.people.rights import require_admission
from bot.programme.current import current_stream
from bot.programme.model import Stream
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, OutOfDate, Refusal
from db import cohorts, programme, projects
from db.engine import Database, Tx
from db.updates import first_time

NEEDS = 600
"""Characters of what a team writes it needs."""

KINDS = ("expert", "alumnus", "methodologist")


@dataclass(frozen=True, slots=True)
class WishView:
    """A team's wishes for those who are in it; mentors are shown without contacts.

    `settled` tells that a mentor has accepted, so that wishes change nothing any more.
    """

    stream: Stream
    team: Team
    mentors: tuple[Profile, ...]
    directions: Mapping[str, str]
    settled: bool

    @property
    def named(self) -> tuple[Profile, ...]:
        """The mentors the team has named, in its order."""
        known = {one.code: one for one in self.mentors}
        return tuple(known[code] for code in self.team.wanted if code in known)


async def wishes(db: Database, clock: Clock, visitor: Visitor) -> WishView:
    """Return the wishes of the own team in the current stream; a listener without one is a team of one."""
    async with db.write() as tx:
        stream, person = await _member(tx, clock, visitor)
        await cohorts.add_alone(tx, stream.id, clock.now().date())
        return await _view(tx, clock, stream, person, visitor)


async def write_needs(db: Database, clock: Clock, visitor: Visitor, words: str) -> WishView:
    """Write what the team needs of a mentor."""
    needs = words.strip()[:NEEDS]
    return await _change(db, clock, visitor, lambda _view: {"needs": needs})


async def turn_kind(db: Database, clock: Clock, visitor: Visitor, kind: str, chosen: bool) -> WishView:
    """Ask for a kind of mentor, or no longer."""
    if kind not in KINDS:
        raise OutOfDate

    def changed(view: WishView) -> Mapping[str, object]:
        others = tuple(one for one in view.team.kinds if one != kind)
        return {"kinds": (*others, kind) if chosen else others}

    return await _change(db, clock, visitor, changed)


async def wish_mentor(db: Database, clock: Clock, visitor: Visitor, mentor_id: int, wished: bool) -> WishView:
    """Name a mentor after those named before, at most five; or take one off the list."""

    def changed(view: WishView) -> Mapping[str, object]:
        mentor = next((one for one in view.mentors if one.id == mentor_id), None)
        if mentor is None:
            raise OutOfDate
        others = tuple(code for code in view.team.wanted if code != mentor.code)
        if wished and len(others) >= NAMED:
            raise Refusal("error-wishes-many", most=str(NAMED))
        return {"wanted": (*others, mentor.code) if wished else others}

    return await _change(db, clock, visitor, changed)


async def _change(
    db: Database, clock: Clock, visitor: Visitor, changed: Callable[[WishView], Mapping[str, object]]
) -> WishView:
    async with db.write() as tx:
        stream, person = await _member(tx, clock, visitor)
        await cohorts.lock_stream(tx, stream.id)
        view = await _view(tx, clock, stream, person, visitor)
        if await first_time(tx, visitor.update_id, "team-wishes", clock.now()):
            await projects.change_team(tx, view.team.id, **changed(view))
        return await _view(tx, clock, stream, person, visitor)


async def _member(tx: Tx, clock: Clock, visitor: Visitor) -> tuple[Stream, Person]:
    present = await present_visitor(tx, clock, visitor)
    require_admission(present)
    if present.assistance is not None:
        raise Refusal("error-wishes-own")
    streams = [part.stream for part in present.enrolments if part.roles & MEMBERS]
    stream = current_stream(streams, clock.now().date(), present.chosen_stream_id)
    if stream is None or present.person is None:
        raise NotAllowed
    return stream, present.person


async def _view(tx: Tx, clock: Clock, stream: Stream, person: Person, visitor: Visitor) -> WishView:
    cohort = await cohorts.read_cohort(tx, stream.id, clock.now().date())
    present = await present_visitor(tx, clock, visitor)
    team = _own(cohort, person, {part.team for part in present.enrolments if part.stream.id == stream.id})
    if team is None:
        raise Refusal("error-wishes-no-team")
    return WishView(
        stream=stream,
        team=team,
        mentors=tuple(sorted(cohort.mentors, key=lambda one: (one.person.full_name, one.id))),
        directions=await programme.direction_titles(tx, stream.programme_id),
        settled=team.code in {code for code, _ in cohort.couples(Phase.ACCEPTED)},
    )


def _own(cohort: Cohort, person: Person, codes: set[str]) -> Team | None:
    return next((one for one in cohort.teams if one.code in codes or one.alone_id == person.id), None)
