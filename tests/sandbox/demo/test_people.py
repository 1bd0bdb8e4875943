"""Who takes part in the demonstration."""

import phonenumbers
import pytest

from bot.people.sheet import ROLES
from bot.programme.current import current_stream
from bot.programme.model import Stream
from bot.projects.sheet import MENTOR_KINDS as KINDS
from bot.sandbox.demo.cast import GUIDE, MENTOR, NEWCOMER, ORGANIZER, PARTICIPANT, SECOND_GUIDE
from bot.sandbox.demo.tables import Row
from bot.workbook.zones import read_zone
from tests.sandbox.demo.placing import TODAY, rows_of


def described() -> list[Row]:
    return [row for row in rows_of("Люди") if "Фамилия" in row]


def parts_of(person: str) -> dict[object, object]:
    return {row["Поток"]: row["Роли"] for row in rows_of("Люди") if row["Код"] == person}


@pytest.mark.parametrize(
    ("person", "parts"),
    [
        (ORGANIZER, {"Ш5": "организатор"}),
        (MENTOR, {"Ш5": "наставник", "К1": "наставник"}),
        (GUIDE, {"Ш5": "сопровождающий"}),
        (SECOND_GUIDE, {"Ш5": "сопровождающий"}),
        (PARTICIPANT, {"Ш5": "слушатель", "К1": "участник; руководитель команды"}),
        (NEWCOMER, {"Ш5": "слушатель"}),
    ],
)
def test_the_cast_has_these_parts(person: str, parts: dict[str, str]) -> None:
    assert parts_of(person) == parts


@pytest.mark.parametrize(
    ("person", "zone"),
    [(PARTICIPANT, "Asia/Omsk"), (NEWCOMER, "Europe/Kaliningrad"), (GUIDE, "Asia/Yekaterinburg")],
)
def test_the_cast_lives_in_these_zones(person: str, zone: str) -> None:
    [row] = [row for row in described() if row["Код"] == person]
    assert read_zone(str(row["Часовой пояс"])) == zone


def test_listeners_of_the_stream_live_in_all_eleven_zones() -> None:
    listeners = {row["Код"] for row in rows_of("Люди") if row["Поток"] == "Ш5" and row["Роли"] == "слушатель"}
    zones = {read_zone(str(row["Часовой пояс"])) for row in described() if row["Код"] in listeners}
    assert zones == {
        "Europe/Kaliningrad",
        "Europe/Moscow",
        "Europe/Samara",
        "Asia/Yekaterinburg",
        "Asia/Omsk",
        "Asia/Krasnoyarsk",
        "Asia/Irkutsk",
        "Asia/Yakutsk",
        "Asia/Vladivostok",
        "Asia/Magadan",
        "Asia/Kamchatka",
    }


def test_a_person_is_described_once_and_has_a_part_for_every_row() -> None:
    people = [row["Код"] for row in described()]
    assert len(set(people)) == len(people) == len({row["Код"] for row in rows_of("Люди")})
    assert len(rows_of("Люди")) == len(people) + 2


def test_everybody_is_plainly_invented() -> None:
    for row in described():
        assert row["Отчество"] in ("Демович", "Демовна")
        assert "(демо)" in str(row.get("Муниципалитет", "(демо)"))


def test_nobodys_number_is_somebodys() -> None:
    numbers = [phonenumbers.parse(str(row["Телефон"])) for row in described()]
    assert all(map(phonenumbers.is_valid_number, numbers))
    assert len({number.national_number for number in numbers}) == len(numbers)
    # 3452 is the city's code; local numbers there have six digits and none begins with 0
    assert {str(number.national_number)[:5] for number in numbers} == {"34520"}


def test_a_change_team_has_three_people_one_of_whom_leads() -> None:
    for team in [row["Код"] for row in rows_of("Команды") if row["Поток"] == "К1"]:
        roles = sorted(str(row["Роли"]) for row in rows_of("Люди") if row.get("Команда") == team)
        assert roles == ["участник", "участник", "участник; руководитель команды"]


def test_mentors_have_places_for_the_teams_of_their_stream() -> None:
    for stream in ("Ш5", "Ш6", "К1"):
        teams = [row for row in rows_of("Команды") if row["Поток"] == stream]
        working = [row for row in rows_of("Наставники") if row["Поток"] == stream and "Пауза до" not in row]
        assert sum(int(str(row["Мест"])) for row in working) >= len(teams)


def test_the_change_stream_has_four_mentors_of_all_kinds_four_directions_and_four_factories() -> None:
    mentors = [row for row in rows_of("Наставники") if row["Поток"] == "К1"]
    assert len(mentors) == 4
    assert {str(row["Вид"]) for row in mentors} == set(KINDS.options)
    assert len(rows_of("Направления")) == len({row["Направление"] for row in rows_of("Фабрики")}) == 4
    projects = [row for row in rows_of("Проекты") if row["Поток"] == "К1"]
    assert len(projects) == 5
    assert {row["Команда"] for row in projects} == {
        row["Код"] for row in rows_of("Команды") if row["Поток"] == "К1"
    }


def test_some_milestones_are_overdue_and_others_ahead() -> None:
    overdue = [row["Код"] for row in rows_of("Контрольные точки") if row["Срок"] < TODAY]  # type: ignore[operator]  # a date
    assert overdue == ["К1-П1-КТ1", "К1-П3-КТ1"]


def test_every_role_of_the_roster_is_played_by_somebody() -> None:
    played = {role for row in rows_of("Люди") for role in str(row["Роли"]).split("; ")}
    assert played == {*ROLES.options, "участник"}


def test_the_participant_begins_in_the_stream_of_the_mayors() -> None:
    streams = [
        Stream(number, str(row["Код"]), "", "", row["Начало"], row["Окончание"], "", None)  # type: ignore[arg-type]  # dates
        for number, row in enumerate(rows_of("Потоки"))
        if row["Код"] in parts_of(PARTICIPANT)
    ]
    current = current_stream(streams, TODAY, None)
    assert (len(streams), current and current.code) == (2, "Ш5")
