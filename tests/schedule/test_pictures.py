import asyncio
import struct
import sys
import time
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.botapi.images import picture_size
from bot.schedule.pictures import painter as painting
from bot.schedule.pictures.drawing import svg
from bot.schedule.pictures.layout import MOST, pictures
from bot.schedule.pictures.letters import FILES, FOLDER, Weight, face
from bot.schedule.pictures.model import DayPart, Line, Poster
from bot.schedule.pictures.painter import Painter, Unpainted
from bot.schedule.pictures.styles import INNER, TALLEST, WIDTH
from bot.schedule.pictures.wrapping import drawable, wrapped

LECTURE = Line("09:00–10:30", "Стратегия города", ("Большой зал · глава города",))
OFF = Line("18:00–19:00", "Концерт", (), "отменено")


def poster(*days: DayPart, title: str = "Модуль 2 «Городская экономика»") -> Poster:
    return Poster(
        title=title,
        about=("Тюмень, МСК+2 · Технопарк",),
        days=days,
        footer=("Составлено 18.11, 09:00, редакция 7", "Файл сам не обновляется."),
        page=lambda number, count: f"Картинка {number} из {count}",
        more=lambda left: f"Не поместилось: {left}",
    )


def day(number: int, *lines: Line) -> DayPart:
    return DayPart(f"Вт, {number} ноября", lines, "" if lines else "Занятий нет.")


def said(drawn: str) -> list[str]:
    """Return the texts of a picture from above downwards, as an XML reader finds them."""
    texts = [one for one in ET.fromstring(drawn).iter() if one.tag.endswith("text")]  # noqa: S314  (our own)
    return [one.text or "" for one in texts]


def shown(one: Poster) -> list[list[str]]:
    return [said(svg(picture)) for picture in pictures(one)]


def test_a_picture_says_everything_from_above_downwards() -> None:
    assert shown(poster(day(18, LECTURE, OFF), day(19))) == [
        [
            "Модуль 2 «Городская",
            "экономика»",
            "Тюмень, МСК+2 · Технопарк",
            "Вт, 18 ноября",
            "09:00–10:30",
            "Стратегия города",
            "Большой зал · глава города",
            "18:00–19:00",
            "отменено",
            "Концерт",
            "Вт, 19 ноября",
            "Занятий нет.",
            "Составлено 18.11, 09:00, редакция 7",
            "Файл сам не обновляется.",
        ]
    ]


def test_only_what_is_cancelled_is_struck_through() -> None:
    [held], [off] = (pictures(poster(day(18, line))) for line in (LECTURE, OFF))
    assert ('height="3"' in svg(held), 'height="3"' in svg(off)) == (False, True)


def test_a_long_title_is_wrapped_within_the_margins() -> None:
    title = "Документооборот без бумаги: как сократить согласования с двух недель до двух дней"
    [texts] = shown(poster(day(18, Line("09:00–10:30", title))))
    assert texts[5:-2] == [
        "Документооборот без бумаги: как",
        "сократить согласования с двух недель до",
        "двух дней",
    ]
    assert " ".join(texts[5:-2]) == title


def test_a_title_beyond_all_measure_ends_with_dots() -> None:
    [texts] = shown(poster(day(18, Line("09:00–10:30", "слово " * 2000))))
    assert texts[-3] == "слово слово слово слово слово слово сло…"
    assert len(texts) < 20


def test_days_that_fit_stay_in_one_piece() -> None:
    days = [day(17 + number, *[LECTURE] * 4) for number in range(4)]
    assert [sum("ноября" in text for text in texts) for texts in shown(poster(*days))] == [2, 2]


def test_a_day_that_goes_on_repeats_its_heading_and_every_picture_its_number() -> None:
    found = shown(poster(day(18, *[LECTURE] * 30)))
    assert len(found) > 2
    for number, texts in enumerate(found, start=1):
        assert texts.count("Вт, 18 ноября") == 1
        assert f"Картинка {number} из {len(found)}" in texts
        assert texts[-1] == "Файл сам не обновляется."
    assert sum(texts.count("Стратегия города") for texts in found) == 30


def test_what_does_not_fit_into_an_album_is_counted() -> None:
    found = shown(poster(*(day(number, *[LECTURE] * 30) for number in range(1, 12))))
    held = sum(texts.count("Стратегия города") for texts in found)
    assert len(found) == MOST
    assert [text for texts in found for text in texts if "поместилось" in text] == [
        f"Не поместилось: {330 - held}"
    ]


lines = st.builds(
    Line,
    hours=st.just("09:00–10:30"),
    title=st.text(max_size=400),
    details=st.lists(st.text(max_size=200), max_size=2).map(tuple),
    cancelled=st.sampled_from(["", "отменено"]),
)


@given(
    st.text(max_size=200),
    st.lists(st.builds(DayPart, st.text(max_size=80), st.lists(lines, max_size=12).map(tuple)), max_size=4),
)
def test_any_words_make_pictures_of_a_phones_size_that_are_whole_xml(title: str, days: list[DayPart]) -> None:
    for picture in pictures(poster(*days, title=title)):
        assert picture.height <= TALLEST
        root = ET.fromstring(svg(picture))  # noqa: S314  (our own)
        assert (root.get("width"), root.get("height")) == (str(WIDTH), str(picture.height))
        for piece in (picture.head, *picture.pieces, picture.foot):
            assert all(text.width <= INNER for text in piece.texts)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Экскурсия 🚌🏽 по городу", "Экскурсия по городу"),
        ("Семья 👨‍👩‍👧", "Семья"),
        ("Флаг 🇷🇺", "Флаг"),
        ("Лекция\x00 \x1b[1m<b>&amp;", "Лекция [1m<b>&amp;"),
        ("漢字 и Ё", "□□ и Ё"),
        ("строка\nдругая\t третья", "строка другая третья"),
        ("↑ № «а» – … − ₽ °", "↑ № «а» – … − ₽ °"),
    ],
)
def test_what_the_font_cannot_draw_breaks_nothing(text: str, seen: str) -> None:
    assert drawable(text) == seen


@given(st.text(max_size=300), st.floats(60, 900))
def test_wrapping_loses_no_letter_and_keeps_the_width(text: str, width: float) -> None:
    known = drawable(text)
    found = wrapped(known, width, 42, Weight.NORMAL)
    assert "".join(found).replace(" ", "") == known.replace(" ", "")
    assert all(face(Weight.NORMAL).width(line, 42) <= width for line in found if len(line) > 1)


def test_the_fonts_are_shipped_with_their_licence() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == [
        "DejaVuSans-Bold.ttf",
        "DejaVuSans.ttf",
        "LICENSE",
    ]
    letters = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя«»–—−…№→"
    assert [(weight, one) for weight in FILES for one in letters if not face(weight).has(one)] == []
    assert face(Weight.BOLD).width("Ш", 100) > face(Weight.NORMAL).width("Ш", 100) > 0


async def test_a_picture_is_drawn_as_png_of_its_size() -> None:
    laid = pictures(poster(*(day(number, *[LECTURE] * 8) for number in (17, 18, 19))))
    drawn = await Painter().paint(tuple(map(svg, laid)))
    assert [picture_size(one) for one in drawn] == [(WIDTH, picture.height) for picture in laid]


async def test_the_machines_fonts_count_for_nothing() -> None:
    painter = Painter()
    drawn = [
        await painter.paint(
            (
                '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100">'
                f'<text y="80" font-size="40" font-family="{family}">Школа</text></svg>',
            )
        )
        for family in ("Liberation Sans", "Nobody Has This")
    ]
    assert drawn[0] == drawn[1]


async def test_the_same_pictures_are_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    painter = Painter()
    one = tuple(map(svg, pictures(poster(day(18, LECTURE)))))
    first = await painter.paint(one)
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert await painter.paint(one) == first
    with pytest.raises(Unpainted):
        await painter.paint((*one, *one))


async def test_the_loop_goes_on_while_pictures_are_drawn() -> None:
    drawings = tuple(map(svg, pictures(poster(*(day(number, *[LECTURE] * 9) for number in range(1, 6))))))
    ended = asyncio.Event()

    async def longest_gap() -> float:
        longest, last = 0.0, time.perf_counter()
        while not ended.is_set():
            await asyncio.sleep(0.001)
            longest, last = max(longest, time.perf_counter() - last), time.perf_counter()
        return longest

    watching = asyncio.create_task(longest_gap())
    began = time.perf_counter()
    await Painter().paint(drawings)
    lasted = time.perf_counter() - began
    ended.set()
    assert await watching < lasted / 3


@pytest.mark.parametrize("drawing", ["<svg", "", "<html/>"])
async def test_what_cannot_be_drawn_is_said(drawing: str) -> None:
    with pytest.raises(Unpainted):
        await Painter().paint((drawing,))


async def test_who_draws_too_long_is_stopped() -> None:
    with pytest.raises(Unpainted, match="too long"):
        await Painter(seconds=0.0).paint(tuple(map(svg, pictures(poster(day(18, LECTURE))))))


def test_half_a_picture_is_none() -> None:
    whole = struct.pack(">I", 3) + b"abc"
    assert painting.divided(whole + whole) == (b"abc", b"abc")
    assert painting.divided(whole + whole[:-1]) == (b"abc",)
    assert painting.divided(b"\x00") == ()
