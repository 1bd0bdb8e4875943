"""What people make bold or link stays so on its way there and back, corrections too."""

import pytest

from bot.sandbox.botapi.persona import Persona
from bot.sandbox.botapi.records import Json
from tests.roster import Roster, write_roster
from tests.stage import Stage
from tests.support.groups import number_of_last, staff_chat

LINK = "https://example.org/map?a=1&b=2"


@pytest.fixture
async def roster(stage: Stage) -> Roster:
    return await write_roster(stage.database)


@pytest.fixture
async def olga(stage: Stage, roster: Roster) -> Persona:
    return await stage.enter("О-1")


@pytest.fixture
async def anna(stage: Stage, roster: Roster) -> Persona:
    return await stage.enter("Л-1")


def marked(message: Json) -> list[tuple[str, str, str]]:
    """Return kind, words and address of what is formatted in a message, the header's own left out."""
    words = message.get("text") or message.get("caption") or ""
    found = message.get("entities") or message.get("caption_entities") or []
    raw = words.encode("utf-16-le")
    spans = [
        (one["type"], raw[one["offset"] * 2 : (one["offset"] + one["length"]) * 2].decode("utf-16-le"), one)
        for one in found
    ]
    return [
        (kind, said, one.get("url", ""))
        for kind, said, one in spans
        if kind != "phone_number" and "опрос № " not in said and not said.startswith(("Ответ", "Исправ"))
    ]


def span(kind: str, text: str, part: str, **rest: str) -> Json:
    offset = len(text[: text.index(part)].encode("utf-16-le")) // 2
    return {"type": kind, "offset": offset, "length": len(part.encode("utf-16-le")) // 2, **rest}


async def test_formatting_goes_there_and_back_and_outlives_the_taking(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga)
    await anna.send("/ask")
    asked = "👍 Где <вход> & карта?"
    given = [span("bold", asked, "<вход>"), span("text_link", asked, "карта", url=LINK)]
    await stage.world.wait_confirmed(stage.world.say(anna.user, asked, entities=given))
    expected = [("bold", "<вход>", ""), ("text_link", "карта", LINK)]
    assert marked(stage.world.messages(chat)[-1]) == expected
    await olga.tap("Взять", chat=chat)
    assert marked(stage.world.messages(chat)[-1]) == expected
    said = "Вход со двора"
    words = [span("italic", said, "со двора")]
    reply = stage.world.say(olga.user, said, chat=chat, reply_to=number_of_last(stage, chat), entities=words)
    await stage.world.wait_confirmed(reply)
    assert marked(anna.messages()[-1]) == [("italic", "со двора", "")]


async def test_words_after_the_command_keep_their_formatting(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga)
    text = "/ask Где зал?"
    update = stage.world.say(anna.user, text, entities=[span("underline", text, "зал")])
    await stage.world.wait_confirmed(update)
    assert marked(stage.world.messages(chat)[-1]) == [("underline", "зал", "")]


async def test_a_correction_of_the_formatting_alone_is_passed_on_once(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga)
    await anna.send("/ask")
    await anna.send("Мне в 9:00 или в 10:00?")
    typed = next(one for one in anna.messages() if one.get("text") == "Мне в 9:00 или в 10:00?")
    text, number = typed["text"], typed["message_id"]
    bold = [span("bold", text, "10:00")]
    for _time in range(2):
        update = stage.world.edit(anna.user, anna.user, number, text, entities=bold)
        await stage.world.wait_confirmed(update)
    corrections = [one for one in stage.world.messages(chat) if one.get("text", "").startswith("Исправлено")]
    assert [marked(one) for one in corrections] == [[("bold", "10:00", "")]]


async def test_a_long_formatted_question_arrives_whole_and_formatted(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga)
    await anna.send("/ask")
    text = "слово " * 680
    whole = [{"type": "bold", "offset": 0, "length": len(text.rstrip())}]
    await stage.world.wait_confirmed(stage.world.say(anna.user, text, entities=whole))
    parts = [one for one in stage.world.messages(chat) if "слово" in one.get("text", "")]
    assert " ".join(one["text"].strip() for one in parts).split() == text.split()
    assert all([kind for kind, _said, _url in marked(one)] == ["bold"] for one in parts)
