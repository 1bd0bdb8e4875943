"""The sheet «Наставники»: enough places for the teams of every stream, and one who rests."""

from datetime import date

from bot.sandbox.demo.tables import Row, day_after, read_table

_MENTORS = read_table(
    ("Человек", "Поток", "Вид", "Мест", "Направления", "Темы", "Регион"),
    """
    демо-наставник | Ш5 | отраслевой эксперт | 3 | – | инвестиции; благоустройство; туризм | Тюменская область
    демо-наставник | К1 | отраслевой эксперт | 2 | ШМК-УИ; ШМК-ИИ | ЖКХ; данные; благоустройство
    + Регион: Тюменская область
    + Желаемые команды: К1-Т4
    демо-эксперт | К1 | отраслевой эксперт | 2 | ШМК-КЭ | туризм; ремёсла | Пермский край
    демо-методист | К1 | методист | 2 | ШМК-ИИ; ШМК-УИ | занятость; ИИ; безопасность
    демо-выпускник | К1 | выпускник | 1 | ШМК-ЭКС | экспорт; малый бизнес | Свердловская область
    + Пауза до: +5
    демо-наставник-6 | Ш6 | отраслевой эксперт | 2 | – | побережье; логистика
    """,
)


def mentors(today: date) -> list[Row]:
    """Return the mentors; a pause ends on a day after today."""
    pause = "Пауза до"
    return [{**row, pause: day_after(today, row[pause])} if pause in row else row for row in _MENTORS]
