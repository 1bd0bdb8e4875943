"""What waits for a mentor and for organizers in mentorships that run."""

from bot.mentoring.mentorships import Life
from bot.people.model import Role
from bot.people.todo import Asker, Awaited, Matter
from db.engine import Tx
from db.mentorship_lives import lives_of_mentor, lives_of_stream


async def meetings_to_log(tx: Tx, asker: Asker) -> list[Awaited]:
    """Step: name each meeting that is over and of which the mentor has said nothing."""
    visitor = asker.visitor
    streams = [part.stream.id for part in visitor.enrolments if Role.MENTOR in part.roles]
    if visitor.person is None or not streams:
        return []
    lives = await lives_of_mentor(tx, visitor.person.id, streams, asker.today)
    return [
        Awaited(Matter.MEETING_LOG, 1, meeting.id, name=life.one.team)
        for life in lives
        for meeting in life.to_log(asker.now)
    ]


async def ends_asked(tx: Tx, asker: Asker) -> list[Awaited]:
    """Step: count, by stream, the requests to end a mentorship that wait for organizers."""
    found = []
    for stream in asker.running:
        lives = await lives_of_stream(tx, stream.id, asker.today, ended=False)
        asked: list[Life] = [life for life in lives if life.one.asked is not None]
        if asked:
            alone = asked[0].one.id if len(asked) == 1 else 0
            found.append(Awaited(Matter.END_ASKED, len(asked), alone, stream))
    return found
