"""A person for tests: acts as in a messenger and waits until the bot has handled it."""

from collections.abc import Awaitable, Callable

from bot.sandbox.botapi.feed import Event
from bot.sandbox.botapi.gestures import inline_buttons
from bot.sandbox.botapi.records import Json
from bot.sandbox.botapi.world import PATIENCE_S, World


class Persona:
    """One person; every act clears what was seen before and ends when the bot has confirmed it.

    ``settled`` is awaited after each act, for bots that confirm before they answer.
    """

    def __init__(
        self,
        world: World,
        user: int,
        *,
        timeout: float = PATIENCE_S,
        settled: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self.world = world
        self.user = user
        self._timeout = timeout
        self._settled = settled
        self._seen: dict[tuple[int, int], None] = {}
        self._alerts: list[str] = []
        self._stop = world.feed.listen(self._notice)

    def close(self) -> None:
        """Stop watching."""
        self._stop()

    def _notice(self, event: Event) -> None:
        if event["kind"] in {"message", "edited"}:
            message = event["message"]
            mine = event.get("receiver") in {None, self.user} and self._mine(event["chat"])
            if mine and message["from"]["id"] == self.world.bot_id:
                key = event["chat"], number_of(message)
                self._seen.pop(key, None)
                self._seen[key] = None
        elif event["kind"] == "deleted":
            self._seen.pop((event["chat"], event["message_id"]), None)
        elif event["kind"] == "callback_answer" and event["user"] == self.user:
            self._alerts.append(event["text"])

    def _mine(self, chat: int) -> bool:
        return chat == self.user or self.user in self.world.chats[chat].members

    async def _act(self, act: Callable[[], int]) -> None:
        self._seen.clear()
        self._alerts.clear()
        await self.world.wait_confirmed(act(), self._timeout)
        if self._settled is not None:
            await self._settled()

    async def send(self, text: str, *, chat: int | None = None, reply_to: int | None = None) -> None:
        """Write a text, or a command."""
        await self._act(lambda: self.world.say(self.user, text, chat=chat, reply_to=reply_to))

    async def start(self, payload: str = "") -> None:
        """Press «Start», perhaps through a link."""
        await self._act(lambda: self.world.start(self.user, payload))

    async def tap(self, button_text: str, *, chat: int | None = None) -> None:
        """Tap the button with this text in the newest message that has it."""
        place = chat or self.user
        for message in reversed(self.messages(place)):
            for button in inline_buttons(message):
                if button["text"] == button_text and "callback_data" in button:
                    await self.press(button["callback_data"], message)
                    return
        raise AssertionError(f"no button says {button_text!r}; there are: {self.all_buttons(place)}")

    async def press(self, data: str, message: Json | None = None) -> None:
        """Tap a button by its data, also one that is gone; None means the last message."""
        target = message or self.last
        place, number = target["chat"]["id"], number_of(target)
        await self._act(lambda: self.world.tap(self.user, place, number, data, force=True))

    async def press_key(self, text: str, *, chat: int | None = None) -> None:
        """Press a key of the reply keyboard."""
        await self._act(lambda: self.world.press_key(self.user, text, chat=chat))

    async def share_contact(self, *, contact_of: int | None = None, phone: str | None = None) -> None:
        """Send a phone number, the own one by default."""
        await self._act(lambda: self.world.share_contact(self.user, contact_of=contact_of, phone=phone))

    async def share_location(self, latitude: float, longitude: float) -> None:
        """Send a point on the map."""
        await self._act(lambda: self.world.share_location(self.user, latitude, longitude))

    async def send_file(
        self, kind: str, name: str, mime: str, data: bytes, *, caption: str = "", chat: int | None = None
    ) -> None:
        """Send a file."""
        await self._act(
            lambda: self.world.send_file(self.user, kind, name, mime, data, caption=caption, chat=chat)
        )

    async def edit(self, message_id: int, text: str, *, chat: int | None = None) -> None:
        """Change an own message."""
        await self._act(lambda: self.world.edit(self.user, chat or self.user, message_id, text))

    async def block(self) -> None:
        """Block the bot."""
        await self._act(lambda: self.world.block(self.user))

    async def unblock(self) -> None:
        """Unblock the bot."""
        await self._act(lambda: self.world.unblock(self.user))

    def messages(self, chat: int | None = None) -> list[Json]:
        """Return a chat as this person sees it, oldest first."""
        return self.world.messages(chat or self.user, viewer=self.user)

    @property
    def replies(self) -> list[Json]:
        """Return the bot's messages sent or edited since the last act, in that order."""
        by_key = {
            (chat, number_of(message)): message
            for chat in {chat for chat, _ in self._seen}
            for message in self.messages(chat)
        }
        return [by_key[key] for key in self._seen if key in by_key]

    @property
    def last(self) -> Json:
        """Return the newest thing the bot said: since the last act, or else in the private chat."""
        if replies := self.replies:
            return replies[-1]
        for message in reversed(self.messages()):
            if message["from"]["id"] == self.world.bot_id:
                return message
        raise AssertionError("the bot has said nothing yet")

    @property
    def text(self) -> str:
        """Return all words on the screen: texts and captions since the last act, or the last message."""
        shown = self.replies or [self.last]
        return "\n".join(message.get("text") or message.get("caption") or "" for message in shown)

    def shows(self, text: str) -> bool:
        """Tell whether the words are on the screen."""
        return text in self.text

    def sees(self, text: str) -> bool:
        """Return True when the words are on the screen; raise AssertionError otherwise."""
        if not self.shows(text):
            raise AssertionError(f"{text!r} is not on the screen:\n{self.text}")
        return True

    def buttons(self, message: Json | None = None) -> list[list[str]]:
        """Return the texts of inline buttons, row by row: of a message, or of the last one."""
        rows = (message or self.last).get("reply_markup", {}).get("inline_keyboard", [])
        return [[button["text"] for button in row] for row in rows]

    def all_buttons(self, chat: int | None = None) -> list[str]:
        """Return the texts of all inline buttons in a chat."""
        return [button["text"] for message in self.messages(chat) for button in inline_buttons(message)]

    def alerts(self) -> list[str]:
        """Return the texts of the callback answers since the last act (empty ones included)."""
        return list(self._alerts)

    def keyboard(self, chat: int | None = None) -> list[list[str]] | None:
        """Return the texts of the reply keyboard, None when there is none."""
        shown = self.world.reply_keyboard(chat or self.user, self.user)
        return [[key["text"] for key in row] for row in shown["keyboard"]] if shown else None

    def commands(self, chat: int | None = None) -> list[str]:
        """Return the names in the command menu."""
        return [command["command"] for command in self.world.commands_for(self.user, chat or self.user)]


def number_of(message: Json) -> int:
    """Return a message's number in its chat; an ephemeral one counts below zero."""
    number: int = message["message_id"] or -message["ephemeral_message_id"]
    return number
