"""What waits for a person, gathered from every room that declares it."""

from collections.abc import Awaitable, Callable, Iterable, Sequence

from bot.people.actions import present_visitor
from bot.people.model import Role, Visitor
from bot.people.rights import require_admission
from bot.people.todo import Asker, Awaited, in_order
from bot.programme.model import Stream
from bot.shared.clock import Clock
from db import programme
from db.engine import Database, Tx

Step = Callable[[Tx, Asker], Awaitable[Sequence[Awaited]]]
"""Reads what one room has waiting for somebody, in two statements at most."""


async def awaited(db: Database, clock: Clock, visitor: Visitor, steps: Iterable[Step]) -> tuple[Awaited, ...]:
    """Return everything that waits for the visitor, the most urgent first; NotAllowed for outsiders."""
    async with db.read() as tx:
        present = await present_visitor(tx, clock, visitor)
        require_admission(present)
        asker = Asker(present, await _organized(tx, present), clock.now())
        return in_order([one for step in steps for one in await step(tx, asker)])


async def _organized(tx: Tx, visitor: Visitor) -> tuple[Stream, ...]:
    if visitor.administrator:
        return tuple(await programme.all_streams(tx))
    return tuple(part.stream for part in visitor.enrolments if Role.ORGANIZER in part.roles)
