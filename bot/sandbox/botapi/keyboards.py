"""Keyboards under messages and under the input field: what Telegram accepts."""

from typing import Any

from bot.sandbox.botapi.errors import bad_request
from bot.sandbox.botapi.links import button_url
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.records import Json

# Documented at InlineKeyboardButton (1-64 bytes) and CopyTextButton (1-256 characters).
CALLBACK_DATA_BYTES = 64
COPY_TEXT_LIMIT = 256
# Not documented; the server answers REPLY_MARKUP_TOO_LONG beyond a hundred inline buttons.
BUTTON_LIMIT = 100
PLACEHOLDER_LIMIT = 64
STYLES = frozenset({"danger", "success", "primary"})
_REQUESTS = {
    "request_contact": "Phone number can be requested in private chats only",
    "request_location": "Location can be requested in private chats only",
    "request_poll": "Poll can be requested in private chats only",
    "request_users": "Users can be requested in private chats only",
    "request_chat": "Chats can be requested in private chats only",
    "web_app": "Web App buttons can be used in private chats only",
}
_OPTIONS = ("is_persistent", "resize_keyboard", "one_time_keyboard", "selective")
_SWITCHES = ("switch_inline_query", "switch_inline_query_current_chat", "switch_inline_query_chosen_chat")


def reply_markup(params: Params, *, private: bool) -> Json | None:
    """Return the checked markup of a call, None when there is none; raise a Refusal for a bad one."""
    raw = params.structure("reply_markup", "reply keyboard markup")
    if raw is None:
        return None
    if not isinstance(raw, dict):
        raise bad_request("object expected as reply markup")
    keyboard = _rows(raw, "keyboard", 'field "keyboard" must be an Array of Arrays')
    inline = _rows(
        raw,
        "inline_keyboard",
        'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    )
    if keyboard:
        return _shown_keyboard(raw, keyboard, private)
    if inline:
        return _inline_keyboard(inline, private)
    if raw.get("remove_keyboard"):
        return {"remove_keyboard": True, **_selective(raw)}
    if raw.get("force_reply"):
        return {"force_reply": True, **_selective(raw), **_placeholder(raw)}
    return None


def inline_markup(params: Params, *, private: bool) -> Json | None:
    """Return the inline keyboard of an editing call; nothing else may be put on an old message."""
    markup = reply_markup(params, private=private)
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return markup


def _rows(raw: Json, name: str, words: str) -> list[list[Any]]:
    rows = raw.get(name)
    if rows is None:
        return []
    if not isinstance(rows, list):
        raise bad_request(f'field "{name}" must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad_request(words)
    return rows


def _selective(raw: Json) -> Json:
    return {"selective": True} if raw.get("selective") else {}


def _placeholder(raw: Json) -> Json:
    words = raw.get("input_field_placeholder")
    return {"input_field_placeholder": str(words)[:PLACEHOLDER_LIMIT]} if words else {}


def _shown_keyboard(raw: Json, rows: list[list[Any]], private: bool) -> Json | None:
    shown = [[_key(button, private) for button in row] for row in rows if row]
    if not shown:
        return None
    keyboard: Json = {"keyboard": shown}
    keyboard |= {name: True for name in _OPTIONS if raw.get(name)}
    return keyboard | _placeholder(raw)


def _key(button: object, private: bool) -> Json:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise bad_request("can't parse keyboard button: KeyboardButton must be a String or an Object")
    text = _label(button, "keyboard button")
    if not text.strip():
        raise bad_request("keyboard button text must be non-empty")
    key: Json = {"text": text, **_style(button, "keyboard button")}
    for name, words in _REQUESTS.items():
        if button.get(name):
            if not private:
                raise bad_request(words)
            return {**key, name: button[name]}
    return key


def _label(button: Json, what: str) -> str:
    text = button.get("text")
    if text is None:
        raise bad_request(f"can't parse {what}: Can't find field \"text\"")
    if not isinstance(text, str):
        raise bad_request(f'can\'t parse {what}: Field "text" must be of type String')
    return text


def _style(button: Json, what: str) -> Json:
    looks: Json = {}
    if button.get("icon_custom_emoji_id"):
        looks["icon_custom_emoji_id"] = button["icon_custom_emoji_id"]
    style = button.get("style")
    if style:
        if style not in STYLES:
            # The words are ours: no public source tells Telegram's.
            raise bad_request(f"can't parse {what}: invalid button style specified")
        looks["style"] = style
    return looks


def _inline_keyboard(rows: list[list[Any]], private: bool) -> Json | None:
    shown = [[_inline_button(button, private) for button in row] for row in rows if row]
    if sum(len(row) for row in shown) > BUTTON_LIMIT:
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": shown} if shown else None


def _inline_button(button: object, private: bool) -> Json:
    what = "inline keyboard button"
    if not isinstance(button, dict):
        raise bad_request(f"can't parse {what}: InlineKeyboardButton must be an Object")
    text = _label(button, what)
    action = _action(button, private)
    if action is None:
        raise bad_request(f"can't parse {what}: Text buttons are unallowed in the inline keyboard")
    if not text.strip():
        raise bad_request(f"{what} text must be non-empty")
    return {"text": text, **_style(button, what), **action}


def _action(button: Json, private: bool) -> Json | None:
    action: Json | None = None
    if button.get("url"):
        action = {"url": button_url(str(button["url"]))}
    elif button.get("callback_data"):
        action = _callback_data(str(button["callback_data"]))
    elif button.get("copy_text") is not None:
        action = _copy_text(button["copy_text"])
    elif button.get("web_app"):
        action = _web_app(button["web_app"], private)
    elif button.get("disabled") is not None:
        action = {"disabled": {}}
    else:
        action = next(({name: button[name]} for name in _SWITCHES if button.get(name) is not None), None)
    return action


def _callback_data(data: str) -> Json:
    if len(data.encode()) > CALLBACK_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    return {"callback_data": data}


def _copy_text(copied: object) -> Json:
    text = copied.get("text") if isinstance(copied, dict) else None
    if not isinstance(text, str):
        raise bad_request("can't parse inline keyboard button: Can't find field \"text\"")
    if not 1 <= len(text) <= COPY_TEXT_LIMIT:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return {"copy_text": {"text": text}}


def _web_app(app: object, private: bool) -> Json:
    url = str(app.get("url", "")) if isinstance(app, dict) else ""
    if not private:
        raise bad_request("BUTTON_TYPE_INVALID")
    if not url.startswith("https://"):
        raise bad_request(
            f"inline keyboard button Web App URL '{url}' is invalid: Only HTTPS links are allowed"
        )
    return {"web_app": {"url": url}}
