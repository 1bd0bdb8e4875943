"""What organizers read of a broadcast: to how many it goes, and what became of each."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.broadcasts.audience import Audience
from bot.broadcasts.contents import Kind, Part
from bot.broadcasts.model import Broadcast, Buttons, Card, Schedule, State
from bot.ui.broadcasts.board import board_screen
from bot.ui.broadcasts.draft import confirm_screen, draft_screen
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
