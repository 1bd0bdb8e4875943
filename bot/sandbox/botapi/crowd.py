"""Who is in the world: people, groups, and the bot's membership."""

from collections.abc import Iterable
from typing import Any

from bot.sandbox.botapi.records import Chat, Json, Person
from bot.sandbox.botapi.state import State

# Accounts above 2**31 are ordinary today: every second new person gets one.
FIRST_PERSON = 710_000_101
FIRST_LARGE_PERSON = 6_300_000_101
FIRST_GROUP = -4_120_000_100
FIRST_SUPERGROUP = -1_002_200_000_100


class Crowd(State):
    """Adds people and groups and moves them about."""

    def add_user(
        self,
        *,
        first_name: str,
        last_name: str = "",
        username: str | None = None,
        language_code: str = "ru",
        phone: str | None = None,
    ) -> int:
        """Add a person who has never met the bot and return the user id, which is also the chat's."""
        count = len(self.people)
        user_id = (FIRST_LARGE_PERSON if count % 2 else FIRST_PERSON) + 7 * count
        self.people[user_id] = Person(user_id, first_name, last_name, username, language_code, phone)
        self.chats[user_id] = Chat(user_id, "private")
        self.feed.publish("person", user_id, user=user_id)
        return user_id

    def add_group(self, title: str, members: Iterable[int], *, supergroup: bool = True) -> int:
        """Add a group without the bot and return its negative id; the first member owns it."""
        first = FIRST_SUPERGROUP if supergroup else FIRST_GROUP
        chat_id = first - 11 * len(self.chats)
        chat = Chat(chat_id, "supergroup" if supergroup else "group", title, bot_status="unknown")
        for position, user in enumerate(members):
            chat.members[user] = "member" if position else "creator"
        self.chats[chat_id] = chat
        self.feed.publish("group", chat_id)
        return chat_id

    def add_bot_to_group(self, chat_id: int, by: int, *, administrator: bool = False) -> int:
        """Add the bot (or change its rank) and return the id of the ``my_chat_member`` update."""
        chat = self.chats[chat_id]
        old = "left" if chat.bot_status == "unknown" else chat.bot_status
        chat.bot_status = "administrator" if administrator else "member"
        self._meet(by)
        update_id = self._membership_update(chat, by, old)
        if old not in {"member", "administrator"}:
            post = self.add_post(chat, by, {"new_chat_members": [self.bot_user()]}, service=True)
            self.updates.put("message", post.body)
        return update_id

    def remove_bot_from_group(self, chat_id: int, by: int) -> int:
        """Throw the bot out and return the id of the ``my_chat_member`` update."""
        chat = self.chats[chat_id]
        old, chat.bot_status = chat.bot_status, "kicked"
        self.add_post(chat, by, {"left_chat_member": self.bot_user()}, service=True)
        return self._membership_update(chat, by, old)

    def add_member(self, chat_id: int, user: int, *, by: int | None = None) -> int:
        """Let a person join a group and return the id of the service message's update."""
        chat = self.chats[chat_id]
        chat.members[user] = "member"
        post = self.add_post(chat, by or user, {"new_chat_members": [self.user_body(user)]}, service=True)
        return self._tell_if_present(chat, post.body)

    def remove_member(self, chat_id: int, user: int, *, by: int | None = None) -> int:
        """Let a person leave (or be removed by another) and return the update id."""
        chat = self.chats[chat_id]
        chat.members.pop(user, None)
        chat.keyboards.pop(user, None)
        post = self.add_post(chat, by or user, {"left_chat_member": self.user_body(user)}, service=True)
        return self._tell_if_present(chat, post.body)

    def set_rank(self, chat_id: int, user: int, status: str) -> None:
        """Make a member ``administrator``, ``member`` or ``creator``."""
        if status not in {"administrator", "member", "creator"}:
            raise ValueError(f"no such rank in a group: {status}")
        self.chats[chat_id].members[user] = status

    def migrate_group(self, chat_id: int) -> int:
        """Upgrade a basic group and return the id of the supergroup it became."""
        old = self.chats[chat_id]
        if old.kind != "group" or old.migrated_to is not None:
            raise ValueError("only a basic group can be upgraded, and only once")
        new_id = self.add_group(old.title, old.members)
        new = self.chats[new_id]
        new.members = dict(old.members)
        new.bot_status = old.bot_status
        owner = next(iter(old.members), self.bot_id)
        leaving = self.add_post(old, owner, {"migrate_to_chat_id": new_id}, service=True)
        arriving = self.add_post(new, owner, {"migrate_from_chat_id": chat_id}, service=True)
        old.migrated_to = new_id
        self._tell_if_present(old, leaving.body)
        self._tell_if_present(new, arriving.body)
        return new_id

    def block(self, user: int) -> int:
        """Let a person block the bot and return the update id."""
        return self._set_blocked(user, blocked=True)

    def unblock(self, user: int) -> int:
        """Let a person unblock the bot and return the update id."""
        return self._set_blocked(user, blocked=False)

    def deactivate(self, user: int) -> None:
        """Delete a person's account; Telegram tells bots nothing about it."""
        self.people[user].deactivated = True

    def _set_blocked(self, user: int, *, blocked: bool) -> int:
        person = self.people[user]
        if person.blocked == blocked:
            return 0
        person.blocked = blocked
        self._meet(user)
        self.feed.publish("block", user, user=user, blocked=blocked)
        old, new = ("member", "kicked") if blocked else ("kicked", "member")
        return self.updates.put("my_chat_member", self._change(self.chats[user], user, old, new))

    def _membership_update(self, chat: Chat, by: int, old: str) -> int:
        return self.updates.put("my_chat_member", self._change(chat, by, old, chat.bot_status))

    def _change(self, chat: Chat, by: int, old: str, new: str) -> Json:
        return {
            "chat": self.chat_body(chat),
            "from": self.user_body(by),
            "date": self.timestamp(),
            "old_chat_member": member_body(self.bot_user(), old),
            "new_chat_member": member_body(self.bot_user(), new),
        }

    def _tell_if_present(self, chat: Chat, body: Json) -> int:
        if chat.bot_status not in {"member", "administrator"}:
            return 0
        return self.updates.put("message", body)

    def _meet(self, user: int) -> Person:
        person = self.people[user]
        person.known = True
        return person


_RIGHTS_WORDS = (
    "can_manage_chat can_change_info can_delete_messages can_invite_users can_restrict_members "
    "can_pin_messages can_promote_members can_manage_video_chats can_post_stories can_edit_stories "
    "can_delete_stories"
)
_RIGHTS = tuple(_RIGHTS_WORDS.split())


def member_body(user: Json, status: str) -> Json:
    """Return the Bot API ``ChatMember`` of a status."""
    member: dict[str, Any] = {"user": user, "status": status}
    if status == "administrator":
        member |= {"can_be_edited": False, "is_anonymous": False}
        member |= dict.fromkeys(_RIGHTS, True)
    elif status == "creator":
        member["is_anonymous"] = False
    elif status == "kicked":
        member["until_date"] = 0
    return member
