"""What mentors, teams and organizers see of mentorships: the own ones, one of them, those of a stream."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.mentoring.mentorships import Life, Side, most_silent_first
from bot.mentoring.proposals import Proposal
from bot.mentoring.standing_actions import Standing, either_side, organized_life, zone_of
from bot.people.access_actions import organized
from bot.people.actions import present_visitor
from bot.people.model import Role, Visitor
from bot.people.rights import require_admission
from bot.programme.current import current_stream
from bot.programme.model import Stream
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed
from db import programme
from db.engine import Database, Tx
from db.mentorship_lives import lives_of_member, lives_of_mentor, lives_of_stream
from db.mentorships import proposals_to


@dataclass(frozen=True, slots=True)
class TeamsView:
    """A mentor's teams with the clock of each; `proposed` is what waits for an answer.

    `organizes` tells that the visitor also organizes a stream, `mentors` that they mentor in one.
    """

    lives: tuple[Life, ...]
    zones: tuple[str, ...]
    proposed: tuple[Proposal, ...]
    mentors: bool
    organizes: bool
    now: datetime


@dataclass(frozen=True, slots=True)
class LifeView:
    """A mentorship as one of its two sides sees it."""

    me: Standing
    now: datetime

    @property
    def life(self) -> Life:
        """The mentorship."""
        return self.me.life


@dataclass(frozen=True, slots=True)
class MentorView:
    """What a participant sees of the own mentor: `current` is None where there is none (any more)."""

    stream: Stream
    current: LifeView | None
    former: tuple[Life, ...]
    now: datetime


@dataclass(frozen=True, slots=True)
class BoardView:
    """The mentorships of a stream for its organizers: counts, no word of what was talked about."""

    stream: Stream
    lives: tuple[Life, ...]
    streams: tuple[Stream, ...]
    now: datetime


async def teams(db: Database, clock: Clock, visitor: Visitor) -> TeamsView:
    """Return a mentor's teams, of every stream; NotAllowed for whoever neither mentors nor organizes."""
    async with db.read() as tx:
        present = await present_visitor(tx, clock, visitor)
        require_admission(present)
        mentors = _mentors_in(present)
        organizes = bool(await organized(tx, present)) or present.administrator
        if not mentors and not organizes:
            raise NotAllowed("error-teams-mentors")
        now, person = clock.now(), present.person
        found: list[Life] = []
        waiting: list[Proposal] = []
        if person is not None and mentors:
            every = await lives_of_mentor(tx, person.id, mentors, now.date())
            found = sorted(every, key=lambda life: (life.one.stream.starts_on, life.one.team, life.one.id))
            every_one = await proposals_to(tx, person.id)
            waiting = [one for one in every_one if one.stream.id in mentors]
        zones = [await zone_of(tx, life.one, Side.MENTOR, life.one.mentor, now) for life in found]
        return TeamsView(tuple(found), tuple(zones), tuple(waiting), bool(mentors), organizes, now)


async def card(db: Database, clock: Clock, visitor: Visitor, mentorship_id: int) -> LifeView:
    """Return a mentorship for one of its two sides."""
    async with db.read() as tx:
        return LifeView(await either_side(tx, clock, visitor, mentorship_id), clock.now())


async def mentor(db: Database, clock: Clock, visitor: Visitor) -> MentorView:
    """Return the own team's mentor in the current stream; NotAllowed for whoever takes part in none."""
    async with db.read() as tx:
        present = await present_visitor(tx, clock, visitor)
        require_admission(present)
        stream = _taking_part(present, clock)
        if stream is None or present.person is None:
            raise NotAllowed("error-mentor-participants")
        now = clock.now()
        lives = await lives_of_member(tx, present.person.id, stream.id, now.date())
        running = next((life for life in lives if life.one.runs), None)
        current = None
        if running is not None:
            zone = await zone_of(tx, running.one, Side.TEAM, present.person, now)
            current = LifeView(Standing(present, present.person, Side.TEAM, running, zone), now)
        former = tuple(life for life in lives if not life.one.runs)
        return MentorView(stream, current, former, now)


async def mine(db: Database, clock: Clock, visitor: Visitor) -> list[Standing]:
    """Return where the visitor stands in mentorships that run: as a mentor, and in the own team."""
    async with db.read() as tx:
        present = await present_visitor(tx, clock, visitor)
        require_admission(present)
        if present.person is None:
            raise NotAllowed("error-mentor-participants")
        return await _mine(tx, clock, present)


async def board(db: Database, clock: Clock, visitor: Visitor, stream_id: int = 0) -> BoardView:
    """Return the mentorships of an organizer's stream, of the current one without a number.

    Those come first that have been silent the longest.
    """
    async with db.read() as tx:
        present = await present_visitor(tx, clock, visitor)
        require_admission(present)
        own = await organized(tx, present)
        every = [one for one in await programme.all_streams(tx) if one.id in own or present.administrator]
        asked = [one for one in every if one.id == stream_id] if stream_id else every
        stream = current_stream(asked, clock.now().date(), present.chosen_stream_id)
        if stream is None:
            raise NotAllowed
        lives = await lives_of_stream(tx, stream.id, clock.now().date(), ended=False)
        now = clock.now()
        return BoardView(stream, tuple(most_silent_first(lives, now)), tuple(every), now)


async def organizers_card(db: Database, clock: Clock, visitor: Visitor, mentorship_id: int) -> Life:
    """Return a mentorship of a stream the visitor organizes."""
    async with db.read() as tx:
        _present, life = await organized_life(tx, clock, visitor, mentorship_id)
        return life


async def rows(db: Database, clock: Clock, visitor: Visitor | None) -> Sequence[Life]:
    """Return every mentorship of the streams the visitor organizes; None is the operator."""
    async with db.read() as tx:
        streams = await programme.all_streams(tx)
        if visitor is not None:
            present = await present_visitor(tx, clock, visitor)
            require_admission(present)
            own = await organized(tx, present)
            if not own and not present.administrator:
                raise NotAllowed
            streams = [one for one in streams if one.id in own or present.administrator]
        today = clock.now().date()
        return [life for one in streams for life in await lives_of_stream(tx, one.id, today)]


async def _mine(tx: Tx, clock: Clock, present: Visitor) -> list[Standing]:
    person, now = present.person, clock.now()
    if person is None:
        return []
    lives = await lives_of_mentor(tx, person.id, _mentors_in(present), now.date())
    stream = _taking_part(present, clock)
    if stream is not None:
        lives += [one for one in await lives_of_member(tx, person.id, stream.id, now.date()) if one.one.runs]
    found = []
    for life in lives:
        side = life.one.side_of(present)
        if side is not None:
            zone = await zone_of(tx, life.one, side, person, now)
            found.append(Standing(present, person, side, life, zone))
    return found


def _mentors_in(present: Visitor) -> list[int]:
    return [part.stream.id for part in present.enrolments if Role.MENTOR in part.roles]


def _taking_part(present: Visitor, clock: Clock) -> Stream | None:
    """Return the current one of the streams in which somebody is a listener."""
    own = [part.stream for part in present.enrolments if part.roles & {Role.PARTICIPANT, Role.TEAM_LEAD}]
    return current_stream(own, clock.now().date(), present.chosen_stream_id)
