"""What people do, one endpoint each."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from aiohttp import web

from bot.sandbox.page.bodies import Body, read_body
from bot.sandbox.page.company import Company
from bot.sandbox.page.guard import Handler, own_page
from bot.sandbox.page.trouble import Trouble, bad, missing

Deed = Callable[[Company, int, Body], int]


def say(company: Company, user: int, body: Body) -> int:
    """Send a text, perhaps as a reply."""
    chat = company.chat_of(user, body.optional_number("chat"))
    reply_to = body.optional_number("reply_to")
    if reply_to is not None:
        known_message(company, chat, reply_to)
    return company.world.say(user, body.text("text"), chat=chat, reply_to=reply_to)


def tap(company: Company, user: int, body: Body) -> int:
    """Tap an inline button."""
    chat, message_id = pointed(company, user, body)
    # A client may still show a button the bot has just taken away: Telegram delivers its tap as well.
    return company.world.tap(user, chat, message_id, body.text("data", 64), force=True)


def key(company: Company, user: int, body: Body) -> int:
    """Press a key of the reply keyboard."""
    chat = company.chat_of(user, body.optional_number("chat"))
    return company.world.press_key(user, body.text("text"), chat=chat)


def contact(company: Company, user: int, body: Body) -> int:
    """Share a contact: one's own, or that of another person of the page."""
    chat = company.chat_of(user, body.optional_number("chat"))
    owner = body.optional_number("contact_of") or user
    phone = (
        body.optional_text("phone", 32).strip() or company.world.people[company.member(owner).user_id].phone
    )
    if not phone:
        raise bad("this person has no phone", "not_allowed")
    return company.world.share_contact(user, contact_of=owner, phone=phone, chat=chat)


def location(company: Company, user: int, body: Body) -> int:
    """Share a point on the map, in degrees."""
    chat = company.chat_of(user, body.optional_number("chat"))
    latitude, longitude = body.degrees("latitude", 90), body.degrees("longitude", 180)
    return company.world.share_location(user, latitude, longitude, chat=chat)


def vote(company: Company, user: int, body: Body) -> int:
    """Choose answers of a poll by their positions."""
    chat, message_id = pointed(company, user, body)
    poll = company.world.chats[chat].posts[message_id].body.get("poll")
    if poll is None:
        raise missing("no_message", "the message is not a poll")
    return company.world.vote(user, chat, message_id, body.positions("options", len(poll["options"])))


def react(company: Company, user: int, body: Body) -> int:
    """Put a reaction on a message; an empty one takes it back."""
    chat, message_id = pointed(company, user, body)
    return company.world.react(user, chat, message_id, body.optional_text("emoji", 16) or None)


def forward(company: Company, user: int, body: Body) -> int:
    """Forward a message to the bot."""
    chat, message_id = pointed(company, user, body)
    return company.world.forward(user, chat, message_id)


def edit(company: Company, user: int, body: Body) -> int:
    """Change the text of one's own message."""
    chat = company.chat_of(user, body.number("chat"))
    return company.world.edit(user, chat, body.number("message_id"), body.text("text"))


def delete(company: Company, user: int, body: Body) -> int:
    """Delete one's own message; the bot is told nothing."""
    chat = company.chat_of(user, body.number("chat"))
    company.world.delete(user, chat, body.number("message_id"))
    return 0


def start(company: Company, user: int, body: Body) -> int:
    """Press «Старт», perhaps with the parameter of a link."""
    return company.world.start(user, body.payload())


def join(company: Company, user: int, body: Body) -> int:
    """Join a group of the page."""
    chat = company.group(body.number("chat"))
    if user in company.world.chats[chat].members:
        raise ValueError("this person is in the group already")
    return company.world.add_member(chat, user)


def leave(company: Company, user: int, body: Body) -> int:
    """Leave a group of the page."""
    return company.world.remove_member(company.chat_of(user, company.group(body.number("chat"))), user)


def block(company: Company, user: int, _: Body) -> int:
    """Block the bot."""
    return company.world.block(user)


def unblock(company: Company, user: int, _: Body) -> int:
    """Lift the block."""
    return company.world.unblock(user)


DEEDS: dict[str, Deed] = {
    "say": say,
    "tap": tap,
    "key": key,
    "contact": contact,
    "location": location,
    "vote": vote,
    "react": react,
    "forward": forward,
    "edit": edit,
    "delete": delete,
    "start": start,
    "join": join,
    "leave": leave,
    "block": block,
    "unblock": unblock,
}


def deed_routes(company: Company) -> list[web.RouteDef]:
    """Return ``POST /api/people/<id>/<deed>`` for each deed; the answer holds the update's id."""
    return [
        web.post(f"/api/people/{{person}}/{name}", _endpoint(company, deed)) for name, deed in DEEDS.items()
    ]


def _endpoint(company: Company, deed: Deed) -> Handler:
    async def serve(request: web.Request) -> web.Response:
        user = person_of(company, request)
        body = await read_body(request)
        with refused_by_world():
            return web.json_response({"update_id": deed(company, user, body)})

    return own_page(serve)


def pointed(company: Company, user: int, body: Body) -> tuple[int, int]:
    """Return the chat and the message a request points at; Trouble when there is none such."""
    chat = company.chat_of(user, body.number("chat"))
    return chat, known_message(company, chat, body.number("message_id"))


def known_message(company: Company, chat: int, message_id: int) -> int:
    """Return the number of a message that is still there; Trouble when it is gone."""
    if message_id not in company.world.chats[chat].posts:
        raise missing("no_message", "there is no such message in this chat")
    return message_id


def person_of(company: Company, request: web.Request) -> int:
    """Return the person a request speaks for; Trouble when the page does not show them."""
    digits = request.match_info["person"]
    return company.member(int(digits) if digits.isdecimal() else 0).user_id


@contextmanager
def refused_by_world() -> Iterator[None]:
    """Turn what a messenger would not offer into an answer for the page."""
    try:
        yield
    except ValueError as error:
        raise Trouble(409, "not_allowed", str(error)) from error
