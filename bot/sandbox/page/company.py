"""The people and chats of the page as JSON for the browser."""

from dataclasses import replace

from bot.sandbox.botapi.records import Json, Post
from bot.sandbox.botapi.world import World
from bot.sandbox.page.cast import Cast, CastMember
from bot.sandbox.page.trouble import Trouble, missing

# Enough for a day's talk; older messages come on request.
SHOWN_MESSAGES = 150


class Company:
    """Who is on the page now: the cast, and the people added to it since."""

    def __init__(self, world: World, cast: Cast) -> None:
        self.world = world
        self.cast = cast

    def member(self, user_id: int) -> CastMember:
        """Return a person of the page; Trouble when the page does not show them."""
        member = self.cast.find(user_id)
        if member is None:
            raise missing("no_person", "the page shows no such person")
        return member

    def chat_of(self, user_id: int, chat_id: int | None) -> int:
        """Return a chat this person is in (None: the private one); Trouble when there is none such."""
        if chat_id is None or chat_id == user_id:
            return user_id
        chat = self.world.chats.get(chat_id)
        if chat_id not in self.cast.groups or chat is None or user_id not in chat.members:
            raise missing("no_chat", "this person is in no such chat")
        return chat_id

    def group(self, chat_id: int) -> int:
        """Return a group of the page, whoever is in it; Trouble when there is none such."""
        if chat_id not in self.cast.groups or chat_id not in self.world.chats:
            raise missing("no_chat", "the page shows no such group")
        return chat_id

    def add(self, first_name: str, last_name: str, phone: str | None) -> CastMember:
        """Bring a new person into the world and onto the page."""
        user_id = self.world.add_user(first_name=first_name, last_name=last_name, phone=phone)
        member = CastMember(
            user_id, " ".join(filter(None, (first_name, last_name))), zone=self.cast.zone, added=True
        )
        self.cast = self.cast.joined_by(member)
        return member

    def chats(self) -> list[int]:
        """Return the ids of all chats on the page."""
        return [*(member.user_id for member in self.cast.members), *self.cast.groups]

    def shows(self, chat_id: int) -> bool:
        """Tell whether a chat is on the page."""
        return chat_id in self.cast.groups or self.cast.find(chat_id) is not None

    def touched_by(self, chat_id: int | None) -> list[CastMember]:
        """Return the people whom an event in this chat may concern; all of them for None."""
        if chat_id is None:
            return list(self.cast.members)
        chat = self.world.chats.get(chat_id)
        members = chat.members if chat is not None and chat_id in self.cast.groups else {chat_id: ""}
        return [member for member in self.cast.members if member.user_id in members]

    def person_body(self, member: CastMember) -> Json:
        """Return a person with the menu and the keyboard they have in each of their chats."""
        person = self.world.people[member.user_id]
        return {
            "id": member.user_id,
            "title": member.title,
            "note": member.note,
            "zone": member.zone,
            "added": member.added,
            "invitation": member.invitation,
            "user": person.as_user(),
            "phone": person.phone,
            "started": person.started,
            "blocked": person.blocked,
            "places": [self._place(member.user_id, chat) for chat in self._chats_of(member.user_id)],
        }

    def _chats_of(self, user_id: int) -> list[int]:
        groups = (self.world.chats.get(group) for group in self.cast.groups)
        return [user_id, *(chat.id for chat in groups if chat is not None and user_id in chat.members)]

    def _place(self, user_id: int, chat_id: int) -> Json:
        return {
            "chat": chat_id,
            "commands": self.world.commands_for(user_id, chat_id),
            "keyboard": self.world.reply_keyboard(chat_id, user_id),
        }

    def chat_body(self, chat_id: int) -> Json:
        """Return a chat with its latest messages."""
        chat = self.world.chats[chat_id]
        messages, earlier = self.messages(chat_id, None)
        return {"type": chat.kind, **self.chat_head(chat_id), "messages": messages, "earlier": earlier}

    def chat_head(self, chat_id: int) -> Json:
        """Return what stands above a chat's messages: title, members, the message pinned last."""
        chat = self.world.chats[chat_id]
        pinned = chat.posts.get(chat.pinned[-1]) if chat.pinned else None
        return {
            "id": chat_id,
            "title": chat.title,
            "members": list(chat.members) if chat.is_group else [chat_id],
            "pinned": message_body(pinned) if pinned else None,
        }

    def messages(self, chat_id: int, before: int | None) -> tuple[list[Json], bool]:
        """Return up to 150 messages (those before the given id), and whether there are earlier ones."""
        if not self.shows(chat_id):
            raise missing("no_chat", "the page shows no such chat")
        posts = list(self.world.chats[chat_id].posts.values())
        if before is not None:
            posts = [post for post in posts if 0 < post.body["message_id"] < before]
        return [message_body(post) for post in posts[-SHOWN_MESSAGES:]], len(posts) > SHOWN_MESSAGES

    def follow_group(self, old: int, new: int) -> None:
        """Show the supergroup that a group became in the group's place."""
        self.cast = replace(
            self.cast, groups=tuple(new if group == old else group for group in self.cast.groups)
        )

    def state_body(self, last_event: str) -> Json:
        """Return everything the page needs to draw itself."""
        return {
            "event": last_event,
            "now": int(self.world.clock.now().timestamp()),
            "zone": self.cast.zone,
            "bot": self.world.bot_user(),
            "people": [self.person_body(member) for member in self.cast.members],
            "chats": [self.chat_body(chat) for chat in self.chats()],
        }


def message_body(post: Post) -> Json:
    """Return a message as the page draws it: its Bot API JSON and the reactions put on it."""
    return {**post.body, "reactions": post.reaction_counts()} if post.reactions else post.body


def names(full: str) -> tuple[str, str]:
    """Split «Имя Фамилия» into first and last name; Trouble for a blank one."""
    first, _, last = " ".join(full.split()).partition(" ")
    if not first:
        raise Trouble(400, "empty_text", "a person needs a name")
    return first, last
