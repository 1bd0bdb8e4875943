"""Every method by its lower-case name; ``getUpdates`` alone waits and lives in the server."""

from collections.abc import Callable
from typing import Any

from bot.sandbox.botapi.methods import about, callbacks, edits, files, texts
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.state import State

Method = Callable[[State, Params], Any]

TABLE: dict[str, Method] = {
    **about.METHODS,
    **callbacks.METHODS,
    **edits.METHODS,
    **files.METHODS,
    **texts.METHODS,
}
