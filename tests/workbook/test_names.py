import pytest

from bot.workbook.names import name_in_parts, split_name
from bot.workbook.raw import Raw, Unclear


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Примеров Пётр Петрович", ("Примеров", "Пётр", "Петрович")),
        ("Примерова Анна", ("Примерова", "Анна", "")),
        ("ПРИМЕРОВ ПЁТР ПЕТРОВИЧ", ("Примеров", "Пётр", "Петрович")),
        ("Примеров П. П.", ("Примеров", "П.", "П.")),
        ("Пётр Петрович Примеров", ("Примеров", "Пётр", "Петрович")),
        ("Петрова - Примерова Анна Ильинична", ("Петрова-Примерова", "Анна", "Ильинична")),
        ("ПЕТРОВА-ПРИМЕРОВА АННА", ("Петрова-Примерова", "Анна", "")),
        ("Примеров Али Гасан оглы", ("Примеров", "Али", "Гасан оглы")),
        ("Примерова Лейла Гасан кызы", ("Примерова", "Лейла", "Гасан кызы")),
        ("Примеров\nПётр  Петрович", ("Примеров", "Пётр", "Петрович")),
        ("Петрович Пётр Иванович", ("Петрович", "Пётр", "Иванович")),
    ],
)
def test_a_full_name_falls_into_its_parts(text: str, parts: tuple[str, str, str]) -> None:
    assert split_name(text) == parts


@pytest.mark.parametrize("text", ["Примеров", "Примеров Пётр Петрович младший", ""])
def test_other_counts_of_words_are_unclear(text: str) -> None:
    with pytest.raises(Unclear) as unclear:
        split_name(text)
    assert unclear.value.key == "workbook-cell-name"


@pytest.mark.parametrize(
    ("row", "parts"),
    [
        ({"full_name": "Примеров Пётр Петрович"}, ("Примеров", "Пётр", "Петрович")),
        ({"surname": "Примеров Пётр Петрович", "name": None}, ("Примеров", "Пётр", "Петрович")),
        ({"surname": "Примеров", "name": "Пётр", "patronymic": None}, ("Примеров", "Пётр", None)),
        (
            {"full_name": "Примеров Пётр Петрович", "surname": "ПРИМЕРОВ", "name": " пётр"},
            ("Примеров", "Пётр", "Петрович"),
        ),
    ],
)
def test_the_name_may_stand_in_one_cell_or_in_three(row: dict[str, Raw], parts: tuple[Raw, ...]) -> None:
    found = name_in_parts(row)
    assert tuple(found.get(key) for key in ("surname", "name", "patronymic")) == parts


def test_a_full_name_that_contradicts_its_parts_is_unclear() -> None:
    with pytest.raises(Unclear) as unclear:
        name_in_parts({"full_name": "Примеров Пётр Петрович", "surname": "Образцов"})
    assert unclear.value.key == "workbook-cell-name-differs"
