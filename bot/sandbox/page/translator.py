"""From the world's feed to what the browser is told."""

from bot.sandbox.botapi.records import Json
from bot.sandbox.page.cast import CastMember
from bot.sandbox.page.company import Company
from bot.sandbox.page.log import EventLog

# These change nobody's menu, keyboard or standing.
_QUIET = frozenset({"edited", "deleted", "reaction", "tap", "chat_action", "callback_answer"})


_FIELDS: dict[str, tuple[str, ...]] = {
    "message": ("message",),
    "edited": ("message",),
    "reaction": ("message_id", "reactions"),
    "tap": ("user", "message_id", "data", "query_id"),
    "callback_answer": ("user", "query_id", "text", "alert", "url"),
    "chat_action": ("action",),
}


class Translator:
    """Listens to the world; after each event it also tells whose menu, keyboard or standing changed."""

    def __init__(self, company: Company, log: EventLog) -> None:
        self._company = company
        self._log = log
        self._people = {member.user_id: company.person_body(member) for member in company.cast.members}
        self._heads = {chat: company.chat_head(chat) for chat in company.chats()}

    def hear(self, event: Json) -> None:
        """Take one event of the world."""
        chat = event.get("chat")
        if chat is not None and self._company.shows(chat):
            told = _told(event)
            if told is not None:
                self._log.append({**told, "chat": chat})
            self._follow(chat, event)
            self._tell_head(chat)
        if event["kind"] not in _QUIET:
            for member in self._company.touched_by(None if _is_leaving(event) else chat):
                self._tell_person(member)

    def newcomer(self, member: CastMember) -> None:
        """Tell about a person just added to the page."""
        self._heads[member.user_id] = self._company.chat_head(member.user_id)
        self._tell_person(member)

    def _follow(self, chat: int, event: Json) -> None:
        successor = event.get("message", {}).get("migrate_to_chat_id")
        if successor is not None:
            self._company.follow_group(chat, successor)
            self._log.append({"kind": "reload"})

    def _tell_head(self, chat: int) -> None:
        if not self._company.shows(chat):
            return
        head = self._company.chat_head(chat)
        if head != self._heads.get(chat):
            self._heads[chat] = head
            self._log.append({"kind": "head", "chat": chat, "head": head})

    def _tell_person(self, member: CastMember) -> None:
        body = self._company.person_body(member)
        if body != self._people.get(member.user_id):
            self._people[member.user_id] = body
            self._log.append({"kind": "person", "person": body})


def _is_leaving(event: Json) -> bool:
    """Tell whether somebody left a chat: the chat no longer leads to them."""
    return "left_chat_member" in event.get("message", {})


def _told(event: Json) -> Json | None:
    kind = event["kind"]
    if kind == "deleted":
        return {"kind": kind, "message_ids": [event["message_id"]]}
    if kind == "keyboard":
        asks = event["markup"].get("force_reply")
        return {"kind": "asked", "user": event["user"], "message_id": event["message_id"]} if asks else None
    fields = _FIELDS.get(kind)
    return None if fields is None else {"kind": kind, **{name: event[name] for name in fields}}
