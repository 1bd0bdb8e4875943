"""What is asked to be corrected is read as the workbook reads it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.people.corrections import Field, as_written, split_request, understood
from bot.shared.errors import Refusal


@pytest.mark.parametrize(
    ("said", "field", "words"),
    [
        ("телефон +7 912 000-00-00", Field.PHONE, "+7 912 000-00-00"),
        ("Телефон: 8 912 000 00 00", Field.PHONE, "8 912 000 00 00"),
        ("номер – 89120000000", Field.PHONE, "89120000000"),
        ("ФИО Иванов Иван", Field.NAME, "Иванов Иван"),
        ("фамилия Иванова", Field.OTHER, "фамилия Иванова"),
        ("МО Примерский район", Field.MUNICIPALITY, "Примерский район"),
        ("молодёжный отдел закрыт", Field.OTHER, "молодёжный отдел закрыт"),
        ("часовой пояс Омск", Field.ZONE, "Омск"),
        ("телефон", Field.OTHER, "телефон"),
        ("в пятницу меня не будет", Field.OTHER, "в пятницу меня не будет"),
    ],
)
def test_what_a_request_is_about(said: str, field: Field, words: str) -> None:
    assert split_request(said) == (field, words)


@pytest.mark.parametrize(
    ("field", "words", "written"),
    [
        (Field.PHONE, "8 (912) 000-00-00", "+79120000000"),
        (Field.ZONE, "МСК+2", "Asia/Yekaterinburg"),
        (Field.NAME, "иван ИВАНОВИЧ Иванов", "Иванов иван Иванович"),
        (Field.NAME, "Мамедов Гасан Али оглы", "Мамедов Гасан Али оглы"),
        (Field.POST, "  глава   города ", "глава города"),
        (Field.OTHER, "что-то\u200b другое", "что-то другое"),
    ],
)
def test_how_the_roster_would_say_it(field: Field, words: str, written: str) -> None:
    assert as_written(field, words) == written
    assert as_written(field, written) == written


@pytest.mark.parametrize(
    ("field", "words", "key"),
    [
        (Field.PHONE, "12", "error-correction-phone"),
        (Field.PHONE, "+7 912 000-00-00, +7 912 000-00-01", "error-correction-phone"),
        (Field.ZONE, "Атлантида", "error-correction-zone"),
        (Field.NAME, "Иванов", "error-correction-name"),
        (Field.POST, " \u200b ", "error-correction-empty"),
        (Field.OTHER, "x" * 501, "error-correction-long"),
    ],
)
def test_what_cannot_be_understood_is_refused(field: Field, words: str, key: str) -> None:
    with pytest.raises(Refusal) as refusal:
        understood(field, words)
    assert refusal.value.key == key


@given(st.sampled_from(Field), st.text(max_size=60))
def test_no_words_break_a_field(field: Field, words: str) -> None:
    try:
        written = as_written(field, words)
    except Refusal:
        return
    assert written.strip()
