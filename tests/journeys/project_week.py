"""Two teams with projects and an organizer, each with a chat, before the running bot."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select

from bot.jobs import extend
from bot.people.consent import PROCESSING, VERSIONS
from bot.registry import make_planning
from bot.sandbox.botapi.persona import Persona
from db.copying import move_sequences
from db.engine import Tx
from db.notices import notices
from db.people import accounts, consents, enrolments, people
from db.project_reports import project_reports
from db.projects import milestones, projects, teams
from tests.schedule.stage import add, set_stage
from tests.stage import Stage

OURS, SECOND = 71, 81
LEAD, MEMBER, THIRD, OTHER, ORGANIZER, LOOSE = range(101, 107)
NAMES = {
    LEAD: "Ведущев",
    MEMBER: "Членов",
    THIRD: "Третьяков",
    OTHER: "Другов",
    ORGANIZER: "Куратов",
    LOOSE: "Вольнов",
}
ROLES = {LEAD: "team_lead", ORGANIZER: "organizer"}
TEAM = {LEAD: 7, MEMBER: 7, THIRD: 7, OTHER: 8}


def omsk(day: int, hour: int, minute: int = 0, month: int = 12) -> datetime:
    """Return a moment of Omsk's clock (UTC+6), where everybody is at home."""
    return datetime(2025, month, day, hour, minute, tzinfo=UTC) - timedelta(hours=6)


@dataclass
class Week:
    """The people by number, and the bot they use."""

    stage: Stage
    people: dict[int, Persona]

    def __getitem__(self, number: int) -> Persona:
        return self.people[number]

    async def plan(self) -> None:
        """Do what the calendar does every ten minutes."""
        planning = make_planning()
        await extend(self.stage.database, self.stage.clock, planning)

    async def at(self, moment: datetime) -> None:
        """Let the calendar plan a little before a moment, and let it come."""
        self.stage.clock.set(moment)
        await self.plan()
        await self.stage.delivered()

    async def restart(self) -> None:
        """Kill the bot and start it again."""
        await self.stage.kill()
        await self.stage.open()

    async def sent(self, *kinds: str) -> list[tuple[str, int]]:
        """Return kind and person of what was sent, in the order of the plan."""
        async with self.stage.database.read() as tx:
            chosen = select(notices.c.kind, notices.c.person_id).where(
                notices.c.kind.in_(kinds), notices.c.state == "sent"
            )
            rows = await tx.execute(chosen.order_by(notices.c.settled_at, notices.c.person_id))
            return [(kind, person) for kind, person in rows]

    async def reports(self) -> list[tuple[int, str]]:
        """Return the author and the light of every report, in their order."""
        async with self.stage.database.read() as tx:
            chosen = select(project_reports.c.author_id, project_reports.c.light)
            return [(who, light) for who, light in await tx.execute(chosen.order_by(project_reports.c.id))]


async def open_week(stage: Stage, moment: datetime, numbers: Sequence[int] = tuple(NAMES)) -> Week:
    """Lay the projects and let people in."""
    stage.clock.set(moment)
    await set_stage(stage.database)
    users = {number: stage.world.add_user(first_name=NAMES[number]) for number in numbers}
    for user in users.values():
        stage.world.people[user].known = stage.world.people[user].started = True
    async with stage.database.write() as tx:
        await add(tx, teams, {"id": 8, "code": "К-8", "stream_id": 5, "title": "Команда юга"})
        for ident, team, title in ((OURS, 7, "Набережная"), (SECOND, 8, "Водопровод")):
            row = {"id": ident, "code": f"П-{ident}", "stream_id": 5, "team_id": team, "stage": "идея"}
            await add(tx, projects, row | {"title": title})
        due = {"project_id": OURS, "code": "КТ-1", "title": "Паспорт согласован", "due_on": date(2025, 12, 9)}
        await add(tx, milestones, {"id": 1} | due)
        for number, user in users.items():
            await _enter(tx, number, user)
        await move_sequences(tx)
    return Week(stage, {number: Persona(stage.world, user) for number, user in users.items()})


async def _enter(tx: Tx, number: int, user: int) -> None:
    since = datetime(2025, 10, 1, tzinfo=UTC)
    named = {"surname": NAMES[number], "name": "Пример", "zone": "Asia/Omsk"}
    await add(tx, people, {"id": number, "code": f"Т-{number}"} | named)
    part = {"person_id": number, "stream_id": 5, "roles": [ROLES.get(number, "participant")]}
    await add(tx, enrolments, part | {"team_id": TEAM.get(number)})
    account = {"user_id": user, "chat_id": user, "locale": "ru", "person_id": number, "reachable": True}
    await add(tx, accounts, account | {"created_at": since})
    agreed = {"person_id": number, "purpose": PROCESSING, "version": VERSIONS[PROCESSING], "given_at": since}
    await add(tx, consents, agreed)


async def report(
    persona: Persona,
    light: str = "● зелёный: всё по плану",
    done: str = "Сделали",
    hinders: str = "Ничего не мешает",
) -> None:
    """Report from the card: light, words, what hinders (a button or words), the first milestone, send."""
    await persona.send("/project")
    await persona.tap("Отчитаться")
    await persona.tap(light)
    await persona.send(done)
    labels = [label for row in persona.buttons() for label in row]
    await (persona.tap(hinders) if hinders in labels else persona.send(hinders))
    await persona.tap(next(label for row in persona.buttons() for label in row))
    await persona.tap("Отправить")
