"""How letters between a mentor and a team are brought, and that one could not be."""

from collections.abc import Sequence
from datetime import datetime

from bot.mentoring.correspondence import CAPTION, LETTER, PART, UNREACHED, Kind
from bot.mentoring.correspondence_actions import LetterFacts, UnreachedFacts, letters_told, unreached_told
from bot.mentoring.mentorships import Side
from bot.notices.model import Notice
from bot.ui.formatting import formatted, formatted_parts
from bot.ui.mentoring.life_buttons import AnswerLetterButton
from bot.ui.mentoring.meeting_words import TITLE
from bot.ui.notices.letter import Facts, Letter, Media, Presenter
from bot.ui.paging import paragraphs, shortened
from bot.ui.screens import button
from bot.ui.texts import Markup, Texts, escape
from db.engine import Tx

QUOTED = 120

WHY = frozenset({"unreachable", "left", "not-entered", "no-consent"})
"""The reasons that are told in their own words."""


async def read(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read the letters as they are now."""
    return await letters_told(tx, now, notices)


async def read_unreached(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read which letter did not reach whom."""
    return await unreached_told(tx, now, notices)


def write(texts: Texts, facts: LetterFacts, _now: datetime) -> Letter:
    """Bring one message of a letter: who writes, the words or the file, and the way to answer."""
    written, last = facts.letter.written, facts.part == facts.letter.parts - 1
    head = _head(texts, facts)
    rows = [[button(texts.plain("letters-button-answer"), AnswerLetterButton(letter_id=facts.letter.id))]]
    shown = rows if last else []
    if written.kind is Kind.TEXT:
        return Letter(paragraphs(head if not facts.part else "", _words(facts, facts.part)), shown)
    if facts.part == 0:
        whole = len(written.text) <= CAPTION
        words = formatted(written.text, written.entities) if whole else Markup("")
        caption = paragraphs(head, words)
        return Letter(caption, shown, media=(Media(written.kind.value, written.file_id, caption),))
    return Letter(_words(facts, facts.part - 1), shown)


def write_unreached(texts: Texts, facts: UnreachedFacts, _now: datetime) -> Letter:
    """Tell the author whom the letter did not reach, and why."""
    said = shortened(facts.letter.written.text, QUOTED)
    head = texts("letters-unreached", name=shortened(facts.reader.full_name, TITLE))
    why = texts(f"letters-why-{facts.why if facts.why in WHY else 'other'}")
    return Letter(paragraphs(head, why, texts("letters-quoted", words=said) if said else ""))


def _words(facts: LetterFacts, number: int) -> Markup:
    """Return the words of one message; the last one takes whatever is left."""
    written = facts.letter.written
    pieces = formatted_parts(written.text, written.entities, PART)
    texts_only = facts.letter.parts - (0 if written.kind is Kind.TEXT else 1)
    if number < texts_only - 1:
        return pieces[number]
    return Markup("".join(pieces[number:]))


def _head(texts: Texts, facts: LetterFacts) -> Markup:
    name = facts.author.full_name if facts.author else texts.plain("letters-somebody")
    through = texts.plain("letters-through", name=shortened(facts.through, TITLE)) if facts.through else ""
    how = "edited" if facts.edited else "from"
    if facts.letter.side is Side.MENTOR:
        return texts(f"letters-{how}-mentor", name=shortened(name, TITLE))
    team = shortened(facts.one.team, TITLE)
    return texts(f"letters-{how}-team", name=shortened(name, TITLE), team=team, through=escape(through))


PRESENTERS = {
    LETTER.name: Presenter(read, write),
    UNREACHED.name: Presenter(read_unreached, write_unreached),
}
