"""Messages of plain content: text, place, contact, poll, typing."""

from typing import Any

from bot.sandbox.botapi.access import writable_chat
from bot.sandbox.botapi.errors import bad_request
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.people_names import with_users
from bot.sandbox.botapi.records import Json
from bot.sandbox.botapi.sending import send
from bot.sandbox.botapi.state import State
from bot.sandbox.botapi.text import message_text

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
    text, entities = message_text(params)
    content: Json = {"text": text}
    if entities:
        content["entities"] = with_users(state, entities)
    return send(state, params, content | link_preview(params))


def link_preview(params: Params) -> Json:
    """Return the field ``link_preview_options`` when any option is set."""
    options = params.mapping("link_preview_options", "link preview options")
    if options is None and params.flag("disable_web_page_preview"):
        options = {"is_disabled": True}
    return {"link_preview_options": options} if options else {}


def send_location(state: State, params: Params) -> Json:
    """Send a point on the map."""
    return send(state, params, {"location": location(params)})


def send_venue(state: State, params: Params) -> Json:
    """Send a place with a name and an address."""
    venue: Json = {"location": location(params)}
    for name in ("title", "address"):
        if not params.text(name).strip():
            raise bad_request(f"there is no {name} in the request")
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
        if value is None or abs(value) > limit:
            raise bad_request("wrong HTTP URL specified" if value is None else "wrong location specified")
        place[name] = value
    for name in ("live_period", "heading", "proximity_alert_radius"):
        if params.number(name):
            place[name] = params.number(name)
    accuracy = params.real("horizontal_accuracy")
    return place | ({"horizontal_accuracy": accuracy} if accuracy else {})


def send_contact(state: State, params: Params) -> Json:
    """Send somebody's phone number."""
    for name, words in (("phone_number", "phone number"), ("first_name", "first name")):
        if not params.text(name).strip():
            raise bad_request(f"{words} must be non-empty")
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
