"""Programmes, their streams and directions."""

from collections.abc import Iterable
from datetime import date

from bot.sandbox.demo.modules import MODULES
from bot.sandbox.demo.tables import Row, day_after, read_table

PROGRAMMES = read_table(
    ("Код", "Название", "Краткое название"),
    """
    ШМ  | Школа мэров                | ШМ
    ШМК | Школа муниципальных команд | ШМК
    """,
)

DIRECTIONS = read_table(
    ("Код", "Программа", "Название"),
    """
    ШМК-КЭ  | ШМК | Креативная экономика
    ШМК-ИИ  | ШМК | ИИ и цифровые решения
    ШМК-ЭКС | ШМК | Экспортный потенциал территорий
    ШМК-УИ  | ШМК | Управление изменениями
    """,
)

_STREAMS = read_table(
    ("Код", "Программа", "Название", "Дежурный телефон"),
    """
    Ш5 | ШМ  | Школа мэров, поток 5                | +7 345 200-00-00
    Ш6 | ШМ  | Школа мэров, поток 6                | +7 423 200-00-00
    К1 | ШМК | Школа муниципальных команд, поток 1 | +7 495 000-00-00
    """,
)


def streams(today: date) -> list[Row]:
    """Return the streams; each lasts from its first module's first day to its last module's last."""
    return [
        {
            **row,
            "Начало": day_after(today, min(_offsets(row["Код"], "first"))),
            "Окончание": day_after(today, max(_offsets(row["Код"], "last"))),
        }
        for row in _STREAMS
    ]


def _offsets(stream: object, which: str) -> Iterable[int]:
    return [getattr(module, which) for module in MODULES if module.stream == stream]
