"""`export --what roster|questions|attendance|projects`: the tables of the chat, for every stream."""

import asyncio
from pathlib import Path
from typing import TextIO

from bot.excursions import attendance_actions
from bot.mentoring import life_actions
from bot.projects.monthly_actions import monthly_of_all
from bot.shared.clock import Clock
from bot.support import export_actions as actions
from bot.ui.excursions.attendance import attendance_file
from bot.ui.exports import Export, questions_file, roster_file
from bot.ui.mentoring.export import mentorships_file
from bot.ui.projects.monthly import monthly_file
from bot.ui.texts import Texts
from db.engine import Database


async def export_table(
    db: Database, clock: Clock, what: Export, path: Path, out: TextIO, texts: Texts
) -> int:
    """Write a table, tell it, and return the exit code: 1 where the file cannot be written."""
    if what is Export.ROSTER:
        data = roster_file(texts, await actions.roster(db, clock, None), actions.today(clock))
    elif what is Export.MENTORSHIPS:
        data = mentorships_file(texts, await life_actions.rows(db, clock, None))
    elif what is Export.ATTENDANCE:
        data = attendance_file(texts, await attendance_actions.rows(db, clock, None))
    elif what is Export.PROJECTS:
        data = monthly_file(texts, await monthly_of_all(db, clock))
    else:
        data = questions_file(texts, await actions.questions(db, clock, None))
    try:
        await asyncio.to_thread(path.write_bytes, data)
    except OSError:
        print(texts.plain("workbook-not-written", path=str(path)), file=out)
        return 1
    print(texts.plain(f"exports-{what}-written", path=str(path)), file=out)
    return 0
