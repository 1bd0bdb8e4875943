"""Screens of the ways in: invitation, consent, language, streams, help."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from zoneinfo import ZoneInfo

from aiogram.filters.callback_data import CallbackData
from babel.dates import format_date, format_time
from pydantic import AfterValidator

from bot.people.consent import PROCESSING, VERSIONS
from bot.people.model import Person, Visitor
from bot.programme.model import Stream
from bot.ui.access import ways_in
from bot.ui.assistants_buttons import HelpingButton
from bot.ui.callbacks import Id
from bot.ui.menu import sections_of
from bot.ui.paging import shortened
from bot.ui.screens import Rows, Screen, button
from bot.ui.streams import stream_label, stream_name
from bot.ui.texts import LANGUAGES, Markup, Texts, escape, texts_in

MOSCOW = ZoneInfo("Europe/Moscow")
"""Papers of the programmes are dated in Moscow time."""

NAME, ABOUT, PHONE = 140, 160, 90
"""Characters of a name, of a post with its municipality, and of a phone."""


class InvitationButton(CallbackData, prefix="in1"):
    """The answer to «Вы – …?»."""

    code: str
    mine: bool


class ConsentButton(CallbackData, prefix="cs1"):
    """The answer to a consent text of a version."""

    purpose: str
    version: int
    given: bool


def _spoken(locale: str) -> str:
    if locale not in LANGUAGES:
        raise ValueError(locale)
    return locale


class LanguageButton(CallbackData, prefix="ln1"):
    """A language to speak; a forged one that is not spoken here is no button of ours."""

    locale: Annotated[str, AfterValidator(_spoken)]


class StreamButton(CallbackData, prefix="st1"):
    """A stream to show from now on."""

    stream_id: Id


class StreamsButton(CallbackData, prefix="sl1"):
    """Opens the list of the person's streams."""


class HelpButton(CallbackData, prefix="hp1"):
    """Opens the help."""


def invitation_screen(texts: Texts, person: Person, code: str) -> Screen:
    """Ask «Вы – …?» before anything is bound."""
    name = shortened(person.full_name, NAME)
    about = ", ".join(part for part in (person.post, person.municipality) if part)
    question = (
        texts("invitation-question-post", name=name, post=shortened(about, ABOUT))
        if about
        else texts("invitation-question", name=name)
    )
    yes = button(texts.plain("invitation-yes"), InvitationButton(code=code, mine=True))
    no = button(texts.plain("invitation-no"), InvitationButton(code=code, mine=False))
    return Screen(_paragraphs(question, texts("invitation-hint")), [[yes], [no]])


def declined_screen(texts: Texts) -> Screen:
    """Say that nothing was bound."""
    return Screen(texts("invitation-declined"), _help_row(texts))


def consent_screen(texts: Texts) -> Screen:
    """Show the present consent text with its own two answers."""
    version = VERSIONS[PROCESSING]
    text = _paragraphs(texts("consent-processing-text", version=str(version)), texts("consent-request"))
    answers = [
        [button(texts.plain(key), ConsentButton(purpose=PROCESSING, version=version, given=given))]
        for key, given in (("consent-yes", True), ("consent-no", False))
    ]
    return Screen(text, answers)


def consent_refused_screen(texts: Texts) -> Screen:
    """Say what is left without consent, with the way back."""
    again = ConsentButton(purpose=PROCESSING, version=VERSIONS[PROCESSING], given=True)
    rows = [[button(texts.plain("consent-yes"), again)], *_help_row(texts)]
    return Screen(texts("consent-refused"), rows)


def consent_given_screen(texts: Texts, now: datetime) -> Screen:
    """Confirm the consent with its moment and version."""
    moment = now.astimezone(MOSCOW)
    day = format_date(moment.date(), "d MMMM y", locale=texts.locale)
    time = format_time(moment.time(), "HH:mm", locale=texts.locale)
    return Screen(texts("consent-given", day=day, time=time, version=str(VERSIONS[PROCESSING])), [])


def welcome(texts: Texts, visitor: Visitor, stream: Stream | None) -> Markup:
    """Greet somebody who has just come in."""
    if visitor.assistance is not None and visitor.person is not None:
        own, head = visitor.assistance.assistant.address_name, visitor.person.full_name
        return texts("assistants-welcome", name=shortened(own, NAME), head=shortened(head, NAME))
    if visitor.person is None or stream is None:
        return texts("welcome-administrator")
    name = shortened(visitor.person.address_name, NAME)
    return texts("welcome", name=name, stream=stream_name(texts, stream))


def outside_screen(texts: Texts, visitor: Visitor) -> Screen:
    """Explain to somebody who is not admitted how to come in."""
    if visitor.assistance is not None and visitor.person is not None and visitor.own_consented:
        closed = texts("assistants-closed", name=shortened(visitor.person.full_name, NAME))
        return Screen(closed, [[button(texts.plain("assistants-button-list"), HelpingButton())]])
    if visitor.person is not None and visitor.enrolments and not visitor.consented:
        return consent_screen(texts)
    if visitor.person is not None:
        return Screen(texts("left-stream"), _help_row(texts))
    return Screen(texts("stranger"), [*ways_in(texts), *_help_row(texts)])


def refusal_screen(texts: Texts, visitor: Visitor, sentence: str) -> Screen:
    """Say why not; who has no keyboard yet gets the way to the help."""
    return Screen(escape(sentence), [] if visitor.admitted else _help_row(texts))


def outside_words_screen(texts: Texts, sentence: Markup) -> Screen:
    """Say something to somebody who has no keyboard yet, with the way to the help."""
    return Screen(sentence, _help_row(texts))


def language_screen(texts: Texts) -> Screen:
    """Offer every language by its own name."""
    names = [
        button(texts_in(locale).plain("language-name"), LanguageButton(locale=locale)) for locale in LANGUAGES
    ]
    return Screen(texts("language-title"), [names])


def streams_screen(texts: Texts, streams: Sequence[Stream], current: Stream | None) -> Screen:
    """Offer the person's streams; the current one is ticked."""
    if not streams:
        return Screen(texts("streams-none"), [])
    if len(streams) == 1:
        return Screen(texts("streams-one", stream=stream_name(texts, streams[0])), [])
    rows = []
    for stream in streams:
        label = stream_label(texts, stream)
        if current is not None and stream.id == current.id:
            label = texts.plain("streams-current", title=label)
        rows.append([button(label, StreamButton(stream_id=stream.id))])
    return Screen(texts("streams-title"), rows)


def streams_rows(texts: Texts, visitor: Visitor) -> Rows:
    """Return the way to the other streams, for people who have several."""
    if not visitor.administrator and len(visitor.enrolments) < 2:
        return []
    return [[button(texts.plain("streams-button"), StreamsButton())]]


def ask_screen(texts: Texts, visitor: Visitor) -> Screen:
    """Show whom to call."""
    lines = _duty_lines(texts, visitor, "ask-duty") or [texts("ask-no-phone")]
    return Screen(_paragraphs(texts("ask-title"), "\n".join(lines), texts("ask-hint")), [])


def help_screen(texts: Texts, visitor: Visitor) -> Screen:
    """List exactly the commands this person may use, and the duty phones of the person's streams."""
    sections = sections_of(visitor)
    listed = []
    for section, names in sections:
        lines = [texts("help-line", command=name, about=texts.plain(f"command-{name}")) for name in names]
        if len(sections) > 1:
            lines.insert(0, texts(f"help-section-{section.value}"))
        listed.append("\n".join(lines))
    last = texts("help-words") if visitor.admitted else texts("help-closed")
    duty = "\n".join(_duty_lines(texts, visitor, "help-duty"))
    return Screen(_paragraphs(texts("help-title"), *listed, duty, last), [])


def _help_row(texts: Texts) -> Rows:
    return [[button(texts.plain("button-help"), HelpButton())]]


def _duty_lines(texts: Texts, visitor: Visitor, key: str) -> list[Markup]:
    return [
        texts(
            key,
            stream=stream_name(texts, enrolment.stream),
            phone=shortened(enrolment.stream.duty_phone, PHONE),
        )
        for enrolment in visitor.enrolments
        if enrolment.stream.duty_phone
    ]


def _paragraphs(*parts: str) -> Markup:
    return Markup("\n\n".join(part for part in parts if part))
