"""The personal data of the help desk: what somebody asked, answered, was about to type, and tied.

What was sent about a question goes with its messages: the tables' own keys see to it. What an assistant
asked for somebody else stays that person's; of the assistant's chat only a number is left that is no chat.
"""

from bot.shared.personal import Owner, PersonalRows, Subject


def _no_chat(subject: Subject) -> dict[str, object]:
    return {"chat_id": -subject.person_id}


PERSONAL_DATA = (
    PersonalRows("question_messages", "question_id", within="questions"),
    PersonalRows("question_messages", "author_id", blank=lambda _: {"author_id": None}, exported=False),
    PersonalRows("questions"),
    PersonalRows("questions", "staff_id", blank=lambda _: {"staff_id": None}, exported=False),
    PersonalRows("questions", "chat_id", Owner.ACCOUNT, _no_chat, exported=False),
    PersonalRows("question_messages", "chat_id", Owner.ACCOUNT, _no_chat, exported=False),
    PersonalRows("question_posts", "chat_id", Owner.ACCOUNT, _no_chat, exported=False),
    PersonalRows("album_items", "chat_id", Owner.ACCOUNT),
    PersonalRows("entries", "user_id", Owner.ACCOUNT, exported=False),
    PersonalRows("bindings", "bound_by", Owner.ACCOUNT, blank=lambda _: {"bound_by": 0}, exported=False),
)
