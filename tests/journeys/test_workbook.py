"""An organizer sends the workbook in the chat: errors, difference, apply, twice, stale, undone."""

import io
from datetime import datetime, timedelta
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import select, update

from bot.sandbox.botapi.persona import Persona
from bot.workbook.actions import apply_file, read_state
from bot.workbook.examination import State
from bot.workbook.guard import LARGEST_FILE
from db.editions import read_editions
from db.imports import forget_contents_before, imports, senders
from db.people import accounts
from handlers.workbook import XLSX
from tests.stage import Stage
from tests.workbook.programmes import Rows, programme, reading_of, write_programme


def rows(**changes: object) -> Rows:
    """Two streams of one-day modules with three people each, the first of ШМ-5 its organizer."""
    found = programme(streams=2, people=3, days=1)
    found["Люди"][0]["Роли"] = "организатор; сопровождающий; наставник"
    found["Программа"][0] |= changes
    return found


@pytest.fixture
async def olga(stage: Stage, tmp_path: Path) -> Persona:
    """The organizer of ШМ-5, whose programme is in the draft already."""
    outcome = await apply_file(stage.database, stage.clock, await reading_of(tmp_path / "first.xlsx", rows()))
    assert outcome.applied
    return await stage.enter("ШМ-5-001", stream="ШМ-5")


async def send(persona: Persona, path: Path, found: Rows) -> None:
    content = write_programme(path / "book.xlsx", found).read_bytes()
    await persona.send_file("document", "Программа.xlsx", XLSX, content)


async def present(stage: Stage) -> State:
    async with stage.database.read() as tx:
        state, _ = await read_state(tx)
        return state


async def drafts(stage: Stage) -> dict[str, int | None]:
    async with stage.database.read() as tx:
        return {stream.code: stream.draft_id for stream in await read_editions(tx)}


async def kept(stage: Stage) -> list[tuple[str, bool]]:
    async with stage.database.read() as tx:
        chosen = select(imports.c.state, imports.c.content.is_not(None)).order_by(imports.c.id)
        return [(state, bool(there)) for state, there in await tx.execute(chosen)]


async def test_a_changed_file_is_shown_with_its_consequences_and_applied_by_a_tap(
    stage: Stage, olga: Persona, tmp_path: Path
) -> None:
    before = await present(stage)
    await send(olga, tmp_path, rows(Начало="9.10", Название="Открытие & <b>обед</b>"))
    olga.sees("Ошибок нет")
    olga.sees("«Название»: «Занятие 1 дня 1» → «Открытие & <b>обед</b>»")
    olga.sees("ШМ-5: после публикации изменится 1 занятие, изменения увидят 2 человека.")
    assert olga.buttons() == [["Применить", "Отмена"]]
    assert await present(stage) == before
    await olga.tap("Применить")
    olga.sees("Файл загружен целиком")
    olga.sees("ШМ-5: черновик № 2 готов")
    after = await present(stage)
    assert after.records == before.records
    assert after.editions["ШМ-6"] == before.editions["ШМ-6"]
    assert after.editions["ШМ-5"]["event", "шм-5-м1-01".replace("м", "m")].fields["title"] == (
        "Открытие & <b>обед</b>"
    )
    assert await kept(stage) == [("applied", False)]


async def test_a_second_tap_changes_nothing(stage: Stage, olga: Persona, tmp_path: Path) -> None:
    await send(olga, tmp_path, rows(Зал="Малый зал"))
    message = olga.last
    data = message["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await olga.press(data, message)
    first = await drafts(stage)
    await olga.press(data, message)
    olga.sees("Файл загружен целиком")
    assert await drafts(stage) == first


async def test_what_changed_meanwhile_is_shown_anew_and_not_applied(
    stage: Stage, olga: Persona, tmp_path: Path
) -> None:
    await send(olga, tmp_path, rows(Зал="Малый зал"))
    other = await reading_of(tmp_path / "other.xlsx", rows(Зал="Большой зал"))
    await apply_file(stage.database, stage.clock, other)
    before = await drafts(stage)
    await olga.tap("Применить")
    olga.sees("Пока вы решали, программа изменилась")
    olga.sees("«Зал»: «Большой зал» → «Малый зал»")
    assert await drafts(stage) == before
    await olga.tap("Применить")
    olga.sees("Файл загружен целиком")
    assert await drafts(stage) != before


async def test_the_file_waits_through_a_restart(stage: Stage, olga: Persona, tmp_path: Path) -> None:
    await send(olga, tmp_path, rows(Зал="Малый зал"))
    await stage.close()
    await stage.open()
    await olga.tap("Применить")
    olga.sees("Файл загружен целиком")


async def test_a_cancelled_file_is_forgotten(stage: Stage, olga: Persona, tmp_path: Path) -> None:
    before = await drafts(stage)
    await send(olga, tmp_path, rows(Зал="Малый зал"))
    data = olga.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await olga.tap("Отмена")
    olga.sees("в программе ничего не изменилось")
    await olga.press(data)
    olga.sees("Файл не загружен")
    assert (await drafts(stage), await kept(stage)) == (before, [("cancelled", False)])


async def test_the_same_file_again_changes_nothing(stage: Stage, olga: Persona, tmp_path: Path) -> None:
    await send(olga, tmp_path, rows())
    olga.sees("Отличий нет")
    assert (olga.buttons(), await kept(stage)) == ([], [])


async def test_errors_come_back_in_a_marked_copy(stage: Stage, olga: Persona, tmp_path: Path) -> None:
    found = rows(Начало="полдень")
    found["Люди"][1]["Телефон"] = "нет"
    await send(olga, tmp_path, found)
    olga.sees("Нашлись 2 ошибки")
    olga.sees("Лист «Программа», строка 2, столбец «Начало»: время «полдень» непонятно")
    file = olga.last["document"]
    assert file["file_name"] == "Ошибки.xlsx"
    data = stage.world.files.data(file["file_id"])
    assert data is not None
    book = openpyxl.load_workbook(io.BytesIO(data))
    page = book["Программа"]
    marked = [cell for line in page.iter_rows() for cell in line if cell.comment]
    assert [(cell.value, cell.fill.fgColor.rgb) for cell in marked] == [("полдень", "FFFFC7CE")]
    assert "непонятно" in str(marked[0].comment)
    assert page.max_row == len(found["Программа"]) + 1
    assert await kept(stage) == []


async def test_an_organizer_changes_only_rows_of_own_streams(
    stage: Stage, olga: Persona, tmp_path: Path
) -> None:
    before = await present(stage)
    found = rows(Зал="Малый зал")
    found["Программа"][30]["Зал"] = "Чужой зал"
    found["Люди"][4]["Должность"] = "глава"
    found["Программы"][0]["Название"] = "Другая школа"
    await send(olga, tmp_path, found)
    olga.sees("Нашлись 3 ошибки")
    olga.sees("Лист «Программы», строка 2, столбец «Название»: «ШМ» – общее для потоков.")
    olga.sees("Лист «Программа», строка 32, столбец «Зал»: «ШМ-6-М1-01» – не вашего потока.")
    olga.sees("Лист «Люди», строка 6, столбец «Должность»: «ШМ-6-002» – не вашего потока.")
    assert await present(stage) == before


async def test_a_venue_changes_only_in_the_organizers_own_streams(
    stage: Stage, olga: Persona, tmp_path: Path
) -> None:
    before = await present(stage)
    found = rows()
    found["Площадки"][0]["Адрес"] = "Новая улица, 1"
    await send(olga, tmp_path, found)
    await olga.tap("Применить")
    after = await present(stage)
    venue = ("venue", "chж")
    assert after.editions["ШМ-5"][venue].fields["address"] == "Новая улица, 1"
    assert after.editions["ШМ-6"] == before.editions["ШМ-6"]


async def test_an_administrator_changes_every_row(stage: Stage, olga: Persona, tmp_path: Path) -> None:
    await _make_administrator(stage, olga)
    found = rows(Зал="Малый зал")
    found["Программа"][30]["Зал"] = "Другой зал"
    await send(olga, tmp_path, found)
    await olga.tap("Применить")
    olga.sees("ШМ-5: черновик № 2 готов")
    olga.sees("ШМ-6: черновик № 2 готов")


async def test_a_right_taken_away_counts_at_the_tap(stage: Stage, olga: Persona, tmp_path: Path) -> None:
    await send(olga, tmp_path, rows(Зал="Малый зал"))
    data = olga.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    before = await drafts(stage)
    found = rows()
    found["Люди"][0]["Роли"] = "слушатель; сопровождающий; наставник"
    await apply_file(stage.database, stage.clock, await reading_of(tmp_path / "other.xlsx", found))
    await olga.press(data)
    assert olga.alerts()[0].startswith("У вас нет доступа к этому")
    assert (await drafts(stage), await kept(stage)) == (before, [("waiting", True)])


async def test_nobody_applies_the_file_of_somebody_else(stage: Stage, olga: Persona, tmp_path: Path) -> None:
    await send(olga, tmp_path, rows(Зал="Малый зал"))
    data = olga.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    for person, stream in (("ШМ-5-002", "ШМ-5"), ("ШМ-6-001", "ШМ-6")):
        other = await stage.enter(person, stream=stream)
        await other.press(data)
        assert other.alerts()[0].startswith("У вас нет доступа к этому")
    root = await stage.enter("ШМ-6-002", stream="ШМ-6")
    await _make_administrator(stage, root)
    await root.press(data)
    assert root.alerts()[0].startswith("У вас нет доступа к этому")
    assert await kept(stage) == [("waiting", True)]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("Программа.xlsx", b"MZ\x90\x00 this is a program", "Это программа, а не книга Excel"),
        ("Программа.xlsx", b"PK\x03\x04 torn", "Файл повреждён"),
        ("Программа.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 64, "старого вида (.xls)"),
        ("Программа.xlsx", b"%PDF-1.4 " * 5, "Это PDF"),
    ],
)
async def test_a_file_that_is_no_workbook_gets_its_sentence(
    stage: Stage, olga: Persona, name: str, content: bytes, sentence: str
) -> None:
    await olga.send_file("document", name, XLSX, content)
    olga.sees(sentence)
    assert len(olga.replies) == 1
    assert await kept(stage) == []


async def test_a_participants_spreadsheet_is_no_programme(
    stage: Stage, olga: Persona, tmp_path: Path
) -> None:
    anna = await stage.enter("ШМ-5-002", stream="ШМ-5")
    await send(anna, tmp_path, rows(Зал="Малый зал"))
    assert "Читаю" not in anna.text
    assert await kept(stage) == []


async def test_an_upload_and_a_tap_delivered_again_have_one_effect(
    stage: Stage, olga: Persona, tmp_path: Path
) -> None:
    content = write_programme(tmp_path / "book.xlsx", rows(Зал="Малый зал")).read_bytes()
    upload = stage.world.send_file(olga.user, "document", "Программа.xlsx", XLSX, content)
    await stage.world.wait_confirmed(upload)
    await _again(stage, upload)
    assert await kept(stage) == [("waiting", True)]
    data = olga.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    tap = stage.world.tap(olga.user, olga.user, olga.last["message_id"], data)
    await stage.world.wait_confirmed(tap)
    then = await drafts(stage)
    await _again(stage, tap)
    assert (await drafts(stage), await kept(stage)) == (then, [("applied", False)])


async def test_a_file_beyond_what_a_bot_may_fetch_gets_its_sentence(stage: Stage, olga: Persona) -> None:
    await olga.send_file("document", "Программа.xlsx", XLSX, b"PK" + bytes(LARGEST_FILE))
    olga.sees("Файл больше 20 МБ")


async def test_an_upload_is_undone_whole(stage: Stage, olga: Persona, tmp_path: Path) -> None:
    before, then = await present(stage), await drafts(stage)
    found = rows(Зал="Малый зал")
    found["Люди"][1]["Должность"] = "глава города"
    found["Люди"].append(found["Люди"][1] | {"Код": "ШМ-5-777", "Телефон": None})
    found["Рассадка"].append({"Экскурсия": "ШМ-5-М2-06", "Человек": "ШМ-5-777", "Автобус": "ШМ-5-А1"})
    await send(olga, tmp_path, found)
    await olga.tap("Применить")
    assert await present(stage) != before
    await olga.tap("Отменить загрузку")
    olga.sees("Загрузка отменена")
    assert (await present(stage), await drafts(stage)) == (before, then)
    assert await kept(stage) == [("undone", False)]


async def test_a_whole_new_stream_is_undone(stage: Stage, olga: Persona, tmp_path: Path) -> None:
    await _make_administrator(stage, olga)
    before = await present(stage)
    found = programme(streams=3, people=3, days=1)
    found["Программы"].append({"Код": "ШМК", "Название": "Школа команд"})
    found["Люди"][0]["Роли"] = "организатор; сопровождающий; наставник"
    await send(olga, tmp_path, found)
    await olga.tap("Применить")
    assert "ШМ-7" in await drafts(stage)
    await olga.tap("Отменить загрузку")
    olga.sees("Загрузка отменена")
    after = await present(stage)
    assert (after.records, after.editions, after.owners) == (before.records, before.editions, before.owners)


async def test_what_was_changed_since_is_not_undone(stage: Stage, olga: Persona, tmp_path: Path) -> None:
    await send(olga, tmp_path, rows(Зал="Малый зал"))
    await olga.tap("Применить")
    data = olga.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await send(olga, tmp_path, rows(Зал="Большой зал"))
    await olga.tap("Применить")
    then = await drafts(stage)
    await olga.press(data)
    assert olga.alerts()[0].startswith("Отменить уже нельзя: после этой загрузки программу меняли")
    assert await drafts(stage) == then


async def test_who_has_entered_since_is_not_undone(stage: Stage, olga: Persona, tmp_path: Path) -> None:
    found = rows()
    found["Люди"].append(found["Люди"][1] | {"Код": "ШМ-5-777", "Телефон": None})
    await send(olga, tmp_path, found)
    await olga.tap("Применить")
    data = olga.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await stage.enter("ШМ-5-777", stream="ШМ-5")
    before = await present(stage)
    await olga.press(data)
    assert olga.alerts()[0].startswith("Отменить уже нельзя: кто-то из добавленных людей вошёл")
    assert await present(stage) == before


async def test_files_and_ways_back_are_forgotten_in_time(stage: Stage, olga: Persona, tmp_path: Path) -> None:
    await send(olga, tmp_path, rows(Зал="Малый зал"))
    await olga.tap("Применить")
    undo = olga.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await send(olga, tmp_path, rows(Зал="Большой зал"))
    apply = olga.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    then, now = await drafts(stage), stage.clock.now()
    await _forget_before(stage, now)
    assert await kept(stage) == [("applied", False), ("waiting", True)]
    await _forget_before(stage, now + timedelta(seconds=1))
    assert await kept(stage) == [("applied", False), ("cancelled", False)]
    await olga.press(undo)
    assert olga.alerts()[0].startswith("Отменить уже нельзя: прошло слишком много времени")
    await olga.press(apply)
    olga.sees("Файл не загружен")
    assert await drafts(stage) == then


async def test_what_names_an_erased_person_is_neither_undone_nor_applied(
    stage: Stage, olga: Persona, tmp_path: Path
) -> None:
    anna = await stage.enter("ШМ-5-002", stream="ШМ-5")
    found = rows()
    found["Люди"][1]["Должность"] = "глава города"
    await send(olga, tmp_path, found)
    await olga.tap("Применить")
    undo = olga.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await send(olga, tmp_path, rows(Зал="Большой зал"))
    apply = olga.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await anna.send("/mydata")
    await anna.tap("Отозвать согласие и стереть")
    await anna.tap("Да, стереть мои данные")
    then = await present(stage)
    await olga.press(undo)
    assert "кто-то из людей этого файла стёр свои данные" in olga.alerts()[0]
    await olga.press(apply)
    olga.sees("Файл не загружен, в программе ничего не изменилось. Если он ещё нужен, пришлите его снова.")
    assert await present(stage) == then


async def test_a_second_undo_changes_nothing(stage: Stage, olga: Persona, tmp_path: Path) -> None:
    await send(olga, tmp_path, rows(Зал="Малый зал"))
    await olga.tap("Применить")
    data = olga.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await olga.press(data)
    await send(olga, tmp_path, rows(Зал="Большой зал"))
    await olga.tap("Применить")
    then = await drafts(stage)
    await olga.press(data)
    olga.sees("Загрузка отменена")
    assert await drafts(stage) == then


async def _forget_before(stage: Stage, moment: datetime) -> None:
    async with stage.database.write() as tx:
        for user_id in await senders(tx):
            await forget_contents_before(tx, user_id, moment)


async def _again(stage: Stage, update_id: int) -> None:
    stage.world.redeliver(update_id)
    await stage.world.wait_polled(10)
    await stage.close()
    await stage.open()
    await stage.world.wait_polled(10)


async def _make_administrator(stage: Stage, persona: Persona) -> None:
    async with stage.database.write() as tx:
        await tx.execute(
            update(accounts).where(accounts.c.user_id == persona.user).values(appointed="settings")
        )
