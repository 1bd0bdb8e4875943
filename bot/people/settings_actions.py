"""What people set for themselves about notices: which kinds they switch off."""

from dataclasses import dataclass
from datetime import datetime

from bot.notices.model import Readers
from bot.notices.night import Night
from bot.notices.planning import Planning
from bot.people.actions import present_visitor
from bot.people.model import Role, Visitor
from bot.people.rights import require_admission
from bot.programme.current import current_stream
from bot.schedule.lookup import running_module
from bot.schedule.model import Module
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, OutOfDate
from db.coming_events import published_modules
from db.engine import Database, Tx
from db.notice_recipients import muted_of, set_muted
from db.updates import first_time


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for a person now.

    `groups` are the kinds of notice that can be switched off, by their groups in the order of the registry,
    `always` the kinds that cannot; what never comes to this person is left out, unless it is switched off.
    `module` is the one that runs: there the venue's clock counts.
    """

    visitor: Visitor
    now: datetime
    groups: tuple[str, ...]
    muted: frozenset[str]
    always: tuple[str, ...]
    night: Night
    module: Module | None


async def settings(db: Database, clock: Clock, planning: Planning, visitor: Visitor) -> Settings:
    """Return what holds for a visitor."""
    async with db.read() as tx:
        return await _settings(tx, clock, planning, visitor)


async def mute(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, group: str, muted: bool
) -> Settings:
    """Switch a group of kinds off or on; what is still to be sent asks for it when it is sent.

    OutOfDate for a group that no kind has any more, NotAllowed for whoever is not in the roster.
    """
    async with db.write() as tx:
        present = await present_visitor(tx, clock, visitor)
        require_admission(present)
        if present.person is None:
            raise NotAllowed
        if group not in mute_groups(planning):
            raise OutOfDate("error-setting-gone")
        if await first_time(tx, visitor.update_id, "mute", clock.now()):
            await set_muted(tx, present.person.id, group, muted)
        return await _settings(tx, clock, planning, visitor)


def mute_groups(planning: Planning) -> tuple[str, ...]:
    """Return the groups that can be switched off, each once, in the order of the registry."""
    return tuple(dict.fromkeys(kind.mute_group for kind in planning.kinds if kind.mute_group))


async def _settings(tx: Tx, clock: Clock, planning: Planning, visitor: Visitor) -> Settings:
    present = await present_visitor(tx, clock, visitor)
    require_admission(present)
    now = clock.now()
    streams = [part.stream for part in present.enrolments]
    stream = current_stream(streams, now.date(), present.chosen_stream_id)
    modules = () if stream is None else await published_modules(tx, stream.id)
    muted = frozenset() if present.person is None else await muted_of(tx, present.person.id)
    heard = [kind for kind in planning.kinds if _reads(present, kind.readers)]
    offered = {kind.mute_group for kind in heard}
    return Settings(
        visitor=present,
        now=now,
        groups=tuple(group for group in mute_groups(planning) if group in muted or group in offered),
        muted=muted,
        always=tuple(kind.name for kind in heard if not kind.mute_group and not kind.to_groups),
        night=await planning.night_of(tx, 0 if stream is None else stream.id),
        module=running_module(modules, now),
    )


def _reads(visitor: Visitor, readers: Readers) -> bool:
    """Tell whether somebody is one of those a kind of notice is for."""
    organizes = bool(visitor.roles & {Role.ORGANIZER, Role.ADMINISTRATOR})
    match readers:
        case Readers.ALL:
            return True
        case Readers.LEADERS:
            return organizes or Role.MENTOR in visitor.roles
        case Readers.ORGANIZERS:
            return organizes
