"""How the alarm for a question that waits is worded."""

from collections.abc import Sequence
from datetime import datetime

from bot.notices.model import Notice
from bot.support.notices import QUESTION_WAITING
from bot.support.planning import Alarm, Idle, read_alarms
from bot.ui.notices.letter import Facts, Lapse, Letter, Presenter
from bot.ui.paging import lines, shortened
from bot.ui.support_parcels import header, staff_rows, waited
from bot.ui.texts import Texts, escape
from db.engine import Tx

WORDS = 300
"""Characters of the question's last words."""

_IDLE = {Idle.ANSWERED: Lapse("answered"), Idle.ELSEWHERE: Lapse("elsewhere")}


async def read(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read the questions as they stand; one that waits no more, or is asked elsewhere, is not called out."""
    alarms = await read_alarms(tx, now, notices)
    return {number: _IDLE[one] if isinstance(one, Idle) else one for number, one in alarms.items()}


def write(texts: Texts, alarm: Alarm, now: datetime) -> Letter:
    """Say how long it waits, whose it is, what was said, and what staff may do."""
    question = alarm.question
    text = lines(
        texts("support-alarm", number=str(question.id), time=waited(texts, question, now)),
        header(texts, question),
        escape(shortened(alarm.words, WORDS)),
        texts("support-no-staff-chat") if alarm.staff_missing else "",
    )
    return Letter(text, staff_rows(texts, question), reply_to=alarm.reply_to)


PRESENTERS = {QUESTION_WAITING.name: Presenter(read, write)}
"""What this room sends by the plan."""
