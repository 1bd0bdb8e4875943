"""Laying a broadcast, or its correction, before a second organizer; telling the first what was decided."""

from dataclasses import replace
from datetime import date

from bot.broadcasts.model import APPROVE, APPROVE_URGENT, DECIDED, DECIDED_URGENT, Broadcast, Deed
from bot.broadcasts.notices import wanted_word
from bot.broadcasts.reach_actions import zones_of
from bot.notices.planning import Planning
from bot.people.consent import PROCESSING, VERSIONS
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.shared.errors import Refusal
from db import broadcast_log, notice_recipients, people
from db import broadcast_reports as reports
from db.engine import Tx
from db.members import staff_of

APPROVAL, CORRECTION = "approval", "correction"
"""What is laid before a second organizer, as the subject of its notice names it."""

OF_CORRECTIONS = frozenset({Deed.AGREED, Deed.REFUSED})


async def ask_second(
    tx: Tx, clock: Clock, planning: Planning, one: Broadcast, staff: Visitor, what: str, shown: str
) -> None:
    """Step: ask everybody else who organizes all its streams and can be asked; refuses where there is nobody.

    `shown` is the print of what they are asked about: where it is another one by then, nobody is told.
    """
    now, stream_id = clock.now(), one.audience.streams[0]
    others, chats = await _seconds(tx, now.date(), one, staff)
    if not others and not chats:
        raise Refusal("error-broadcast-no-second")
    mark, zone = f"{what}:{now:%Y%m%d%H%M%S}:{shown[:8]}", (await zones_of(tx, clock, one))(stream_id, None)
    kind = APPROVE_URGENT if one.urgent else APPROVE
    words = [wanted_word(kind, one, stream_id, now, mark, zone, person, 0) for person in others]
    words += [wanted_word(kind, one, stream_id, now, mark, zone, None, chat) for chat in chats]
    await planning.put(tx, now, [replace(word, params={"print": shown}) for word in words])


async def _seconds(tx: Tx, today: date, one: Broadcast, staff: Visitor) -> tuple[list[int], list[int]]:
    """Return who may approve besides the asker: people of the roster, and chats of other administrators."""
    own_id = None if staff.own_person is None else staff.own_person.id
    each = [await staff_of(tx, stream, today) for stream in one.audience.streams]
    organizers = [person for person in each[0] if person != own_id and all(person in some for some in each)]
    admins = [
        (chat, person) for user, chat, person in await people.administrators(tx) if user != staff.user_id
    ]
    asked = {*organizers, *(person for _chat, person in admins if person is not None)}
    known = await notice_recipients.recipients(tx, asked, today, VERSIONS[PROCESSING])
    able = {person for person, who in known.items() if who.consented and who.reachable}
    others = [person for person in organizers if person in able]
    further = able.difference(others)
    return others, [chat for chat, person in admins if person is None or person in further]


async def tell_asker(
    tx: Tx, clock: Clock, planning: Planning, one: Broadcast, staff: Visitor, deed: Deed
) -> None:
    """Step: tell whoever has asked for an approval what somebody else has decided."""
    who = await broadcast_log.newest(tx, one.id, Deed.PROPOSED if deed in OF_CORRECTIONS else Deed.ASKED)
    if who is None or who.user_id == staff.user_id:
        return
    chat = await reports.chat_of(tx, who.user_id)
    if chat is None:
        return
    now, stream_id = clock.now(), one.audience.streams[0]
    mark, zone = f"{deed}:{now:%Y%m%d%H%M%S}", (await zones_of(tx, clock, one))(stream_id, None)
    kind = DECIDED_URGENT if one.urgent else DECIDED
    word = wanted_word(kind, one, stream_id, now, mark, zone, who.person_id, chat[0])
    await planning.put(tx, now, [replace(word, params={"deed": deed})])
