"""Polls."""

from typing import Any

from bot.sandbox.botapi.access import find_post, writable_chat
from bot.sandbox.botapi.errors import bad_request
from bot.sandbox.botapi.keyboards import inline_markup
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.records import Json
from bot.sandbox.botapi.sending import send
from bot.sandbox.botapi.state import State
from bot.sandbox.botapi.text import format_text, formatted
from bot.sandbox.botapi.utf16 import units

# core.telegram.org/bots/api#sendpoll
QUESTION_LIMIT = 300
OPTION_LIMIT = 100
OPTION_COUNT = 12
EXPLANATION_LIMIT = 200


def send_poll(state: State, params: Params) -> Json:
    """Send a poll or a quiz."""
    question, entities = formatted(
        params, "question", mode="question_parse_mode", entities="question_entities"
    )
    if not question:
        raise bad_request("poll question must be non-empty")
    if units(question) > QUESTION_LIMIT:
        raise bad_request(f"poll question length must not exceed {QUESTION_LIMIT}")
    kind = params.text("type") or "regular"
    if kind not in {"regular", "quiz"}:
        raise bad_request("unsupported poll type specified")
    options = _options(params)
    poll: Json = {
        "id": str(5_200_000_000_000_000 + state.number()),
        "question": question,
        "options": options,
        "total_voter_count": 0,
        "is_closed": params.flag("is_closed"),
        "is_anonymous": params.flag("is_anonymous") if params.has("is_anonymous") else True,
        "type": kind,
        "allows_multiple_answers": params.flag("allows_multiple_answers"),
        "allows_revoting": params.flag("allows_revoting")
        if params.has("allows_revoting")
        else kind != "quiz",
        "members_only": False,
    }
    if entities:
        poll["question_entities"] = entities
    if kind == "quiz":
        poll |= _quiz(params, len(options))
    return send(state, params, {"poll": poll})


def _options(params: Params) -> list[Json]:
    raw = params.structure("options", "options")
    if not isinstance(raw, list):
        raise bad_request("expected an Array of String as options")
    if not raw:
        raise bad_request("poll must have at least 1 answer option")
    if len(raw) > OPTION_COUNT:
        raise bad_request(f"poll can't have more than {OPTION_COUNT} options")
    return [_option(item, number) for number, item in enumerate(raw, 1)]


def _option(item: object, number: int) -> Json:
    if isinstance(item, str):
        item = {"text": item}
    if not isinstance(item, dict):
        raise bad_request("expected an option to be of type String")
    mode, explicit = str(item.get("text_parse_mode") or ""), item.get("text_entities")
    text, entities = format_text(str(item.get("text") or ""), mode, explicit)
    if not text:
        raise bad_request("poll options must be non-empty")
    if units(text) > OPTION_LIMIT:
        raise bad_request(f"poll options length must not exceed {OPTION_LIMIT}")
    option: Json = {"persistent_id": str(number), "text": text, "voter_count": 0}
    return option | ({"text_entities": entities} if entities else {})


def _quiz(params: Params, count: int) -> Json:
    ids = params.structure("correct_option_ids", "correct option identifiers")
    if ids is None and params.has("correct_option_id"):
        ids = [params.number("correct_option_id", -1)]
    if not isinstance(ids, list) or not ids or any(not 0 <= int(number) < count for number in ids):
        raise bad_request("wrong correct option ID specified")
    quiz: Json = {"correct_option_ids": ids, "correct_option_id": ids[0]}
    words, entities = formatted(
        params, "explanation", mode="explanation_parse_mode", entities="explanation_entities"
    )
    if units(words) > EXPLANATION_LIMIT:
        raise bad_request(f"poll explanation length must not exceed {EXPLANATION_LIMIT}")
    if words:
        quiz["explanation"] = words
        if entities:
            quiz["explanation_entities"] = entities
    return quiz


def stop_poll(state: State, params: Params) -> Json:
    """Close a poll of the bot."""
    chat = writable_chat(state, params)
    markup = inline_markup(params, private=not chat.is_group)
    post = find_post(chat, params, "message with poll to stop not found")
    if post.author != state.bot_id or "forward_origin" in post.body:
        raise bad_request("poll can't be stopped")
    if "poll" not in post.body:
        raise bad_request("message is not a poll")
    if post.body["poll"]["is_closed"]:
        raise bad_request("poll has already been closed")
    poll = {**post.body["poll"], "is_closed": True}
    kept = {key: value for key, value in post.body.items() if key != "reply_markup"}
    state.rewrite(chat, post, kept | {"poll": poll} | ({"reply_markup": markup} if markup else {}))
    return poll


METHODS: dict[str, Any] = {"sendpoll": send_poll, "stoppoll": stop_poll}
