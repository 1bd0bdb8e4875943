"""A stream of the two, with its organizers and some listeners, before a broadcast."""

from sqlalchemy import select, update

from bot.sandbox.botapi.persona import Persona
from db.broadcast_answers import answers
from db.engine import Tx
from db.notices import notices
from db.people import enrolments, people
from tests.stage import Stage


async def begun(olga: Persona, words: str = "Завтра сбор в 8:30", command: str = "/broadcast") -> None:
    """Send what is to go out."""
    await olga.send(command)
    await olga.send(words)


async def sent(stage: Stage, olga: Persona) -> None:
    """Confirm the draft that is shown, and wait until everything that is due has its fate."""
    await olga.tap(next(one for one in olga.all_buttons()[::-1] if one.startswith("Отправить: ")))
    await olga.tap(next(one for one in olga.all_buttons()[::-1] if one.startswith("Да, отправить")))
    await stage.delivered()


async def corrected(stage: Stage, olga: Persona, words: str) -> None:
    """Correct the broadcast that is shown, and wait until its readers have the new words."""
    await olga.tap("Исправить")
    await olga.send(words)
    await olga.tap("Да, исправить")
    await stage.delivered()


async def rows(stage: Stage, kind: str = "broadcast") -> list[tuple[str, str]]:
    """Return state and reason of the notices of a kind, in the order of ids."""
    chosen = select(notices.c.state, notices.c.reason).where(notices.c.kind == kind).order_by(notices.c.id)
    async with stage.database.read() as tx:
        return [(row.state, row.reason) for row in await tx.execute(chosen)]


async def answered(stage: Stage) -> list[int]:
    """Return the choices that were made."""
    async with stage.database.read() as tx:
        return [row.choice for row in await tx.execute(select(answers).order_by(answers.c.at))]


async def become_a_participant(tx: Tx, code: str) -> None:
    """Take the organizer's role from somebody who stays in the stream."""
    same = select(people.c.id).where(people.c.code == code).scalar_subquery()
    own = enrolments.c.person_id == same
    await tx.execute(update(enrolments).where(own).values(roles=["participant"]))


def heard(persona: Persona, words: str) -> int:
    """Count the messages in somebody's chat that say this."""
    return sum(words in (one.get("text") or one.get("caption") or "") for one in persona.messages())


def data_of(persona: Persona, label: str) -> str:
    """Return what the newest button with this label carries."""
    rows = (one.get("reply_markup", {}).get("inline_keyboard", []) for one in reversed(persona.messages()))
    found = (one["callback_data"] for keys in rows for row in keys for one in row if one["text"] == label)
    return str(next(found))


def board(olga: Persona) -> str:
    """Return what the newest message says that shows a broadcast, whoever has renewed it last."""
    said = (str(one.get("text", "")) for one in reversed(olga.messages()))
    return next(words for words in said if words.startswith("Рассылка:"))
