import pytest

from tests.words import RUSSIAN


@pytest.mark.parametrize(
    ("key", "count", "said"),
    [
        (
            "match-not-entered",
            1,
            "⚠ 1 наставник ещё не вошёл в бот, предложение его не застанет: Опытный Лев.",
        ),
        (
            "match-not-entered",
            3,
            "⚠ 3 наставника ещё не вошли в бот, предложения их не застанут: Опытный Лев.",
        ),
        (
            "match-not-entered",
            5,
            "⚠ 5 наставников ещё не вошли в бот, предложения их не застанут: Опытный Лев.",
        ),
        ("match-help-places", 1, "Поможет ещё 1 место: Опытный Лев."),
        ("match-help-places", 2, "Помогут ещё 2 места: Опытный Лев."),
        ("match-help-places", 5, "Помогут ещё 5 мест: Опытный Лев."),
        ("match-help-places", 21, "Поможет ещё 21 место: Опытный Лев."),
        ("match-help-return", 1, "Команду мог бы взять тот, кто на паузе: Опытный Лев."),
        ("match-help-return", 21, "Команды (21) мог бы взять тот, кто на паузе: Опытный Лев."),
    ],
)
def test_mentors_and_places_are_counted_as_people_say_it(key: str, count: int, said: str) -> None:
    assert RUSSIAN(key, count=count, names="Опытный Лев", mentors="Опытный Лев") == said


@pytest.mark.parametrize(
    ("count", "whose"),
    [(1, "1 предложение: наставник"), (21, "21 предложение: каждый наставник"), (2, "2 предложения: каждый")],
)
def test_who_gets_how_many_proposals_is_said_of_the_mentors(count: int, whose: str) -> None:
    assert RUSSIAN("match-confirm-send", count=count).startswith(f"Будет отправлено {whose}")


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (
            "error-match-capacity",
            "Закрепить за командой «Дорога» нельзя: Иванов Иван – все места заняты принятыми и "
            "закреплёнными командами.",
        ),
        (
            "error-match-bar-forbidden",
            "Закрепить нельзя: для «Дорога» указано «Не назначать» – Иванов Иван. Сначала снова разрешите.",
        ),
    ],
)
def test_a_name_that_cannot_be_declined_stands_as_it_is(key: str, said: str) -> None:
    assert RUSSIAN(key, team="Дорога", mentor="Иванов Иван") == said


def test_a_direction_is_not_read_as_the_name_of_a_team() -> None:
    said = RUSSIAN("match-help-group", mentor="Опытный Лев", direction="ИИ", teams="Дорога, Маршрут")
    assert (
        said
        == "Можно встречаться группой. Наставник: Опытный Лев; направление: ИИ; команды: Дорога, Маршрут."
    )
