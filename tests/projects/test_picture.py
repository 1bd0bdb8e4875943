"""The picture of the portfolio: whole, legible without colour, within a second."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from bot.people.model import Visitor
from bot.projects.model import Light
from bot.projects.picture import pictures
from bot.projects.picture_layout import MOST, TALLEST, WIDTH
from bot.projects.picture_shapes import BAR_FILLS, sign
from bot.projects.portfolio import Filter
from bot.projects.portfolio_actions import overseen
from bot.schedule.pictures.letters import Weight, face
from bot.shared.clock import ManualClock
from bot.shared.errors import NotAllowed
from bot.ui.projects.picture import sheet_of
from bot.ui.texts import texts_in
from db.engine import Database
from tests.projects.field import OURS, SECRETS, lay, report
from tests.projects.test_listing import HUNDREDS, crowd
from tests.schedule.stage import Stage

SVG = "{http://www.w3.org/2000/svg}"


def parsed(drawn: str) -> ElementTree.Element:
    return ElementTree.fromstring(drawn)  # noqa: S314  (our own drawing)


def said(drawn: str) -> list[str]:
    return [one.text or "" for one in parsed(drawn).iter(f"{SVG}text")]


def check(drawn: tuple[str, ...]) -> None:
    """Fail where a text leaves the picture or a picture is taller than a screen."""
    for one in drawn:
        root = parsed(one)
        assert int(root.attrib["viewBox"].split()[3]) <= TALLEST
        for text in root.iter(f"{SVG}text"):
            width = face(Weight(text.attrib["font-weight"])).width(
                text.text or "", float(text.attrib["font-size"])
            )
            assert float(text.attrib["x"]) + width <= WIDTH - 40, text.text


@pytest.mark.parametrize("locale", ["ru", "en"])
async def test_three_hundred_projects_stand_on_ten_pictures(
    database: Database, clock: ManualClock, stage: Stage, locale: str
) -> None:
    await crowd(database)
    view = await overseen(database, clock, stage.organizer, Filter())
    drawn = pictures(sheet_of(texts_in(locale), view))
    check(drawn)
    assert len(drawn) <= MOST
    numbers = {found[0] for one in drawn for text in said(one) if (found := re.match(r"1\d{3}(?= )", text))}
    assert len(numbers) == HUNDREDS


async def test_it_says_in_words_and_shapes_what_it_shows_in_colour(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    await lay(database)
    await report(database, OURS, "green", days=1)
    view = await overseen(database, clock, stage.organizer, Filter())
    [drawn] = pictures(sheet_of(texts_in("ru"), view))
    check((drawn,))
    assert said(drawn) == [
        "Проекты: Школа мэров, Поток 5",
        "2 проекта · вт, 18 ноября, 07:00 МСК",
        "красный: 1",
        "зелёный: 1",
        "Водопровод",
        "красный · мешает 9 дней · Команда юга · паспорт",
        "Набережная",
        "зелёный · Команда севера · паспорт",
        "Составлено вт, 18 ноября, 07:00 МСК",
    ]
    assert len({sign(light, 0, 0, 40) for light in Light}) == len(set(BAR_FILLS.values())) == len(Light)
    assert not any(secret in drawn for secret in SECRETS.values())


async def test_only_whoever_leads_may_have_it(database: Database, clock: ManualClock, stage: Stage) -> None:
    await lay(database)
    for who in (stage.anna, stage.gleb, Visitor(99, 99, "ru")):
        with pytest.raises(NotAllowed):
            await overseen(database, clock, who, Filter())
    with pytest.raises(NotAllowed):
        await overseen(database, clock, stage.organizer, Filter(stream_id=6))


async def test_hostile_titles_stay_text(database: Database, clock: ManualClock, stage: Stage) -> None:
    await lay(database)
    view = await overseen(database, clock, stage.organizer, Filter())
    sheet = sheet_of(texts_in("ru"), view)
    evil = replace(sheet.rows[0], title="<script>&\"' 🏙️ 漢字 " + "Ю" * 400, detail="</text>" * 40)
    [drawn] = pictures(replace(sheet, rows=(evil,)))
    check((drawn,))
    assert "<script>" not in drawn
