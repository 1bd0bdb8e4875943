"""Moments as people type them."""

from datetime import UTC, datetime

import pytest

from bot.schedule.moments import Slot, read_slot

NOW = datetime(2025, 11, 18, 4, 0, tzinfo=UTC)
"""Tuesday, 09:00 in Tyumen, 07:00 in Moscow, 10:00 in Omsk."""
TYUMEN, MOSCOW, OMSK = "Asia/Yekaterinburg", "Europe/Moscow", "Asia/Omsk"


def at(day: int, hour: int, minute: int = 0, month: int = 11, year: int = 2025) -> datetime:
    """Return a moment of Tyumen's clock."""
    return datetime(year, month, day, hour - 5, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("15:00", at(18, 15)),
        ("в 15", at(18, 15)),
        ("в 15 часов", at(18, 15)),
        ("15 ч", at(18, 15)),
        ("в 3 дня", at(18, 15)),
        ("в 7 вечера", at(18, 19)),
        ("8:30", at(19, 8, 30)),
        ("завтра 15:00", at(19, 15)),
        ("завтра в 15", at(19, 15)),
        ("Завтра, в 15.30", at(19, 15, 30)),
        ("послезавтра 9-30", at(20, 9, 30)),
        ("в четверг в 16", at(20, 16)),
        ("чт 16:00", at(20, 16)),
        ("во вторник в 8:00", at(25, 8)),
        ("во вторник в 18:00", at(18, 18)),
        ("20.11 15:00", at(20, 15)),
        ("20.11 15.00", at(20, 15)),
        ("20.11 в 15", at(20, 15)),
        ("в 20.11 15.00", at(20, 15)),
        ("20 ноября 15:00", at(20, 15)),
        ("чт, 20 ноября, 15:00", at(20, 15)),
        ("1 декабря в 10", at(1, 10, month=12)),
        ("15.01 10:00", at(15, 10, month=1, year=2026)),
        ("15.01.2026 10:00", at(15, 10, month=1, year=2026)),
        ("через неделю в 12:00", at(25, 12)),
        ("через 2 недели в 12:00", at(2, 12, month=12)),
        ("через 3 дня в 12", at(21, 12)),
    ],
)
def test_a_moment_is_read_as_people_write_it(words: str, moment: datetime) -> None:
    assert read_slot(words, NOW, TYUMEN) == Slot(moment, TYUMEN)


@pytest.mark.parametrize(
    ("words", "slot"),
    [
        ("завтра 15:00 Омск", Slot(at(19, 14), OMSK)),
        ("завтра 15:00 (МСК+3)", Slot(at(19, 14), OMSK)),
        ("завтра 15:00 МСК", Slot(at(19, 17), MOSCOW)),
        ("завтра в 15 по Москве", Slot(at(19, 17), MOSCOW)),
        ("завтра в 15 по московскому времени, кабинет 5", Slot(at(19, 17), MOSCOW, rest="кабинет 5")),
        ("15:00–16:30", Slot(at(18, 15), TYUMEN, 90)),
        ("завтра с 15 до 16", Slot(at(19, 15), TYUMEN, 60)),
        ("завтра с 15:00 до 16:30, технопарк", Slot(at(19, 15), TYUMEN, 90, "технопарк")),
        ("в четверг с 15 до 15:30, зал", Slot(at(20, 15), TYUMEN, 30, "зал")),
        ("завтра 23:30–0:30", Slot(at(19, 23, 30), TYUMEN, 60)),
        ("завтра в 15 на час", Slot(at(19, 15), TYUMEN, 60)),
        ("завтра в 15 на 45 минут", Slot(at(19, 15), TYUMEN, 45)),
        ("завтра в 15:00 на полтора часа, зал 2", Slot(at(19, 15), TYUMEN, 90, "зал 2")),
        ("завтра 15:00 1 ч 30 мин", Slot(at(19, 15), TYUMEN, 90)),
        ("завтра 15:00 Омск 40 мин", Slot(at(19, 14), OMSK, 40)),
        ("завтра 15:00 40 мин Омск", Slot(at(19, 14), OMSK, 40)),
        (
            "20.11 15:00 https://example.org/room, пароль 12",
            Slot(at(20, 15), TYUMEN, rest="https://example.org/room, пароль 12"),
        ),
        ("завтра в 15, 3 этаж", Slot(at(19, 15), TYUMEN, rest="3 этаж")),
        ("завтра в 15 часовня", Slot(at(19, 15), TYUMEN, rest="часовня")),
    ],
)
def test_zone_length_and_place_may_follow(words: str, slot: Slot) -> None:
    assert read_slot(words, NOW, TYUMEN) == slot


@pytest.mark.parametrize(
    "words", ["", "скоро", "15", "завтра", "31.02 15:00", "25:00", "кабинет 5", "в пятницу", "зал 15.30", "—"]
)
def test_what_is_no_moment_is_none(words: str) -> None:
    assert read_slot(words, NOW, TYUMEN) is None
