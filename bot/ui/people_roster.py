"""Screens of /people: the list, a person's card, and the question before every deed."""

from aiogram.types import InlineKeyboardButton

from bot.people.assistants import may_have
from bot.people.invitations import link
from bot.people.model import Person
from bot.people.roster import Part, PersonCard
from bot.people.roster_actions import Found
from bot.ui.access import RequestsButton
from bot.ui.assistants_buttons import AssistantsButton
from bot.ui.dates import day_words
from bot.ui.invite import last_day
from bot.ui.notices_buttons import PersonNoticesButton
from bot.ui.paging import LABEL, lines, page_of, page_rows, paragraphs, shortened
from bot.ui.people_buttons import Deed, DeedButton, PeopleButton, PersonButton
from bot.ui.people_roles import role_name, roles_rows
from bot.ui.screens import Rows, Screen, button
from bot.ui.streams import NAME, stream_name
from bot.ui.texts import Markup, Texts

PAGE = 10
"""People on one screen."""
FACT = 300
"""Characters of a post, a place, a phone on a card."""
MOST_FOUND = 20
"""People that fit the words: more are named by their number only."""


def people_screen(texts: Texts, found: Found, number: int) -> Screen:
    """Show everybody page by page."""
    page = page_of(found.people, number, PAGE)
    rows: Rows = [_person_row(person) for person in page.items]
    rows += page_rows(
        texts, page, PeopleButton(page=max(page.number - 1, 0)), PeopleButton(page=page.number + 1)
    )
    if found.waiting:
        label = texts.plain("people-button-waiting", count=found.waiting)
        rows.append([button(label, RequestsButton())])
    title = texts("people-title", count=len(found.people))
    return Screen(paragraphs(title, texts("people-hint")), rows)


def found_screen(texts: Texts, found: Found, words: str) -> Screen:
    """Show who fits the words."""
    everybody = [button(texts.plain("people-button-all"), PeopleButton())]
    if not found.people:
        return Screen(paragraphs(texts("people-nobody", words=words), texts("people-hint")), [everybody])
    shown = found.people[:MOST_FOUND]
    more = texts("people-more", shown=str(len(shown))) if len(found.people) > len(shown) else ""
    text = paragraphs(texts("people-found", words=words, count=len(found.people)), more)
    return Screen(text, [*(_person_row(person) for person in shown), everybody])


def card_screen(
    texts: Texts, card: PersonCard, code: str = "", bot_username: str = "", been: Markup | str = ""
) -> Screen:
    """Show a person; with a code, the new link too; `been` tells of excursions."""
    person = card.person
    facts = lines(
        _fact(texts, "people-post", person.post),
        _fact(texts, "people-municipality", ", ".join(filter(None, (person.municipality, person.region)))),
        _fact(texts, "people-phone", person.phone),
        _fact(texts, "people-code", person.code),
    )
    parts = [_part(texts, part, card) for part in card.parts]
    issued = texts("people-new-link", link=link(bot_username, code)) if code else ""
    title = texts("people-name", name=shortened(person.full_name, NAME))
    return Screen(paragraphs(title, facts, *parts, _account(texts, card), been, issued), _deeds(texts, card))


def question_screen(texts: Texts, card: PersonCard, data: DeedButton) -> Screen:
    """Ask before a deed, and say what it means."""
    stream = next((part.stream for part in card.parts if part.stream.id == data.stream_id), None)
    named = "" if stream is None else stream_name(texts, stream)
    name = shortened(card.person.full_name, NAME)
    question = texts(f"people-ask-{data.deed.value}", name=name, stream=named)
    sure = data.model_copy(update={"sure": True})
    back = PersonButton(person_id=card.person.id)
    rows = [
        [button(texts.plain(f"people-sure-{data.deed.value}"), sure)],
        [button(texts.plain("people-button-no"), back)],
    ]
    return Screen(question, rows)


def _person_row(person: Person) -> list[InlineKeyboardButton]:
    about = f"{person.full_name}, {person.municipality}" if person.municipality else person.full_name
    return [button(shortened(about, LABEL), PersonButton(person_id=person.id))]


def _fact(texts: Texts, key: str, value: str) -> Markup | str:
    return texts(key, value=shortened(value, FACT)) if value else ""


def _part(texts: Texts, part: Part, card: PersonCard) -> Markup:
    roles = ", ".join(role_name(texts, role) for role in part.roles)
    left = texts("people-left", day=day_words(texts, part.left_on)) if part.left_on else ""
    return lines(
        texts("people-part", stream=stream_name(texts, part.stream), roles=roles),
        _fact(texts, "people-group", part.group),
        _fact(texts, "people-direction", part.direction),
        _fact(texts, "people-team", part.team),
        left if part.left(card.today) else "",
    )


def _account(texts: Texts, card: PersonCard) -> Markup:
    account = card.account
    if account is None:
        if card.link_until is None:
            return texts("people-outside")
        return texts("people-outside-link", day=last_day(texts, card.link_until))
    if account.consented_at is None:
        return texts("people-without-consent")
    reached = texts("people-entered") if account.reachable else texts("people-blocked")
    return lines(reached, texts("people-administrator") if account.appointed else "")


def _deeds(texts: Texts, card: PersonCard) -> Rows:
    rows: Rows = []
    person_id = card.person.id

    def offer(deed: Deed, part: Part | None = None) -> None:
        data = DeedButton(deed=deed, person_id=person_id, stream_id=part.stream.id if part else 0)
        key = f"people-button-{deed.value}"
        room = LABEL - len(texts.plain(key, stream=""))
        name = shortened(part.stream.title, room) if part else ""
        rows.append([button(texts.plain(key, stream=name), data)])

    if not card.own:
        if any(not part.left(card.today) and may_have(frozenset(part.roles)) for part in card.parts):
            rows.append([button(texts.plain("assistants-button-list"), AssistantsButton(head_id=person_id))])
        if card.account is not None:
            offer(Deed.UNBIND)
        elif not all(part.left(card.today) for part in card.parts):
            offer(Deed.LINK)
        rows += roles_rows(texts, card)
        for part in card.parts:
            offer(Deed.TAKE_BACK if part.left(card.today) else Deed.LET_GO, part)
    noticed = PersonNoticesButton(person_id=person_id)
    rows.append([button(texts.plain("notices-list-button-notices"), noticed)])
    rows.append([button(texts.plain("people-button-all"), PeopleButton())])
    return rows
