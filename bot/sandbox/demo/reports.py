"""Reports of the demonstration's teams and what hinders them; no workbook holds these."""

from datetime import timedelta

from sqlalchemy import select

from bot.projects.model import GivenAs, Light, Milestone, Report
from bot.sandbox.demo.tables import read_table
from bot.shared.clock import Clock
from db.engine import Database, Tx
from db.people import people
from db.project_blockers import change_blocker, open_blocker
from db.project_reports import add_report
from db.projects import milestones, projects

_REPORTS = read_table(
    ("Проект", "Автор", "Дней назад", "Свет", "Точка"),
    """
    К1-П1 | демо-31 | 12 | yellow | К1-П1-КТ1
    + Сделано: Опросили сорок работодателей, собрали список профессий, которых не хватает.
    К1-П1 | демо-32 | 5 | green | К1-П1-КТ2
    + Сделано: Пробная версия отвечает на пять вопросов; десять жителей попробовали.
    К1-П2 | демо-35 | 2 | yellow | К1-П2-КТ1
    + Сделано: Две мастерские из шести дали согласие, маршрут пройден на машине.
    + Мешает: Нет автобуса на выходные: перевозчик ждёт расчёта числа гостей.
    + Помощник: демо-эксперт
    К1-П3 | демо-37 | 17 | green | К1-П3-КТ1
    + Сделано: Девять производств прислали описания товаров.
    К1-П4 | демо-40 | 4 | green | К1-П4-КТ1
    + Сделано: Светильники поставлены, разметку нанесут, когда подсохнет.
    К1-П5 | демо-41 | 1 | red | К1-П5-КТ1
    + Сделано: Подрядчик выбран, договор на согласовании.
    + Мешает: Хозяин участка не подписывает доступ к скважине.
    Ш5-П1 | демо-участник | 6 | green | Ш5-П1-КТ1
    + Сделано: Собрали жителей у воды, записали, чего они хотят от набережной.
    Ш5-П2 | демо-новичок | 1 | yellow | Ш5-П2-КТ1
    + Сделано: Нашли трёх человек, которые готовы говорить с инвесторами одним голосом.
    + Мешает: Положение о команде полгода лежит на согласовании.
    + Помощник: демо-куратор
    Ш5-П3 | демо-11 | 16 | green | Ш5-П3-КТ1
    + Сделано: Посчитали, сколько подписей собирает обычное письмо: одиннадцать.
    Ш6-П1 | демо-61 | 8 | green | Ш6-П1-КТ1
    + Сделано: Сняли берег с воздуха и отметили, где к воде не пройти.
    """,
)


async def fill_reports(db: Database, clock: Clock) -> None:
    """Write what teams have reported by now: one is silent, one calls for help, one is too bright."""
    async with db.write() as tx:
        for row in _REPORTS:
            await _report(tx, clock, {heading: str(value) for heading, value in row.items()})


async def _report(tx: Tx, clock: Clock, row: dict[str, str]) -> None:
    at = clock.now() - timedelta(days=int(row["Дней назад"]), hours=2)
    project = await tx.scalar(select(projects.c.id).where(projects.c.code == row["Проект"])) or 0
    author = (await tx.execute(select(people).where(people.c.code == row["Автор"]))).one()
    coming = (await tx.execute(select(milestones).where(milestones.c.code == row["Точка"]))).one()
    report = Report(
        id=0,
        project_id=project,
        author_id=author.id,
        author=author.surname,
        given_as=GivenAs.MEMBER,
        at=at,
        light=Light(row["Свет"]),
        done=row["Сделано"],
        hinders=row.get("Мешает", ""),
        milestone=Milestone(coming.id, coming.title, coming.due_on),
        next_words="",
    )
    number = await add_report(tx, report)
    if not report.hinders:
        return
    blocker = await open_blocker(tx, project, number, report.hinders, author.id, at)
    helper = await tx.scalar(select(people.c.id).where(people.c.code == row.get("Помощник", "")))
    await change_blocker(tx, blocker, helper_id=helper)
