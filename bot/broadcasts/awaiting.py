"""What waits: for an organizer, broadcasts that others have laid before them; for a reader, an answer."""

from datetime import timedelta

from bot.broadcasts.model import Deed, State
from bot.people.todo import Asker, Awaited, Matter
from db import broadcast_answers, broadcast_log, broadcasts
from db.engine import Tx

ASKED_FOR = timedelta(days=30)
"""How long an answer is waited for where no deadline was set."""


async def approvals_waiting(tx: Tx, asker: Asker) -> list[Awaited]:
    """Step: count what others have laid before a second organizer in the organized streams."""
    within, own = {stream.id for stream in asker.organized}, asker.visitor.user_id
    if not within:
        return []
    asked = [(one, one.author_user) for one in await broadcasts.in_state(tx, State.APPROVAL)]
    for one in await broadcasts.with_waiting_version(tx):
        who = await broadcast_log.newest(tx, one.id, Deed.PROPOSED)
        asked.append((one, who.user_id if who else 0))
    found = [one for one, by in asked if by != own and within.issuperset(one.audience.streams)]
    if not found:
        return []
    return [Awaited(Matter.BROADCASTS, len(found), subject_id=found[0].id)]


async def answers_waiting(tx: Tx, asker: Asker) -> list[Awaited]:
    """Step: name the broadcasts that somebody has got and not answered, until their deadlines."""
    person = asker.visitor.own_person
    if person is None:
        return []
    return [
        Awaited(Matter.ANSWER, 1, one.id, name=one.first_words or "–")
        for one in await broadcast_answers.unanswered(tx, person.id, asker.now - ASKED_FOR)
        if one.buttons.answers and (one.deadline is None or one.deadline > asker.now)
    ]
