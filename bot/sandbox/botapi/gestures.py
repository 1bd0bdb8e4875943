"""What people tap: inline buttons, keys of the reply keyboard, reactions, poll answers."""

from collections.abc import Iterable

from bot.sandbox.botapi.people import People
from bot.sandbox.botapi.records import Json


class Gestures(People):
    """The people's face of the world beyond words."""

    def tap(self, user: int, chat: int, message_id: int, data: str, *, force: bool = False) -> int:
        """Tap an inline button; ``force`` taps one that is no longer there, as an old client may."""
        place = self._enter(user, chat)
        post = place.posts.get(message_id)
        if not force:
            if post is None:
                raise ValueError(f"there is no message {message_id} in this chat")
            known = [button.get("callback_data") for button in inline_buttons(post.body)]
            if data not in known:
                raise ValueError(f"no button carries {data!r}; there are: {known}")
        message = {"chat": self.chat_body(place), "message_id": message_id, "date": 0}
        query: Json = {
            "id": self.ask(user, chat, message_id),
            "from": self.user_body(user),
            "message": post.body if post else message,
            "chat_instance": str(7_100_000_000_000_000 + abs(chat)),
            "data": data,
        }
        self.feed.publish("tap", chat, user=user, message_id=message_id, data=data, query_id=query["id"])
        return self.updates.put("callback_query", query)

    def press_key(self, user: int, text: str, *, chat: int | None = None) -> int:
        """Press a key of the reply keyboard: sends its word, or what the key asks for."""
        keyboard = self.reply_keyboard(chat or user, user)
        keys = [key for row in keyboard["keyboard"] for key in row] if keyboard else []
        key = next((known for known in keys if known["text"] == text), None)
        if key is None:
            raise ValueError(f"no key says {text!r}; there are: {[known['text'] for known in keys]}")
        if keyboard and keyboard.get("one_time_keyboard"):
            self.feed.publish("keyboard_hidden", chat or user, user=user)
        if key.get("request_contact"):
            return self.share_contact(user)
        if key.get("request_location"):
            return self.share_location(user, 57.1522, 65.5272)
        return self.say(user, text, chat=chat)

    def react(self, user: int, chat: int, message_id: int, emoji: str | None) -> int:
        """Put one reaction on a message, or take it back with None."""
        place = self._enter(user, chat)
        post = place.posts[message_id]
        old, new = post.reactions.get(user), emoji
        if new is None:
            post.reactions.pop(user, None)
        else:
            post.reactions[user] = new
        self.feed.publish("reaction", chat, message_id=message_id, reactions=post.reaction_counts())
        change: Json = {
            "chat": self.chat_body(place),
            "message_id": message_id,
            "user": self.user_body(user),
            "date": self.timestamp(),
            "old_reaction": [{"type": "emoji", "emoji": old}] if old else [],
            "new_reaction": [{"type": "emoji", "emoji": new}] if new else [],
        }
        if place.is_group and place.bot_status != "administrator":
            return 0
        return self.updates.put("message_reaction", change)

    def vote(self, user: int, chat: int, message_id: int, options: Iterable[int]) -> int:
        """Choose answers of a poll by position; none takes the vote back."""
        place = self._enter(user, chat)
        post = place.posts[message_id]
        poll = post.body["poll"]
        chosen = sorted(set(options))
        if poll["is_closed"]:
            raise ValueError("the poll is closed")
        if len(chosen) > 1 and not poll["allows_multiple_answers"]:
            raise ValueError("the poll takes one answer")
        post.votes[user] = chosen
        counts = [sum(place in vote for vote in post.votes.values()) for place in range(len(poll["options"]))]
        answers = [
            {**option, "voter_count": count} for option, count in zip(poll["options"], counts, strict=True)
        ]
        voters = sum(bool(vote) for vote in post.votes.values())
        post.body = {**post.body, "poll": {**poll, "options": answers, "total_voter_count": voters}}
        self.feed.publish("edited", chat, message=post.body)
        if poll["is_anonymous"]:
            return self.updates.put("poll", post.body["poll"])
        answer = {"poll_id": poll["id"], "user": self.user_body(user), "option_ids": chosen}
        persistent = [answers[place]["persistent_id"] for place in chosen]
        return self.updates.put("poll_answer", {**answer, "option_persistent_ids": persistent})

    def reply_keyboard(self, chat: int, user: int) -> Json | None:
        """Return the reply keyboard this person sees in a chat, None when there is none."""
        return self.chats[chat].keyboards.get(user)


def inline_buttons(body: Json) -> list[Json]:
    """Return all inline buttons of a message, row by row."""
    return [button for row in body.get("reply_markup", {}).get("inline_keyboard", ()) for button in row]
