"""Somebody who presses every button and types every command, and looks closely at each answer."""

import logging
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

import pytest
from aiogram.filters.callback_data import CallbackData

from bot.sandbox.botapi.gestures import inline_buttons
from bot.sandbox.botapi.persona import Persona
from bot.sandbox.botapi.records import Json
from bot.sandbox.botapi.state import Call
from bot.sandbox.botapi.utf16 import units
from bot.ui.schedule.buttons import OpenButton, Place
from bot.ui.texts import LANGUAGES, LOCALES, texts_in

TEXT_LIMIT, CAPTION_LIMIT = 4096, 1024
"""Characters as Telegram counts them (Bot API, sendMessage and sendPhoto)."""

LABEL_LIMIT = 40
"""Characters of a button's label: of a longer one a phone shows only the beginning."""

BUTTONS = {kind.__prefix__: kind for kind in CallbackData.__subclasses__()}
"""What any button of the bot may carry, by prefix; whoever imports this has imported the whole bot."""

FINAL = ("mx1:1",)
"""Buttons that end all: who has erased the own data is a stranger (`test_people_mydata` presses them)."""

LATE = ("in1", "cs1", "ln1")
"""Buttons that change who one is or the language; pressed when nothing else is left."""

_KEYS = frozenset(
    key
    for path in LOCALES.rglob("*.ftl")
    for key in re.findall(r"^([a-z]+(?:-[a-z0-9]+)+) =", path.read_text(encoding="utf-8"), re.MULTILINE)
)
_FAULTS = tuple(
    texts_in(language).plain("error-unexpected", code="\N{NULL}").partition("\N{NULL}")[0]
    for language in LANGUAGES
)
_COMMAND = re.compile(r"(?<!\S)/[a-z]+\b")


class Crawler:
    """Goes through everything a person can reach; `each` buttons of a shape are pressed, `never` none.

    `pressed` holds what every pressed button showed; `offered` every button ever seen.
    """

    def __init__(
        self,
        persona: Persona,
        log: pytest.LogCaptureFixture,
        *,
        each: int = 3,
        never: Iterable[str] = (),
    ) -> None:
        self.persona = persona
        self.pressed: dict[str, str] = {}
        self.offered: dict[str, None] = {}
        self.lines: set[str] = set()
        self._log = log
        self._each = each
        self._never = frozenset((*never, *FINAL))
        self._shapes: Counter[str] = Counter()

    @property
    def shapes(self) -> set[str]:
        """The shapes of the buttons that were pressed."""
        return set(self._shapes)

    @property
    def prefixes(self) -> set[str]:
        """The kinds of button that were pressed."""
        return {prefix_of(data) for data in self.pressed}

    @property
    def places(self) -> set[Place]:
        """The places that were opened by a button."""
        return {OpenButton.unpack(data).place for data in self.pressed if prefix_of(data) == "so1"}

    def pages(self, prefix: str) -> set[int]:
        """Return the pages that buttons of a kind have turned to."""
        kind = BUTTONS[prefix]
        return {kind.unpack(data).model_dump()["page"] for data in self.pressed if prefix_of(data) == prefix}

    async def start(self, payload: str = "") -> None:
        """Press «Start» and look."""
        self.persona.world.calls.clear()
        await self.persona.start(payload)
        self._look(f"/start {payload}")

    async def write(self, *texts: str) -> None:
        """Write texts and look at each answer."""
        for text in texts:
            self.persona.world.calls.clear()
            await self.persona.send(text)
            assert self.persona.replies, f"nothing answers {text!r}"
            self._look(text)

    async def keys(self) -> None:
        """Press every key of the reply keyboard."""
        for row in self.persona.keyboard() or []:
            for key in row:
                self.persona.world.calls.clear()
                await self.persona.press_key(key)
                assert self.persona.replies, f"nothing answers the key {key!r}"
                self._look(key)

    async def press_all(self) -> None:
        """Press buttons, in the order in which they were found, until no new one is offered."""
        while (data := self._next()) is not None:
            await self.press(data)

    async def press(self, data: str) -> None:
        """Press one button and look."""
        self._shapes[shape_of(data)] += 1
        self.persona.world.calls.clear()
        await self.persona.press(data, self._screen())
        self.pressed[data] = self.persona.text
        self._look(data)
        self._look_at_spinner(data)

    def _screen(self) -> Json:
        """Return the newest message with buttons: one presses where there is something to press."""
        own = [message for message in self.persona.messages() if inline_buttons(message)]
        return own[-1] if own else self.persona.last

    def _next(self) -> str | None:
        waiting = [
            data
            for data in self.offered
            if data not in self.pressed
            and data not in self._never
            and self._shapes[shape_of(data)] < self._each
        ]
        return min(waiting, key=_lateness, default=None)

    def _look(self, act: str) -> None:
        persona = self.persona
        self._look_at_calls(act)
        for message in persona.replies:
            self._look_at_message(act, message)
        for text in [*persona.alerts(), persona.text]:
            look_at_text(act, text)
        said = persona.replies or any(persona.alerts())
        same = [
            call for call in persona.world.calls if call.method == "editMessageText" and call.status == 400
        ]
        assert said or same, f"nothing was shown for {act!r}"
        if persona.replies:
            ways = [*map(inline_buttons, persona.replies), persona.keyboard(), _COMMAND.findall(persona.text)]
            assert any(ways), f"{act!r} leads nowhere:\n{persona.text}"

    def _look_at_calls(self, act: str) -> None:
        faults = [record for record in self._log.records if record.levelno >= logging.ERROR]
        assert not faults, f"{act!r}: {faults[0].getMessage()} {faults[0].exc_text}"
        calls = list(self.persona.world.calls)
        for place, call in enumerate(calls):
            assert call.status == 200 or _tolerable(call, calls[:place], calls[place + 1 :]), (act, call)

    def _look_at_message(self, act: str, message: Json) -> None:
        text = message.get("text", "")
        assert units(text) <= TEXT_LIMIT and units(message.get("caption", "")) <= CAPTION_LIMIT, act
        self.lines.update(line.strip() for line in text.splitlines())
        for button in inline_buttons(message):
            look_at_text(act, button["text"])
            label = button["text"]
            assert label.strip() and len(label) <= LABEL_LIMIT, f"{act!r} offers {label!r}"
            assert shape_of(button["callback_data"])
            self.offered.setdefault(button["callback_data"])

    def _look_at_spinner(self, data: str) -> None:
        answers = [call for call in self.persona.world.calls if call.method == "answerCallbackQuery"]
        stopped = [call for call in answers if call.status == 200]
        assert len(stopped) == 1, f"the spinner of {data!r} was stopped {len(stopped)} times"


def look_at_text(act: str, text: str) -> None:
    """See that a text is whole: no fault of ours, no raw key or variable, no broken sign."""
    assert not any(fault in text for fault in _FAULTS), f"{act!r}: {text}"
    raw = _KEYS.intersection(re.findall(r"[a-z]+(?:-[a-z0-9]+)+", text))
    assert not raw and "{ $" not in text and "{$" not in text, f"{act!r} shows {raw}: {text}"
    text.encode()


def _lateness(data: str) -> tuple[int, bool]:
    """Put first what changes nothing, and «no» before «yes»."""
    prefix = prefix_of(data)
    return (LATE.index(prefix) + 1, data.endswith("1")) if prefix in LATE else (0, False)


def prefix_of(data: str) -> str:
    """Return which kind of button carries this."""
    return data.split(":", maxsplit=1)[0]


@cache
def shape_of(data: str) -> str:
    """Return a button without the ids it carries: what is pressed a few times only."""
    kind = BUTTONS[prefix_of(data)]
    fields = kind.unpack(data).model_dump()
    kept = {name: value for name, value in fields.items() if not name.endswith(("_id", "day", "code"))}
    return f"{kind.__prefix__} {kept}"


def _tolerable(call: Call, before: list[Call], after: list[Call]) -> bool:
    """Tell whether a refusal is one of the two that mean nothing.

    An edit that changes nothing is not followed by a new message in its place (`bot.ui.answers`); a spinner
    is stopped a second time only where it stands already.
    """
    if call.method == "editMessageText":
        return call.status == 400 and not any(one.method == "sendMessage" for one in after)
    same = [one for one in before if one.method == call.method and one.status == 200]
    return call.method == "answerCallbackQuery" and call.status == 400 and bool(same)
