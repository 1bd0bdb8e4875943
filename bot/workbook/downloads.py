"""The workbook handed out in the chat: the present programme, or the empty template."""

from collections.abc import Mapping

from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.shared.records import Ident, Record, fold
from bot.workbook.actions import read_state
from bot.workbook.examination import State
from bot.workbook.sheets import SHEETS
from bot.workbook.territory import Own, is_own
from bot.workbook.uploads import own_streams
from bot.workbook.writer import template_job, workbook_job, write_book
from db.editions import read_editions
from db.engine import Database


async def export_workbook(db: Database, clock: Clock, visitor: Visitor) -> bytes:
    """Return the programme as organizers edit it, with codes and the editions' numbers.

    An organizer gets own streams and what is common; an administrator gets everything.
    """
    async with db.read() as tx:
        own = await own_streams(tx, clock, visitor)
        state, _ = await read_state(tx)
        stamp = {
            stream.code: stream.number
            for stream in await read_editions(tx)
            if stream.number and is_own(stream.code, own)
        }
    return await write_book(workbook_job(SHEETS, own_records(state, own), stamp))


async def empty_template(db: Database, clock: Clock, visitor: Visitor) -> bytes:
    """Return the template with an example on each sheet."""
    async with db.read() as tx:
        await own_streams(tx, clock, visitor)
    return await write_book(template_job())


def own_records(state: State, own: Own) -> Mapping[Ident, Record]:
    """Return what somebody may see of the programme: own streams, their people, and what is common."""
    if own is None:
        return state.everything
    editions = [edition for code, edition in state.editions.items() if is_own(code, own)]
    content = {ident: record for edition in editions for ident, record in edition.items()}
    found = {ident: record for ident, record in state.records.items() if _is_own(record, state, own, content)}
    people = {fold(record.codes[0]) for record in found.values() if record.kind == "enrolment"}
    found |= {("person", code): state.records["person", code] for code in people}
    return {**found, **content}


def _is_own(record: Record, state: State, own: frozenset[str], content: Mapping[Ident, Record]) -> bool:
    match record.kind:
        case "programme" | "direction":
            mine = True
        case "person":  # found by their enrolments
            mine = False
        case "stream":
            mine = fold(record.codes[0]) in own
        case "enrolment" | "mentor":
            mine = fold(record.codes[1]) in own
        case "travel":
            mine = ("module", fold(record.codes[1])) in content
        case "seat":
            mine = ("event", fold(record.codes[0])) in content
        case "milestone":
            project = state.records["project", fold(str(record.fields["project"]))]
            mine = fold(str(project.fields["stream"])) in own
        case _:
            mine = fold(str(record.fields["stream"])) in own
    return mine
