"""Every method by its lower-case name; ``getUpdates`` alone waits and lives in the server."""

from collections.abc import Callable
from typing import Any

from bot.sandbox.botapi.methods import (
    about,
    callbacks,
    chats,
    copies,
    deletions,
    edits,
    files,
    polls,
    texts,
    webhooks,
)
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.state import State

Method = Callable[[State, Params], Any]

TABLE: dict[str, Method] = {
    **about.METHODS,
    **callbacks.METHODS,
    **chats.METHODS,
    **copies.METHODS,
    **deletions.METHODS,
    **edits.METHODS,
    **files.METHODS,
    **polls.METHODS,
    **texts.METHODS,
    **webhooks.METHODS,
}
