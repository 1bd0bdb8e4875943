"""What the letters of broadcasts are made of, read at the moment of sending."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.broadcasts.approval_actions import CORRECTION
from bot.broadcasts.card_actions import recipients
from bot.broadcasts.contents import Kind, Part, first_words
from bot.broadcasts.model import Broadcast, Deed, Recipient, State, number_of
from bot.broadcasts.notices import DELETABLE, is_reminder
from bot.broadcasts.prints import print_of, print_of_all
from bot.broadcasts.reach_actions import organizes
from bot.notices.model import Notice
from bot.notices.model import State as NoticeState
from db import broadcast_answers, broadcast_log, broadcasts
from db import broadcast_plan as plan
from db import broadcast_reports as reports
from db.engine import Tx

REPLIED, CALLED_OFF, NOTHING, LEFT = "replied", "cancelled", "nothing", "left"


@dataclass(frozen=True, slots=True)
class Piece:
    """A broadcast for one reader: `name` is how the reader is spoken to, empty for a group.

    `sent` are the messages it came as, where it is about a broadcast sent before, in the chat `chat_id` (0:
    where its letter goes, as of a group that may have moved); `deletable` tells whether they are young
    enough to be deleted. `parts` are its newest contents, none of a retracted one. With `reminder` the
    messages are those of a reminder of it. `choice` is what the reader has answered, None for nothing yet.
    """

    one: Broadcast
    parts: tuple[Part, ...]
    original: tuple[Part, ...]
    name: str
    sent: tuple[int, ...] = ()
    chat_id: int = 0
    deletable: bool = False
    reminder: bool = False
    choice: int | None = None


Fact = Piece | str | datetime | None
"""A piece; or why there is none; when to look again; None where the broadcast is paused."""

IN_FLIGHT = timedelta(minutes=1)
"""After so long it is looked again whether a message that was just being sent has its fate."""


async def pieces(tx: Tx, notices: Sequence[Notice]) -> Mapping[int, Fact]:
    """Read what each notice of a broadcast brings; two statements for all of them."""
    known = await broadcasts.by_id(tx, {number_of(notice.subject) for notice in notices})
    names = await reports.address_names(tx, {notice.person_id for notice in notices if notice.person_id})
    found: dict[int, Fact] = {}
    for notice in notices:
        one = known.get(number_of(notice.subject))
        if one is None or one.state in {State.CANCELLED, State.RETRACTED}:
            found[notice.id] = CALLED_OFF
        elif one.state is State.PAUSED:
            found[notice.id] = None
        else:
            found[notice.id] = Piece(one, one.parts, one.parts, names.get(notice.person_id or 0, ""))
    return found


async def reminders(tx: Tx, notices: Sequence[Notice]) -> Mapping[int, Fact]:
    """Read whom to remind: who has answered meanwhile is left alone, and all are of what was retracted."""
    found = dict(await changes(tx, notices, notices[0].due_at))
    about = {number_of(notice.subject) for notice in notices}
    answered = await broadcast_answers.who_answered(tx, about)
    for notice in notices:
        fact = found[notice.id]
        if isinstance(fact, Piece) and fact.one.state is State.RETRACTED:
            found[notice.id] = CALLED_OFF
        elif (number_of(notice.subject), notice.person_id) in answered:
            found[notice.id] = REPLIED
    return found


async def changes(tx: Tx, notices: Sequence[Notice], now: datetime) -> Mapping[int, Fact]:
    """Read what is to become of messages sent before; of what is on its way still, later."""
    known = await broadcasts.by_id(tx, {number_of(notice.subject) for notice in notices})
    people = {notice.person_id for notice in notices if notice.person_id}
    names, said = await reports.address_names(tx, people), await broadcast_answers.choices(tx, known, people)
    firsts = await broadcasts.parts_of(tx, {(number, 0) for number in known})
    sent = await plan.originals(tx, {str(notice.params["of"]) for notice in notices})
    found: dict[int, Fact] = {}
    for notice in notices:
        of = str(notice.params["of"])
        one, was = known.get(number_of(notice.subject)), sent.get(of)
        if one is not None and was is None:
            found[notice.id] = now + IN_FLIGHT
            continue
        if one is None or was is None or was[0] is not NoticeState.SENT or not was[2]:
            found[notice.id] = NOTHING
            continue
        name = names.get(notice.person_id or 0, "")
        young = now - was[3] < DELETABLE
        chat_id = was[1] if notice.person_id else 0
        reminder, choice = is_reminder(of), said.get((one.id, notice.person_id or 0))
        original = (Part(Kind.TEXT),) if reminder else firsts[one.id, 0]
        found[notice.id] = Piece(one, one.parts, original, name, was[2], chat_id, young, reminder, choice)
    return found


@dataclass(frozen=True, slots=True)
class Calls:
    """Whom to call about an urgent broadcast: those who have not answered, who was not reached first."""

    one: Broadcast
    silent: tuple[Recipient, ...]


async def calls(tx: Tx, notices: Sequence[Notice], now: datetime) -> Mapping[int, Calls | str]:
    """Read whom to call, broadcast by broadcast; phones are for who organizes its streams still."""
    found: dict[int, Calls | str] = {}
    for notice in notices:
        one = await broadcasts.broadcast(tx, number_of(notice.subject))
        if one is None or one.state in {State.CANCELLED, State.RETRACTED}:
            found[notice.id] = CALLED_OFF
            continue
        reader = await reports.account_of(tx, notice.person_id) if notice.person_id else one.author_user
        if not await organizes(tx, now, reader, one.audience):
            found[notice.id] = LEFT
            continue
        found[notice.id] = Calls(one, await silent_recipients(tx, one))
    return found


async def silent_recipients(tx: Tx, one: Broadcast) -> tuple[Recipient, ...]:
    """Step: return who has not answered, the unreached first; these alone where no answer is asked for."""
    every = await recipients(tx, one)
    quiet = [
        who
        for who in every
        if who.person_id is not None
        and (who.choice is None if one.buttons.answers else who.state is not NoticeState.SENT)
    ]
    return tuple(sorted(quiet, key=lambda who: who.state is NoticeState.SENT))


@dataclass(frozen=True, slots=True)
class Asked:
    """What is laid before a second organizer: by whom (empty for an administrator), saying what."""

    one: Broadcast
    who: str
    words: str
    correction: bool


async def approvals(tx: Tx, notices: Sequence[Notice]) -> Mapping[int, Asked | str]:
    """Read what waits for approval; what was decided or changed meanwhile is nothing to tell."""
    known = await broadcasts.by_id(tx, {number_of(notice.subject) for notice in notices})
    found: dict[int, Asked | str] = {}
    for notice in notices:
        one, shown = known.get(number_of(notice.subject)), notice.params.get("print")
        asked = None
        if one is not None and f":{CORRECTION}:" in notice.subject:
            asked = await _asked_correction(tx, one, shown)
        elif one is not None and one.state is State.APPROVAL and shown in {None, print_of_all(one)}:
            asked = Asked(one, one.author, one.first_words, correction=False)
        found[notice.id] = asked or NOTHING
    return found


async def _asked_correction(tx: Tx, one: Broadcast, shown: str | None) -> Asked | None:
    parts = await broadcasts.waiting_version(tx, one)
    if not parts or one.state is State.RETRACTED or print_of(parts) != shown:
        return None
    asker = await broadcast_log.newest(tx, one.id, Deed.PROPOSED)
    return Asked(one, asker.name if asker else "", first_words(parts), correction=True)


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided about what somebody has laid before a second organizer."""

    one: Broadcast
    deed: Deed


async def decisions(tx: Tx, notices: Sequence[Notice]) -> Mapping[int, Decided | str]:
    """Read what was decided; of a draft that is gone there is nothing to tell."""
    known = await broadcasts.by_id(tx, {number_of(notice.subject) for notice in notices})
    found: dict[int, Decided | str] = {}
    for notice in notices:
        one = known.get(number_of(notice.subject))
        found[notice.id] = NOTHING if one is None else Decided(one, Deed(notice.params["deed"]))
    return found
