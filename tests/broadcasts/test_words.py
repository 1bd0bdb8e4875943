"""What organizers read of a broadcast: to how many it goes, and what became of each."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.broadcasts.audience import Audience
from bot.broadcasts.contents import Kind, Part
from bot.broadcasts.letter_actions import Calls
from bot.broadcasts.model import Broadcast, Buttons, Card, Recipient, Schedule, State
from bot.notices.model import State as NoticeState
from bot.ui.broadcasts.board import board_screen
from bot.ui.broadcasts.draft import confirm_screen, draft_screen
from bot.ui.broadcasts.wording import call_lines
from bot.ui.notices.broadcasts import write_calls
from bot.ui.screens import Screen
from bot.ui.texts import texts_in

RU = texts_in("ru")
NOW = datetime(2025, 11, 18, 4, 0, tzinfo=UTC)
DRAFT = Broadcast(
    *(1, 1, 1, "", State.DRAFT, False, Audience((1,)), Buttons(), Schedule(), None, NOW, None, 0, 0),
    parts=(Part(Kind.TEXT, "Сбор"),),
)


def labels(screen: Screen) -> list[str]:
    assert screen.markup is not None
    return [one.text for row in screen.markup.inline_keyboard for one in row]


@pytest.mark.parametrize(
    ("people", "chats", "said"),
    [
        (1, 0, "1 человек"),
        (0, 1, "1 групповой чат"),
        (22, 2, "22 человека и 2 групповых чата"),
    ],
)
def test_group_chats_are_counted_wherever_it_is_said_to_how_many_it_goes(
    people: int, chats: int, said: str
) -> None:
    card = Card(DRAFT, [], {}, NOW, count=people, chats=chats)
    assert f"Отправить: {said}" in labels(draft_screen(RU, card))
    asked = confirm_screen(RU, card)
    assert f"Отправить? Получат: {said}." in asked.text
    assert f"Да, отправить: {said}" in labels(asked)
    assert f"На согласование: {said}" in labels(confirm_screen(RU, replace(card, approval=True)))
    waiting = replace(card, broadcast=replace(DRAFT, state=State.APPROVAL), own=False)
    assert f"Согласовать: {said}" in labels(board_screen(RU, waiting))


@pytest.mark.parametrize(
    ("state", "reason", "said"),
    [
        (NoticeState.QUEUED, "", "ждёт отправки"),
        (NoticeState.SKIPPED, "not-entered", "нет входа в бот"),
        (NoticeState.SKIPPED, "left", "больше не в потоке"),
        (NoticeState.SKIPPED, "muted", "рассылки отключены самим получателем"),
        (NoticeState.LAPSED, "late", "не успело в срок"),
        (NoticeState.LAPSED, "replied", "ответ уже есть"),
    ],
)
def test_what_became_of_one_person_is_said_of_one(state: NoticeState, reason: str, said: str) -> None:
    who = Recipient(1, "Иванов И. И.", "Тюмень", "+79120000001", state, reason, 0, NOW)
    assert [str(one) for one in call_lines(RU, [who])] == [f"Иванов И. И., +79120000001 – {said}"]
    twice = replace(who, repeats=1)
    assert str(call_lines(RU, [twice])[0]).endswith(f"{said}, мог(ла) получить дважды")


def test_where_everybody_has_answered_nobody_is_to_be_called() -> None:
    asks, silent = replace(DRAFT, buttons=Buttons(ack=True)), replace(DRAFT, buttons=Buttons())
    assert "на срочное сообщение ответили все" in write_calls(RU, Calls(asks, ()), NOW).text
    assert "срочное сообщение дошло до всех" in write_calls(RU, Calls(silent, ()), NOW).text
