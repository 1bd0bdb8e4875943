"""Questions that wait for an organizer: called out, new, taken and not answered yet."""

from bot.people.todo import Asker, Awaited, Matter
from bot.support.model import State
from db import awaiting
from db.awaiting import OpenQuestion
from db.engine import Tx


async def questions_waiting(tx: Tx, asker: Asker) -> list[Awaited]:
    """Step: count the open questions of the organized streams, each under one matter.

    What an administrator out of the roster has taken is that of all of these.
    """
    found = await awaiting.open_questions(tx, [stream.id for stream in asker.organized])
    own_id = asker.visitor.own_person.id if asker.visitor.own_person else None
    late = [one for one in found if one.called_out]
    new = [one for one in found if not one.called_out and one.state is State.NEW]
    own = [one for one in found if not one.called_out and one.state is State.TAKEN and one.staff_id == own_id]
    named = ((Matter.LATE_QUESTIONS, late), (Matter.NEW_QUESTIONS, new), (Matter.OWN_QUESTIONS, own))
    return [_line(matter, some) for matter, some in named if some]


def _line(matter: Matter, found: list[OpenQuestion]) -> Awaited:
    return Awaited(matter, len(found), subject_id=found[0].id if len(found) == 1 else 0)
