"""Of a project a stranger, another team and a mentor of another team get exactly what they may see."""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from itertools import product
from typing import Any

import pytest
from sqlalchemy import update

from bot.people.consent import PROCESSING, VERSIONS
from bot.projects.papers import Paper
from bot.sandbox.botapi.persona import Persona
from bot.schedule.files import FileKind, SentFile
from db.mentoring import mentors
from db.mentorships import mentorships
from db.people import accounts, consents, enrolments, people
from db.project_files import add_version
from tests.conftest import MOMENT
from tests.journeys.crawler import BUTTONS
from tests.journeys.test_leaks import ON_ONE, said
from tests.projects.field import FOREIGN, OURS, SECOND, SECRETS, TITLES, block, lay, report
from tests.schedule.stage import OTHER_EVENT, TRIP, add, set_stage
from tests.stage import Stage

MEMBER, NEIGHBOUR, MENTOR, STRANGER, ORGANIZER, ELSEWHERE = range(201, 207)
PARTS: dict[int, tuple[int, str, int | None]] = {
    MEMBER: (5, "participant", 7),
    NEIGHBOUR: (5, "participant", 8),
    MENTOR: (5, "mentor", None),
    STRANGER: (6, "participant", 9),
    ORGANIZER: (5, "organizer", None),
    ELSEWHERE: (6, "organizer", None),
}
WORDS = (
    *(
        "/projects",
        "/project",
        "/todo",
        "/export",
        "/mydata",
        "/help",
        "статус проекта",
        "отчёт",
        "наш проект",
    ),
    *("проекты соседей", "кто отстаёт", "/search секрет", "/project 71", "/broadcast", "/notices"),
)
VALUES: dict[str, tuple[Any, ...]] = {
    "project_id": (OURS, SECOND, FOREIGN),
    "stream_id": (0, 5, 6),
    "event_id": (0, TRIP, OTHER_EVENT),
    "version_id": (1, 2, 3),
    "blocker_id": (1, 2, 3, 4),
    "report_id": (1, 2, 3, 4),
    "milestone_id": (OURS, SECOND, FOREIGN),
    "person_id": (MEMBER, NEIGHBOUR),
    "direction_id": (0, 1, 2),
    "factory_id": (0, 1),
    "light": ("", "red", "green", "grey"),
    "narrow": ("", "menu", "dir", "fac", "str"),
    "page": (0,),
    "place": (0, 1, 2),
    "paper": tuple(Paper),
    "number": (0, 1),
    "hours": (3,),
    "days": (7,),
    "mark": ("0",),
}


def forged() -> list[str]:
    """Return every button of projects with every id there is."""
    kinds = [kind for name, kind in BUTTONS.items() if name[0] in "or" and "projects" in kind.__module__]
    assert len(kinds) > 25
    return [data for kind in kinds for data in _filled(kind)]


def _filled(kind: Any) -> Iterator[str]:
    names = list(kind.model_fields)
    for chosen in product(*(_values(name, kind.model_fields[name].annotation) for name in names)):
        yield kind(**dict(zip(names, chosen, strict=True))).pack()


def _values(name: str, annotation: Any) -> tuple[Any, ...]:
    if annotation is bool:
        return (False, True)
    return VALUES[name] if name in VALUES else tuple(annotation)


@pytest.fixture
async def cast(stage: Stage) -> AsyncIterator[dict[int, Persona]]:
    await set_stage(stage.database)
    await lay(stage.database)
    await report(stage.database, OURS, "yellow", days=1)
    await block(stage.database, OURS, days=3)
    await report(stage.database, FOREIGN, "green", days=1)
    await block(stage.database, FOREIGN, days=3)
    personas = {}
    for number, (stream, role, team) in PARTS.items():
        personas[number] = persona = stage.newcomer(f"П{number}")
        async with stage.database.write() as tx:
            named = {"surname": f"Людин{number}", "name": "Пример"}
            await add(tx, people, {"id": number, "code": f"Л-{number}"} | named)
            part = {"person_id": number, "stream_id": stream, "roles": [role], "team_id": team}
            await add(tx, enrolments, part)
            account = {"user_id": persona.user, "chat_id": persona.user, "locale": "ru", "person_id": number}
            moment = datetime(2025, 10, 1, tzinfo=UTC)
            await add(tx, accounts, account | {"reachable": True, "created_at": moment})
            agreed = {"person_id": number, "purpose": PROCESSING, "version": VERSIONS[PROCESSING]}
            await add(tx, consents, agreed | {"given_at": moment})
    async with stage.database.write() as tx:
        for project in (OURS, SECOND, FOREIGN):
            secret = SECRETS[project]
            sent = SentFile(FileKind.DOCUMENT, f"file-{secret}", secret, f"{secret}.pdf", 1, secret)
            await add_version(tx, project, Paper.CHARTER, sent, None, MOMENT)
    yield personas


async def heard(persona: Persona, buttons: list[str]) -> str:
    """Type and press everything; return all that was said."""
    told = []
    said(persona)
    await persona.start()
    for words in WORDS:
        await persona.send(words)
        told.append(said(persona))
    for data in buttons:
        await persona.press(data)
        told.append(said(persona))
    for stored, content in persona.world.files.everything():
        told.append(stored.name + content.decode("utf-8", "ignore"))
    return "\n".join(told).casefold()


@ON_ONE
@pytest.mark.parametrize(
    ("who", "titles", "secrets"),
    [
        (MEMBER, {OURS, SECOND}, {OURS}),
        (NEIGHBOUR, {OURS, SECOND}, {SECOND}),
        (MENTOR, {OURS, SECOND}, set()),
        (STRANGER, {FOREIGN}, {FOREIGN}),
        (ORGANIZER, {OURS, SECOND}, {OURS, SECOND}),
        (ELSEWHERE, {FOREIGN}, {FOREIGN}),
    ],
)
async def test_each_sees_exactly_what_is_theirs(
    cast: dict[int, Persona], who: int, titles: set[int], secrets: set[int]
) -> None:
    every = await heard(cast[who], forged())
    seen = {project for project, title in TITLES.items() if title.casefold() in every}
    assert {project for project, secret in SECRETS.items() if secret.casefold() in every} == secrets
    assert seen == titles


@ON_ONE
async def test_a_mentor_sees_all_of_the_own_teams_project_as_long_as_it_lasts(
    cast: dict[int, Persona], stage: Stage
) -> None:
    async with stage.database.write() as tx:
        profile = {"id": 1, "person_id": MENTOR, "stream_id": 5, "kind": "expert", "capacity": 1}
        await add(tx, mentors, profile)
        pair = {"id": 1, "stream_id": 5, "team_id": 7, "mentor_id": 1, "state": "accepted", "score": 1}
        await add(tx, mentorships, pair | {"reasons": "{}", "proposed_at": MOMENT, "answered_at": MOMENT})
    told = await heard(cast[MENTOR], forged())
    assert {project for project, secret in SECRETS.items() if secret.casefold() in told} == {OURS}
    async with stage.database.write() as tx:
        await tx.execute(update(mentorships).values(state="ended", ended_at=MOMENT))
    told = await heard(cast[MENTOR], forged()[::7])
    assert not any(secret.casefold() in told for secret in SECRETS.values())


async def test_who_changes_the_team_or_loses_a_role_loses_the_sight_with_the_next_tap(
    cast: dict[int, Persona], stage: Stage
) -> None:
    member, buttons = cast[MEMBER], forged()[::7]
    async with stage.database.write() as tx:
        await tx.execute(update(enrolments).where(enrolments.c.person_id == MEMBER).values(team_id=8))
        gone = update(enrolments).where(enrolments.c.person_id == ORGANIZER)
        await tx.execute(gone.values(left_on=datetime(2025, 11, 1, tzinfo=UTC).date()))
    assert SECRETS[OURS].casefold() not in await heard(member, buttons)
    left = await heard(cast[ORGANIZER], buttons)
    assert not any(secret.casefold() in left for secret in SECRETS.values())
