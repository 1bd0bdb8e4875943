"""Screens of writing to the other side of a mentorship."""

from datetime import datetime

from bot.mentoring.correspondence import names
from bot.mentoring.correspondence_actions import Sent
from bot.mentoring.mentorships import Side
from bot.mentoring.standing_actions import Standing
from bot.ui.mentoring.life_buttons import LifeButton
from bot.ui.mentoring.meeting_words import TITLE, moment_words
from bot.ui.mentoring.teams import other_name
from bot.ui.paging import LABEL, lines, paragraphs, shortened
from bot.ui.screens import Rows, Screen, button
from bot.ui.texts import Markup, Texts

NAMES = 300


def write_screen(texts: Texts, me: Standing) -> Screen:
    """Ask for the letter."""
    head = texts(f"letters-ask-{me.side.other}", other=other_name(texts, me.one, me.side))
    return Screen(paragraphs(head, texts("letters-ask-hint")), _card(texts, me))


def answer_screen(texts: Texts, me: Standing, name: str) -> Screen:
    """Ask for the answer to somebody's letter."""
    head = texts("letters-answer", name=shortened(name, TITLE))
    return Screen(paragraphs(head, texts("letters-ask-hint")), _card(texts, me))


def sent_screen(texts: Texts, sent: Sent, now: datetime) -> Screen:
    """Say to whom a letter goes and whom it cannot reach."""
    return Screen(lines(_head(texts, sent, now), *_unreached(texts, sent)), _card(texts, sent.me))


def _head(texts: Texts, sent: Sent, now: datetime) -> Markup:
    if not sent.readers:
        return texts("letters-nobody", other=other_name(texts, sent.me.one, sent.me.side))
    whom = (
        texts.plain("letters-whole-team", team=shortened(sent.me.one.team, TITLE), count=len(sent.readers))
        if sent.me.side is Side.MENTOR and sent.letter.to_id is None
        else shortened(names(sent.readers), NAMES)
    )
    if sent.held_until is None:
        return texts("letters-sent", whom=whom)
    return texts("letters-held", whom=whom, when=moment_words(texts, sent.held_until, sent.me.zone, now))


def _unreached(texts: Texts, sent: Sent) -> list[Markup]:
    found = []
    if sent.blocked:
        found.append(texts("letters-blocked", names=shortened(names(sent.blocked), NAMES)))
    if sent.outside:
        found.append(texts("letters-outside", names=shortened(names(sent.outside), NAMES)))
    return found


def _card(texts: Texts, me: Standing) -> Rows:
    label = texts.plain("teams-button-card", other=other_name(texts, me.one, me.side))
    return [[button(shortened(label, LABEL), LifeButton(mentorship_id=me.one.id))]]
