"""/people: whom the organizers look after."""

from contextlib import suppress

from aiogram import Bot, Router
from aiogram.exceptions import TelegramAPIError
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.excursions import attendance_actions
from bot.notices.planning import Planning
from bot.people import role_actions
from bot.people import roster_actions as actions
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.ui import people_roster as screens
from bot.ui.answers import show
from bot.ui.excursions.attendance import visits_words
from bot.ui.filters import Admitted, Private
from bot.ui.people_buttons import Deed, DeedButton, PeopleButton, PersonButton
from bot.ui.people_roles import (
    AppointButton,
    RoleButton,
    RolesButton,
    appoint_question,
    role_question,
    roles_screen,
)
from bot.ui.texts import Texts, texts_in
from db.engine import Database
from handlers.invite import username


def make_router() -> Router:
    """Handle organizers; the actions refuse everybody else."""
    router = Router(name="people-roster")
    router.message.filter(Private(), Admitted())
    router.callback_query.filter(Admitted())
    router.message.register(on_people, Command("people"))
    router.callback_query.register(on_page, PeopleButton.filter())
    router.callback_query.register(on_person, PersonButton.filter())
    router.callback_query.register(on_deed, DeedButton.filter())
    router.callback_query.register(on_roles, RolesButton.filter())
    router.callback_query.register(on_role, RoleButton.filter())
    router.callback_query.register(on_appoint, AppointButton.filter())
    return router


async def on_people(
    message: Message, command: CommandObject, visitor: Visitor, texts: Texts, db: Database, clock: Clock
) -> None:
    """Find people by words, or list everybody."""
    words = (command.args or "").strip()[:100]
    found = await actions.find(db, clock, visitor, words)
    screen = screens.found_screen(texts, found, words) if words else screens.people_screen(texts, found, 0)
    await show(message, screen)


async def on_page(
    query: CallbackQuery,
    callback_data: PeopleButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Turn a page."""
    found = await actions.find(db, clock, visitor)
    await show(query, screens.people_screen(texts, found, callback_data.page))


async def on_person(
    query: CallbackQuery,
    callback_data: PersonButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show a person."""
    card = await actions.card(db, clock, visitor, callback_data.person_id)
    visits = await attendance_actions.visits(db, clock, visitor, callback_data.person_id)
    await show(query, screens.card_screen(texts, card, been=visits_words(texts, visits)))


async def on_deed(
    query: CallbackQuery,
    callback_data: DeedButton,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Ask first; do it when sure, and show the card as it is then."""
    person_id, stream_id = callback_data.person_id, callback_data.stream_id
    if not callback_data.sure:
        card = await actions.card(db, clock, visitor, person_id)
        await show(query, screens.question_screen(texts, card, callback_data))
        return
    code = ""
    if callback_data.deed is Deed.UNBIND:
        card, account = await actions.unbind(db, clock, visitor, person_id)
        with suppress(TelegramAPIError):  # the account may have blocked the bot: it is untied all the same
            await bot.send_message(account.chat_id, texts_in(account.locale)("people-told-unbound"))
    elif callback_data.deed is Deed.LINK:
        card, code = await actions.link_anew(db, clock, visitor, person_id)
    elif callback_data.deed is Deed.LET_GO:
        card = await actions.let_go(db, clock, planning, visitor, person_id, stream_id)
    else:
        card = await actions.take_back(db, clock, visitor, person_id, stream_id)
    await show(query, screens.card_screen(texts, card, code, await username(bot)))


async def on_roles(
    query: CallbackQuery,
    callback_data: RolesButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show what a person is in a stream."""
    card = await actions.card(db, clock, visitor, callback_data.person_id)
    await show(query, roles_screen(texts, card, callback_data.stream_id))


async def on_role(
    query: CallbackQuery,
    callback_data: RoleButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Ask first; give or take a role when sure, and show the roles as they are then."""
    person_id, stream_id, role = callback_data.person_id, callback_data.stream_id, callback_data.role
    if not callback_data.sure:
        card = await actions.card(db, clock, visitor, person_id)
        await show(query, role_question(texts, card, callback_data))
        return
    give = callback_data.give
    card = await role_actions.change_role(db, clock, planning, visitor, person_id, stream_id, role, give)
    await show(query, roles_screen(texts, card, stream_id))


async def on_appoint(
    query: CallbackQuery,
    callback_data: AppointButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Ask first; make somebody an administrator when sure, or take it back."""
    person_id, give = callback_data.person_id, callback_data.give
    if not callback_data.sure:
        card = await actions.card(db, clock, visitor, person_id)
        await show(query, appoint_question(texts, card, callback_data))
        return
    card = await role_actions.appoint(db, clock, visitor, person_id, give)
    await show(query, screens.card_screen(texts, card))
