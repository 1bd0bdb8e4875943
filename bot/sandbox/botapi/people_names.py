"""Entities that name a person carry the person's current name."""

from bot.sandbox.botapi.records import Json
from bot.sandbox.botapi.state import State


def with_users(state: State, entities: list[Json]) -> list[Json]:
    """Fill in the users of mentions by id; drop mentions of people the bot has never met."""
    if not any(entity["type"] == "text_mention" for entity in entities):
        return entities
    filled = []
    for entity in entities:
        if entity["type"] == "text_mention":
            person = state.people.get(entity["user"]["id"])
            if person is None or not person.known:
                continue
            entity = {**entity, "user": person.as_user()}  # noqa: PLW2901 - the filled-in copy takes its place
        filled.append(entity)
    return filled
