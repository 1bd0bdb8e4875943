"""Coming in without a link: the own phone, a request to the organizers, their decision."""

from contextlib import suppress

from aiogram import Bot, F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.exceptions import TelegramAPIError
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message, ReplyKeyboardRemove, TelegramObject, User

from bot.people import access_actions as actions
from bot.people.access import RequestState
from bot.people.access_actions import Asked, Decision
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.ui import access as screens
from bot.ui.answers import say, show, stop_spinner
from bot.ui.filters import Fits, PlainText, Private
from bot.ui.people import invitation_screen, outside_words_screen
from bot.ui.screens import Screen
from bot.ui.texts import Texts, texts_in
from db.engine import Database


class Stranger(Filter):
    """Lets through only accounts that belong to nobody of the roster and to no administrator."""

    async def __call__(self, _event: TelegramObject, visitor: Visitor) -> bool:
        """Tell whether the visitor is a stranger."""
        return visitor.person is None and not visitor.administrator


def make_router() -> Router:
    """Handle strangers' ways in, and the decisions of organizers; the actions refuse everybody else."""
    router = Router(name="access")
    router.message.filter(Private(), Stranger())
    router.message.register(on_contact, Fits(F.contact))
    router.message.register(on_words, PlainText())
    router.callback_query.register(on_phone, screens.PhoneButton.filter())
    router.callback_query.register(on_ask, screens.AskAccessButton.filter())
    router.callback_query.register(on_grant, screens.GrantButton.filter())
    router.callback_query.register(on_refuse, screens.RefuseButton.filter())
    router.callback_query.register(on_candidates, screens.CandidatesButton.filter())
    router.callback_query.register(on_requests, screens.RequestsButton.filter())
    return router


async def on_phone(query: CallbackQuery, texts: Texts) -> None:
    """Offer the key that shares the own number."""
    await say(query, texts("access-phone-prompt"), screens.phone_keyboard(texts))


async def on_contact(message: Message, visitor: Visitor, texts: Texts, db: Database, clock: Clock) -> None:
    """Take the own number only, as the messenger vouches for it; ask «Вы – …?» or go on to a request."""
    contact = message.contact
    if contact is None or contact.user_id != visitor.user_id:
        await show(message, screens.retry_screen(texts, texts("access-phone-foreign")))
        return
    invited = await actions.come_by_phone(db, clock, visitor, contact.phone_number)
    key = "access-phone-unknown" if invited is None else "access-phone-found"
    await message.answer(texts(key), reply_markup=ReplyKeyboardRemove())
    if invited is not None:
        await show(message, invitation_screen(texts, invited.person, invited.code))
    else:
        await show(message, outside_words_screen(texts, texts("access-write")))


async def on_ask(query: CallbackQuery, visitor: Visitor, texts: Texts, db: Database, clock: Clock) -> None:
    """Ask for the words, or say that the organizers have them."""
    state = await actions.begin_request(db, clock, visitor)
    sentence = texts("access-waiting" if state is RequestState.OPEN else "access-write")
    await say(query, sentence, outside_words_screen(texts, sentence).markup)


async def on_words(
    message: Message, bot: Bot, visitor: Visitor, texts: Texts, db: Database, clock: Clock
) -> None:
    """Take a request in words; strangers who asked for nothing go on to the explanation."""
    standing = await actions.standing(db, clock, visitor)
    if standing is None or standing.request.state is RequestState.REFUSED:
        raise SkipHandler
    if standing.invited is not None:
        await show(message, invitation_screen(texts, standing.invited.person, standing.invited.code))
    else:
        shown = _shown_name(message.from_user)
        seen = await actions.hand_in(db, clock, visitor, message.text or "", shown)
        await show(message, outside_words_screen(texts, texts("access-sent")))
        for asked in seen:
            await _tell(bot, asked)


async def on_grant(
    query: CallbackQuery,
    callback_data: screens.GrantButton,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Let the stranger in and tell both."""
    request_id, person_id = callback_data.request_id, callback_data.person_id
    decision = await actions.grant(db, clock, visitor, request_id, person_id)
    if decision.invited is not None:
        await show(query, screens.granted_screen(texts, decision.request, decision.invited.person))
    await _tell_stranger(bot, decision)


async def on_refuse(
    query: CallbackQuery,
    callback_data: screens.RefuseButton,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Refuse the stranger and tell both."""
    decision = await actions.refuse(db, clock, visitor, callback_data.request_id)
    await show(query, screens.refused_screen(texts, decision.request))
    await _tell_stranger(bot, decision)


async def on_candidates(
    query: CallbackQuery,
    callback_data: screens.CandidatesButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Offer everybody who has not entered."""
    request, people = await actions.candidates(db, clock, visitor, callback_data.request_id)
    await show(query, screens.candidates_screen(texts, request, people, callback_data.page))


async def on_requests(
    query: CallbackQuery, visitor: Visitor, texts: Texts, db: Database, clock: Clock
) -> None:
    """Show again whatever waits for a decision."""
    waiting = await actions.open_requests(db, clock, visitor)
    if not waiting:
        await show(query, screens.nothing_waits_screen(texts))
        return
    await stop_spinner(query)
    for asked in waiting:
        screen = screens.request_screen(texts, asked)
        if query.message is not None:
            await query.message.answer(screen.text, reply_markup=screen.markup)


async def _tell(bot: Bot, asked: Asked) -> None:
    await _send(bot, asked.chat_id, screens.request_screen(texts_in(asked.locale), asked))


async def _tell_stranger(bot: Bot, decision: Decision) -> None:
    texts = texts_in(decision.request.locale)
    if decision.invited is None:
        told = screens.retry_screen(texts, texts("access-told-refused"))
    else:
        told = invitation_screen(texts, decision.invited.person, decision.invited.code)
        await _send(bot, decision.request.chat_id, Screen(texts("access-told-granted"), []))
    await _send(bot, decision.request.chat_id, told)


async def _send(bot: Bot, chat_id: int, screen: Screen) -> None:
    """Send to somebody else than who tapped; the request stays in the database, so nothing is lost."""
    with suppress(TelegramAPIError):
        await bot.send_message(chat_id, screen.text, reply_markup=screen.markup)


def _shown_name(user: User | None) -> str:
    if user is None:
        return ""
    return f"{user.full_name} (@{user.username})" if user.username else user.full_name
