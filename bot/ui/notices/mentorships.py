"""How the end of a mentorship is told: to both sides, and to organizers who are to decide."""

from collections.abc import Sequence
from datetime import datetime

from bot.mentoring.ending import END_ASKED, END_REFUSED, ENDED
from bot.mentoring.ending_actions import EndFacts, told
from bot.mentoring.mentorships import Side
from bot.notices.model import Notice
from bot.ui.mentoring.ending import WORDS, staff_rows
from bot.ui.mentoring.life_buttons import LifeButton, MentorButton
from bot.ui.mentoring.meeting_words import TITLE
from bot.ui.mentoring.teams import other_name
from bot.ui.notices.letter import Facts, Letter, Presenter
from bot.ui.paging import lines, paragraphs, shortened
from bot.ui.screens import button
from bot.ui.texts import Texts
from db.engine import Tx


async def read(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read the mentorships as they are now."""
    return await told(tx, now, notices)


def write_ended(texts: Texts, facts: EndFacts, _now: datetime) -> Letter:
    """Tell a side that it has ended, and what is next."""
    side = facts.side or Side.TEAM
    head = texts("ending-told", other=other_name(texts, facts.life.one, side))
    hint = texts(f"ending-told-{side}")
    rows = [] if side is Side.MENTOR else [[button(texts.plain("mentor-button"), MentorButton())]]
    return Letter(paragraphs(head, hint), rows)


def write_asked(texts: Texts, facts: EndFacts, _now: datetime) -> Letter:
    """Tell organizers who asks to end what, and why."""
    one = facts.life.one
    asked = one.asked
    head = lines(
        texts(f"ending-request-{asked.by if asked else Side.TEAM}"),
        texts(
            "board-card",
            team=shortened(one.team, TITLE),
            mentor=shortened(one.mentor.full_name, TITLE),
        ),
        texts("ending-reason", reason=shortened(asked.words if asked else "–", WORDS)),
    )
    return Letter(head, staff_rows(texts, facts.life))


def write_refused(texts: Texts, facts: EndFacts, _now: datetime) -> Letter:
    """Tell whoever asked that it goes on."""
    one, side = facts.life.one, facts.side or Side.TEAM
    head = texts("ending-refused", other=other_name(texts, one, side))
    opens = [[button(texts.plain("ending-button-back"), LifeButton(mentorship_id=one.id))]]
    return Letter(head, opens)


PRESENTERS = {
    ENDED.name: Presenter(read, write_ended),
    END_ASKED.name: Presenter(read, write_asked),
    END_REFUSED.name: Presenter(read, write_refused),
}
