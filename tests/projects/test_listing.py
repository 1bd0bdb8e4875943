"""The list of projects: red first, narrowed, and of each only what its reader may see."""

from datetime import timedelta

import pytest
from sqlalchemy import insert

from bot.people.model import Role, Visitor
from bot.projects.model import Light
from bot.projects.portfolio import Filter
from bot.projects.portfolio_actions import PortfolioView
from bot.projects.portfolio_actions import projects as listed
from bot.shared.clock import ManualClock
from bot.shared.errors import NotAllowed
from bot.ui.projects.buttons import ProjectsButton
from bot.ui.projects.listing import list_screen
from bot.ui.projects.narrowing import asked_by, narrow_screen
from bot.ui.texts import texts_in
from db.engine import Database
from db.project_blockers import project_blockers
from db.project_reports import project_reports
from db.projects import milestones, projects, teams
from tests.conftest import MOMENT
from tests.projects.field import OURS, SECOND, SECRETS, TITLES, lay, member, report
from tests.schedule.stage import Stage
from tests.ui.markup import visible

RU = texts_in("ru")


async def view(
    database: Database, clock: ManualClock, who: Visitor, asked: Filter | None = None
) -> PortfolioView:
    return await listed(database, clock, who, asked or Filter())


async def told(database: Database, clock: ManualClock, who: Visitor, asked: Filter | None = None) -> str:
    return list_screen(RU, await view(database, clock, who, asked)).text


async def test_an_organizer_sees_red_first_with_blockers_and_their_age(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    await lay(database)
    text = await told(database, clock, stage.organizer)
    assert text == (
        "<b>2 проекта</b> · ■ красный – 1 · ○ серый – 1\n"
        "Молчит 1 команда: свежего отчёта нет.\n\n"
        "1. ■ красный · <b>Водопровод</b>\n"
        "Команда юга · паспорт\n"
        f"Мешает 9 дней: Мешает: {SECRETS[SECOND]}\n\n"
        "2. ○ серый · <b>Набережная</b>\n"
        "Команда севера · паспорт · отчётов ещё не было"
    )


async def test_the_rule_stands_beside_what_was_reported(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    await lay(database)
    await report(database, OURS, "green", days=20)
    text = await told(database, clock, stage.organizer)
    assert (
        "2. ● зелёный, по правилу ○ серый · <b>Набережная</b>\nКоманда севера · паспорт · молчат 20 дней"
        in text
    )


async def test_a_correction_of_the_newest_report_is_in_force(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    await lay(database)
    await report(database, OURS, "red", days=3, id=501)
    await report(database, OURS, "yellow", days=2, id=502)
    await report(database, OURS, "green", days=1, id=503, corrects_id=501)
    assert "▲ жёлтый · <b>Набережная</b>" in await told(database, clock, stage.organizer)
    await report(database, OURS, "green", id=504, corrects_id=502)
    assert "● зелёный · <b>Набережная</b>" in await told(database, clock, stage.organizer)


@pytest.mark.parametrize("light", [None, *Light])
@pytest.mark.parametrize("silent", [False, True])
async def test_a_participant_sees_titles_and_stages_of_others_and_learns_nothing_by_asking(
    database: Database, clock: ManualClock, stage: Stage, light: Light | None, silent: bool
) -> None:
    await lay(database)
    found = (await view(database, clock, stage.anna, Filter(light=light, silent=silent))).portfolio
    assert [one.title for one in found.titles] == ([] if light or silent else [TITLES[SECOND]])
    assert {one.project.id for one in found.whole} <= {OURS}
    assert dict(found.counts)[Light.RED] == 0
    text = await told(database, clock, stage.anna, Filter(light=light, silent=silent))
    assert SECRETS[SECOND] not in text
    assert "юга" not in text


async def test_a_mentor_without_a_team_sees_titles_alone(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    await lay(database)
    text = await told(database, clock, member(stage, 20, "К-8", Role.MENTOR))
    assert text == "<b>Проекты потока: 2</b>\n\n1. Водопровод – паспорт\n\n2. Набережная – паспорт"


async def test_another_stream_shows_nothing(database: Database, clock: ManualClock, stage: Stage) -> None:
    await lay(database)
    with pytest.raises(NotAllowed):
        await view(database, clock, stage.anna, Filter(stream_id=6))
    with pytest.raises(NotAllowed):
        await view(database, clock, stage.organizer, Filter(stream_id=6))
    with pytest.raises(NotAllowed):
        await view(database, clock, Visitor(99, 99, "ru"))


@pytest.mark.parametrize(
    ("asked", "seen"),
    [
        (Filter(direction_id=1), [OURS]),
        (Filter(direction_id=2), [SECOND]),
        (Filter(factory_id=1), [OURS]),
        (Filter(stream_id=5), [SECOND, OURS]),
        (Filter(light=Light.RED), [SECOND]),
        (Filter(light=Light.GREEN), []),
        (Filter(silent=True), [OURS]),
        (Filter(direction_id=2, silent=True), []),
    ],
)
async def test_the_list_is_narrowed(
    database: Database, clock: ManualClock, stage: Stage, asked: Filter, seen: list[int]
) -> None:
    await lay(database)
    found = (await view(database, clock, stage.organizer, asked)).portfolio
    assert [one.project.id for one in found.whole] == seen


async def test_every_choice_of_what_to_show_leads_to_a_list(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    await lay(database)
    seen = await view(database, clock, stage.organizer)
    for what in ("menu", "dir", "fac", "str"):
        screen = narrow_screen(RU, seen, what, 0)
        for row in screen.rows:
            for button in row:
                data = ProjectsButton.unpack(str(button.callback_data))
                assert asked_by(data) is not None


HUNDREDS = 300


async def crowd(database: Database) -> None:
    """Write 300 projects with the longest names, ten reports, four milestones and two blockers each."""
    long = "Комплексное развитие общественных пространств исторического центра города " * 3
    numbers = range(1000, 1000 + HUNDREDS)
    async with database.write() as tx:
        await tx.execute(
            insert(teams),
            [
                {"id": n, "code": f"Т{n}", "stream_id": 5, "title": f"{long}{n}", "region": ""}
                for n in numbers
            ],
        )
        await tx.execute(
            insert(projects),
            [
                {
                    "id": n,
                    "code": f"П{n}",
                    "stream_id": 5,
                    "team_id": n,
                    "title": f"{n} {long}",
                    "stage": "реализация",
                }
                for n in numbers
            ],
        )
        lights = ("red", "yellow", "green")
        await tx.execute(
            insert(project_reports),
            [
                {
                    "project_id": n,
                    "given_as": "lead",
                    "at": MOMENT - timedelta(days=week * 7 + n % 20),
                    "light": lights[(n + week) % 3],
                    "done": long,
                    "hinders": long,
                    "next_words": "",
                }
                for n in numbers
                for week in range(9, -1, -1)
            ],
        )
        await tx.execute(
            insert(milestones),
            [
                {
                    "project_id": n,
                    "code": f"КТ{n}-{point}",
                    "title": long,
                    "due_on": (MOMENT + timedelta(days=30 * point - n % 40)).date(),
                }
                for n in numbers
                for point in range(4)
            ],
        )
        opened = {"opened_at": MOMENT - timedelta(days=9), "asked_from": MOMENT}
        await tx.execute(
            insert(project_blockers),
            [{"project_id": n, "words": long} | opened for n in numbers for _ in "12"],
        )


@pytest.mark.parametrize("locale", ["ru", "en"])
async def test_three_hundred_projects_fit_their_messages(
    database: Database, clock: ManualClock, stage: Stage, locale: str
) -> None:
    await crowd(database)
    seen = await view(database, clock, stage.organizer)
    screens = [list_screen(texts_in(locale), seen, page) for page in range(43)]
    assert len(seen.portfolio.whole) == HUNDREDS
    assert max(len(visible(screen.text)) for screen in screens) < 3500
    assert len({screen.text for screen in screens}) == 43
