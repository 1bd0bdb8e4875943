"""Slides and photos of an event: attached from the chat, sent to everybody who may see the event."""

import asyncio
from typing import Any

import pytest

from bot.sandbox.botapi.persona import Persona
from bot.schedule.files import MOST
from bot.ui.event_file_buttons import (
    AllFilesButton,
    AttachButton,
    DoneButton,
    FileButton,
    FilesButton,
    PutButton,
    RemoveFileButton,
)
from bot.ui.schedule.buttons import EventButton
from handlers.workbook import XLSX
from tests.sandbox.botapi.pictures import png
from tests.schedule.stage import DRAFT_ONLY, LECTURE, OTHER_EVENT, TRIP, set_stage
from tests.stage import Stage

PDF = "application/pdf"
LECTURE_CARD = EventButton(event_id=LECTURE).pack()


@pytest.fixture
async def organizer(stage: Stage) -> Persona:
    """The organizer of stream 5; the programme runs."""
    await set_stage(stage.database)
    return await stage.enter("Ч-5")


@pytest.fixture
async def anna(stage: Stage, organizer: Persona) -> Persona:
    return await stage.enter("Ч-1")


async def send_pdf(persona: Persona, name: str, caption: str = "") -> None:
    await persona.send_file("document", name, PDF, name.encode(), caption=caption)


async def attach(organizer: Persona, *names: str) -> None:
    await organizer.press(LECTURE_CARD)
    await organizer.tap("Прикрепить материалы")
    for name in names:
        await send_pdf(organizer, name)
    await organizer.tap("Готово")


def carried(persona: Persona) -> list[str]:
    """Return what files have come since the last act."""
    return [
        next(
            f"{kind}:{one[kind].get('file_name', '') if isinstance(one[kind], dict) else ''}"
            for kind in ("photo", "video", "audio", "document")
            if kind in one
        )
        for one in persona.replies
        if {"photo", "video", "audio", "document"} & set(one)
    ]


async def test_an_organizer_attaches_files_and_a_participant_gets_them_by_their_ids(
    stage: Stage, organizer: Persona, anna: Persona
) -> None:
    await anna.press(LECTURE_CARD)
    assert not [label for row in anna.buttons() for label in row if "атериалы" in label]
    await organizer.press(LECTURE_CARD)
    await organizer.tap("Прикрепить материалы")
    organizer.sees("Пришлите материалы к занятию\n\n«Стратегия города», вт, 18 ноября, 09:00–10:30")
    await send_pdf(organizer, "слайды.pdf", "Слайды <b> & план")
    assert organizer.text == "Прикреплено: слайды.pdf.\nУ занятия «Стратегия города» теперь 1 файл."
    await organizer.send_file("photo", "p.png", "image/png", png(8, 8))
    organizer.sees("Прикреплено: фото.\nУ занятия «Стратегия города» теперь 2 файла.")
    await organizer.send_file("video", "v.mp4", "video/mp4", b"mp4")
    organizer.sees("Прикреплено: v.mp4.")
    await organizer.tap("Готово")
    organizer.sees("Материалы: 3")
    await anna.press(LECTURE_CARD)
    await anna.tap("Материалы: 3")
    assert anna.text.splitlines() == [
        "Материалы: 3",
        "«Стратегия города», вт, 18 ноября, 09:00–10:30",
        "",
        "1. слайды.pdf, 1 КБ",
        "Слайды <b> & план",
        "2. фото, 1 КБ",
        "3. v.mp4, 1 КБ",
        "",
        "Нажмите номер, и файл придёт сюда.",
    ]
    assert ["Прикрепить ещё", "Убрать"] not in anna.buttons()
    stage.world.calls.clear()
    await anna.tap("1")
    assert (carried(anna), anna.last["caption"]) == (["document:слайды.pdf"], "Слайды <b> & план")
    await anna.tap("Прислать все 3 файла")
    assert carried(anna) == ["document:слайды.pdf", "photo:", "video:v.mp4"]
    sends = [call for call in stage.world.calls if call.method.startswith("send")]
    kinds = ("document", "photo", "video")
    by_id = [kind for call in sends for kind in kinds if call.params.get(kind) in ids(stage)]
    assert by_id == ["document", *kinds]


def ids(stage: Stage) -> set[str]:
    """Return the ids of the files that people have sent."""
    return {stored.id for stored, _ in stage.world.files.everything()}


async def test_the_same_file_is_attached_once_and_redelivery_changes_nothing(
    stage: Stage, organizer: Persona
) -> None:
    await attach(organizer, "слайды.pdf")
    await organizer.tap("Прикрепить ещё")
    await send_pdf(organizer, "слайды.pdf")
    organizer.sees("Уже было прикреплено: слайды.pdf.\nУ занятия «Стратегия города» теперь 1 файл.")
    update = stage.world.send_file(organizer.user, "document", "план.pdf", PDF, b"plan")
    await stage.world.wait_confirmed(update)
    stage.world.redeliver(update)
    await organizer.tap("Готово")
    organizer.sees("Материалы: 2")


async def test_an_album_of_an_event_is_confirmed_file_by_file(stage: Stage, organizer: Persona) -> None:
    await organizer.press(AttachButton(event_id=LECTURE).pack())
    await send_album(stage, organizer, "a.pdf", "b.pdf", "c.pdf")
    organizer.sees("Прикреплено: c.pdf.\nУ занятия «Стратегия города» теперь 3 файла.")
    assert len([one for one in organizer.messages() if one.get("text", "").startswith("Прикреплено")]) == 3


async def send_album(stage: Stage, persona: Persona, *names: str) -> None:
    updates = [
        stage.world.send_file(persona.user, "document", name, PDF, name.encode(), media_group="7")
        for name in names
    ]
    await asyncio.gather(*(stage.world.wait_confirmed(update) for update in updates))


async def test_a_file_sent_by_itself_is_offered_to_the_events_of_today(
    stage: Stage, organizer: Persona, anna: Persona
) -> None:
    await send_pdf(organizer, "схема.pdf")
    assert organizer.text.splitlines()[:5] == [
        "К какому занятию прикрепить файл: схема.pdf?",
        "",
        "Вт, 18 ноября (Тюмень, МСК+2)",
        "1. 09:00–10:30 Стратегия города",
        "2. 11:00–12:30 Практикум А",
    ]
    assert "Концерт" not in organizer.text  # it is cancelled
    assert "Трансфер" not in organizer.text
    await organizer.tap("1")
    organizer.sees("Прикреплено: схема.pdf.\nУ занятия «Стратегия города» теперь 1 файл.")
    await organizer.tap("Материалы: 1")
    organizer.sees("1. схема.pdf")
    await organizer.press(PutButton(event_id=TRIP).pack())
    assert organizer.alerts()[0].startswith("Файл уже не ждёт")


async def test_the_event_of_a_file_is_found_by_words(stage: Stage, organizer: Persona) -> None:
    await send_pdf(organizer, "схема.pdf")
    await organizer.tap("Найти занятие по словам")
    organizer.sees("Напишите слово из названия")
    await organizer.send("экология")
    organizer.sees("Таких занятий в ваших потоках нет.")
    await organizer.send("жилой квартл")
    organizer.sees("По словам «жилой квартл»:\n\nВт, 18 ноября (Тюмень, МСК+2)\n1. 14:00–16:00 Жилой")
    await organizer.tap("Все занятия")
    organizer.sees("Стратегия города")
    await organizer.tap("Найти занятие по словам")
    await organizer.send("трансфер")
    organizer.sees("1. 13:00–13:30 Трансфер")
    await organizer.send("жилой квартал")
    organizer.sees("Не понял")
    await organizer.tap("Не прикреплять")
    organizer.sees("Хорошо, ничего не прикреплено.")
    await organizer.press("ew1")
    assert organizer.alerts()[0].startswith("Файл уже не ждёт")


async def test_files_of_an_album_go_to_the_chosen_event_together(stage: Stage, organizer: Persona) -> None:
    before = len(organizer.messages())
    await send_album(stage, organizer, "a.pdf", "b.pdf", "c.pdf")
    assert len(organizer.messages()) == before + 4  # three files, one offer
    organizer.sees("К какому занятию прикрепить весь альбом: a.pdf и что пришло с ним?")
    await stage.kill()
    await stage.open()
    await organizer.tap("1")
    organizer.sees("Прикреплено: a.pdf, b.pdf, c.pdf.\nУ занятия «Стратегия города» теперь 3 файла.")


async def test_files_sent_one_after_another_wait_together(organizer: Persona) -> None:
    await send_pdf(organizer, "a.pdf")
    await send_pdf(organizer, "b.pdf")
    organizer.sees("К какому занятию прикрепить 2 файла: a.pdf, b.pdf?")
    await organizer.tap("1")
    organizer.sees("Прикреплено: a.pdf, b.pdf.")


async def test_a_workbook_is_read_as_the_programme_even_while_files_are_awaited(organizer: Persona) -> None:
    await organizer.press(AttachButton(event_id=LECTURE).pack())
    organizer.sees("Таблицы Excel бот читает как программу.")
    await organizer.send_file("document", "план.xlsx", XLSX, b"nonsense")
    organizer.sees("Это не книга Excel.")
    await organizer.tap("Готово")
    organizer.sees("Пока ничего не прикреплено.")


async def test_a_group_chat_takes_no_files(stage: Stage, organizer: Persona) -> None:
    group = stage.world.add_group("Команда", [organizer.user])
    await stage.world.wait_confirmed(stage.world.add_bot_to_group(group, organizer.user, administrator=True))
    await organizer.press(AttachButton(event_id=LECTURE).pack())
    before = len(stage.world.messages(group))
    await organizer.send_file("document", "слайды.pdf", PDF, b"pdf", chat=group)
    assert len(stage.world.messages(group)) == before + 1
    await organizer.tap("Готово")
    organizer.sees("Пока ничего не прикреплено.")


async def test_an_old_done_button_ends_no_other_waiting(organizer: Persona) -> None:
    await organizer.press(AttachButton(event_id=LECTURE).pack())
    await organizer.press(AttachButton(event_id=TRIP).pack())
    await organizer.press(DoneButton(event_id=LECTURE).pack())
    await send_pdf(organizer, "схема.pdf")
    organizer.sees("У занятия «Жилой квартал» теперь 1 файл.")


async def test_a_file_is_removed_after_one_question(organizer: Persona, anna: Persona) -> None:
    await attach(organizer, "a.pdf", "b.pdf")
    await organizer.tap("Убрать")
    organizer.sees("Какой файл убрать?")
    await organizer.tap("2")
    organizer.sees("Убрать «b.pdf»? Участники его больше не увидят.")
    question = organizer.last
    await organizer.tap("Да, убрать")
    assert organizer.alerts() == ["Файл убран."]
    organizer.sees("Материалы: 1")
    await organizer.press(RemoveFileButton(event_id=LECTURE, attached_id=2, sure=True).pack(), question)
    organizer.sees("Материалы: 1")
    await anna.press(FileButton(attached_id=2).pack())
    assert anna.alerts() == ["Этого файла у занятия больше нет."]


async def test_a_file_telegram_no_longer_takes_is_told_to_the_person_and_once_to_the_organizer(
    stage: Stage, organizer: Persona, anna: Persona
) -> None:
    await attach(organizer, "слайды.pdf")
    forget_files(stage)
    await anna.press(FileButton(attached_id=1).pack())
    anna.sees("Файл «слайды.pdf» больше не открывается: Telegram его удалил.")
    told = organizer.messages()[-1]["text"]
    assert told.startswith("Файл «слайды.pdf» больше не открывается. Telegram его удалил, участники")
    before = len(organizer.messages())
    await anna.press(FileButton(attached_id=1).pack())
    anna.sees("больше не открывается")
    assert len(organizer.messages()) == before
    await organizer.tap("Прикрепить заново")
    await send_pdf(organizer, "слайды.pdf")
    organizer.sees("Прикреплено: слайды.pdf.\nУ занятия «Стратегия города» теперь 1 файл.")
    await anna.press(FileButton(attached_id=1).pack())
    assert carried(anna) == ["document:слайды.pdf"]


def forget_files(stage: Stage) -> None:
    known: dict[str, Any] = stage.world.files._files
    known.clear()


async def test_files_stay_with_the_event_in_every_edition(
    stage: Stage, organizer: Persona, anna: Persona
) -> None:
    await attach(organizer, "слайды.pdf")
    async with stage.database.write() as tx:
        await tx.exec_driver_sql("UPDATE streams SET published_id = 51 WHERE id = 5")
    await anna.press(LECTURE_CARD)
    await anna.tap("Материалы: 1")
    await anna.tap("1")
    assert carried(anna) == ["document:слайды.pdf"]


async def test_others_neither_attach_nor_see_what_is_not_theirs(
    stage: Stage, organizer: Persona, anna: Persona
) -> None:
    await attach(organizer, "слайды.pdf", "план.pdf")
    gleb = await stage.enter("Ч-4", stream="К1")
    for data in (FilesButton(event_id=LECTURE), FileButton(attached_id=1), AllFilesButton(event_id=LECTURE)):
        await gleb.press(data.pack())
        assert gleb.alerts() == ["Это из другого потока: вы в нём не участвуете."]
    refused = ("У вас нет доступа к этому", "Это из другого потока")
    for stranger, event_id in ((anna, LECTURE), (gleb, LECTURE), (organizer, OTHER_EVENT)):
        await stranger.press(AttachButton(event_id=event_id).pack())
        assert stranger.alerts()[0].startswith(refused)
        await stranger.press(RemoveFileButton(event_id=event_id, attached_id=1, sure=True).pack())
        assert stranger.alerts()[0].startswith(refused)
    await organizer.press(AttachButton(event_id=DRAFT_ONLY).pack())
    assert organizer.alerts()[0].startswith("Этого занятия больше нет")
    await send_pdf(anna, "моё.pdf")
    anna.sees("могу передать организаторам")
    await anna.press(FilesButton(event_id=LECTURE, removing=True).pack())
    anna.sees("Материалы: 2")
    assert "Какой файл убрать?" not in anna.text


async def test_who_organizes_no_more_attaches_no_more(stage: Stage, organizer: Persona) -> None:
    await organizer.press(AttachButton(event_id=LECTURE).pack())
    async with stage.database.write() as tx:
        await tx.exec_driver_sql("UPDATE enrolments SET roles = '\nparticipant\n' WHERE person_id = 5")
    await send_pdf(organizer, "слайды.pdf")
    organizer.sees("могу передать организаторам")
    await organizer.press(DoneButton(event_id=LECTURE).pack())
    organizer.sees("Пока ничего не прикреплено.")


async def test_more_files_than_an_event_takes_are_refused(organizer: Persona) -> None:
    await organizer.press(AttachButton(event_id=LECTURE).pack())
    for number in range(MOST):
        await send_pdf(organizer, f"{number}.pdf")
    await send_pdf(organizer, "лишний.pdf")
    organizer.sees("К занятию можно прикрепить не больше 30 файлов.")
    await organizer.press(FilesButton(event_id=LECTURE).pack())
    organizer.sees("Материалы: 30")
    await organizer.tap("Ещё ›")
    organizer.sees("9. 8.pdf")
    await organizer.tap("Прислать все 8 файлов")
    assert carried(organizer)[0] == "document:8.pdf"
