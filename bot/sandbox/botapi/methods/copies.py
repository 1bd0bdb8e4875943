"""Forwarding and copying messages."""

from typing import Any

from bot.sandbox.botapi.access import find_post, message_ids, open_chat, writable_chat
from bot.sandbox.botapi.content import (
    CAPTION_FIELDS,
    CONTENT_FIELDS,
    caption_content,
    forwarded_content,
    only,
    without,
)
from bot.sandbox.botapi.errors import bad_request
from bot.sandbox.botapi.keyboards import reply_markup
from bot.sandbox.botapi.media import CAPTIONED, media_kind
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.records import Json, Post
from bot.sandbox.botapi.sending import common_fields, deliver, quiet, spend
from bot.sandbox.botapi.state import State
from bot.sandbox.botapi.text import caption


def copy_message(state: State, params: Params) -> Json:
    """Send the content of a message anew: no author, no buttons unless given."""
    post = _source(state, params, "message to copy not found")
    if post.service:
        raise bad_request("message can't be copied")
    content = content_of(post)
    if "caption" in params.values and media_kind(post.body) in CAPTIONED:
        text, entities = caption(params)
        content = without(CAPTION_FIELDS, content) | caption_content(state, text, entities, params)
    target = writable_chat(state, params)
    markup = reply_markup(params, private=not target.is_group)
    fields = common_fields(target, params)
    spend(state, target)
    return {
        "message_id": deliver(state, target, {**content, **fields}, markup, silent=quiet(params)).body[
            "message_id"
        ]
    }


def forward_message(state: State, params: Params) -> Json:
    """Send a message on with its author's name."""
    post = _source(state, params, "message to forward not found")
    if not _may_forward(post):
        raise bad_request("message can't be forwarded")
    target = writable_chat(state, params)
    spend(state, target)
    return deliver(
        state, target, {**forwarded_content(post.body), **common_fields(target, params)}, None
    ).body


def copy_messages(state: State, params: Params) -> list[Json]:
    """Copy up to 100 messages; those missing or uncopyable are skipped."""
    posts = [post for post in _sources(state, params) if not post.service]
    if not posts:
        raise bad_request("there are no messages to copy")
    contents = [content_of(post) for post in posts]
    if params.flag("remove_caption"):
        contents = [without(CAPTION_FIELDS, content) for content in contents]
    return _repeat(state, params, posts, contents)


def forward_messages(state: State, params: Params) -> list[Json]:
    """Forward up to 100 messages; those missing or protected are skipped."""
    posts = [post for post in _sources(state, params) if _may_forward(post)]
    if not posts:
        raise bad_request("there are no messages to forward")
    return _repeat(state, params, posts, [forwarded_content(post.body) for post in posts])


def _source(state: State, params: Params, missing: str) -> Post:
    if not params.has("from_chat_id"):
        raise bad_request('parameter "from_chat_id" is required')
    source = open_chat(state, params, "from_chat_id")
    if not params.has("message_id"):
        raise bad_request("message identifier is not specified")
    return find_post(source, params, missing)


def _sources(state: State, params: Params) -> list[Post]:
    if not params.has("from_chat_id"):
        raise bad_request('parameter "from_chat_id" is required')
    ids = message_ids(params, rising=True)
    source = open_chat(state, params, "from_chat_id")
    return [post for number in ids if (post := source.posts.get(number)) is not None]


def _repeat(state: State, params: Params, posts: list[Post], contents: list[Json]) -> list[Json]:
    target = writable_chat(state, params)
    fields = common_fields(target, params)
    spend(state, target, len(posts))
    groups = [str(post.body.get("media_group_id", "")) for post in posts]
    renamed = {
        group: str(13_000_000_000_000_000 + state.number())
        for group in dict.fromkeys(groups)
        if group and groups.count(group) > 1
    }
    sent = []
    for content, group in zip(contents, groups, strict=True):
        album = {"media_group_id": renamed[group]} if group in renamed else {}
        sent.append(deliver(state, target, {**content, **fields, **album}, None, silent=quiet(params)))
    return [{"message_id": post.body["message_id"]} for post in sent]


def content_of(post: Post) -> Json:
    """Return what a copy of a message repeats; a poll starts without votes."""
    content = only(CONTENT_FIELDS, post.body)
    if "poll" in content:
        options = [{**option, "voter_count": 0} for option in content["poll"]["options"]]
        content["poll"] = {**content["poll"], "options": options, "total_voter_count": 0}
    return content


def _may_forward(post: Post) -> bool:
    return not post.service and not post.body.get("has_protected_content")


METHODS: dict[str, Any] = {
    "copymessage": copy_message,
    "copymessages": copy_messages,
    "forwardmessage": forward_message,
    "forwardmessages": forward_messages,
}
