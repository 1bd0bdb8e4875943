"""Cells with a time zone: «Asia/Yekaterinburg», «МСК+2», «Тюмень»."""

import re
from functools import cache

from babel import Locale
from babel.core import get_global

from bot.shared.records import Value, fold
from bot.workbook.cells import Cell, as_text
from bot.workbook.choices import near
from bot.workbook.raw import Plain, Unclear

_BY_OFFSET = {
    -1: "Europe/Kaliningrad",
    0: "Europe/Moscow",
    1: "Europe/Samara",
    2: "Asia/Yekaterinburg",
    3: "Asia/Omsk",
    4: "Asia/Krasnoyarsk",
    5: "Asia/Irkutsk",
    6: "Asia/Yakutsk",
    7: "Asia/Vladivostok",
    8: "Asia/Magadan",
    9: "Asia/Kamchatka",
}
"""Hours from Moscow to a zone of Russia (federal law 107-FZ «Об исчислении времени»)."""

_CENTRES = {
    "Europe/Kaliningrad": "Калининград",
    "Europe/Moscow": "Москва, Сенеж, Солнечногорск, Санкт-Петербург, Архангельск, Белгород, Брянск,"
    " Владимир, Вологда, Воронеж, Великий Новгород, Владикавказ, Грозный, Иваново,"
    " Йошкар-Ола, Казань, Калуга, Кострома, Краснодар, Курск, Липецк, Магас, Майкоп,"
    " Махачкала, Мурманск, Нальчик, Нарьян-Мар, Нижний Новгород, Орёл, Пенза,"
    " Петрозаводск, Псков, Ростов-на-Дону, Рязань, Саранск, Смоленск, Сочи,"
    " Ставрополь, Сыктывкар, Тамбов, Тверь, Тула, Чебоксары, Черкесск, Элиста,"
    " Ярославль, Симферополь, Севастополь, Донецк, Луганск, Мелитополь, Геническ",
    "Europe/Kirov": "Киров",
    "Europe/Volgograd": "Волгоград",
    "Europe/Astrakhan": "Астрахань",
    "Europe/Saratov": "Саратов",
    "Europe/Ulyanovsk": "Ульяновск",
    "Europe/Samara": "Самара, Тольятти, Ижевск",
    "Asia/Yekaterinburg": "Екатеринбург, Тюмень, Тобольск, Челябинск, Магнитогорск, Пермь, Уфа, Оренбург,"
    " Курган, Ханты-Мансийск, Сургут, Салехард, Новый Уренгой",
    "Asia/Omsk": "Омск",
    "Asia/Novosibirsk": "Новосибирск",
    "Asia/Barnaul": "Барнаул, Горно-Алтайск",
    "Asia/Tomsk": "Томск",
    "Asia/Novokuznetsk": "Кемерово, Новокузнецк",
    "Asia/Krasnoyarsk": "Красноярск, Абакан, Кызыл, Норильск",
    "Asia/Irkutsk": "Иркутск, Улан-Удэ",
    "Asia/Chita": "Чита",
    "Asia/Yakutsk": "Якутск, Благовещенск",
    "Asia/Vladivostok": "Владивосток, Хабаровск, Биробиджан",
    "Asia/Sakhalin": "Южно-Сахалинск",
    "Asia/Magadan": "Магадан",
    "Asia/Kamchatka": "Петропавловск-Камчатский",
    "Asia/Anadyr": "Анадырь",
}
"""Administrative centres (and cities of the programmes) by the zone of their subject of the federation."""

_FROM_MOSCOW = re.compile(rf"(?:{fold('МСК')}|msk)" + r"\s?(?:([+-])\s?(\d{1,2})\s?(?:ч\.?)?)?")
_FROM_GREENWICH = re.compile(r"(?:utc|gmt)\s?([+-])\s?0?(\d{1,2})(?::?00)?")
_MOSCOW_FROM_GREENWICH = 3


class Zone(Cell):
    """A time zone, kept under its IANA name."""

    empty: Value = None

    def parse(self, raw: Plain) -> Value:
        """Return the IANA name; raises Unclear with the likely one."""
        return read_zone(as_text(raw))


def read_zone(text: str) -> str:
    """Return the IANA name for an IANA name, hours from Moscow or Greenwich, or a city; raises Unclear."""
    names = _names()
    folded = fold(re.sub(r"^\s*(?:г\.|город\s)\s*", "", text, flags=re.IGNORECASE))
    if folded in names:
        return names[folded]
    found, zero = _FROM_MOSCOW.fullmatch(folded), 0
    if not found:
        found, zero = _FROM_GREENWICH.fullmatch(folded.replace(fold("ЮТС"), "utc")), _MOSCOW_FROM_GREENWICH
    if found:
        hours = int(f"{found[1] or '+'}{found[2] or 0}") - zero
        if hours in _BY_OFFSET:
            return _BY_OFFSET[hours]
    if found:
        raise Unclear("workbook-cell-zone", value=text, likely="")
    likely = near(text, [name for name in (*_cities(), *_iana()) if fold(name[0]) == folded[:1]])
    raise Unclear("workbook-cell-zone-near" if likely else "workbook-cell-zone", value=text, likely=likely)


@cache
def _iana() -> tuple[str, ...]:
    """Return the IANA names that Babel knows: looking through the whole database takes too long."""
    return ("UTC", *sorted(name for name in get_global("zone_territories") if "/" in name))


@cache
def _cities() -> dict[str, str]:
    """Map the Russian name of a city to its zone; administrative centres first."""
    listed = Locale("ru").time_zones
    named = {str(listed[name]["city"]): name for name in _iana() if "city" in listed.get(name, {})}
    centres = {city.strip(): zone for zone, cities in _CENTRES.items() for city in cities.split(",")}
    return {**named, **centres}


@cache
def _names() -> dict[str, str]:
    """Map every folded name of a zone, IANA's and cities', to the zone."""
    return {fold(name): name for name in _iana()} | {fold(city): zone for city, zone in _cities().items()}
