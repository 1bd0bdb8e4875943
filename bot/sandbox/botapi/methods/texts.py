"""Messages of plain content: text, place, contact, poll, typing."""

import math
from typing import Any

from bot.sandbox.botapi.access import writable_chat
from bot.sandbox.botapi.content import text_content
from bot.sandbox.botapi.errors import bad_request
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.records import Json
from bot.sandbox.botapi.sending import send
from bot.sandbox.botapi.state import State

CHAT_ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "record_audio",
        "upload_voice",
        "upload_audio",
        "upload_document",
        "choose_sticker",
        "find_location",
        "pick_up_location",
        "record_video_note",
        "upload_video_note",
        "cancel",
    ]
)


def send_message(state: State, params: Params) -> Json:
    """Send a text (core.telegram.org/bots/api#sendmessage)."""
    return send(state, params, text_content(state, params))


def send_location(state: State, params: Params) -> Json:
    """Send a point on the map."""
    return send(state, params, {"location": location(params)})


def send_venue(state: State, params: Params) -> Json:
    """Send a place with a name and an address."""
    venue: Json = {"location": location(params)}
    for name in ("title", "address"):
        if not params.text(name).strip():
            raise bad_request(f"{name} must be non-empty")
        venue[name] = params.text(name)
    for name in ("foursquare_id", "foursquare_type", "google_place_id", "google_place_type"):
        if params.has(name):
            venue[name] = params.text(name)
    return send(state, params, {"venue": venue, "location": venue["location"]})


def location(params: Params) -> Json:
    """Return the coordinates of a call or refuse impossible ones."""
    place: Json = {}
    for name, limit in (("latitude", 90), ("longitude", 180)):
        if not params.has(name):
            raise bad_request(f"{name} is empty")
        value = params.real(name)
        if value is None or not math.isfinite(value) or abs(value) > limit:
            raise bad_request("wrong location specified")
        place[name] = value
    for name in ("live_period", "heading", "proximity_alert_radius"):
        if params.number(name):
            place[name] = params.number(name)
    accuracy = params.real("horizontal_accuracy")
    return place | ({"horizontal_accuracy": accuracy} if accuracy else {})


def send_contact(state: State, params: Params) -> Json:
    """Send somebody's phone number."""
    for name in ("phone_number", "first_name"):
        if not params.text(name).strip():
            raise bad_request(f'parameter "{name}" is required')
    names = ("phone_number", "first_name", "last_name", "vcard")
    contact: Json = {name: params.text(name) for name in names if params.has(name)}
    return send(state, params, {"contact": contact})


def send_chat_action(state: State, params: Params) -> bool:
    """Show «typing…» and the like for five seconds."""
    action = params.text("action").lower()
    if action not in CHAT_ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = writable_chat(state, params)
    state.feed.publish("chat_action", chat.id, action=action)
    return True


METHODS: dict[str, Any] = {
    "sendmessage": send_message,
    "sendlocation": send_location,
    "sendvenue": send_venue,
    "sendcontact": send_contact,
    "sendchataction": send_chat_action,
}
