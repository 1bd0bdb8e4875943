"""What the buttons of boarding carry: ids only; whether they may still be pressed is checked again."""

from bot.excursions.boarding import Mark, Way
from bot.ui.callbacks import Button, Id
from bot.ui.screens import Rows, button
from bot.ui.texts import Texts


class BoardButton(Button, prefix="xb1"):
    """Says «Я в автобусе» or «Не поеду» for whoever presses it."""

    event_id: Id
    way: Way
    mark: Mark


def boarding_rows(texts: Texts, event_id: int, way: Way) -> Rows:
    """Return the two buttons of boarding, for reminders and the card."""
    aboard = BoardButton(event_id=event_id, way=way, mark=Mark.IN)
    staying = BoardButton(event_id=event_id, way=way, mark=Mark.OUT)
    return [
        [
            button(texts.plain("boarding-button-in"), aboard),
            button(texts.plain("boarding-button-out"), staying),
        ]
    ]
