"""/capacity, /pause: what mentors set about themselves; directions, topics and wished teams by buttons."""

from datetime import date

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.mentoring import profile_actions as actions
from bot.mentoring.pausing import read_pause
from bot.mentoring.profile_actions import ProfileView
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.shared.errors import Refusal
from bot.ui.answers import show
from bot.ui.filters import Admitted, PlainText, Private
from bot.ui.mentoring import profile as screens
from bot.ui.mentoring.profile import (
    SPANS,
    DirectionButton,
    Pause,
    PauseButton,
    PlacesButton,
    ProfileButton,
    Section,
    SectionButton,
    TopicsButton,
    WishTeamButton,
)
from bot.ui.texts import Texts
from db.engine import Database
from handlers.text_entry import Awaiting, await_typed, stop_awaiting

TOPICS = "profile:topics"
"""Topics are awaited; beside it, of which stream."""


def make_router() -> Router:
    """Handle mentors in private chats; the actions refuse everybody else."""
    router = Router(name="mentor-profile")
    router.message.filter(Private(), Admitted())
    router.callback_query.filter(Private(), Admitted())
    router.message.register(on_capacity, Command("capacity"))
    router.message.register(on_pause_word, Command("pause"))
    router.callback_query.register(on_profile, ProfileButton.filter())
    router.callback_query.register(on_section, SectionButton.filter())
    router.callback_query.register(on_places, PlacesButton.filter())
    router.callback_query.register(on_pause, PauseButton.filter())
    router.callback_query.register(on_direction, DirectionButton.filter())
    router.callback_query.register(on_wish, WishTeamButton.filter())
    router.callback_query.register(on_topics, TopicsButton.filter())
    return router


def make_entry_router() -> Router:
    """Handle the topics that were asked for: after commands and keys, before words of the timetable."""
    router = Router(name="mentor-profile-entry")
    router.message.filter(Private(), Admitted(), PlainText())
    router.message.register(on_typed, Awaiting(TOPICS, stream_id="stream"))
    return router


async def on_capacity(
    message: Message,
    command: CommandObject,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Set for how many teams there is room; without a number, offer some."""
    said = (command.args or "").strip()
    if not said:
        view = await actions.profile(db, clock, visitor)
        await show(message, screens.section_screen(texts, view, Section.PLACES))
        return
    if not said.isdecimal() or len(said) > 3:
        raise Refusal("error-places", most=str(actions.MOST_PLACES))
    view = await actions.set_places(db, clock, visitor, 0, int(said))
    await show(message, screens.profile_screen(texts, view))


async def on_pause_word(
    message: Message,
    command: CommandObject,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Take no new teams until a day that was typed; without one, offer some."""
    said = (command.args or "").strip()
    if not said:
        view = await actions.profile(db, clock, visitor)
        await show(message, screens.section_screen(texts, view, Section.PAUSE))
        return
    until = read_pause(said, clock.now().date())
    if until is None:
        raise Refusal("error-pause")
    view = await actions.set_pause(db, clock, visitor, 0, until)
    await show(message, screens.profile_screen(texts, view))


async def on_profile(
    query: CallbackQuery,
    callback_data: ProfileButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Show the own profile; topics are awaited no more."""
    await stop_awaiting(state, TOPICS)
    view = await actions.profile(db, clock, visitor, callback_data.stream_id)
    await show(query, screens.profile_screen(texts, view))


async def on_section(
    query: CallbackQuery,
    callback_data: SectionButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show a part of the profile."""
    view = await actions.profile(db, clock, visitor, callback_data.stream_id)
    await show(query, screens.section_screen(texts, view, callback_data.section, callback_data.page))


async def on_places(
    query: CallbackQuery,
    callback_data: PlacesButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Set for how many teams there is room."""
    data = callback_data
    view = await actions.set_places(db, clock, visitor, data.stream_id, data.places)
    await show(query, screens.profile_screen(texts, view))


async def on_pause(
    query: CallbackQuery,
    callback_data: PauseButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Begin or end a pause."""
    view = await actions.profile(db, clock, visitor, callback_data.stream_id)
    until = _until(view, callback_data.pause)
    view = await actions.set_pause(db, clock, visitor, callback_data.stream_id, until)
    await show(query, screens.profile_screen(texts, view))


async def on_direction(
    query: CallbackQuery,
    callback_data: DirectionButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Add a direction or take it away."""
    data = callback_data
    view = await actions.turn_direction(db, clock, visitor, data.stream_id, data.place, data.chosen)
    page = data.place // screens.PAGE
    await show(query, screens.section_screen(texts, view, Section.DIRECTIONS, page))


async def on_wish(
    query: CallbackQuery,
    callback_data: WishTeamButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Name a team one would like, or no longer."""
    data = callback_data
    view = await actions.wish_team(db, clock, visitor, data.stream_id, data.team_id, data.wished)
    place = next((at for at, team in enumerate(view.teams) if team.id == data.team_id), 0)
    await show(query, screens.section_screen(texts, view, Section.TEAMS, place // screens.PAGE))


async def on_topics(
    query: CallbackQuery,
    callback_data: TopicsButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Await the topics."""
    view = await actions.profile(db, clock, visitor, callback_data.stream_id)
    await await_typed(state, TOPICS, stream=view.stream.id)
    await show(query, screens.topics_screen(texts, view))


async def on_typed(
    message: Message,
    stream_id: int,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Write the topics that were typed."""
    await state.clear()
    view = await actions.set_topics(db, clock, visitor, stream_id, message.text or "")
    await show(message, screens.profile_screen(texts, view))


def _until(view: ProfileView, pause: Pause) -> date:
    return view.stream.ends_on if pause is Pause.STREAM else view.today + SPANS[pause]
