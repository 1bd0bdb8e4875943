"""Steps that all actions of broadcasts share: who may, and the card as it is now."""

from collections.abc import Iterable
from dataclasses import replace

from bot.broadcasts.audience import Audience, Field, chosen
from bot.broadcasts.model import (
    CHANGE,
    PLAIN,
    RETRACTION,
    URGENT,
    Broadcast,
    Card,
    Deed,
    Progress,
    Recipient,
    State,
)
from bot.notices.model import State as NoticeState
from bot.people.actions import self_of
from bot.people.model import Role, Visitor
from bot.people.rights import require_admission
from bot.programme.model import Stream
from bot.programme.settings import APPROVAL_SIZE
from bot.projects.owing_actions import owing_teams
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, Refusal
from db import audience as audience_reads
from db import broadcast_answers, broadcast_log, broadcasts, groups, programme
from db import broadcast_plan as plan
from db import broadcast_reports as reports
from db.engine import Tx
from db.settings import settings_of

NAMES = 8
"""Names shown of an audience."""

NAMED = frozenset({Field.TEAM, Field.DIRECTION, Field.MODULE, Field.BUS})
"""Conditions whose values are called otherwise than they are kept."""

MAIN = (PLAIN, URGENT)
"""The kinds that bring the broadcast itself."""

CHANGES = (CHANGE, RETRACTION)
"""The kinds that follow what was sent."""


async def organizer(tx: Tx, clock: Clock, visitor: Visitor) -> tuple[Visitor, list[Stream]]:
    """Step: return the visitor as they are now, with the streams they organize; NotAllowed for others."""
    staff = await self_of(tx, clock, visitor)
    require_admission(staff)
    every = await programme.all_streams(tx)
    own = [stream for stream in every if Role.ORGANIZER in staff.roles_in(stream.id)]
    if not own:
        raise NotAllowed
    return staff, own


def require_reach(audience: Audience, streams: Iterable[Stream]) -> None:
    """Refuse an audience that goes beyond some streams."""
    if not set(audience.streams) <= {stream.id for stream in streams}:
        raise NotAllowed


async def existing(
    tx: Tx, clock: Clock, visitor: Visitor, broadcast_id: int, lock: bool = False
) -> tuple[Broadcast, Visitor, list[Stream]]:
    """Step: return a broadcast that the visitor may see and act on: all its streams are their own.

    NotAllowed for one that reaches other streams, and for somebody else's draft.
    """
    staff, own = await organizer(tx, clock, visitor)
    one = await broadcasts.broadcast(tx, broadcast_id, lock)
    if one is None:
        raise Refusal("error-broadcast-gone")
    require_reach(one.audience, own)
    if one.state is State.DRAFT and one.author_user != visitor.user_id:
        raise NotAllowed
    return one, staff, own


def require_state(one: Broadcast, *states: State) -> None:
    """Refuse what is not possible (any more) in a state."""
    if one.state not in states:
        raise Refusal("error-broadcast-state")


async def everybody_of(tx: Tx, clock: Clock, audience: Audience) -> audience_reads.Everybody:
    """Step: read everybody an audience chooses from."""
    asked = {int(value) for term in audience.terms if term.field is Field.SILENT for value in term.values}
    owing = await owing_teams(tx, clock.now(), audience.streams)
    return await audience_reads.everybody(tx, audience.streams, clock.now().date(), asked, owing)


async def group_chats(tx: Tx, audience: Audience) -> list[tuple[int, int]]:
    """Step: return stream and chat of the group chats an audience adds."""
    if not audience.chats:
        return []
    found = [(stream, await groups.group_chat(tx, stream)) for stream in audience.streams]
    return [(stream, chat.chat_id) for stream, chat in found if chat is not None and chat.present]


async def needs_approval(tx: Tx, streams: Iterable[Stream], count: int) -> bool:
    """Step: tell whether a second organizer has to approve so many recipients."""
    for programme_id in {stream.programme_id for stream in streams}:
        least = (await settings_of(tx, programme_id)).value(APPROVAL_SIZE)
        if least and count >= least:
            return True
    return False


async def card_of(tx: Tx, clock: Clock, user_id: int, one: Broadcast, own: list[Stream]) -> Card:
    """Step: return a broadcast with everything its screen shows."""
    streams = [stream for stream in own if stream.id in one.audience.streams]
    fresh, now = one.state in {State.DRAFT, State.APPROVAL}, clock.now()
    everybody = audience_reads.Everybody([], {})
    if fresh or any(term.field in NAMED for term in one.audience.terms):
        everybody = await everybody_of(tx, clock, one.audience)
    card = Card(one, streams, everybody.labels, now, own=one.author_user == user_id)
    if fresh:
        members = chosen(one.audience, everybody.members)
        chats = await group_chats(tx, one.audience)
        return replace(
            card,
            count=len(members),
            outside=sum(not member.entered for member in members),
            chats=len(chats),
            names=tuple(member.name for member in members[:NAMES]),
            approval=await needs_approval(tx, streams, len(members)),
        )
    answers, late = await broadcast_answers.answer_counts(tx, one.id, one.deadline)
    progress = await reports.progress(tx, one.audience.streams, one.subject, MAIN, now)
    changes = Progress()
    if one.version:
        changes = await reports.progress(tx, one.audience.streams, change_subject(one), CHANGES, now)
    waiting = await broadcasts.waiting_version(tx, one)
    asker = await broadcast_log.newest(tx, one.id, Deed.PROPOSED) if waiting else None
    return replace(
        card,
        progress=progress,
        changes=changes,
        answers=answers,
        late=late,
        waiting=waiting,
        own_waiting=asker is not None and asker.user_id == user_id,
        silent=await _count_silent(tx, one) if one.buttons.answers else 0,
    )


async def _count_silent(tx: Tx, one: Broadcast) -> int:
    return await reports.count_silent(tx, one.id, one.audience.streams, one.subject, MAIN)


async def present_card(
    tx: Tx, clock: Clock, visitor: Visitor, broadcast_id: int, streams: list[Stream]
) -> Card:
    """Step: return a broadcast as it is after what was just done with it."""
    one = await broadcasts.broadcast(tx, broadcast_id)
    if one is None:
        raise Refusal("error-broadcast-gone")
    return await card_of(tx, clock, visitor.user_id, one, streams)


def change_subject(one: Broadcast) -> str:
    """Return how the notices of the newest correction or of the retraction are found."""
    return f"{one.subject}:change:{one.version}"


async def recipients(tx: Tx, one: Broadcast) -> list[Recipient]:
    """Step: return everybody it was frozen for, by name, with what became of it and of its correction."""
    return await reports.recipients(tx, one.id, one.audience.streams, one.subject, MAIN, change_subject(one))


async def silent(tx: Tx, one: Broadcast) -> list[tuple[str, int | None, int | None, int, str]]:
    """Step: return key, person, chat, stream and zone of who got it and has not answered."""
    sent = await plan.whom(tx, one.audience.streams, one.subject, MAIN, [NoticeState.SENT])
    answered = {person for _id, person in await broadcast_answers.who_answered(tx, [one.id])}
    return [row[:5] for row in sent if row[1] is not None and row[1] not in answered]


async def note(tx: Tx, clock: Clock, staff: Visitor, one: Broadcast, deed: Deed, whom: Iterable[int]) -> None:
    """Step: add a line to the log."""
    person = staff.own_person
    own_id = None if person is None else person.id
    await broadcast_log.write_log(tx, one.id, staff.user_id, own_id, deed, list(whom), clock.now())
