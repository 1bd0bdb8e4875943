"""Screens for strangers who come without a link, and for the organizers who let them in."""

from collections.abc import Sequence

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, KeyboardButton, ReplyKeyboardMarkup

from bot.people.access import AccessRequest
from bot.people.access_actions import Asked
from bot.people.model import Person
from bot.ui.callbacks import Id, PageNumber
from bot.ui.paging import LABEL, lines, page_of, page_rows, paragraphs, shortened
from bot.ui.screens import Rows, Screen, button
from bot.ui.streams import NAME
from bot.ui.texts import Markup, Texts

PAGE = 10
"""People of the roster on one screen."""


class PhoneButton(CallbackData, prefix="ap1"):
    """A stranger wants to come in by the own phone."""


class AskAccessButton(CallbackData, prefix="aa1"):
    """A stranger asks for access."""


class GrantButton(CallbackData, prefix="ag1"):
    """Lets a stranger in as somebody of the roster."""

    request_id: Id
    person_id: Id


class RefuseButton(CallbackData, prefix="ax1"):
    """Refuses a stranger."""

    request_id: Id


class CandidatesButton(CallbackData, prefix="ac1"):
    """Everybody whom the stranger may be, page by page."""

    request_id: Id
    page: PageNumber = 0


class RequestsButton(CallbackData, prefix="aq1"):
    """What waits for a decision."""


def ways_in(texts: Texts) -> Rows:
    """Return the two ways in for somebody without a link."""
    return [
        [button(texts.plain("access-button-phone"), PhoneButton())],
        [button(texts.plain("access-button-ask"), AskAccessButton())],
    ]


def phone_keyboard(texts: Texts) -> ReplyKeyboardMarkup:
    """Return the key that shares the own number (Bot API: private chats only)."""
    key = KeyboardButton(text=texts.plain("access-key-phone"), request_contact=True)
    return ReplyKeyboardMarkup(keyboard=[[key]], resize_keyboard=True, one_time_keyboard=True)


def request_screen(texts: Texts, asked: Asked) -> Screen:
    """Show an organizer who asks, and whom of the own streams it may be."""
    request = asked.request
    rows = [[_grant(texts, request, person)] for person in asked.suggested]
    hint = texts("access-suggested") if asked.suggested else texts("access-nobody-alike")
    return Screen(paragraphs(about(texts, request), hint), [*rows, *_other_ways(texts, request)])


def about(texts: Texts, request: AccessRequest) -> Markup:
    """Say who asks: own words, the name shown in the messenger, the phone if it is vouched for."""
    phone = texts("access-phone-vouched", phone=request.phone) if request.phone else ""
    return paragraphs(
        texts("access-request-title"),
        texts("access-request-words", words=request.words),
        lines(texts("access-shown-name", name=request.shown_name), phone),
    )


def candidates_screen(texts: Texts, request: AccessRequest, people: Sequence[Person], number: int) -> Screen:
    """Offer everybody who has not entered yet."""
    if not people:
        return Screen(
            paragraphs(about(texts, request), texts("access-nobody-left")), [_refuse(texts, request)]
        )
    page = page_of(people, number, PAGE)
    rows: Rows = [[_grant(texts, request, person)] for person in page.items]
    rows += page_rows(
        texts,
        page,
        CandidatesButton(request_id=request.id, page=max(page.number - 1, 0)),
        CandidatesButton(request_id=request.id, page=page.number + 1),
    )
    return Screen(paragraphs(about(texts, request), texts("access-whom")), [*rows, _refuse(texts, request)])


def granted_screen(texts: Texts, request: AccessRequest, person: Person) -> Screen:
    """Say to the organizer that the stranger was let in, and as whom."""
    granted = texts("access-granted", name=shortened(person.full_name, NAME))
    return Screen(paragraphs(about(texts, request), granted), [])


def refused_screen(texts: Texts, request: AccessRequest) -> Screen:
    """Say to the organizer that the stranger was refused."""
    return Screen(paragraphs(about(texts, request), texts("access-refused")), [])


def nothing_waits_screen(texts: Texts) -> Screen:
    """Say that nobody waits for a decision."""
    return Screen(texts("access-nothing-waits"), [])


def retry_screen(texts: Texts, sentence: Markup) -> Screen:
    """Say something to a stranger, with the ways in below."""
    return Screen(sentence, ways_in(texts))


def _grant(texts: Texts, request: AccessRequest, person: Person) -> InlineKeyboardButton:
    label = texts.plain("access-button-grant", name=person.full_name)
    return button(shortened(label, LABEL), GrantButton(request_id=request.id, person_id=person.id))


def _refuse(texts: Texts, request: AccessRequest) -> list[InlineKeyboardButton]:
    return [button(texts.plain("access-button-refuse"), RefuseButton(request_id=request.id))]


def _other_ways(texts: Texts, request: AccessRequest) -> Rows:
    others = button(texts.plain("access-button-others"), CandidatesButton(request_id=request.id))
    return [[others], _refuse(texts, request)]
