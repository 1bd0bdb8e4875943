"""Changing and deleting messages of the bot."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from bot.sandbox.botapi.access import find_post, open_chat, writable_chat
from bot.sandbox.botapi.errors import NOT_MODIFIED, bad_request
from bot.sandbox.botapi.keyboards import inline_markup
from bot.sandbox.botapi.media import CAPTIONED, album_item, media_kind
from bot.sandbox.botapi.methods.texts import link_preview
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.people_names import with_users
from bot.sandbox.botapi.records import Chat, Json, Post
from bot.sandbox.botapi.sending import spend
from bot.sandbox.botapi.state import State
from bot.sandbox.botapi.text import caption, message_text

# core.telegram.org/bots/api#deletemessage
DELETABLE_FOR = timedelta(hours=48)
DELETE_BATCH = 100
TO_EDIT_NOT_FOUND = "message to edit not found"
TO_DELETE_NOT_FOUND = "message to delete not found"
CANT_BE_EDITED = "message can't be edited"
_CONTENT = frozenset(
    [
        "text",
        "entities",
        "link_preview_options",
        "caption",
        "caption_entities",
        "show_caption_above_media",
        "photo",
        "document",
        "video",
        "audio",
        "animation",
        "voice",
        "has_media_spoiler",
    ]
)


def edit_message_text(state: State, params: Params) -> Json:
    """Give a text message another text; its keyboard goes unless given again."""
    text, entities = message_text(params)
    content: Json = {"text": text}
    if entities:
        content["entities"] = with_users(state, entities)
    content |= link_preview(params)

    def change(body: Json) -> Json:
        if "text" not in body:
            raise bad_request("there is no text in the message to edit")
        return content

    return _edit(state, params, change)


def edit_message_caption(state: State, params: Params) -> Json:
    """Give a media message another caption; the media stays."""
    text, entities = caption(params)

    def change(body: Json) -> Json:
        kind = media_kind(body)
        if kind not in CAPTIONED:
            raise bad_request("there is no caption in the message to edit")
        content: Json = {name: body[name] for name in _CONTENT & body.keys() if "caption" not in name}
        return content | caption_fields(state, text, entities, params)

    return _edit(state, params, change)


def caption_fields(state: State, text: str, entities: list[Json], params: Params) -> Json:
    """Return the fields of a caption, none for an empty one."""
    if not text:
        return {}
    fields: Json = {"caption": text}
    if entities:
        fields["caption_entities"] = with_users(state, entities)
    if params.flag("show_caption_above_media"):
        fields["show_caption_above_media"] = True
    return fields


def edit_message_media(state: State, params: Params) -> Json:
    """Put another photo, document, video, audio or animation in place of the old one."""
    media = params.mapping("media", "input media")
    if media is None:
        raise bad_request("input media is not specified")
    content = album_item(state, media, params, edit=True)

    def change(body: Json) -> Json:
        old = media_kind(body)
        if old is None and "text" not in body:
            raise bad_request(CANT_BE_EDITED)
        return content

    return _edit(state, params, change)


def edit_message_reply_markup(state: State, params: Params) -> Json:
    """Give a message another inline keyboard, or none."""

    def change(body: Json) -> Json:
        return {name: body[name] for name in _CONTENT & body.keys()}

    return _edit(state, params, change)


def _edit(state: State, params: Params, change: Callable[[Json], Json]) -> Json:
    if params.has("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    chat = writable_chat(state, params)
    markup = inline_markup(params, private=not chat.is_group)
    if not params.has("message_id"):
        raise bad_request("message identifier is not specified")
    post = find_post(chat, params, TO_EDIT_NOT_FOUND)
    if post.author != state.bot_id or post.service or "forward_origin" in post.body:
        raise bad_request(CANT_BE_EDITED)
    content = change(post.body)
    kept = {key: value for key, value in post.body.items() if key not in _CONTENT and key != "reply_markup"}
    body = kept | content | ({"reply_markup": markup} if markup else {})
    if {**body, "edit_date": 0} == {**post.body, "edit_date": 0}:
        raise bad_request(NOT_MODIFIED)
    spend(state, chat)
    return state.rewrite(chat, post, body)


def edit_message_live_location(state: State, params: Params) -> Json:
    """Refuse: live locations are not sent here, and an ordinary one cannot move."""
    chat = writable_chat(state, params)
    find_post(chat, params, TO_EDIT_NOT_FOUND)
    raise bad_request(CANT_BE_EDITED)


def delete_message(state: State, params: Params) -> bool:
    """Delete one message for everybody."""
    chat = open_chat(state, params)
    if not params.has("message_id"):
        raise bad_request("message identifier is not specified")
    post = find_post(chat, params, TO_DELETE_NOT_FOUND)
    reason = _undeletable(state, chat, post)
    if reason:
        raise bad_request(reason)
    state.remove_post(chat, post.id)
    return True


def delete_messages(state: State, params: Params) -> bool:
    """Delete 1-100 messages; those not found or not deletable are skipped."""
    ids = params.structure("message_ids", "message identifiers")
    if not isinstance(ids, list):
        raise bad_request("expected an Array of message identifiers")
    if not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > DELETE_BATCH:
        raise bad_request("too many message identifiers specified")
    chat = open_chat(state, params)
    for message_id in ids:
        post = chat.posts.get(int(message_id))
        if post is not None and not _undeletable(state, chat, post):
            state.remove_post(chat, post.id)
    return True


def _undeletable(state: State, chat: Chat, post: Post) -> str:
    age = timedelta(seconds=state.timestamp() - post.body["date"])
    if chat.is_group and chat.bot_status == "administrator":
        return ""
    if age >= DELETABLE_FOR:
        return "message can't be deleted for everyone"
    if chat.is_group and (post.author != state.bot_id or post.service):
        return "message can't be deleted"
    return ""


METHODS: dict[str, Any] = {
    "editmessagetext": edit_message_text,
    "editmessagecaption": edit_message_caption,
    "editmessagemedia": edit_message_media,
    "editmessagereplymarkup": edit_message_reply_markup,
    "editmessagelivelocation": edit_message_live_location,
    "stopmessagelivelocation": edit_message_live_location,
    "deletemessage": delete_message,
    "deletemessages": delete_messages,
}
