"""What waits for an organizer: broadcasts that others have laid before them."""

from bot.broadcasts.model import State
from bot.people.todo import Asker, Awaited, Matter
from db import broadcasts
from db.engine import Tx


async def approvals_waiting(tx: Tx, asker: Asker) -> list[Awaited]:
    """Step: count the broadcasts of the organized streams that wait for a second organizer."""
    within = {stream.id for stream in asker.organized}
    if not within:
        return []
    found = [
        one
        for one in await broadcasts.in_state(tx, State.APPROVAL)
        if one.author_user != asker.visitor.user_id and within.issuperset(one.audience.streams)
    ]
    if not found:
        return []
    return [Awaited(Matter.BROADCASTS, len(found), subject_id=found[0].id)]
