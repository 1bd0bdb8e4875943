"""What waits for a mentor, and for organizers of mentors' answers: proposals."""

from bot.mentoring.mentorships import Phase
from bot.mentoring.settings import ESCALATE
from bot.people.model import Role
from bot.people.todo import Asker, Awaited, Matter
from db import matchings, mentorships
from db.engine import Tx
from db.settings import settings_of_stream


async def proposals_waiting(tx: Tx, asker: Asker) -> list[Awaited]:
    """Step: name each team that was proposed to the person as a mentor."""
    visitor = asker.visitor
    if visitor.person is None or Role.MENTOR not in visitor.roles:
        return []
    return [
        Awaited(Matter.PROPOSAL, 1, one.id, name=one.team)
        for one in await mentorships.proposals_to(tx, visitor.person.id)
        if Role.MENTOR in visitor.roles_in(one.stream.id)
    ]


async def answers_missing(tx: Tx, asker: Asker) -> list[Awaited]:
    """Step: count, by stream, mentors who have been silent too long, and name drafts not published."""
    found: list[Awaited] = []
    for stream in asker.running:
        patience = (await settings_of_stream(tx, stream.id)).value(ESCALATE)
        waits = await mentorships.proposals_in(tx, stream.id, Phase.PROPOSED)
        late = sum((asker.now - one.proposed_at).days >= patience for one in waits)
        if late:
            found.append(Awaited(Matter.SILENT_MENTORS, late, stream.id, stream))
        if await matchings.present_draft(tx, stream.id) is not None:
            found.append(Awaited(Matter.MATCH, 1, stream.id, stream))
    return found
