"""Changing messages of the bot, the ephemeral ones too."""

from collections.abc import Callable
from typing import Any

from bot.sandbox.botapi.access import find_post, writable_chat
from bot.sandbox.botapi.changes import (
    Change,
    caption_change,
    changed_body,
    markup_change,
    media_change,
    text_change,
)
from bot.sandbox.botapi.ephemeral import find_ephemeral, rewrite_ephemeral
from bot.sandbox.botapi.errors import bad_request
from bot.sandbox.botapi.keyboards import inline_markup
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.records import Json, Post
from bot.sandbox.botapi.sending import spend
from bot.sandbox.botapi.state import State

NOT_FOUND = "message to edit not found"
CANT_BE_EDITED = "message can't be edited"

Reader = Callable[[State, Params], Change]


def editor(read: Reader) -> Callable[[State, Params], Json]:
    """Return the method that edits an ordinary message; buttons go unless given again."""

    def edit(state: State, params: Params) -> Json:
        change = read(state, params)
        if not params.has("chat_id") and not params.has("message_id"):
            words = (
                "MESSAGE_ID_INVALID"
                if params.has("inline_message_id")
                else "message identifier is not specified"
            )
            raise bad_request(words)
        chat = writable_chat(state, params)
        markup = inline_markup(params, private=not chat.is_group)
        if not params.has("message_id"):
            raise bad_request("message identifier is not specified")
        post = find_post(chat, params, NOT_FOUND)
        if not _editable(state, post):
            raise bad_request(CANT_BE_EDITED)
        body = changed_body(post.body, change(post.body), markup)
        spend(state, chat)
        return state.rewrite(chat, post, body)

    return edit


def ephemeral_editor(read: Reader) -> Callable[[State, Params], bool]:
    """Return the method that edits an ephemeral message."""

    def edit(state: State, params: Params) -> bool:
        change = read(state, params)
        chat = writable_chat(state, params)
        markup = inline_markup(params, private=False)
        post = find_ephemeral(chat, params, NOT_FOUND)
        body = changed_body(post.body, change(post.body), markup)
        spend(state, chat)
        rewrite_ephemeral(state, chat, post, body)
        return True

    return edit


def _editable(state: State, post: Post) -> bool:
    """Tell whether a bot may change a message: an own one, no forward, sent without a reply keyboard."""
    if post.author != state.bot_id or post.service or post.with_reply_markup:
        return False
    return "forward_origin" not in post.body


def edit_message_live_location(state: State, params: Params) -> Json:
    """Refuse: live locations are not sent here, and an ordinary one cannot move."""
    chat = writable_chat(state, params)
    find_post(chat, params, NOT_FOUND)
    raise bad_request(CANT_BE_EDITED)


METHODS: dict[str, Any] = {
    "editmessagetext": editor(text_change),
    "editmessagecaption": editor(caption_change),
    "editmessagemedia": editor(media_change),
    "editmessagereplymarkup": editor(markup_change),
    "editmessagelivelocation": edit_message_live_location,
    "stopmessagelivelocation": edit_message_live_location,
    "editephemeralmessagetext": ephemeral_editor(text_change),
    "editephemeralmessagecaption": ephemeral_editor(caption_change),
    "editephemeralmessagemedia": ephemeral_editor(media_change),
    "editephemeralmessagereplymarkup": ephemeral_editor(markup_change),
}
