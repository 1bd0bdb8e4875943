"""A participant who tries everything, forged buttons too, never sees a word of what is not theirs."""

import json
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import EnumType
from itertools import product
from typing import Any

import pytest
from sqlalchemy import select

from bot.excursions.boarding import Mark, Way
from bot.people.consent import PROCESSING
from bot.people.corrections import Field
from bot.people.model import Role
from bot.projects.drafts import Step
from bot.projects.papers import Paper
from bot.sandbox.botapi.persona import Persona
from bot.schedule.calendar_facts import Form
from bot.schedule.files import FileKind, SentFile
from bot.schedule.kinds import EventKind
from bot.schedule.notice_views import Look
from bot.support.model import Purpose
from bot.ui.access import AskAccessButton
from bot.ui.editing_buttons import Text
from bot.ui.excursions.boarding_buttons import BusDeed, HandMark
from bot.ui.exports import Export
from bot.ui.groups import View
from bot.ui.menu import COMMANDS
from bot.ui.mydata import EraseButton
from bot.ui.people_buttons import Deed
from bot.ui.programme import Part
from bot.ui.schedule.buttons import Place
from bot.ui.search import packed
from bot.ui.support_buttons import Ready
from db.access import access_requests
from db.assistants import assistants
from db.corrections import corrections
from db.event_files import add_file, event_files
from db.excursions import buses
from db.imports import add_import, imports
from db.invitations import invitations
from db.notices import notices
from db.people import people
from db.programme import editions, programmes, streams
from db.projects import projects
from db.publications import publications
from db.schedule import events, modules, venues
from db.support import questions
from tests.journeys.crawler import BUTTONS
from tests.journeys.demo import assistant_of, outsider
from tests.journeys.three_streams import (
    DAYS,
    FOREIGN,
    STREAMS,
    TEXTS,
    foreign_to,
    load_three_streams,
    mark,
    reader,
)
from tests.stage import Stage

WORDS = (
    *("сегодня", "вчера всё", "завтра", "17.11 всё", "18.11 всё", "1 декабря всё", "2.12", "вт", "пн всё"),
    *("Тюмень", "модуль 1", "модуль 2", "Технопарк", "метка", "чуж", "title", "все"),
    *("/schedule Тюмень всё", "/schedule метка", "/schedule чуж", "/schedule title", "/schedule Модуль"),
)
FAULT = "Не получилось: ошибка на нашей стороне"
LAST = frozenset({EraseButton(sure=True).pack()})
"""After this a participant is nobody, who has nothing more to come to."""
HELPING = "al1:help-"
LINKS = ("in1:", HELPING)
"""Who knows the code of a link that still opens may come in by it: these are their own.

An invitation is refused to whoever has come in by another; to help somebody is open to everybody.
"""


async def others_act(stage: Stage) -> None:
    """Let others ask, beg for access and send a workbook: of all this there is something to be seen."""
    neighbour = await stage.enter("Ш6-сосед", "Ш6")
    await neighbour.send(f"/ask {FOREIGN} вопрос")
    neighbour.sees("передан")
    stranger = stage.newcomer(FOREIGN)
    await stranger.start()
    await stranger.press(AskAccessButton().pack())
    await stranger.send(f"{FOREIGN} просьба")
    stranger.sees("Передал организаторам")
    await neighbour.send(f"/assistants {FOREIGN.capitalize()} Помощник")
    neighbour.sees("помощник")
    await neighbour.send(f"/mydata {FOREIGN} исправление")
    neighbour.sees("исправление")
    async with stage.database.write() as tx:
        await add_import(tx, neighbour.user, f"{FOREIGN}.xlsx", "0" * 64, FOREIGN.encode(), stage.clock.now())
        theirs = (await tx.execute(select(events.c.id).where(events.c.code == "Ш6-З1"))).scalar_one()
        slides = SentFile(FileKind.DOCUMENT, FOREIGN, FOREIGN, f"{FOREIGN}.pdf", 1, FOREIGN)
        await add_file(tx, theirs, slides, None, stage.clock.now())


async def forged(stage: Stage) -> list[str]:
    """Return every button that could be made up: every prefix with every id, and those beside."""
    day_numbers = {number(day + timedelta(days=by)) for day in DAYS for by in (-1, 0, 1)}
    async with stage.database.read() as tx:
        values: dict[str, Sequence[Any]] = {
            "stream_id": around((await tx.execute(select(streams.c.id))).scalars().all()),
            "module_id": around((await tx.execute(select(modules.c.id))).scalars().all()),
            "event_id": around((await tx.execute(select(events.c.id))).scalars().all()),
            "venue_id": around((await tx.execute(select(venues.c.id))).scalars().all()),
            "request_id": around((await tx.execute(select(access_requests.c.id))).scalars().all()),
            "question_id": around((await tx.execute(select(questions.c.id))).scalars().all()),
            "import_id": around((await tx.execute(select(imports.c.id))).scalars().all()),
            "edition_id": around((await tx.execute(select(editions.c.id))).scalars().all()),
            "attached_id": around((await tx.execute(select(event_files.c.id))).scalars().all()),
            "removing": (False, True),
            "correction_id": around((await tx.execute(select(corrections.c.id))).scalars().all()),
            "done": (False, True),
            "field": tuple(Field),
            "programme_id": around((await tx.execute(select(programmes.c.id))).scalars().all()),
            "part": tuple(Part),
            "value": ("3",),
            "person_id": around((await tx.execute(select(people.c.id))).scalars().all()),
            "tie_id": around((await tx.execute(select(assistants.c.id))).scalars().all()),
            "head_id": around((await tx.execute(select(people.c.id))).scalars().all()),
            "words": (packed(("чуж",)), packed(("title",)), packed(("метка", "к1"))),
            "mark": ("0" * 12,),
            "what": tuple(Ready),
            "deed": tuple(Deed),
            "view": tuple(View),
            "sure": (False, True),
            "keep": (False, True),
            "give": (False, True),
            "role": tuple(Role),
            "code": [
                *(await tx.execute(select(invitations.c.code))).scalars().all(),
                *(await tx.execute(select(assistants.c.code))).scalars().all(),
                "zzz",
            ],
            "day": sorted(day_numbers),
            "everything": (False, True),
            "page": (0, 999),
            "place": tuple(Place),
            "form": tuple(Form),
            "notice_id": around((await tx.execute(select(notices.c.id))).scalars().all()),
            "look": tuple(Look),
            "group": ("reminders", "plan", "zzz"),
            "muted": (True, False),
            "publication_id": around((await tx.execute(select(publications.c.id))).scalars().all()),
            "minutes": (20,),
            "first": (0,),
            "stay": (False, True),
            "cancelled": (False, True),
            "kind": (EventKind.LECTURE,),
            "locale": ("ru",),
            "purpose": (PROCESSING, "other"),
            "version": (0, 1, 2),
            "mine": (False, True),
            "given": (False, True),
            "bus_id": (0, *around((await tx.execute(select(buses.c.id))).scalars().all())[1:-1:3]),
            "instead": (False, True),
            "accept": (False, True),
            "way": tuple(Way),
            "listed": (False,),
            "staff": (False, True),
            "project_id": around((await tx.execute(select(projects.c.id))).scalars().all()),
            "milestone_id": (0, 1),
            "report_id": (0, 1),
            "blocker_id": (0, 1),
            "version_id": (0, 1),
            "direction_id": (0, 1),
            "factory_id": (0,),
            "light": ("", "red"),
            "silent": (False, True),
            "narrow": ("", "menu", "str"),
            "earlier": (False, True),
            "back": (False, True),
            "paper": tuple(Paper),
            "ready": (False, True),
            "step": tuple(Step),
            "number": (0, 1),
            "hours": (0, 3),
            "days": (0, 7),
            "team": (False, True),
        }
    settings: dict[str, Sequence[Any]] = {"code": ("retention", "zzz")}
    few = {name: values[name][::4] for name in ("event_id", "person_id")}
    special: dict[str, dict[str, Sequence[Any]]] = {
        **dict.fromkeys(("pt1", "pv1", "pr1", "pw1"), settings),
        **dict.fromkeys(("pg1", "pd1"), few),
        "gb1": {"purpose": tuple(Purpose)},
        "bv1": {"mark": ("00000000", "0a1b2c3d")},
        "bx2": {"mark": ("", "0a1b2c3d4e5f6071")},
        "zf1": {"what": tuple(Text)},
        "tk1": {"what": tuple(Export)},
        "on1": {"place": (0, 1, 2)},
        "jx1": {"place": (0, 1, 2)},
        "oh1": {"paper": (None, *Paper)},
        "rx1": {"place": (0, 1, 2), "mark": ("00000000", "0a1b2c3d")},
        "ob1": {"page": (0,)},
        "yd1": {"day": [1, *(day.toordinal() for day in DAYS)]},
        "gp1": {"day": [0, *(day.toordinal() for day in DAYS)]},
        **{key: {"day": [1, *(day.toordinal() for day in DAYS)]} for key in ("xrd1", "xrp1")},
        **dict.fromkeys(("xps1", "xpm1", "xpa1", "xbp1", "xbb1", "xbe1"), few),
        "xb1": {"mark": tuple(Mark), **few},
        "xbm1": {"mark": tuple(HandMark), **few},
        "xbd1": {"deed": tuple(BusDeed), **few},
    }
    made = [data for name, kind in BUTTONS.items() for data in filled(kind, values | special.get(name, {}))]
    return sorted(made, key=LAST.__contains__)


def filled(kind: Any, values: dict[str, Sequence[Any]]) -> Iterator[str]:
    fields = kind.model_fields
    for chosen in product(
        *(_values(field.annotation, values.get(name, ())) for name, field in fields.items())
    ):
        yield kind(**dict(zip(fields, chosen, strict=True))).pack()


def _values(annotation: Any, told: Sequence[Any]) -> Sequence[Any]:
    """Return what is told for a field, or all words of an enumeration, yes and no, small numbers."""
    if isinstance(annotation, EnumType):
        return [one for one in told if isinstance(one, annotation)] or tuple(annotation)
    return told or ((False, True) if annotation is bool else (0, 1))


def around(ids: Sequence[int]) -> list[int]:
    return list(range(max(0, min(ids) - 1), max(ids) + 2))


def number(day: date) -> int:
    return day.year * 10000 + day.month * 100 + day.day


def said(persona: Persona) -> str:
    """Return all that the bot has called Telegram with since this was last asked, but for others' chats.

    Others get notices of their own meanwhile.
    """
    own = {None, str(persona.user)}
    calls = [call for call in persona.world.calls if call.params.get("chat_id") in own]
    values = [str(value) for call in calls for value in call.params.values()]
    persona.world.calls.clear()
    return "\n".join(readable(value) for value in values).casefold()


def readable(value: str) -> str:
    """Write a parameter as people read it: the letters of a keyboard are escaped on the way."""
    return json.dumps(json.loads(value), ensure_ascii=False) if value[:1] in {"{", "["} else value


async def try_everything(persona: Persona, buttons: Sequence[str], foreign: Sequence[str]) -> str:
    """Type and press everything; assert after each act that no foreign word is in any call; return all."""
    heard = []
    said(persona)
    acts = [*(f"/{command.name}" for command in COMMANDS), "/claim zzz", "/start zzz", *WORDS]
    for words in acts:
        await persona.send(words)
        heard.append(said(persona))
        look(words, heard[-1], foreign)
    for data in buttons:
        await persona.press(data)
        heard.append(said(persona))
        look(data, heard[-1], foreign)
    for stored, content in persona.world.files.everything():
        words = content.decode("utf-8", "ignore") if stored.kind == "document" else ""
        look(f"the file {stored.name}", words.replace("\r\n ", "").casefold(), foreign)
    return "".join(heard)


def look(act: str, text: str, foreign: Sequence[str]) -> None:
    assert FAULT.casefold() not in text, f"{act!r} is a fault of the bot"
    for word in foreign:
        assert word.casefold() not in text, f"{act!r} shows {word}"


def texts_of(stream: str) -> set[str]:
    """Return every text of a stream's programme that a reader can come to."""
    shown = {name for names in TEXTS.values() for name in names}
    return {f"{name} {mark(stream)}".casefold() for name in shown}


ON_ONE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""Walks of minutes; whose programme is read is tried on both databases by the shortest of them."""


@pytest.fixture
async def loaded(stage: Stage) -> Stage:
    await load_three_streams(stage)
    await others_act(stage)
    return stage


@ON_ONE
async def test_a_participant_never_sees_a_word_of_others(loaded: Stage) -> None:
    persona = await loaded.enter(reader("Ш5"))
    buttons = [data for data in await forged(loaded) if not data.startswith(HELPING)]
    assert len(buttons) > 400
    heard = await try_everything(persona, buttons, foreign_to("Ш5"))
    assert [text for text in texts_of("Ш5") if text not in heard] == []
    assert persona.world.files.everything()


async def test_each_stream_reads_its_own_programme_on_the_same_days(loaded: Stage) -> None:
    for stream in STREAMS:
        persona = await loaded.enter(reader(stream), stream)
        heard = await try_everything(persona, (), foreign_to(stream))
        assert heard.count(mark(stream).casefold()) > 50


@ON_ONE
@pytest.mark.parametrize("why", ["stranger", "unconsented", "left"])
async def test_at_the_door_not_a_word_of_any_programme_is_seen(loaded: Stage, why: str) -> None:
    persona = await outsider(loaded, why, reader("Ш5"))
    buttons = [data for data in await forged(loaded) if not data.startswith((*LINKS, "cs1:"))][::3]
    assert len(buttons) > 100
    foreign = [*foreign_to("Ш5"), *texts_of("Ш5")]
    await try_everything(persona, buttons, foreign)


@ON_ONE
async def test_an_assistant_sees_the_heads_programme_and_not_a_word_of_others(loaded: Stage) -> None:
    persona = await assistant_of(loaded, await loaded.enter(reader("Ш5")))
    buttons = [data for data in await forged(loaded) if data not in LAST and not data.startswith(LINKS)]
    heard = await try_everything(persona, buttons[::2], foreign_to("Ш5"))
    assert mark("Ш5").casefold() in heard


@ON_ONE
async def test_an_assistant_who_was_revoked_sees_not_a_word_of_any_programme(loaded: Stage) -> None:
    head = await loaded.enter(reader("Ш5"))
    persona = await assistant_of(loaded, head)
    await head.send("/assistants")
    await head.tap("Отозвать: Помощникова Инна")
    await persona.send("/now")
    buttons = [data for data in await forged(loaded) if data not in LAST and not data.startswith(LINKS)]
    await try_everything(persona, buttons[::3], [*foreign_to("Ш5"), *texts_of("Ш5")])
