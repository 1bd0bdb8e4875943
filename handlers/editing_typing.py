"""What is awaited from an organizer who edits: read only for organizers, before words of the timetable."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.people.model import Visitor
from bot.publishing.editing_actions import DONE
from bot.ui.editing_buttons import Text
from bot.ui.menu import KEYS, is_organizer
from handlers.text_entry import await_typed, stop_awaiting

FIELD, ADDING = "editing:field", "editing:add"


@dataclass(frozen=True, slots=True)
class Awaited:
    """What was asked for and the facts kept beside it; `again` when this very update was taken already."""

    state: str
    facts: Mapping[str, Any]
    again: bool


class EditingAwaited(Filter):
    """Lets through what an organizer was asked to type about the programme."""

    async def __call__(self, message: Message, visitor: Visitor, state: FSMContext) -> bool | dict[str, Any]:
        """Hand on what is awaited as `awaited`."""
        if not is_organizer(visitor) or message.text is None or message.text in KEYS:
            return False
        found = await state.get_state()
        if found not in {FIELD, ADDING, DONE}:
            return False
        facts = await state.get_data()
        again = facts.get("update") == visitor.update_id
        if found == DONE and not again:
            return False
        return {"awaited": Awaited(found, facts, again)}


async def await_field(state: FSMContext, event_id: int, what: Text) -> None:
    """Await a text about an event."""
    await await_typed(state, FIELD, event=event_id, what=what.value)


async def await_step(state: FSMContext, facts: Mapping[str, Any]) -> None:
    """Await the next thing of a new event; `facts` hold its `step` and what is known of it."""
    await await_typed(state, ADDING, **facts)


async def await_nothing(state: FSMContext) -> None:
    """Await nothing of editing any more; what other rooms await stays."""
    await stop_awaiting(state, FIELD, ADDING, DONE)
