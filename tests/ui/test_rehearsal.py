"""How a rehearsal counts in Russian: 21 takes the singular and is many all the same."""

import pytest

from bot.ui.texts import texts_in
from tests.ui.markup import visible

RU = texts_in("ru")


@pytest.mark.parametrize(
    ("key", "count", "words"),
    [
        ("rehearsal-receivers", 1, "Получит 1 человек:"),
        ("rehearsal-receivers", 21, "Получит 21 человек, например:"),
        ("rehearsal-absent", 1, "Ещё 1 человек не вошёл в бот, ему ничего не придёт."),
        ("rehearsal-absent", 31, "Ещё 31 человек не вошёл в бот, им ничего не придёт."),
    ],
)
def test_one_is_told_apart_from_twenty_one(key: str, count: int, words: str) -> None:
    assert visible(RU(key, count=count)) == words


@pytest.mark.parametrize(("count", "words"), [(1, "его не получают."), (21, "их не получают.")])
def test_the_opening_speaks_of_one_message_or_of_many(count: int, words: str) -> None:
    opening = RU("rehearsal-opening", count=count, day="Завтра", stream="Поток 5")
    assert visible(opening).endswith(words)
