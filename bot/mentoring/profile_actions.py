"""What mentors set about themselves: places, a pause, kind, directions, topics, region, wished teams."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.mentoring.cohort import Profile, Team
from bot.mentoring.matching.model import NAMED
from bot.mentoring.mentorships import Phase
from bot.mentoring.pausing import LONGEST
from bot.people.actions import present_visitor
from bot.people.model import Role, Visitor
from bot.people.rights import require_admission
from bot.programme.current import current_stream
from bot.programme.model import Stream
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, OutOfDate, Refusal
from db import cohorts, mentoring, programme
from db.engine import Database, Tx
from db.updates import first_time

MOST_PLACES = 20
"""Teams one mentor can take: more would be no mentoring."""

MOST_TOPICS, TOPIC = 12, 60
"""Topics a mentor may name, and characters of each."""

REGION = 100
"""Characters of a region."""


@dataclass(frozen=True, slots=True)
class ProfileView:
    """A mentor's own profile in a stream: how many teams are accepted, which could be wished for.

    `directions` are titles by code. `streams` are all in which the person is a mentor.
    """

    stream: Stream
    profile: Profile
    taken: int
    proposed: int
    directions: Mapping[str, str]
    teams: Sequence[Team]
    streams: Sequence[Stream]
    today: date

    @property
    def paused(self) -> bool:
        """Tell whether no new teams are offered at present."""
        return self.profile.paused_until is not None and self.today < self.profile.paused_until


async def profile(db: Database, clock: Clock, visitor: Visitor, stream_id: int = 0) -> ProfileView:
    """Return the own profile in a stream, in the current one for 0; NotAllowed for whoever is no mentor."""
    async with db.read() as tx:
        return await _view(tx, clock, visitor, stream_id)


async def set_places(
    db: Database, clock: Clock, visitor: Visitor, stream_id: int, places: int
) -> ProfileView:
    """Set for how many teams there is room. Teams that were accepted stay, also beyond it."""
    if not 0 <= places <= MOST_PLACES:
        raise Refusal("error-places", most=str(MOST_PLACES))
    return await _change(db, clock, visitor, stream_id, {"capacity": places})


async def set_pause(db: Database, clock: Clock, visitor: Visitor, stream_id: int, until: date) -> ProfileView:
    """Take no new teams until a day; a day that is not ahead ends the pause."""
    today = clock.now().date()
    if until > today + LONGEST:
        raise Refusal("error-pause")
    return await _change(db, clock, visitor, stream_id, {"paused_until": until if until > today else None})


async def set_topics(db: Database, clock: Clock, visitor: Visitor, stream_id: int, words: str) -> ProfileView:
    """Set the topics, typed through commas or lines."""
    said = [" ".join(part.split())[:TOPIC] for part in words.replace(";", ",").replace("\n", ",").split(",")]
    topics = tuple(dict.fromkeys(part for part in said if part))[:MOST_TOPICS]
    return await _change(db, clock, visitor, stream_id, {"topics": topics})


async def set_region(db: Database, clock: Clock, visitor: Visitor, stream_id: int, words: str) -> ProfileView:
    """Set where the mentor works; a dash alone leaves it to where the mentor is from."""
    region = " ".join(words.split()).strip("-–—")[:REGION]
    return await _change(db, clock, visitor, stream_id, {"region": region})


async def set_kind(db: Database, clock: Clock, visitor: Visitor, stream_id: int, kind: str) -> ProfileView:
    """Set which kind of mentor somebody is, one of `wish_actions.KINDS`."""
    return await _change(db, clock, visitor, stream_id, {"kind": kind})


async def turn_direction(
    db: Database, clock: Clock, visitor: Visitor, stream_id: int, place: int, chosen: bool
) -> ProfileView:
    """Add a direction, named by its place in the list, or take it away; none at all means any."""
    view = await profile(db, clock, visitor, stream_id)
    codes = list(view.directions)
    if not 0 <= place < len(codes):
        raise OutOfDate
    others = tuple(code for code in view.profile.directions if code != codes[place])
    directions = (*others, codes[place]) if chosen else others
    return await _change(db, clock, visitor, stream_id, {"directions": directions})


async def wish_team(
    db: Database, clock: Clock, visitor: Visitor, stream_id: int, team_id: int, wished: bool
) -> ProfileView:
    """Name a team as one the mentor would like, after those named before; or take it off the list."""
    view = await profile(db, clock, visitor, stream_id)
    team = next((one for one in view.teams if one.id == team_id), None)
    if team is None:
        raise OutOfDate
    others = tuple(code for code in view.profile.wanted if code != team.code)
    if wished and len(others) >= NAMED:
        raise Refusal("error-wishes-many", most=str(NAMED))
    return await _change(
        db, clock, visitor, stream_id, {"wanted": (*others, team.code) if wished else others}
    )


async def _change(
    db: Database, clock: Clock, visitor: Visitor, stream_id: int, values: Mapping[str, object]
) -> ProfileView:
    async with db.write() as tx:
        view = await _view(tx, clock, visitor, stream_id)
        await cohorts.lock_stream(tx, view.stream.id)
        if await first_time(tx, visitor.update_id, "mentor-profile", clock.now()):
            await mentoring.change_mentor(tx, view.profile.id, values)
        return await _view(tx, clock, visitor, stream_id)


async def _view(tx: Tx, clock: Clock, visitor: Visitor, stream_id: int) -> ProfileView:
    present = await present_visitor(tx, clock, visitor)
    require_admission(present)
    streams = [part.stream for part in present.enrolments if Role.MENTOR in part.roles]
    today = clock.now().date()
    asked = [one for one in streams if one.id == stream_id] if stream_id else streams
    stream = current_stream(asked, today, present.chosen_stream_id)
    if stream is None or present.person is None:
        raise NotAllowed
    cohort = await cohorts.read_cohort(tx, stream.id, today)
    own = cohort.mentor(present.person.code)
    if own is None:
        raise Refusal("error-no-profile")
    counted = {phase: sum(mentor == own.code for _, mentor in cohort.couples(phase)) for phase in Phase}
    return ProfileView(
        stream=stream,
        profile=own,
        taken=counted[Phase.ACCEPTED],
        proposed=counted[Phase.PROPOSED],
        directions=await programme.direction_titles(tx, stream.programme_id),
        teams=cohort.teams,
        streams=streams,
        today=today,
    )
