"""The list of what waits: its order, its words, and what it costs."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import event

from bot.broadcasts.awaiting import answers_waiting
from bot.excursions.awaiting import offers_waiting
from bot.people.model import Enrolment, Role
from bot.people.todo import Asker, Awaited, Matter, in_order
from bot.people.todo_actions import Step
from bot.programme.model import Stream
from bot.projects.awaiting import reports_waiting
from bot.registry import awaiting
from bot.ui.texts import LANGUAGES, texts_in
from bot.ui.todo import PAGE, WAYS, todo_screen
from db.engine import Database
from tests.conftest import MOMENT
from tests.schedule.stage import Stage, set_stage
from tests.ui.markup import visible

RU = texts_in("ru")
LONG = "Очень длинное название без конца " * 20


@pytest.fixture
async def stage(database: Database) -> Stage:
    return await set_stage(database)


def stream(number: int, title: str = "Поток") -> Stream:
    day = MOMENT.date()
    return Stream(number, f"П{number}", title, "Школа", day, day, "", None, 7)


def test_the_most_urgent_comes_first() -> None:
    given = [Awaited(matter, 1) for matter in reversed(Matter)]
    assert [one.matter for one in in_order(given)] == list(Matter)


@pytest.mark.parametrize(
    ("lines", "title"),
    [(1, "Вас ждёт 1 дело"), (2, "Вас ждут 2 дела"), (5, "Вас ждут 5 дел"), (21, "Вас ждёт 21 дело")],
)
def test_the_first_line_counts_in_the_right_form(lines: int, title: str) -> None:
    screen = todo_screen(RU, [Awaited(Matter.DRAFT, 1, number) for number in range(lines)])
    assert visible(screen.text).splitlines()[0] == title


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [1, 3, 1000])
def test_every_matter_is_said_and_leads_somewhere(language: str, count: int) -> None:
    given = [Awaited(matter, count, 1, stream(1), "план.xlsx") for matter in Matter]
    pages = [todo_screen(texts_in(language), given, page) for page in range(-(-len(given) // PAGE))]
    ways = [row[0] for page in pages for row in page.rows if row[0].text[0].isdigit()]
    assert [way.callback_data for way in ways] == [WAYS[one.matter](one).pack() for one in given]
    assert all(len(way.text) <= 40 for way in ways)


def test_long_lists_and_names_fit_a_message_and_every_line_is_on_some_page() -> None:
    given = [Awaited(Matter.OUTSIDE, number, number, stream(number, LONG)) for number in range(1, 31)]
    shown = [visible(todo_screen(RU, given, page).text) for page in range(4)]
    assert all(len(text) < 4000 for text in shown)
    numbered = [line.split(".")[0] for text in shown for line in text.splitlines() if line[:1].isdigit()]
    assert numbered == [str(number) for number in range(1, 31)]


@contextmanager
def counted(database: Database) -> Iterator[list[str]]:
    """Collect the statements that are executed."""
    said: list[str] = []

    def on_statement(*facts: object) -> None:
        said.append(str(facts[2]))

    event.listen(database.engine.sync_engine, "before_cursor_execute", on_statement)
    yield said
    event.remove(database.engine.sync_engine, "before_cursor_execute", on_statement)


READS: Mapping[Step, int] = {offers_waiting: 1, answers_waiting: 1, reports_waiting: 2}
"""What is read for participants: their places, what they are asked, and the reports of their teams."""


async def test_each_room_reads_two_statements_at_most_and_only_what_is_theirs_for_participants(
    database: Database, stage: Stage
) -> None:
    every = (stage.school, stage.teams_school, stage.empty)
    parts = tuple(Enrolment(one, frozenset({Role.ORGANIZER}), "", "", "") for one in every)
    organizer = Asker(replace(stage.organizer, enrolments=parts), every, MOMENT)
    for step in awaiting():
        for asker, most in ((organizer, 2), (Asker(stage.anna, (), MOMENT), READS.get(step, 0))):
            async with database.read() as tx:
                with counted(database) as said:
                    await step(tx, asker)
            assert len(said) <= most, (step, said)


async def test_streams_that_have_ended_wait_for_nobody(database: Database, stage: Stage) -> None:
    draft = replace(stage.school, draft_id=51)
    ended = MOMENT + timedelta(days=365)
    found: dict[bool, set[Matter]] = {}
    for over, now in ((False, MOMENT), (True, ended)):
        async with database.read() as tx:
            asker = Asker(stage.organizer, (draft,), now)
            found[over] = {one.matter for step in awaiting() for one in await step(tx, asker)}
    assert found == {False: {Matter.DRAFT, Matter.OUTSIDE}, True: set()}
