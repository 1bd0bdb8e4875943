"""«Что ждёт меня»: the list holds what waits, leads there, and is empty when all is done."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.sandbox.botapi.persona import Persona
from bot.workbook.actions import apply_file
from db.imports import add_import
from handlers.workbook import XLSX
from tests.journeys.demo import administrator, change_enrolment
from tests.journeys.three_streams import FOREIGN, load_three_streams, mark, reader
from tests.roster import Roster, write_roster
from tests.stage import Stage
from tests.workbook.programmes import Rows, programme, reading_of, write_programme


@pytest.fixture
async def roster(stage: Stage) -> Roster:
    return await write_roster(stage.database)


@pytest.fixture
async def olga(stage: Stage, roster: Roster) -> Persona:
    return await stage.enter("О-1")


async def test_an_organizer_sees_everything_that_waits_and_goes_there(
    stage: Stage, roster: Roster, olga: Persona
) -> None:
    await olga.send("/todo")
    assert olga.text == "Вас ждёт 1 дело\n\n1. 2 человека ещё не вошли в бот (Школа мэров, поток 5)"
    anna = await stage.enter("Л-1")
    await anna.send("/ask Где парковка?")
    stranger = stage.newcomer("Прохожий")
    await stranger.start()
    await stranger.tap("Попросить доступ")
    await stranger.send("Иванов, глава района")
    async with stage.database.write() as tx:
        await add_import(tx, olga.user, "план.xlsx", "0" * 64, b"", stage.clock.now())
        await add_import(tx, anna.user, f"{FOREIGN}.xlsx", "1" * 64, b"", stage.clock.now())
    await olga.send("Что ждёт меня")
    assert olga.text.splitlines() == [
        "Вас ждут 4 дела",
        "",
        "1. 1 новый вопрос, его никто не взял",
        "2. 1 человек просит доступ",
        "3. Файл «план.xlsx» проверен, но не применён",
        "4. 1 человек ещё не вошёл в бот (Школа мэров, поток 5)",
    ]
    listed = olga.last
    await olga.tap("1. Взять и ответить")
    olga.sees("Вопрос: Где парковка?")
    await olga.tap("Взять")
    await olga.send("/todo")
    olga.sees("1. 1 вопрос вы взяли, но ещё не ответили")
    await olga.tap("2. Решить о доступе")
    olga.sees("Иванов, глава района")
    await olga.send("/todo")
    await olga.tap("4. Кто не вошёл")
    olga.sees("Примеров Борис Петрович")
    assert listed["text"].startswith("Вас ждут 4 дела")


async def test_what_waited_too_long_comes_first_whoever_took_it(stage: Stage, olga: Persona) -> None:
    anna = await stage.enter("Л-1")
    await stage.enter("Л-2")
    await anna.send("/ask Где парковка?")
    await olga.press("qt1:1")
    await stage.pass_to(stage.clock.now() + timedelta(hours=2))
    await anna.send("/ask Где гардероб?")
    await olga.send("/todo")
    assert olga.text.splitlines() == [
        "Вас ждут 2 дела",
        "",
        "1. 1 вопрос ждёт ответа слишком долго",
        "2. 1 новый вопрос, его никто не взял",
    ]
    await olga.tap("1. Ответить")
    olga.sees("Вопрос: Где парковка?")


async def test_an_empty_list_says_so_and_a_participant_never_sees_others_work(
    stage: Stage, olga: Persona
) -> None:
    anna = await stage.enter("Л-1")
    await anna.send("/ask Где парковка?")
    for words in ("/todo", "Что ждёт меня", "What awaits me"):
        await anna.send(words)
        assert anna.text == "Вас ничего не ждёт.\n\nКогда что-нибудь появится, оно будет здесь."
    boris = await stage.enter("Л-2")
    await boris.send("/todo")
    boris.sees("Вас ничего не ждёт.")
    await olga.send("Ответ", reply_to=olga.messages()[-1]["message_id"])
    await olga.send("/todo")
    olga.sees("Вас ничего не ждёт.")


async def test_the_home_card_leads_to_the_list_first_for_those_who_work_by_it(
    stage: Stage, olga: Persona
) -> None:
    boris = await stage.enter("Л-2")  # a mentor of stream 6
    anna = await stage.enter("Л-1")
    places = {}
    for name, persona in (("olga", olga), ("boris", boris), ("anna", anna)):
        await persona.send("Сейчас")
        rows = persona.buttons()
        places[name] = rows.index(["Что ждёт меня"])
        assert len(rows) > 3
        await persona.tap("Что ждёт меня")
        assert persona.text.startswith("Вас ")
    assert (places["olga"], places["boris"], places["anna"]) == (0, 0, 3)


async def test_rights_are_those_of_the_moment(stage: Stage, olga: Persona) -> None:
    anna = await stage.enter("Л-1")
    await anna.send("/ask Где парковка?")
    await olga.send("/todo")
    olga.sees("1 новый вопрос")
    await change_enrolment(stage, "О-1", "Ш5", roles=["participant"])
    await olga.press("td1:0")
    olga.sees("Вас ничего не ждёт.")
    await change_enrolment(stage, "О-1", "Ш5", left_on=stage.clock.now().date())
    await olga.send("/todo")
    olga.sees("вы больше не числитесь ни в одном потоке")


async def test_who_has_not_agreed_yet_is_asked_for_consent_first(stage: Stage, roster: Roster) -> None:
    anna = stage.newcomer("Анна")
    await anna.start((await stage.codes("Ш5"))["Л-1"])
    await anna.tap("Да, это я")
    await anna.send("/todo")
    anna.sees("Согласие на обработку персональных данных")


async def test_drafts_of_own_streams_wait_page_by_page(stage: Stage) -> None:
    await load_three_streams(stage)
    organizer = await stage.enter("Ш5-куратор")
    await organizer.send("/todo")
    organizer.sees("1. Черновик программы не опубликован (Школа ШМ, Поток МЕТКА-Ш5)")
    assert mark("Ш6") not in organizer.text
    await organizer.tap("1. Открыть черновик")
    organizer.sees("черновик № 3")
    root = await administrator(stage)
    await root.send("/todo")
    assert root.text.count("Черновик программы не опубликован") == 3
    assert root.text.count("ещё не вошли") == 3
    await (await stage.enter(reader("Ш5"))).send("/ask Где парковка?")
    await root.send("/todo")
    root.sees("Вас ждут 7 дел")


def rows(**changes: object) -> Rows:
    """One stream whose first person organizes it."""
    found = programme(streams=1, people=3, days=1)
    found["Люди"][0]["Роли"] = "организатор"
    found["Программа"][0] |= changes
    return found


async def test_a_workbook_can_be_looked_at_again_and_leaves_the_list_when_decided(
    stage: Stage, tmp_path: Path
) -> None:
    first = await reading_of(tmp_path / "first.xlsx", rows())
    assert (await apply_file(stage.database, stage.clock, first)).applied
    olga = await stage.enter("ШМ-5-001", stream="ШМ-5")
    changed = rows(Зал="Малый зал")
    content = write_programme(tmp_path / "book.xlsx", changed).read_bytes()
    await olga.send_file("document", "план.xlsx", XLSX, content)
    await olga.send("/todo")
    olga.sees("Файл «план.xlsx» проверен, но не применён")
    await olga.tap("1. Посмотреть файл")
    olga.sees("Ошибок нет")
    olga.sees("«Зал»:")
    assert olga.buttons() == [["Применить", "Отмена"]]
    anna = await stage.enter("ШМ-5-002", stream="ШМ-5")
    await anna.press("ww1:1")
    assert anna.alerts()[0].startswith("У вас нет доступа к этому")
    await olga.tap("Применить")
    olga.sees("Файл загружен целиком")
    await olga.send("/todo")
    assert "план.xlsx" not in olga.text
    await olga.press("ww1:1")
    olga.sees("Файл загружен целиком")


async def test_a_waiting_workbook_that_changes_nothing_any_more_is_forgotten(
    stage: Stage, tmp_path: Path
) -> None:
    first = await reading_of(tmp_path / "first.xlsx", rows())
    assert (await apply_file(stage.database, stage.clock, first)).applied
    olga = await stage.enter("ШМ-5-001", stream="ШМ-5")
    content = write_programme(tmp_path / "book.xlsx", rows(Зал="Малый зал")).read_bytes()
    await olga.send_file("document", "план.xlsx", XLSX, content)
    same = await reading_of(tmp_path / "same.xlsx", rows(Зал="Малый зал"))
    assert (await apply_file(stage.database, stage.clock, same)).applied
    await olga.press("ww1:1")
    olga.sees("Отличий нет")
    await olga.send("/todo")
    assert "план.xlsx" not in olga.text
