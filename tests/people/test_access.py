"""Who of the roster a stranger may be."""

from datetime import UTC, datetime

import pytest

from bot.people.access import AccessRequest, RequestState, own_phone, suggestions
from bot.people.model import Person

NAMES = (
    ("Петров", "Артём", "Ильич", "Омск"),
    ("Петрова", "Алёна", "Игоревна", "Томск"),
    ("Сидоров", "Пётр", "Петрович", "Омск"),
    ("Ли", "Анна", "", "Тюмень"),
)
ROSTER = [
    Person(n, f"Л-{n}", surname, name, patronymic, "", place, "", None, f"+7912000000{n}")
    for n, (surname, name, patronymic, place) in enumerate(NAMES, start=1)
]


def asked(words: str, phone: str = "") -> AccessRequest:
    moment = datetime(2025, 11, 18, tzinfo=UTC)
    return AccessRequest(1, 2, 2, "ru", "", phone, words, RequestState.OPEN, None, moment, None)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("Петров Артем, Омск", [1, 2]),
        ("ПЕТРОВА алена", [2, 1]),
        ("это Сидоров из Омска", [3]),
        ("Ли Анна", [4]),
        ("Лидия Омск", []),
        ("Пётр Петрович", []),
        ("", []),
        ("<b>'; drop table", []),
    ],
)
def test_surnames_find_people_and_further_names_order_them(words: str, ids: list[int]) -> None:
    assert [person.id for person in suggestions(asked(words), ROSTER)] == ids


def test_a_vouched_number_comes_first() -> None:
    assert [person.id for person in suggestions(asked("Петров", "+79120000004"), ROSTER)] == [4, 1, 2]


def test_the_order_of_the_roster_does_not_matter() -> None:
    assert suggestions(asked("Петров Омск"), ROSTER) == suggestions(asked("Петров Омск"), ROSTER[::-1])


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("79261234567", "+79261234567"),
        ("+7 926 123-45-67", "+79261234567"),
        ("8 (926) 123-45-67", "+79261234567"),
        ("375291234567", "+375291234567"),
        ("12", ""),
        ("", ""),
    ],
)
def test_a_shared_number_is_read_in_any_spelling(text: str, number: str) -> None:
    assert own_phone(text) == number
