"""Which events a question means, and where the parts of a day lie."""

from datetime import date

import pytest

from bot.schedule.kinds import EventKind
from bot.schedule.model import Event
from bot.understanding.happenings import meant_events
from bot.understanding.model import Intent, Part
from bot.understanding.parts import of_part
from tests.schedule.builders import changed, event

DAY = date(2025, 11, 18)


def _event(number: int, starts: str, ends: str, title: str, kind: EventKind) -> Event:
    return changed(event(number, DAY, starts, ends, title=title), kind=kind)


BREAKFAST = _event(1, "08:00", "08:40", "Ранний завтрак", EventKind.MEAL)
CHECK_IN = _event(2, "09:00", "09:30", "Регистрация, бейджи", EventKind.CHECK_IN)
LECTURE = _event(3, "10:00", "11:30", "Защита интересов города", EventKind.LECTURE)
LUNCH = _event(4, "13:10", "14:10", "Обед с наставниками", EventKind.MEAL)
DURING = _event(5, "13:30", "14:00", "Экспресс-встреча", EventKind.MEETING)
DEFENCE = _event(6, "14:10", "16:00", "Проекты команд", EventKind.DEFENCE)
KEYS = _event(7, "17:00", "17:30", "Отъезд: сдача ключей", EventKind.CHECK_IN)
NIGHT = _event(8, "23:30", "00:30", "Прогулка", EventKind.CULTURE)
EVENTS = (BREAKFAST, CHECK_IN, LECTURE, LUNCH, DURING, DEFENCE, KEYS, NIGHT)


@pytest.mark.parametrize(
    ("intent", "meant"),
    [
        (Intent.BREAKFAST, (BREAKFAST,)),
        (Intent.LUNCH, (LUNCH,)),
        (Intent.DINNER, ()),
        (Intent.MEALS, (BREAKFAST, LUNCH)),
        (Intent.CHECK_IN, (CHECK_IN,)),
        (Intent.DEFENCE, (DEFENCE,)),
        (Intent.LECTURE, (LECTURE,)),
        (Intent.CULTURE, (NIGHT,)),
        (Intent.CONCERT, ()),
    ],
)
def test_a_question_means_events_by_their_kind_and_meals_by_their_name(
    intent: Intent, meant: tuple[Event, ...]
) -> None:
    assert meant_events(EVENTS, intent) == meant


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        (Part.MORNING, (BREAKFAST, CHECK_IN, LECTURE, LUNCH, DURING)),
        (Part.AFTERNOON, (DEFENCE, KEYS, NIGHT)),
        (Part.EVENING, (KEYS, NIGHT)),
    ],
)
def test_after_lunch_begins_when_the_lunch_ends(part: Part, shown: tuple[Event, ...]) -> None:
    assert of_part(EVENTS, part) == shown


def test_without_a_lunch_or_with_a_cancelled_one_the_afternoon_begins_at_noon() -> None:
    off = changed(LUNCH, cancelled=True)
    noon = _event(9, "12:00", "12:30", "Звонок", EventKind.OTHER)
    assert of_part((LECTURE, noon, off, DURING), Part.AFTERNOON) == (noon, off, DURING)


def test_what_begins_after_midnight_is_still_the_evening() -> None:
    late = changed(_event(10, "00:30", "01:00", "Трансфер", EventKind.TRANSFER), day=date(2025, 11, 17))
    assert of_part((late,), Part.EVENING) == (late,)
    assert of_part((late,), Part.MORNING) == ()
