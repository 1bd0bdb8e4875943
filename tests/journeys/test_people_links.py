"""Organizers hand out personal links from the chat."""

import io

import openpyxl
import pytest
from sqlalchemy import func, select, update

from bot.people.link_actions import new_link
from bot.people.model import Visitor
from bot.people.qr import picture
from bot.sandbox.botapi.persona import Persona
from db.invitations import invitations
from db.people import enrolments, people
from tests.roster import Roster, write_roster
from tests.stage import Stage


@pytest.fixture
async def roster(stage: Stage) -> Roster:
    return await write_roster(stage.database)


@pytest.fixture
async def olga(stage: Stage, roster: Roster) -> Persona:
    return await stage.enter("О-1")


def table(stage: Stage, persona: Persona) -> list[list[object]]:
    """The rows of the Excel file the bot sent last."""
    data = stage.world.files.data(persona.last["document"]["file_id"])
    assert data is not None
    book = openpyxl.load_workbook(io.BytesIO(data))
    rows = [[cell.value for cell in row] for row in book.active.rows]  # type: ignore[union-attr]  # one sheet
    assert {cell.data_type for row in book.active.rows for cell in row} <= {"s", "n"}  # type: ignore[union-attr]
    book.close()
    return rows


async def test_an_organizer_sees_the_links_of_those_outside_with_their_last_day(
    stage: Stage, olga: Persona
) -> None:
    await olga.send("/invite")
    codes = await stage.codes("Ш5")
    assert olga.text == (
        "Личные ссылки: Школа мэров, поток 5\n\n"
        "Ещё не вошли 2 человека.\n"
        "Каждая ссылка личная и сработает один раз. "
        "Кнопка с номером – одна ссылка: переслать или выпустить заново.\n\n"
        f"1. Образцова Анна Петровна (до 18 декабря 2025)\nhttps://t.me/mayors_demo_bot?start={codes['Л-1']}\n\n"
        f"2. Примеров Борис Петрович (до 18 декабря 2025)\nhttps://t.me/mayors_demo_bot?start={codes['Л-2']}"
    )
    anna = stage.newcomer("Анна")
    await anna.start(codes["Л-1"])
    anna.sees("Вы – Образцова Анна Петровна")


async def test_a_link_issued_anew_kills_the_old_one_at_once(stage: Stage, olga: Persona) -> None:
    old = (await stage.codes("Ш5"))["Л-1"]
    await olga.send("/invite")
    await olga.tap("1")
    olga.sees(old)
    await olga.tap("Выпустить новую ссылку")
    olga.sees("Старая больше не открывается")
    new = (await stage.codes("Ш5"))["Л-1"]
    assert new != old
    olga.sees(new)
    anna = stage.newcomer("Анна")
    await anna.start(old)
    anna.sees("Приглашение не найдено")
    await anna.start(new)
    anna.sees("Вы – Образцова Анна Петровна")


async def test_an_old_link_that_was_opened_before_the_new_one_no_longer_binds(
    stage: Stage, olga: Persona
) -> None:
    anna = stage.newcomer("Анна")
    await anna.start((await stage.codes("Ш5"))["Л-1"])
    await olga.send("/invite")
    await olga.tap("1")
    await olga.tap("Выпустить новую ссылку")
    await anna.tap("Да, это я")
    assert anna.alerts()[0].startswith("Приглашение не найдено")


async def test_a_redelivered_tap_issues_one_link(stage: Stage, olga: Persona, roster: Roster) -> None:
    tap = Visitor(olga.user, olga.user, "ru", update_id=10_000_000)
    old = (await stage.codes("Ш5"))["Л-1"]
    first = await new_link(stage.database, stage.clock, tap, roster.mayors, roster.anna)
    again = await new_link(stage.database, stage.clock, tap, roster.mayors, roster.anna)
    assert old != first.of(roster.anna).code == again.of(roster.anna).code
    async with stage.database.read() as tx:
        own = invitations.c.person_id == roster.anna
        assert await tx.scalar(select(func.count()).select_from(invitations).where(own)) == 2


async def test_who_has_entered_meanwhile_gets_no_link(stage: Stage, olga: Persona) -> None:
    await olga.send("/invite")
    await olga.tap("1")
    await stage.enter("Л-1")
    await olga.tap("Выпустить новую ссылку")
    assert olga.alerts() == ["Этому человеку ссылка не нужна: он уже вошёл или больше не числится в потоке."]


async def test_coverage_names_the_missing_with_phones_and_leads_to_links(stage: Stage, olga: Persona) -> None:
    await olga.send("/coverage")
    olga.sees("Образцова Анна Петровна, г. Образцов, +79120000000")
    await olga.tap("Личные ссылки")
    olga.sees("Ещё не вошли 2 человека")


async def test_the_file_holds_phones_and_links_and_nothing_becomes_a_formula(
    stage: Stage, olga: Persona, roster: Roster
) -> None:
    async with stage.database.write() as tx:
        hostile = update(people).where(people.c.id == roster.anna)
        await tx.execute(hostile.values(municipality="=1+1", post="@cmd\x07", name="-Анна"))
    codes = await stage.codes("Ш5")
    await olga.send("/coverage")
    await olga.tap("Все ссылки и телефоны файлом")
    assert olga.last["document"]["file_name"] == "Не вошли – ссылки и телефоны.xlsx"
    olga.sees("Школа мэров, поток 5: ещё не вошли – 2.")
    link = "https://t.me/mayors_demo_bot?start="
    day = "18 декабря 2025"
    anna = ["Л-1", "Образцова -Анна Петровна", "@cmd", "=1+1", "+79120000000", link + codes["Л-1"], day]
    boris = ["Л-2", "Примеров Борис Петрович", "", "г. Образцов", "+79120000000", link + codes["Л-2"], day]
    headings = ["Код", "ФИО", "Должность", "Муниципалитет", "Телефон", "Личная ссылка", "Действует до"]
    assert table(stage, olga) == [headings, anna, boris]


@pytest.mark.parametrize("data", ["iv1:{}:0", "il1:{}:1:0", "ir1:{}:1:0", "if1:{}", "iq1:{}:1", "is1:{}"])
async def test_links_of_another_stream_are_closed_to_organizers_and_participants(
    stage: Stage, olga: Persona, roster: Roster, data: str
) -> None:
    await olga.press(data.format(roster.others))
    assert olga.alerts()[0].startswith("У вас нет доступа к этому")
    anna = await stage.enter("Л-1")
    await anna.press(data.format(roster.mayors))
    assert anna.alerts()[0].startswith("У вас нет доступа к этому")
    await anna.send("/invite")
    anna.sees("У вас нет доступа к этому")
    assert "t.me/mayors_demo_bot" not in "".join(str(message) for message in anna.messages())


async def test_a_button_of_links_dies_with_the_role(stage: Stage, olga: Persona, roster: Roster) -> None:
    await olga.send("/invite")
    async with stage.database.write() as tx:
        own = update(enrolments).where(enrolments.c.person_id == roster.olga)
        await tx.execute(own.values(roles=["participant"]))
    await olga.tap("Все ссылки и телефоны файлом")
    assert olga.alerts()[0].startswith("У вас нет доступа к этому")


async def test_a_link_comes_as_a_qr_image_with_the_name_below(stage: Stage, olga: Persona) -> None:
    code = (await stage.codes("Ш5"))["Л-1"]
    await olga.send("/invite")
    await olga.tap("1")
    await olga.tap("QR-код")
    sent = olga.last
    assert stage.world.files.data(sent["photo"][-1]["file_id"]) == picture(
        f"https://t.me/mayors_demo_bot?start={code}"
    )
    assert sent["caption"] == (
        "Образцова Анна Петровна\nглава города, г. Образцов\n\n"
        "Личный QR-код, сработает один раз, действует до 18 декабря 2025. "
        "Наведите камеру телефона: откроется бот."
    )


async def test_all_qr_images_come_as_one_file_to_be_printed(stage: Stage, olga: Persona) -> None:
    await olga.send("/invite")
    await olga.tap("QR-коды для печати")
    assert olga.last["document"]["file_name"] == "QR-коды для печати.xlsx"
    names = [value for line in table(stage, olga) for value in line if value]
    assert names[:2] == ["Образцова Анна Петровна", "Примеров Борис Петрович"]


async def test_where_everybody_has_entered_there_is_nothing_to_print(stage: Stage, olga: Persona) -> None:
    await olga.send("/invite")
    await stage.enter("Л-1")
    await stage.enter("Л-2")
    await olga.tap("QR-коды для печати")
    assert olga.alerts() == ["Печатать нечего: в этом потоке вошли все."]
