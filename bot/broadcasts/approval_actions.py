"""Laying a broadcast, or its correction, before a second organizer; steps that the actions share."""

from dataclasses import replace

from bot.broadcasts.card_actions import zones_of
from bot.broadcasts.model import APPROVE, APPROVE_URGENT, Broadcast
from bot.broadcasts.notices import wanted_word
from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.shared.errors import Refusal
from db import people
from db.engine import Tx
from db.members import staff_of

APPROVAL, CORRECTION = "approval", "correction"
"""What is laid before a second organizer, as the subject of its notice names it."""


async def ask_second(
    tx: Tx, clock: Clock, planning: Planning, one: Broadcast, staff: Visitor, what: str, shown: str
) -> None:
    """Step: ask everybody else who organizes all its streams; refuses where there is nobody.

    `shown` is the print of what they are asked about: where it is another one by then, nobody is told.
    """
    now, stream_id = clock.now(), one.audience.streams[0]
    own_id = None if staff.own_person is None else staff.own_person.id
    each = [await staff_of(tx, stream, now.date()) for stream in one.audience.streams]
    others = [person for person in each[0] if person != own_id and all(person in some for some in each)]
    chats = [
        chat
        for user, chat, person in await people.administrators(tx)
        if user != staff.user_id and person not in others
    ]
    if not others and not chats:
        raise Refusal("error-broadcast-no-second")
    mark, zone = f"{what}:{now:%Y%m%d%H%M%S}", (await zones_of(tx, clock, one))(stream_id, None)
    kind = APPROVE_URGENT if one.urgent else APPROVE
    words = [wanted_word(kind, one, stream_id, now, mark, zone, person, 0) for person in others]
    words += [wanted_word(kind, one, stream_id, now, mark, zone, None, chat) for chat in chats]
    await planning.put(tx, now, [replace(word, params={"print": shown}) for word in words])
