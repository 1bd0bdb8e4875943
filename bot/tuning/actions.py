"""What organizers do about the settings of their programmes: look, change, put back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.notices.model import Scope
from bot.notices.planning import Planning
from bot.people.actions import present_visitor
from bot.people.model import Role, Visitor
from bot.people.rights import require_admission
from bot.privacy.retention import count_due, due_next, stream_days
from bot.programme.model import Stream
from bot.programme.retention import Due
from bot.programme.setting import Change, Group, Programme, Setting, SettingRegistry, Settings
from bot.programme.settings import RETENTION
from bot.projects.planning import replan_streams
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, OutOfDate
from bot.shared.zones import MOSCOW, day_in
from bot.support.planning import replan_alarms
from db import programme, settings
from db.corrections import count_waiting
from db.engine import Database, Tx
from db.entries import NOTHING, await_entry, awaited
from db.updates import first_time

AWAITED = "programme:value"
"""What is awaited from somebody who wants to type a value."""


@dataclass(frozen=True, slots=True)
class ProgrammeCard:
    """A programme's settings with who changed them, who is erased next, and how many corrections wait."""

    programme: Programme
    settings: Settings
    changes: Mapping[str, Change]
    due: Due | None
    today: date
    corrections: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a change. Where `erases` is not 0 nothing is written yet: so many people would be
    erased at once, and somebody must be sure; `value` is what is to be written then (None: the default).
    """

    card: ProgrammeCard
    setting: Setting[Any]
    value: str | None
    erases: int = 0


async def programmes(db: Database, clock: Clock, visitor: Visitor) -> Sequence[Programme]:
    """Return the programmes of which the visitor organizes a stream; NotAllowed where there is none to be."""
    async with db.read() as tx:
        return _programmes(await _organized(tx, clock, visitor))


async def look(db: Database, clock: Clock, visitor: Visitor, programme_id: int) -> ProgrammeCard:
    """Return the settings of a programme."""
    async with db.read() as tx:
        return await _card(tx, clock, visitor, programme_id)


async def change(  # noqa: PLR0913  (what a tap says, and what every change needs)
    db: Database,
    clock: Clock,
    planning: Planning,
    visitor: Visitor,
    registry: SettingRegistry,
    programme_id: int,
    key: str,
    value: str | None,
    *,
    sure: bool = False,
) -> Outcome:
    """Write a value as it is kept (None: the default). OutOfDate for one that is none any more."""
    setting = known(registry, key)
    if value is not None:
        try:
            value = setting.kind.store(setting.kind.restore(value))
        except ValueError:
            raise OutOfDate from None
    async with db.write() as tx:
        return await _write(tx, clock, planning, visitor, programme_id, setting, value, sure=sure)


async def change_typed(
    db: Database,
    clock: Clock,
    planning: Planning,
    visitor: Visitor,
    registry: SettingRegistry,
    programme_id: int,
    key: str,
    typed: str,
) -> Outcome:
    """Write a value as somebody typed it; Refusal in words for what cannot be understood."""
    setting = known(registry, key)
    async with db.write() as tx:
        await _card(tx, clock, visitor, programme_id)
        value = setting.kind.store(setting.kind.read(typed))
        return await _write(tx, clock, planning, visitor, programme_id, setting, value, sure=False)


def known(registry: SettingRegistry, key: str) -> Setting[Any]:
    """Return the setting a button means; OutOfDate for one that is not shown."""
    for setting in registry:
        if setting.key == key and setting.shown:
            return setting
    raise OutOfDate


async def _write(
    tx: Tx,
    clock: Clock,
    planning: Planning,
    visitor: Visitor,
    programme_id: int,
    setting: Setting[Any],
    value: str | None,
    *,
    sure: bool,
) -> Outcome:
    card = await _card(tx, clock, visitor, programme_id)
    erases = 0 if sure else await _erased_at_once(tx, card, setting, value)
    if erases:
        return Outcome(card, setting, value, erases)
    if await first_time(tx, visitor.update_id, "change-setting", clock.now()):
        await settings.save_setting(tx, programme_id, setting.key, value, visitor.user_id, clock.now())
        await _replan(tx, clock, planning, programme_id, setting)
        if (await awaited(tx, visitor.user_id, visitor.chat_id, clock.now())).state == AWAITED:
            await await_entry(tx, visitor.user_id, visitor.chat_id, NOTHING, clock.now())
    return Outcome(await _card(tx, clock, visitor, programme_id), setting, value)


async def _replan(tx: Tx, clock: Clock, planning: Planning, programme_id: int, setting: Setting[Any]) -> None:
    """Plan again what a setting decides about."""
    own = sorted(one.id for one in await programme.all_streams(tx) if one.programme_id == programme_id)
    match setting.group:
        case Group.NOTICES | Group.LEADS | Group.MENTORING:
            for stream_id in own:
                await planning.replan(tx, clock.now(), Scope(stream_id))
        case Group.QUESTIONS:
            await replan_alarms(tx, clock.now(), planning, own)
        case Group.PROJECTS:
            await replan_streams(tx, clock.now(), planning, own)


async def _erased_at_once(tx: Tx, card: ProgrammeCard, setting: Setting[Any], value: str | None) -> int:
    """Return how many people a shorter retention would erase at once who are not due anyway."""
    if setting.key != RETENTION.key:
        return 0
    kept = {key: text for key, text in card.settings.kept.items() if key != setting.key}
    wanted = Settings(kept if value is None else {**kept, setting.key: value})
    streams = [one.id for one in await programme.all_streams(tx) if one.programme_id == card.programme.id]
    then = await stream_days(tx, {card.programme.id: wanted})
    more = await count_due(tx, streams, then, card.today)
    return max(0, more - await count_due(tx, streams, await stream_days(tx), card.today))


async def _card(tx: Tx, clock: Clock, visitor: Visitor, programme_id: int) -> ProgrammeCard:
    streams = await _organized(tx, clock, visitor)
    found = next((one for one in _programmes(streams) if one.id == programme_id), None)
    if found is None:
        raise NotAllowed
    every = [one.id for one in await programme.all_streams(tx) if one.programme_id == programme_id]
    return ProgrammeCard(
        found,
        await settings.settings_of(tx, programme_id),
        await settings.changes_of(tx, programme_id),
        await due_next(tx, every, await stream_days(tx)),
        day_in(clock.now(), MOSCOW),
        await count_waiting(tx, [stream.id for stream in streams]),
    )


async def _organized(tx: Tx, clock: Clock, visitor: Visitor) -> list[Stream]:
    present = await present_visitor(tx, clock, visitor)
    require_admission(present)
    if not present.roles & {Role.ORGANIZER, Role.ADMINISTRATOR}:
        raise NotAllowed
    every = await programme.all_streams(tx)
    return [stream for stream in every if Role.ORGANIZER in present.roles_in(stream.id)]


def _programmes(streams: Sequence[Stream]) -> list[Programme]:
    titles = {stream.programme_id: stream.programme_title for stream in streams}
    return [Programme(number, title) for number, title in titles.items()]
