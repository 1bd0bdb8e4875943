"""Who stands where in a mentorship, with the rights of this moment (steps)."""

from dataclasses import dataclass
from datetime import datetime

from bot.mentoring.mentorships import Life, Mentorship, Side
from bot.people.actions import present_visitor
from bot.people.model import Person, Role, Visitor
from bot.people.rights import require_admission
from bot.schedule.notices import whereabouts
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, Refusal
from bot.shared.zones import MOSCOW
from db.coming_events import published_modules
from db.engine import Tx
from db.mentorship_lives import life


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody of a mentorship: `zone` is where they are now, by whose clock they name times."""

    visitor: Visitor
    person: Person
    side: Side
    life: Life
    zone: str

    @property
    def one(self) -> Mentorship:
        """The mentorship."""
        return self.life.one


async def standing(tx: Tx, clock: Clock, visitor: Visitor, mentorship_id: int) -> Standing:
    """Step: return where the visitor stands in a mentorship that runs.

    NotAllowed for whoever is on neither side (any more); a Refusal where it has ended.
    """
    found = await either_side(tx, clock, visitor, mentorship_id)
    if not found.one.runs:
        raise Refusal("error-mentorship-ended")
    return found


async def either_side(tx: Tx, clock: Clock, visitor: Visitor, mentorship_id: int) -> Standing:
    """Step: return where the visitor stands in a mentorship, also in one that has ended."""
    present = await present_visitor(tx, clock, visitor)
    require_admission(present)
    now = clock.now()
    found = await life(tx, mentorship_id, now.date())
    side = found.one.side_of(present) if found is not None else None
    if found is None or side is None or present.person is None:
        raise NotAllowed("error-mentorship-not-yours")
    zone = await zone_of(tx, found.one, side, present.person, now)
    return Standing(present, present.person, side, found, zone)


def require_mentor(me: Standing) -> None:
    """Refuse a team what needs its mentor, where that is no mentor of the stream any more."""
    if me.one.mentor_left:
        raise Refusal("error-mentor-left")


async def zone_of(tx: Tx, one: Mentorship, side: Side, person: Person, now: datetime) -> str:
    """Step: return by which clock somebody of a mentorship lives now: a module's venue's, or the own one."""
    home = person.zone or (one.zone if side is Side.TEAM else None)
    return whereabouts(await published_modules(tx, one.stream.id), now, home) or MOSCOW


async def organized_life(tx: Tx, clock: Clock, visitor: Visitor, mentorship_id: int) -> tuple[Visitor, Life]:
    """Step: return a mentorship for an organizer of its stream; NotAllowed for anybody else."""
    present = await present_visitor(tx, clock, visitor)
    require_admission(present)
    found = await life(tx, mentorship_id, clock.now().date())
    if found is None or Role.ORGANIZER not in present.roles_in(found.one.stream.id):
        raise NotAllowed("error-mentorship-not-yours")
    return present, found
