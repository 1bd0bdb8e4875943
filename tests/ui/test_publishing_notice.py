"""How a changed programme is told: in both languages, escaped, and never longer than a message."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.programme.model import Stream
from bot.publishing.affected import Change, differences, personal_changes
from bot.publishing.model import BusFacts, EditionFacts, EventFacts, Gathering
from bot.publishing.notice_actions import Telling
from bot.ui.notices.publishing import News, write
from bot.ui.texts import texts_in
from tests.publishing.test_affected import BUS, INNER, LATER, LECTURE, NOW, edition, listener
from tests.schedule.builders import TYUMEN, changed, event

STREAM = Stream(5, "Ш5", "Поток 5", "Школа мэров", date(2025, 10, 1), date(2026, 5, 31), "", 50, None)
RIDER = listener(frozenset({7}))
HOSTILE = "<b>&\"Зал'</b>" * 40


def changes(old: EditionFacts, new: EditionFacts) -> tuple[Change, ...]:
    return personal_changes(differences(old, new, NOW), RIDER)


def text(found: tuple[Change, ...], locale: str = "ru", several: bool = False) -> str:
    return write(texts_in(locale), News(Telling(STREAM, found, several)), NOW).text


def test_every_way_to_differ_has_its_words() -> None:
    excursion = EventFacts(LECTURE, INNER, (BUS,))
    other = EventFacts(
        changed(LECTURE, title="Другое", room="", speaker="Эксперт", online="https://example.org"),
        Gathering("Парковка", "+7", ""),
        (replace(BUS, departs=time(13, 30)), BusFacts(8, "Чужой", "", None, "")),
    )
    assert text(changes(edition(excursion), edition(other))) == (
        "<b>Изменения в программе: 1</b>\n\n<b>Другое</b>\nвт, 18 ноября, 10:00–11:00 (МСК+2)\n"
        "Название: Занятие 1 → <b>Другое</b>\nСпикер: <b>Эксперт</b>\nСсылка: <b>https://example.org</b>\n"
        "Место сбора: Вход → <b>Парковка</b>\nЧто взять: было «Паспорт», теперь не указано\n"
        "Ваш автобус: Автобус 1, 13:45, Вход, А000АА 72 → <b>Автобус 1, 13:30, Вход, А000АА 72</b>"
    )


def test_a_bus_of_others_is_not_told_of() -> None:
    mine, others = EventFacts(LECTURE, INNER, (BUS,)), BusFacts(8, "Чужой", "", None, "")
    moved = replace(mine, event=LATER, buses=(BUS, others))
    assert "Чужой" not in text(changes(edition(mine), edition(moved)))


@pytest.mark.parametrize("locale", ["ru", "en"])
def test_what_people_wrote_is_escaped_and_a_whole_day_fits_into_a_message(locale: str) -> None:
    day = date(2025, 11, 19)
    old = [changed(event(at, day, f"{at + 6:02}:00", f"{at + 6:02}:50"), room="А") for at in range(1, 16)]
    new = [changed(one, title=HOSTILE, room=HOSTILE, speaker=HOSTILE) for one in old]
    told = text(changes(edition(*old), edition(*new)), locale, several=True)
    assert len(told) < 4096
    assert '<b>&"' not in told
    assert ("И ещё" if locale == "ru" else "more changes") in told


def test_a_change_of_day_names_both_days_and_the_button_leads_to_the_new_one() -> None:
    tomorrow = event(1, date(2025, 11, 19), "10:00", "11:00")
    letter = write(
        texts_in("ru"), News(Telling(STREAM, changes(edition(LECTURE), edition(tomorrow)), False)), NOW
    )
    assert "<s>вт, 18 ноября, 10:00–11:00</s> → <b>ср, 19 ноября, 10:00–11:00 (МСК+2)</b>" in letter.text
    assert [button.callback_data for row in letter.rows for button in row] == ["sd1:5:20251119:0:0"]


def test_changes_of_several_days_have_a_button_each() -> None:
    days = [date(2025, 11, 18) + timedelta(days=shift) for shift in range(4)]
    old = [event(at, day, "10:00", "11:00") for at, day in enumerate(days, 1)]
    new = [changed(one, room="Б") for one in old]
    letter = write(texts_in("ru"), News(Telling(STREAM, changes(edition(*old), edition(*new)), False)), NOW)
    assert [button.text for button in letter.rows[0]] == ["вт, 18", "ср, 19", "чт, 20"]


def test_a_changed_venue_is_told_with_what_differs() -> None:
    old = edition(LECTURE, address="ул. Республики, 142")
    moved = replace(TYUMEN, venue_title="Дом правительства")
    assert text(changes(old, edition(LECTURE, module=moved, address="ул. Володарского, 45"))) == (
        "<b>Изменения в программе: 1</b>\n\n<b>Модуль «Городская экономика»</b>\n"
        "Площадка: Западно-Сибирский технопарк, Тюмень → <b>Дом правительства, Тюмень</b>\n"
        "Адрес: ул. Республики, 142 → <b>ул. Володарского, 45</b>"
    )


def test_who_is_in_several_streams_is_told_which_one_it_is() -> None:
    assert "Школа мэров, Поток 5" in text(changes(edition(LECTURE), edition(LATER)), several=True)
    assert "Поток" not in text(changes(edition(LECTURE), edition(LATER)))


def test_the_hours_are_the_venues_wherever_the_reader_is() -> None:
    assert datetime(2025, 11, 18, 5, 0, tzinfo=UTC) == LECTURE.starts_at
    assert "10:00–11:00" in text(changes(edition(LECTURE), edition(changed(LECTURE, cancelled=True))))
