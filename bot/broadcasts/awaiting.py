"""What waits: for an organizer, broadcasts that others have laid before them; for a reader, an answer."""

from datetime import timedelta

from bot.broadcasts.model import State
from bot.people.todo import Asker, Awaited, Matter
from db import broadcast_answers, broadcasts
from db.engine import Tx

ASKED_FOR = timedelta(days=30)
"""How long an answer is waited for where no deadline was set."""


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
