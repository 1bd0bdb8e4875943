"""/programme: the settings of a programme, read and changed by its organizers."""

from dataclasses import dataclass
from typing import Any

from aiogram import Router
from aiogram.filters import Command, Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.programme.setting import SettingRegistry
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, OutOfDate, Refusal
from bot.tuning import actions
from bot.ui import programme as screens
from bot.ui.answers import show
from bot.ui.filters import Admitted, PlainText, Private
from bot.ui.menu import is_organizer
from bot.ui.texts import Texts
from db.engine import Database
from handlers.text_entry import await_typed, stop_awaiting


@dataclass(frozen=True, slots=True)
class Meant:
    """Which setting's value is awaited."""

    programme_id: int
    code: str


class ValueAwaited(Filter):
    """Lets through what an organizer types for a setting; asks the database for nobody else."""

    async def __call__(self, _message: Message, visitor: Visitor, state: FSMContext) -> bool | dict[str, Any]:
        """Hand on which setting is meant."""
        if not is_organizer(visitor) or await state.get_state() != actions.AWAITED:
            return False
        data = await state.get_data()
        return {"meant": Meant(int(data.get("programme_id", 0)), str(data.get("code", "")))}


def make_router() -> Router:
    """Handle organizers; the actions refuse everybody else."""
    router = Router(name="programme")
    router.message.filter(Private(), Admitted())
    router.callback_query.filter(Private(), Admitted())
    router.message.register(on_programme, Command("programme"))
    router.callback_query.register(on_card, screens.ProgrammeButton.filter())
    router.callback_query.register(on_setting, screens.SettingButton.filter())
    router.callback_query.register(on_value, screens.ValueButton.filter())
    router.callback_query.register(on_default, screens.DefaultButton.filter())
    router.callback_query.register(on_other, screens.TypeButton.filter())
    return router


def make_entry_router() -> Router:
    """Handle a value that was asked for and typed: after commands and keys, before words of the timetable."""
    router = Router(name="programme-entry")
    router.message.filter(Private(), Admitted(), PlainText())
    router.message.register(on_typed, ValueAwaited())
    return router


async def on_programme(
    message: Message,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
    settings: SettingRegistry,
) -> None:
    """Show the settings where one programme is organized, otherwise ask which; no value is awaited more."""
    await stop_awaiting(state, actions.AWAITED)
    programmes = await actions.programmes(db, clock, visitor)
    if len(programmes) != 1:
        await show(message, screens.choose_screen(texts, programmes))
        return
    card = await actions.look(db, clock, visitor, programmes[0].id)
    await show(message, screens.card_screen(texts, settings, card, screens.Part.MAIN))


async def on_card(
    query: CallbackQuery,
    callback_data: screens.ProgrammeButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    settings: SettingRegistry,
) -> None:
    """Show the settings of a programme."""
    card = await actions.look(db, clock, visitor, callback_data.programme_id)
    await show(query, screens.card_screen(texts, settings, card, callback_data.part))


async def on_setting(
    query: CallbackQuery,
    callback_data: screens.SettingButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
    settings: SettingRegistry,
) -> None:
    """Show one setting; a value that was to be typed is awaited no more."""
    card = await actions.look(db, clock, visitor, callback_data.programme_id)
    setting = actions.known(settings, callback_data.code)
    await stop_awaiting(state, actions.AWAITED)
    await show(query, screens.setting_screen(texts, card, setting))


async def on_value(
    query: CallbackQuery,
    callback_data: screens.ValueButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    settings: SettingRegistry,
    planning: Planning,
) -> None:
    """Write the value of a button."""
    number, key, value = callback_data.programme_id, callback_data.code, callback_data.value
    outcome = await actions.change(
        db, clock, planning, visitor, settings, number, key, value, sure=callback_data.sure
    )
    await show(query, screens.outcome_screen(texts, outcome))


async def on_default(
    query: CallbackQuery,
    callback_data: screens.DefaultButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    settings: SettingRegistry,
    planning: Planning,
) -> None:
    """Put a setting back as it was."""
    number, key = callback_data.programme_id, callback_data.code
    outcome = await actions.change(
        db, clock, planning, visitor, settings, number, key, None, sure=callback_data.sure
    )
    await show(query, screens.outcome_screen(texts, outcome))


async def on_other(
    query: CallbackQuery,
    callback_data: screens.TypeButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
    settings: SettingRegistry,
) -> None:
    """Await a value in words."""
    card = await actions.look(db, clock, visitor, callback_data.programme_id)
    setting = actions.known(settings, callback_data.code)
    await await_typed(state, actions.AWAITED, programme_id=card.programme.id, code=setting.key)
    await show(query, screens.typing_screen(texts, card, setting))


async def on_typed(
    message: Message,
    meant: Meant,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    settings: SettingRegistry,
    planning: Planning,
) -> None:
    """Take the value that was awaited; nonsense gets its sentence, and the value is still awaited."""
    number, key = meant.programme_id, meant.code
    try:
        outcome = await actions.change_typed(
            db, clock, planning, visitor, settings, number, key, message.text or ""
        )
    except (NotAllowed, OutOfDate):
        raise
    except Refusal as refusal:
        card = await actions.look(db, clock, visitor, number)
        wrong = texts(refusal.key, **refusal.facts)
        setting = actions.known(settings, key)
        await show(message, screens.typing_screen(texts, card, setting, wrong))
        return
    await show(message, screens.outcome_screen(texts, outcome))
