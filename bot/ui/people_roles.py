"""Screens of the roles of a person: what they are in a stream, and the question before a change."""

from aiogram.filters.callback_data import CallbackData

from bot.people.model import Role
from bot.people.role_actions import IN_STREAM
from bot.people.roster import Part, PersonCard
from bot.shared.errors import NotAllowed
from bot.ui.callbacks import Id
from bot.ui.paging import LABEL, paragraphs, shortened
from bot.ui.people_buttons import PersonButton
from bot.ui.screens import Rows, Screen, button
from bot.ui.streams import NAME, stream_name
from bot.ui.texts import Texts


class RolesButton(CallbackData, prefix="ph1"):
    """The roles of a person in a stream."""

    person_id: Id
    stream_id: Id


class RoleButton(CallbackData, prefix="pg1"):
    """Gives or takes a role; `sure` answers the question before it."""

    person_id: Id
    stream_id: Id
    role: Role
    give: bool
    sure: bool = False


class AppointButton(CallbackData, prefix="pa1"):
    """Makes a person an administrator or takes it back; `sure` answers the question before it."""

    person_id: Id
    give: bool
    sure: bool = False


def roles_screen(texts: Texts, card: PersonCard, stream_id: int) -> Screen:
    """Show every role there is in a stream; those the person has are ticked."""
    part = _part(card, stream_id)
    rows: Rows = []
    for role in IN_STREAM:
        has = role in part.roles
        data = RoleButton(person_id=card.person.id, stream_id=stream_id, role=role, give=not has)
        name = role_name(texts, role)
        rows.append([button(texts.plain("people-role-has", role=name) if has else name, data)])
    rows.append([button(texts.plain("people-button-back"), PersonButton(person_id=card.person.id))])
    title = texts("people-roles", name=_name(card), stream=stream_name(texts, part.stream))
    return Screen(paragraphs(title, texts("people-roles-hint")), rows)


def role_question(texts: Texts, card: PersonCard, data: RoleButton) -> Screen:
    """Ask before a role is given or taken."""
    stream = stream_name(texts, _part(card, data.stream_id).stream)
    key = "people-ask-give" if data.give else "people-ask-take"
    question = texts(key, role=role_name(texts, data.role), name=_name(card), stream=stream)
    sure = texts.plain("people-sure-give" if data.give else "people-sure-take")
    back = RolesButton(person_id=data.person_id, stream_id=data.stream_id)
    rows = [
        [button(sure, data.model_copy(update={"sure": True}))],
        [button(texts.plain("people-button-no"), back)],
    ]
    return Screen(question, rows)


def appoint_question(texts: Texts, card: PersonCard, data: AppointButton) -> Screen:
    """Ask before somebody becomes an administrator or is one no more."""
    question = texts("people-ask-appoint" if data.give else "people-ask-dismiss", name=_name(card))
    sure = texts.plain("people-sure-give" if data.give else "people-sure-take")
    rows = [
        [button(sure, data.model_copy(update={"sure": True}))],
        [button(texts.plain("people-button-no"), PersonButton(person_id=data.person_id))],
    ]
    return Screen(question, rows)


def roles_rows(texts: Texts, card: PersonCard) -> Rows:
    """Return the ways from a card to the roles in each stream, and for administrators to theirs."""
    rows: Rows = []
    for part in card.parts:
        if not part.left(card.today):
            room = LABEL - len(texts.plain("people-button-roles", stream=""))
            label = texts.plain("people-button-roles", stream=shortened(part.stream.title, room))
            data = RolesButton(person_id=card.person.id, stream_id=part.stream.id)
            rows.append([button(label, data)])
    if card.by_administrator and card.account is not None and card.account.consented_at is not None:
        give = not card.account.appointed
        key = "people-button-appoint" if give else "people-button-dismiss"
        rows.append([button(texts.plain(key), AppointButton(person_id=card.person.id, give=give))])
    return rows


def role_name(texts: Texts, role: Role) -> str:
    """Name a role."""
    return texts.plain(f"role-{role.value.replace('_', '-')}")


def _part(card: PersonCard, stream_id: int) -> Part:
    found = next((part for part in card.parts if part.stream.id == stream_id), None)
    if found is None or found.left(card.today):
        raise NotAllowed
    return found


def _name(card: PersonCard) -> str:
    return shortened(card.person.full_name, NAME)
