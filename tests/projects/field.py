"""Projects of two streams on the stage, with words in each that only some may see."""

import json
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import select

from bot.notices.model import Notice
from bot.people.consent import PROCESSING, VERSIONS
from bot.people.model import Enrolment, Role, Visitor
from db.engine import Database
from db.notices import notices
from db.people import accounts, consents
from db.programme import directions
from db.project_blockers import project_blockers
from db.project_reports import project_reports
from db.projects import factories, milestones, projects, teams
from tests.conftest import MOMENT
from tests.schedule.stage import OTHER_EVENT, TRIP, Stage, add

OURS, SECOND, FOREIGN = 71, 81, 91
"""Projects of Anna's team, of another team of stream 5, and of stream 6."""

SECRETS = {OURS: "СЕКРЕТ-НАШИХ", SECOND: "СЕКРЕТ-ВТОРЫХ", FOREIGN: "СЕКРЕТ-ЧУЖИХ"}
"""Words of a project's description, reports, blockers and milestones."""

TITLES = {OURS: "Набережная", SECOND: "Водопровод", FOREIGN: "Берег Маячного"}

TEAMS = {OURS: 7, SECOND: 8, FOREIGN: 9}


async def lay(db: Database) -> None:
    """Write the teams and their projects."""
    async with db.write() as tx:
        await add(tx, teams, {"id": 8, "code": "К-8", "stream_id": 5, "title": "Команда юга"})
        await add(tx, teams, {"id": 9, "code": "К-9", "stream_id": 6, "title": "Команда моря"})
        await add(tx, directions, {"id": 2, "code": "УИ", "programme_id": 1, "title": "Управление"})
        await add(tx, factories, {"id": 1, "code": "Ф1", "stream_id": 5, "title": "Фабрика среды"})
        for project, team in TEAMS.items():
            secret, stream = SECRETS[project], 6 if project == FOREIGN else 5
            await add(
                tx,
                projects,
                {
                    "id": project,
                    "code": f"П-{project}",
                    "stream_id": stream,
                    "team_id": team,
                    "title": TITLES[project],
                    "stage": "паспорт",
                    "description": secret,
                    "direction_id": 1 if project == OURS else 2,
                    "factory_id": 1 if project == OURS else None,
                    "defence_id": OTHER_EVENT if project == FOREIGN else TRIP,
                    "defence_order": 1 if project != SECOND else 2,
                },
            )
            due = {"project_id": project, "code": f"КТ-{project}", "title": f"Точка {secret}"}
            await add(tx, milestones, {"id": project, "due_on": date(2025, 11, 30)} | due)
    await report(db, SECOND, "red", days=2)
    await block(db, SECOND, days=9)


async def report(
    db: Database, project: int, light: str, days: float = 0, words: str = "", **facts: Any
) -> None:
    """Write a report given some days ago."""
    row = {
        "project_id": project,
        "given_as": "member",
        "at": MOMENT - timedelta(days=days),
        "light": light,
        "done": f"Сделано: {words or SECRETS.get(project, '')}",
        "hinders": "",
        "next_words": "",
    }
    async with db.write() as tx:
        await add(tx, project_reports, row | facts)


async def block(db: Database, project: int, days: float = 0, closed: datetime | None = None) -> None:
    """Write what hinders a project since some days."""
    opened = MOMENT - timedelta(days=days)
    row = {"project_id": project, "words": f"Мешает: {SECRETS.get(project, '')}", "opened_at": opened}
    async with db.write() as tx:
        await add(tx, project_blockers, row | {"asked_from": opened, "closed_at": closed})


def member(stage: Stage, number: int, team: str, *roles: Role) -> Visitor:
    """Return somebody of stream 5 with a team and roles."""
    return stage.visitor(number, Enrolment(stage.school, frozenset(roles), "", "", team))


async def let_in(db: Database, *people: int) -> None:
    """Give people an account each and their consent."""
    since = datetime(2025, 10, 1, tzinfo=UTC)
    async with db.write() as tx:
        for one in people:
            account = {"user_id": one, "chat_id": one, "locale": "ru", "person_id": one, "reachable": True}
            await add(tx, accounts, account | {"created_at": since})
            agreed = {"person_id": one, "purpose": PROCESSING, "version": VERSIONS[PROCESSING]}
            await add(tx, consents, agreed | {"given_at": since})


async def planned_notices(db: Database, kind: str) -> list[Notice]:
    """Return what waits of a kind, as it is handed on when it is sent."""
    chosen = select(notices).where(notices.c.kind == kind, notices.c.state == "queued")
    async with db.read() as tx:
        rows = [row._mapping for row in await tx.execute(chosen.order_by(notices.c.id))]
    named = [{one.name: row[one.name] for one in fields(Notice)} for row in rows]
    return [Notice(**one | {"params": json.loads(one["params"] or "{}")}) for one in named]
