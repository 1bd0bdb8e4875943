"""Group chats for tests: made, joined by the bot, and tied to a stream by an organizer."""

from bot.sandbox.botapi.persona import Persona
from bot.ui.texts import texts_in
from tests.stage import Stage

RU = texts_in("ru").plain
STREAM = "Школа мэров, поток 5"


async def group_with_bot(stage: Stage, title: str, by: Persona, *others: Persona, basic: bool = False) -> int:
    """A group that somebody has just added the bot to."""
    members = [by.user, *(one.user for one in others)]
    chat = stage.world.add_group(title, members, supergroup=not basic)
    await stage.world.wait_confirmed(stage.world.add_bot_to_group(chat, by.user))
    return chat


async def staff_chat(stage: Stage, organizer: Persona, *others: Persona, basic: bool = False) -> int:
    """The staff chat of stream 5."""
    chat = await group_with_bot(stage, "Штаб", organizer, *others, basic=basic)
    await organizer.send("/bind", chat=chat)
    await organizer.tap(RU("groups-as-staff", stream=STREAM), chat=chat)
    return chat


async def stream_chat(stage: Stage, organizer: Persona, *others: Persona) -> int:
    """The group chat of stream 5."""
    chat = await group_with_bot(stage, "Поток 5", organizer, *others)
    await organizer.send("/bind", chat=chat)
    await organizer.tap(RU("groups-as-group", stream=STREAM), chat=chat)
    return chat


def words_in(stage: Stage, chat: int) -> list[str]:
    """Return what the bot has said in a chat, oldest first."""
    return [
        message.get("text") or message.get("caption") or ""
        for message in stage.world.messages(chat)
        if message["from"]["id"] == stage.world.bot_id
    ]


def shown_last(stage: Stage, chat: int) -> str:
    """Return the last thing the bot said in a chat."""
    return words_in(stage, chat)[-1]


def number_of_last(stage: Stage, chat: int) -> int:
    """Return the id of the last message of the bot in a chat."""
    own = [one for one in stage.world.messages(chat) if one["from"]["id"] == stage.world.bot_id]
    return int(own[-1]["message_id"])
