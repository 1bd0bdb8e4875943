"""Writing to the other side of a mentorship; contacts stay with the bot, and nothing is lost silently."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.mentoring import correspondence as rules
from bot.mentoring.correspondence import Kind, Letter, Written
from bot.mentoring.mentorships import Mentorship, Side
from bot.mentoring.standing_actions import Standing, require_mentor, standing
from bot.notices.model import Notice, Outcome
from bot.notices.night import allowed_at
from bot.notices.planning import Planning
from bot.people import consent
from bot.people.assistant_actions import record
from bot.people.assistants import Deed
from bot.people.model import Person, Visitor
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, OutOfDate, Refusal
from db import assistants, notice_recipients
from db import mentorship_letters as rows
from db.engine import Database, Tx
from db.entries import NOTHING, await_entry
from db.mentorship_lives import lives_by_id
from db.people import people_named
from db.updates import first_time


@dataclass(frozen=True, slots=True)
class Sent:
    """A letter on its way: who gets it, who cannot be written to, and whether the night holds it."""

    me: Standing
    letter: Letter
    readers: tuple[Person, ...]
    blocked: tuple[Person, ...]
    outside: tuple[Person, ...]
    held_until: datetime | None
    """By the clock of the first reader; None where it goes at once."""


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """What a letter's message is made of for its reader; `through` is the assistant who wrote it."""

    letter: Letter
    one: Mentorship
    author: Person | None
    through: str
    part: int
    edited: bool


@dataclass(frozen=True, slots=True)
class UnreachedFacts:
    """A letter that did not reach somebody, and why (a word of `letters-why-…`)."""

    letter: Letter
    one: Mentorship
    reader: Person
    why: str


async def addressing(db: Database, clock: Clock, visitor: Visitor, mentorship_id: int) -> Standing:
    """Return who is about to write to the other side of a mentorship."""
    async with db.read() as tx:
        me = await standing(tx, clock, visitor, mentorship_id)
        require_mentor(me)
        return me


async def answering(db: Database, clock: Clock, visitor: Visitor, letter_id: int) -> tuple[Standing, Letter]:
    """Return who is about to answer a letter that was for them."""
    async with db.read() as tx:
        return await _answering(tx, clock, visitor, letter_id)


async def write(
    db: Database,
    clock: Clock,
    planning: Planning,
    visitor: Visitor,
    mentorship_id: int,
    written: Written,
    answered: int = 0,
) -> Sent | None:
    """Send a letter to the other side, or with `answered` to whoever wrote that letter.

    What was awaited is done with. The same message again is one letter. None for a further file of an
    album, about which nothing need be said.
    """
    async with db.write() as tx:
        to_id = None
        if answered:
            me, before = await _answering(tx, clock, visitor, answered)
            to_id = _addressee(me, before)
        else:
            me = await standing(tx, clock, visitor, mentorship_id)
        album = await rows.of_album(tx, written.chat_id, written.album) if written.album else None
        if album is not None:
            to_id = album.to_id
        return await _write(tx, clock, planning, me, written, to_id, told=album is None)


async def go_on(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, written: Written, letter: Letter
) -> Sent | None:
    """Send a further file of an album to where its first one went."""
    return await write(db, clock, planning, visitor, letter.mentorship_id, written)


async def letter_shown(db: Database, chat_id: int, message_id: int) -> Letter | None:
    """Return the letter a message of the bot brought, or that an own message is; None for neither."""
    async with db.read() as tx:
        return await rows.shown_at(tx, chat_id, message_id) or await rows.written_at(tx, chat_id, message_id)


async def letter_of_album(db: Database, chat_id: int, album: str) -> Letter | None:
    """Return the first letter of an album, None where it is none."""
    async with db.read() as tx:
        return await rows.of_album(tx, chat_id, album)


async def own_letter(db: Database, chat_id: int, message_id: int) -> Letter | None:
    """Return the letter that an own message is."""
    async with db.read() as tx:
        return await rows.written_at(tx, chat_id, message_id)


async def correct(db: Database, clock: Clock, planning: Planning, visitor: Visitor, written: Written) -> None:
    """Pass the new words of an edited letter on; one that is not sent yet goes out with them."""
    async with db.write() as tx:
        letter = await rows.written_at(tx, written.chat_id, written.message_id)
        if letter is None:
            return
        me = await standing(tx, clock, visitor, letter.mentorship_id)
        if letter.author_id != me.person.id:
            raise NotAllowed("error-mentorship-not-yours")
        same = (letter.written.text, letter.written.entities) == (written.text, written.entities)
        if same or not await first_time(tx, visitor.update_id, "correct-letter", clock.now()):
            return
        await rows.rewrite(tx, letter.id, written)
        await rows.drop_unsent(tx, me.one.stream.id, letter.id, clock.now())
        again = await rows.letter(tx, letter.id)
        if again is not None:
            reached, _blocked, _outside = await _reach(tx, clock, rules.readers(me.one, again))
            ids = {person.id for person in reached}
            await planning.put(
                tx, clock.now(), rules.letter_notices(me.one, again, ids, clock.now(), edited=True)
            )


async def tell_author(tx: Tx, now: datetime, planning: Planning, notice: Notice, outcome: Outcome) -> None:
    """Step: tell a letter's author that it did not reach somebody after all."""
    letter = await rows.letter(tx, rules.letter_number(notice.subject))
    if letter is None or letter.author_id is None or notice.person_id is None:
        return
    life = (await lives_by_id(tx, [letter.mentorship_id], now.date())).get(letter.mentorship_id)
    author = (await people_named(tx, [letter.author_id])).get(letter.author_id)
    if life is not None and author is not None:
        told = rules.unreached_notice(life.one, letter, notice.person_id, author, outcome.reason, now)
        await planning.put(tx, now, [told])


async def letters_told(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Mapping[int, LetterFacts]:
    """Return, by notice id, what each letter says; missing are those of a mentorship that has ended."""
    letters = await rows.letters_by_id(tx, {rules.letter_number(one.subject) for one in notices})
    lives = await lives_by_id(tx, {one.mentorship_id for one in letters.values()}, now.date())
    authors = await people_named(tx, {one.author_id for one in letters.values() if one.author_id})
    through = await assistants.who_did(tx, Deed.WROTE, list(letters))
    found = {}
    for notice in notices:
        letter = letters.get(rules.letter_number(notice.subject))
        life = lives.get(letter.mentorship_id) if letter else None
        if letter is None or life is None or not life.one.runs:
            continue
        if notice.person_id in {person.id for person in rules.readers(life.one, letter)}:
            found[notice.id] = LetterFacts(
                letter,
                life.one,
                authors.get(letter.author_id or 0),
                through.get(letter.id, ""),
                int(notice.params["part"]),
                bool(notice.params["edited"]),
            )
    return found


async def unreached_told(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Mapping[int, UnreachedFacts]:
    """Return, by notice id, which letter did not reach whom."""
    letters = await rows.letters_by_id(tx, {rules.letter_number(one.subject) for one in notices})
    lives = await lives_by_id(tx, {one.mentorship_id for one in letters.values()}, now.date())
    people = await people_named(tx, {int(one.params["reader"]) for one in notices})
    found = {}
    for notice in notices:
        letter = letters.get(rules.letter_number(notice.subject))
        reader = people.get(int(notice.params["reader"]))
        if letter is not None and reader is not None and letter.mentorship_id in lives:
            one = lives[letter.mentorship_id].one
            found[notice.id] = UnreachedFacts(letter, one, reader, str(notice.params["why"]))
    return found


async def _write(
    tx: Tx,
    clock: Clock,
    planning: Planning,
    me: Standing,
    written: Written,
    to_id: int | None,
    *,
    told: bool,
) -> Sent | None:
    now, visitor = clock.now(), me.visitor
    require_mentor(me)
    if written.kind is Kind.TEXT and not written.text.strip():
        raise Refusal("error-letter-empty")
    number = await rows.add_letter(tx, me.one.id, me.side is Side.MENTOR, me.person.id, to_id, written, now)
    letter = await rows.written_at(tx, written.chat_id, written.message_id)
    if letter is None:
        raise OutOfDate("error-mentorship-ended")
    readers, blocked, outside = await _reach(tx, clock, rules.readers(me.one, letter))
    if number is not None:
        wanted = rules.letter_notices(me.one, letter, {person.id for person in readers}, now)
        await planning.put(tx, now, wanted)
        await record(tx, clock, visitor, Deed.WROTE, letter.id, letter.id)
        await await_entry(tx, visitor.user_id, visitor.chat_id, NOTHING, now)
    if not told:
        return None
    night = await planning.night_of(tx, me.one.stream.id)
    zone = readers[0].zone or me.one.zone or me.zone if readers else me.zone
    goes = allowed_at(now, zone, night, rules.LETTER.quiet, None)
    return Sent(me, letter, readers, blocked, outside, goes if goes > now else None)


def _addressee(me: Standing, before: Letter) -> int | None:
    """Return to whom of the team an answer is: whoever wrote; an own letter goes on to where it went."""
    if before.side is me.side:
        return before.to_id
    return before.author_id if me.side is Side.MENTOR else None


async def _answering(tx: Tx, clock: Clock, visitor: Visitor, letter_id: int) -> tuple[Standing, Letter]:
    letter = await rows.letter(tx, letter_id)
    if letter is None:
        raise OutOfDate("error-letter-gone")
    me = await standing(tx, clock, visitor, letter.mentorship_id)
    require_mentor(me)
    if letter.side is me.side and letter.author_id != me.person.id:
        raise NotAllowed("error-mentorship-not-yours")
    return me, letter


async def _reach(
    tx: Tx, clock: Clock, people: Sequence[Person]
) -> tuple[tuple[Person, ...], tuple[Person, ...], tuple[Person, ...]]:
    """Divide people into who can be written to, who has blocked the bot, and who has not entered."""
    today, version = clock.now().date(), consent.VERSIONS[consent.PROCESSING]
    known = await notice_recipients.recipients(tx, [person.id for person in people], today, version)
    inside = [person for person in people if person.id in known and known[person.id].consented]
    reached = tuple(person for person in inside if known[person.id].reachable)
    blocked = tuple(person for person in inside if not known[person.id].reachable)
    return reached, blocked, tuple(person for person in people if person not in inside)
