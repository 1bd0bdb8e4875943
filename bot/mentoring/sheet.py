"""Mentors in the workbook."""

from bot.projects.sheet import MENTOR_KINDS
from bot.workbook.cells import Code, Text, Whole
from bot.workbook.choices import Words
from bot.workbook.columns import Column, Sheet, one_record
from bot.workbook.days import Day

_MENTORS = (
    Column("person", "Человек", Code(), True, "Код с листа «Люди»", "Пример-003", "person"),
    Column("stream", "Поток", Code(), True, "Код с листа «Потоки»", "Пример-ШМ-5", "stream"),
    Column("kind", "Вид", MENTOR_KINDS, True, "Выберите из списка", "отраслевой эксперт"),
    Column("directions", "Направления", Words(Code()), hint="Коды через «;»", refers="direction"),
    Column("topics", "Темы", Words(), hint="Через «;»", example="ЖКХ; благоустройство", width=30),
    Column("region", "Регион", Text(), example="Тюменская область", width=26),
    Column("capacity", "Мест", Whole(0, 100), True, "Скольких команд хватит", "3", width=8),
    Column(
        "paused_until", "Пауза до", Day(), hint="До этого дня новых команд не предлагать", year_from="stream"
    ),
    Column(
        "wanted",
        "Желаемые команды",
        Words(Code()),
        hint="Коды команд через «;», первая – самая желанная",
        refers="team",
        width=26,
    ),
)

SHEETS = (
    Sheet(
        "Наставники",
        "Наставники потока: что умеют и сколько команд берут.",
        _MENTORS,
        one_record("mentor", _MENTORS, "person", "stream"),
    ),
)
