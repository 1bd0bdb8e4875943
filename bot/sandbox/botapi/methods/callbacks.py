"""Answering tapped buttons."""

from datetime import timedelta
from typing import Any

from bot.sandbox.botapi.errors import QUERY_TOO_OLD, bad_request
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.state import State

# Telegram publishes no number: seconds are meant, redeliveries happen for about 150.
ANSWERABLE_FOR = timedelta(seconds=150)
# core.telegram.org/bots/api#answercallbackquery
ANSWER_LIMIT = 200


def answer_callback_query(state: State, params: Params) -> bool:
    """Stop a button's spinner, perhaps with a notice; only once, and only soon after the tap."""
    text = params.text("text")
    if len(text) > ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    query = state.queries.get(params.text("callback_query_id"))
    if query is None or query.answered or state.clock.now() - query.asked_at > ANSWERABLE_FOR:
        raise bad_request(QUERY_TOO_OLD)
    url = params.text("url")
    if url and not url.startswith((f"t.me/{state.bot_username}?", f"https://t.me/{state.bot_username}?")):
        raise bad_request("URL_INVALID")
    query.answered = True
    state.feed.publish(
        "callback_answer",
        query.chat,
        user=query.user,
        message_id=query.message_id,
        query_id=params.text("callback_query_id"),
        text=text,
        alert=params.flag("show_alert"),
        url=url,
    )
    return True


METHODS: dict[str, Any] = {"answercallbackquery": answer_callback_query}
