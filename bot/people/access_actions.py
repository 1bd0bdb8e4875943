"""Coming in without a link: by the own phone, or by asking the organizers."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.people.access import LONGEST, AccessRequest, RequestState, own_phone, suggestions
from bot.people.actions import present_visitor, self_of
from bot.people.link_actions import open_or_new
from bot.people.model import Person, Role, Visitor
from bot.people.rights import require_role
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, OutOfDate, Refusal
from db import access, invitations, people
from db.engine import Database, Tx
from db.updates import first_time


@dataclass(frozen=True, slots=True)
class Invited:
    """Whom the stranger seems to be, and the code that binds after «Да, это я»."""

    person: Person
    code: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as one organizer sees it: who of the own streams it may be."""

    request: AccessRequest
    chat_id: int
    locale: str
    suggested: Sequence[Person]


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of a request: `invited` is None where it was refused."""

    request: AccessRequest
    invited: Invited | None


async def come_by_phone(db: Database, clock: Clock, visitor: Visitor, phone: str) -> Invited | None:
    """Return who of the roster has this number, vouched for by the messenger.

    None where nobody or several people have it: the number is kept and words are awaited.
    """
    async with db.write() as tx:
        await _require_stranger(tx, clock, visitor)
        number, now = own_phone(phone), clock.now()
        found = await access.outside_with_phone(tx, number, now.date()) if number else []
        if len(found) == 1:
            return await _invited(tx, clock, found[0])
        await _await_words(tx, clock, visitor)
        await access.change_request(tx, visitor.user_id, phone=number)
        return None


async def begin_request(db: Database, clock: Clock, visitor: Visitor) -> RequestState:
    """Wait for the stranger's words, unless a request is with the organizers already."""
    async with db.write() as tx:
        await _require_stranger(tx, clock, visitor)
        return await _await_words(tx, clock, visitor)


async def standing(db: Database, clock: Clock, visitor: Visitor) -> Decision | None:
    """Return how the stranger's request stands; None where there is none.

    One that was granted comes with the question again: the first may have been lost on the way.
    """
    async with db.read() as tx:
        request = await access.request_of(tx, visitor.user_id)
        if request is None:
            return None
        if request.state is not RequestState.GRANTED or request.person_id is None:
            return Decision(request, None)
        opens = (await invitations.open_of(tx, [request.person_id], clock.now())).get(request.person_id)
        person = await people.person(tx, request.person_id)
        if opens is None or person is None or await people.account_of(tx, person.id) is not None:
            return None
        return Decision(request, Invited(person, opens.code))


async def hand_in(
    db: Database, clock: Clock, visitor: Visitor, words: str, shown_name: str
) -> Sequence[Asked]:
    """Put the request before the organizers of running streams; return what each of them is to see.

    Refuses further words while a request is with them already.
    """
    async with db.write() as tx:
        await _require_stranger(tx, clock, visitor)
        request = await access.request_of(tx, visitor.user_id)
        if await first_time(tx, visitor.update_id, "ask-access", clock.now()):
            if request is not None and request.state is RequestState.OPEN:
                raise Refusal("access-waiting")
            if request is None or request.state is not RequestState.WRITING:
                raise OutOfDate
            values = {"words": words[:LONGEST], "shown_name": shown_name[:LONGEST]}
            await access.change_request(
                tx, visitor.user_id, **values, state=RequestState.OPEN, asked_at=clock.now()
            )
            request = await access.request_of(tx, visitor.user_id)
        if request is None or request.state is not RequestState.OPEN:
            raise OutOfDate
        seen = []
        for user_id in await access.organizer_accounts(tx, clock.now().date()):
            organizer = await self_of(tx, clock, Visitor(user_id, user_id, "ru"))
            if organizer.admitted:
                roster = await _outside(tx, clock, organizer)
                likely = suggestions(request, roster)
                seen.append(Asked(request, organizer.chat_id, organizer.locale, likely))
        return seen


async def open_requests(db: Database, clock: Clock, visitor: Visitor) -> Sequence[Asked]:
    """Return what waits for a decision, for an organizer."""
    async with db.read() as tx:
        organizer = await _organizer(tx, clock, visitor)
        roster = await _outside(tx, clock, organizer)
        return [
            Asked(request, organizer.chat_id, organizer.locale, suggestions(request, roster))
            for request in await access.open_requests(tx)
        ]


async def candidates(
    db: Database, clock: Clock, visitor: Visitor, request_id: int
) -> tuple[AccessRequest, Sequence[Person]]:
    """Return an open request and everybody of the organizer's streams who has not entered, by name."""
    async with db.read() as tx:
        organizer = await _organizer(tx, clock, visitor)
        request = await _still_open(tx, request_id)
        return request, sorted(await _outside(tx, clock, organizer), key=lambda person: person.full_name)


async def grant(db: Database, clock: Clock, visitor: Visitor, request_id: int, person_id: int) -> Decision:
    """Let the stranger in as somebody of the organizer's streams; binding waits for «Да, это я»."""
    async with db.write() as tx:
        organizer = await _organizer(tx, clock, visitor)
        if await first_time(tx, visitor.update_id, "grant-access", clock.now()):
            await _still_open(tx, request_id)
            if person_id not in {person.id for person in await _outside(tx, clock, organizer)}:
                if await people.account_of(tx, person_id) is not None:
                    raise Refusal("error-person-taken")
                raise NotAllowed
            await _close(tx, clock, visitor, request_id, RequestState.GRANTED, person_id)
        request = await access.request(tx, request_id)
        if request is None or request.person_id is None:
            raise OutOfDate
        return Decision(request, await _invited(tx, clock, request.person_id))


async def refuse(db: Database, clock: Clock, visitor: Visitor, request_id: int) -> Decision:
    """Refuse a request."""
    async with db.write() as tx:
        await _organizer(tx, clock, visitor)
        if await first_time(tx, visitor.update_id, "refuse-access", clock.now()):
            await _still_open(tx, request_id)
            await _close(tx, clock, visitor, request_id, RequestState.REFUSED, None)
        request = await access.request(tx, request_id)
        if request is None:
            raise OutOfDate
        return Decision(request, None)


async def _close(
    tx: Tx, clock: Clock, visitor: Visitor, request_id: int, state: RequestState, person_id: int | None
) -> None:
    values = {"state": state, "person_id": person_id, "decided_by": visitor.user_id}
    if not await access.close_request(tx, request_id, **values, decided_at=clock.now()):
        await _still_open(tx, request_id)


async def _still_open(tx: Tx, request_id: int) -> AccessRequest:
    request = await access.request(tx, request_id)
    if request is None:
        raise OutOfDate
    if request.state is not RequestState.OPEN:
        name = await access.name_behind(tx, request.decided_by)
        raise (
            Refusal("error-request-decided", name=name) if name else Refusal("error-request-decided-by-admin")
        )
    return request


async def _await_words(tx: Tx, clock: Clock, visitor: Visitor) -> RequestState:
    await access.save_request(tx, visitor.user_id, visitor.chat_id, visitor.locale, clock.now())
    request = await access.request_of(tx, visitor.user_id)
    if request is not None and request.state is RequestState.OPEN:
        return RequestState.OPEN
    await access.change_request(
        tx, visitor.user_id, state=RequestState.WRITING, locale=visitor.locale, person_id=None
    )
    return RequestState.WRITING


async def _outside(tx: Tx, clock: Clock, organizer: Visitor) -> list[Person]:
    """Everybody of the organizer's streams who has not entered, each once."""
    streams = await organized(tx, organizer)
    found = [
        person
        for stream in streams
        for person in await invitations.not_entered(tx, stream, clock.now().date())
    ]
    return list({person.id: person for person in found}.values())


async def organized(tx: Tx, visitor: Visitor) -> list[int]:
    """Step: return the ids of the streams the visitor organizes; an administrator, every stream."""
    if visitor.administrator:
        return await people.stream_ids(tx)
    return [part.stream.id for part in visitor.enrolments if Role.ORGANIZER in part.roles]


async def _organizer(tx: Tx, clock: Clock, visitor: Visitor) -> Visitor:
    present = await present_visitor(tx, clock, visitor)
    streams = await organized(tx, present)
    if not streams:
        raise NotAllowed
    require_role(present, streams[0], Role.ORGANIZER)
    return present


async def _require_stranger(tx: Tx, clock: Clock, visitor: Visitor) -> None:
    present = await present_visitor(tx, clock, visitor)
    if present.person is not None:
        raise Refusal("error-account-taken", name=present.person.full_name)


async def _invited(tx: Tx, clock: Clock, person_id: int) -> Invited:
    person = await people.person(tx, person_id)
    if person is None:
        raise OutOfDate
    return Invited(person, await open_or_new(tx, clock, person_id))
