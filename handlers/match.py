"""/match: organizers make, look at, change and publish the draft of who mentors whom."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.mentoring import match_actions as actions
from bot.mentoring import match_rule_actions as rules
from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.ui.answers import show
from bot.ui.filters import Admitted, Private
from bot.ui.mentoring import match as screens
from bot.ui.mentoring import match_team as team_screens
from bot.ui.mentoring.match_buttons import (
    ForbidButton,
    MatchButton,
    MatchPairButton,
    MatchTeamButton,
    Part,
    PinButton,
    PublishMatchButton,
    RunButton,
    SwapButton,
)
from bot.ui.texts import Texts
from db.engine import Database


def make_router() -> Router:
    """Handle organizers in private chats; the actions refuse everybody else."""
    router = Router(name="match")
    router.message.filter(Private(), Admitted())
    router.callback_query.filter(Private(), Admitted())
    router.message.register(on_match, Command("match"))
    router.callback_query.register(on_part, MatchButton.filter())
    router.callback_query.register(on_run, RunButton.filter())
    router.callback_query.register(on_publish, PublishMatchButton.filter())
    router.callback_query.register(on_team, MatchTeamButton.filter())
    router.callback_query.register(on_pair, MatchPairButton.filter())
    router.callback_query.register(on_pin, PinButton.filter())
    router.callback_query.register(on_forbid, ForbidButton.filter())
    router.callback_query.register(on_swap, SwapButton.filter())
    return router


async def on_match(message: Message, visitor: Visitor, texts: Texts, db: Database, clock: Clock) -> None:
    """Show the match of the one stream that is organized, otherwise ask which."""
    streams = await actions.streams(db, clock, visitor)
    if len(streams) != 1:
        await show(message, screens.streams_screen(texts, streams))
        return
    board = await actions.board(db, clock, visitor, streams[0].id)
    await show(message, screens.board_screen(texts, board))


async def on_part(
    query: CallbackQuery,
    callback_data: MatchButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show a part of the match."""
    board = await actions.board(db, clock, visitor, callback_data.stream_id)
    await show(query, screens.board_screen(texts, board, callback_data.part, callback_data.page))


async def on_run(
    query: CallbackQuery,
    callback_data: RunButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Make the draft anew; show what it changes, or the first one whole."""
    await _run(query, callback_data.stream_id, visitor, texts, db, clock)


async def on_publish(
    query: CallbackQuery,
    callback_data: PublishMatchButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Ask first, with the counts; send the proposals when sure."""
    if not callback_data.sure:
        board = await actions.board_of_draft(db, clock, visitor, callback_data.matching_id)
        await show(query, screens.confirm_screen(texts, board))
        return
    board = await actions.publish(db, clock, planning, visitor, callback_data.matching_id)
    await show(query, screens.published_screen(texts, board))


async def on_team(
    query: CallbackQuery,
    callback_data: MatchTeamButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show a team and its candidates."""
    card = await rules.team_card(db, clock, visitor, callback_data.team_id)
    await show(query, team_screens.team_screen(texts, card, callback_data.page))


async def on_pair(
    query: CallbackQuery,
    callback_data: MatchPairButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show why two are or are not a pair."""
    data = callback_data
    found = await rules.pair_card(db, clock, visitor, data.team_id, data.mentor_id)
    await show(query, team_screens.pair_screen(texts, found))


async def on_pin(
    query: CallbackQuery,
    callback_data: PinButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Pin a mentor, or take the pin away; the draft is made anew at once."""
    team_id, mentor_id = callback_data.team_id, callback_data.mentor_id
    if mentor_id:
        stream_id = await rules.pin(db, clock, visitor, team_id, mentor_id)
    else:
        stream_id = await rules.unpin(db, clock, visitor, team_id)
    await _run(query, stream_id, visitor, texts, db, clock)


async def on_forbid(
    query: CallbackQuery,
    callback_data: ForbidButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Rule a mentor out, or let them be again; the draft is made anew at once."""
    data = callback_data
    stream_id = await rules.forbid(db, clock, visitor, data.team_id, data.mentor_id, data.barred)
    await _run(query, stream_id, visitor, texts, db, clock)


async def on_swap(
    query: CallbackQuery,
    callback_data: SwapButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Ask with which team; exchange the mentors and make the draft anew."""
    data = callback_data
    if not data.other_id:
        card = await rules.team_card(db, clock, visitor, data.team_id)
        await show(query, team_screens.swap_screen(texts, card, data.page))
        return
    stream_id = await rules.swap(db, clock, visitor, data.team_id, data.other_id)
    await _run(query, stream_id, visitor, texts, db, clock)


async def _run(
    query: CallbackQuery, stream_id: int, visitor: Visitor, texts: Texts, db: Database, clock: Clock
) -> None:
    board = await actions.run(db, clock, visitor, stream_id)
    part = Part.PAIRS if board.changes is None else Part.CHANGES
    await show(query, screens.board_screen(texts, board, part))
