"""What people write in their chats; each act queues an update for the bot and returns its id.

An act that the bot does not get to see (privacy mode in groups, an update kind it did not ask for)
returns 0. An act a messenger would not offer raises ValueError.
"""

import re

from bot.sandbox.botapi.content import forwarded_content, without
from bot.sandbox.botapi.crowd import Crowd
from bot.sandbox.botapi.entities_detect import detect
from bot.sandbox.botapi.entities_order import merge_detected, normalise
from bot.sandbox.botapi.images import picture_size
from bot.sandbox.botapi.media import Meta, media_fields
from bot.sandbox.botapi.records import Chat, Json, Post
from bot.sandbox.botapi.utf16 import cut

# core.telegram.org/bots/features#deep-linking
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")


class People(Crowd):
    """The people's face of the world."""

    def say(
        self,
        user: int,
        text: str,
        *,
        chat: int | None = None,
        reply_to: int | None = None,
        entities: list[Json] | None = None,
    ) -> int:
        """Write a text, perhaps a formatted one; ``chat`` None means the private chat with the bot."""
        content = self._worded("text", text, entities or [])
        if not content:
            raise ValueError("an empty message cannot be sent")
        return self._write(user, chat, content, reply_to)

    def forward(self, user: int, chat: int, message_id: int, *, to: int | None = None) -> int:
        """Forward a message from one chat to another (``to`` None: to the bot)."""
        body = self._enter(user, chat).posts[message_id].body
        return self._write(user, to, forwarded_content(body))

    def _worded(self, field: str, words: str, entities: list[Json]) -> Json:
        words, given = normalise(words, entities)
        found = merge_detected(given, detect(words))
        where = "entities" if field == "text" else "caption_entities"
        return {field: words, **({where: found} if found else {})} if words else {}

    def start(self, user: int, payload: str = "") -> int:
        """Press «Start», perhaps through a link with a payload; unblocks the bot as the button does."""
        if not _PAYLOAD.fullmatch(payload):
            raise ValueError("a start payload has at most 64 letters, digits, _ or -")
        if self.people[user].blocked:
            self.unblock(user)
        return self.say(user, f"/start {payload}".strip())

    def share_contact(
        self, user: int, *, contact_of: int | None = None, phone: str | None = None, chat: int | None = None
    ) -> int:
        """Send a phone number: the own one, another person's, or (``contact_of=0``) one without account."""
        contact: Json = {}
        if contact_of == 0:
            contact = {"phone_number": phone or "", "first_name": "Контакт"}
        else:
            person = self.people[contact_of or user]
            number = phone or person.phone
            if not number:
                raise ValueError("this person has no phone number")
            contact = {"phone_number": number.lstrip("+"), "first_name": person.first_name}
            if person.last_name:
                contact["last_name"] = person.last_name
            contact["user_id"] = person.id
        return self._write(user, chat, {"contact": contact})

    def share_location(self, user: int, latitude: float, longitude: float, *, chat: int | None = None) -> int:
        """Send a point on the map."""
        return self._write(user, chat, {"location": {"latitude": latitude, "longitude": longitude}})

    def send_file(  # noqa: PLR0913 - a file has many properties, all named
        self,
        user: int,
        kind: str,
        name: str,
        mime: str,
        data: bytes,
        *,
        caption: str = "",
        entities: list[Json] | None = None,
        chat: int | None = None,
        media_group: str | None = None,
        reply_to: int | None = None,
    ) -> int:
        """Send a file as a photo, document, video, audio, voice, animation, video_note or sticker."""
        size = picture_size(data) or (0, 0)
        if kind == "photo" and size == (0, 0):
            raise ValueError("a messenger sends only pictures as photos")
        stored = self.files.add(kind, data, name=name, mime=mime, size=size)
        content = media_fields(stored, Meta())
        content |= self._worded("caption", caption, entities or [])
        if media_group:
            content["media_group_id"] = media_group
        return self._write(user, chat, content, reply_to)

    def edit(
        self, user: int, chat: int, message_id: int, text: str, *, entities: list[Json] | None = None
    ) -> int:
        """Change an own text or caption and its formatting."""
        place = self._enter(user, chat)
        post = self._own(place, user, message_id)
        field = "text" if "text" in post.body else "caption"
        kept = without(frozenset({field, "entities", "caption_entities"}), post.body)
        self.rewrite(place, post, kept | self._worded(field, text, entities or []))
        return self._tell(place, post, "edited_message")

    def delete(self, user: int, chat: int, message_id: int) -> None:
        """Delete an own message for everybody; Telegram tells bots nothing about it."""
        place = self._enter(user, chat)
        self._own(place, user, message_id)
        self.remove_post(place, message_id)

    def _enter(self, user: int, chat: int) -> Chat:
        person, place = self.people[user], self.chats[chat]
        if person.deactivated:
            raise ValueError("this account is deleted")
        if place.is_group and user not in place.members:
            raise ValueError("this person is not in the group")
        if not place.is_group and chat != user:
            raise ValueError("a private chat belongs to its person")
        if not place.is_group and person.blocked:
            raise ValueError("this person has blocked the bot")
        return place

    def _own(self, place: Chat, user: int, message_id: int) -> Post:
        post = place.posts.get(message_id)
        if post is None or post.author != user or post.service:
            raise ValueError("only an own message can be changed")
        return post

    def _write(self, user: int, chat: int | None, content: Json, reply_to: int | None = None) -> int:
        place = self._enter(user, chat or user)
        if not place.is_group:
            self.people[user].started = True
        if reply_to is not None:
            answered = place.posts[reply_to].body
            content["reply_to_message"] = without(frozenset({"reply_to_message"}), answered)
        return self._tell(place, self.add_post(place, user, content), "message")

    def _tell(self, place: Chat, post: Post, kind: str) -> int:
        if not self._seen_by_bot(place, post.body):
            return 0
        self._meet(post.author)
        return self.updates.put(kind, post.body)

    def _seen_by_bot(self, place: Chat, body: Json) -> bool:
        """Apply privacy mode (core.telegram.org/bots/features#privacy-mode)."""
        if not place.is_group:
            return True
        if place.bot_status not in {"member", "administrator"}:
            return False
        if place.bot_status == "administrator" or self.reads_all_group_messages:
            return True
        if body.get("reply_to_message", {}).get("from", {}).get("id") == self.bot_id:
            return True
        words = body.get("text") or body.get("caption") or ""
        entities = body.get("entities") or body.get("caption_entities") or ()
        return any(self._addresses_bot(words, entity) for entity in entities)

    def _addresses_bot(self, words: str, entity: Json) -> bool:
        name = f"@{self.bot_username}".lower()
        part = cut(words, entity["offset"], entity["length"]).lower()
        if entity["type"] == "bot_command":
            return "@" not in part or part.endswith(name)
        return entity["type"] == "mention" and part == name
