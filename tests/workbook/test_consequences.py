"""How many events an import changes, and how many people would see it."""

from datetime import date

import pytest

from bot.workbook.consequences import Effect, effects
from bot.workbook.examination import State
from tests.workbook.programmes import Rows, examined, programme

TODAY = date(2025, 11, 18)


def rows() -> Rows:
    """Four people: two in each group, the first guides, one has a seat in the bus of the excursion."""
    return programme(streams=1, people=4, days=1)


async def effect_of(change: Rows, before: Rows | None = None) -> tuple[Effect, ...]:
    first = await examined(before or rows())
    state = State({record.ident: record for record in first.at_once[0]}, first.drafts)
    examination = await examined(change, state)
    assert examination.errors == ()
    return effects(state, examination, TODAY)


def changed(sheet: str, row: int, **cells: object) -> Rows:
    found = rows()
    found[sheet][row] |= cells
    return found


@pytest.mark.parametrize(
    ("change", "effect"),
    [
        (changed("Программа", 0, Зал="Малый"), Effect("ШМ-5", 1, 4)),
        (changed("Программа", 3, Группы="1"), Effect("ШМ-5", 1, 4)),
        (changed("Программа", 0, Группы="1"), Effect("ШМ-5", 1, 4)),
        (changed("Площадки", 0, Адрес="Новый"), Effect("ШМ-5", 0, 4)),
        (changed("Экскурсии", 0, **{"Место сбора": "Выход"}), Effect("ШМ-5", 1, 4)),
        (changed("Автобусы", 0, Отправление="13.50"), Effect("ШМ-5", 1, 4)),
    ],
)
async def test_events_and_people_are_counted(change: Rows, effect: Effect) -> None:
    assert await effect_of(change) == (effect,)


async def test_only_those_an_event_is_meant_for_are_counted() -> None:
    before, after = rows(), rows()
    for found in (before, after):
        found["Программа"][0]["Группы"] = "1"
    after["Программа"][0]["Зал"] = "Малый"
    assert await effect_of(after, before) == (Effect("ШМ-5", 1, 2),)


async def test_people_of_a_bus_are_counted_by_their_seats() -> None:
    before, after = rows(), rows()
    for found in (before, after):
        found["Программа"][0]["Автобусы"] = "ШМ-5-А1"
    after["Программа"][0]["Зал"] = "Малый"
    assert await effect_of(after, before) == (Effect("ШМ-5", 1, 1),)


async def test_who_has_left_and_who_organizes_are_not_counted() -> None:
    before, after = rows(), rows()
    for found in (before, after):
        found["Люди"][1]["Отчислен с"] = TODAY
        found["Люди"][2]["Роли"] = "организатор"
    after["Программа"][0]["Зал"] = "Малый"
    assert await effect_of(after, before) == (Effect("ШМ-5", 1, 2),)


async def test_facts_that_apply_at_once_are_no_effect_on_the_programme() -> None:
    assert await effect_of(changed("Люди", 1, Должность="глава")) == ()
