"""What is typed after «Исправить» reaches nobody before it was shown and confirmed."""

from pathlib import Path

import pytest

from bot.sandbox.botapi.persona import Persona
from tests.broadcasts.scene import begun, board, corrected, data_of, heard, rows, sent
from tests.journeys.publishing_week import ANNA, ORGANIZER, STREAM, load_week
from tests.stage import Stage


@pytest.fixture
async def olga(stage: Stage, tmp_path: Path) -> Persona:
    await load_week(stage, tmp_path)
    return await stage.enter(ORGANIZER, stream=STREAM)


@pytest.fixture
async def anna(stage: Stage, olga: Persona) -> Persona:
    return await stage.enter(ANNA, stream=STREAM)


async def test_a_correction_is_shown_and_asked_about_first(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    await begun(olga)
    await sent(stage, olga)
    await olga.tap("Исправить")
    await olga.send("{имя}, сбор в 9:00")
    olga.sees("Исправить у 2 человек?")
    assert heard(olga, ", сбор в 9:00") == 2  # the try of it, and what olga has written
    await stage.delivered()
    assert heard(anna, "Завтра сбор в 8:30") == 1
    await olga.tap("Не исправлять")
    assert board(olga).startswith("Рассылка: завершена")
    await stage.delivered()
    assert heard(anna, "Завтра сбор в 8:30") == 1
    assert await rows(stage, "broadcast-change") == []
    await corrected(stage, olga, "Сбор в 9:15")
    assert (heard(anna, "Завтра сбор"), heard(anna, "Сбор в 9:15")) == (0, 1)


@pytest.mark.parametrize("key", ["Экскурсии", "Спросить"])
async def test_a_key_is_no_correction_and_no_broadcast(
    stage: Stage, olga: Persona, anna: Persona, key: str
) -> None:
    await begun(olga)
    await sent(stage, olga)
    await olga.tap("Исправить")
    await olga.send(key)
    assert "Да, исправить" not in olga.all_buttons()
    await olga.send("/broadcast")
    await olga.send(key)
    assert "черновик" not in olga.text
    await stage.delivered()
    assert heard(anna, "Завтра сбор в 8:30") == 1


async def test_what_is_written_after_the_question_is_no_correction(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    await begun(olga)
    await sent(stage, olga)
    await olga.tap("Исправить")
    await olga.send("Сбор в 9:00")
    await olga.send("когда автобус?")
    assert heard(olga, "Исправить у 2 человек?") == 1
    await olga.tap("Да, исправить")
    await stage.delivered()
    assert heard(anna, "Сбор в 9:00") == 1


async def test_an_older_question_corrects_nothing_with_newer_words(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    await begun(olga)
    await sent(stage, olga)
    await olga.tap("Исправить")
    await olga.send("Сбор в 9:00")
    older = data_of(olga, "Да, исправить")
    await olga.tap("Исправить")
    await olga.send("Сбор в 10:00")
    await olga.press(older)
    assert olga.alerts()[-1].startswith("Пока вы решали, рассылка изменилась")
    assert board(olga).startswith("Рассылка: завершена")
    await stage.delivered()
    assert heard(anna, "Завтра сбор в 8:30") == 1
