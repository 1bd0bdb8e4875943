"""Reading the JSON bodies of the page's requests, with a clear word about what is wrong."""

import json
import math
import re
from typing import Any

from aiohttp import web

from bot.sandbox.page.trouble import Trouble, bad

BODY_LIMIT = 64 * 1024
# https://core.telegram.org/bots/api#sendmessage: 1-4096 characters.
TEXT_LIMIT = 4096
# https://core.telegram.org/bots/features#deep-linking: up to 64 of A-Z, a-z, 0-9, _ and -.
PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")


class Body:
    """A JSON object sent by the page; each reader raises Trouble when its field is not as it must be."""

    def __init__(self, fields: dict[str, Any]) -> None:
        self._fields = fields

    def text(self, name: str, limit: int = TEXT_LIMIT) -> str:
        """Return a text that is not blank and not longer than the limit."""
        value = self.optional_text(name, limit)
        if not value.strip():
            raise bad(f"the field {name} is empty", "empty_text")
        return value

    def optional_text(self, name: str, limit: int = TEXT_LIMIT) -> str:
        """Return a text, "" when it is left out."""
        value = self._fields.get(name, "")
        if not isinstance(value, str):
            raise bad(f"the field {name} must be a text")
        if len(value) > limit:
            raise bad(f"the field {name} is longer than {limit} characters", "too_long")
        return value

    def number(self, name: str) -> int:
        """Return a whole number."""
        value = self.optional_number(name)
        if value is None:
            raise bad(f"the field {name} is missing")
        return value

    def optional_number(self, name: str) -> int | None:
        """Return a whole number, None when it is left out."""
        value = self._fields.get(name)
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool):
            raise bad(f"the field {name} must be a whole number")
        return value

    def flag(self, name: str) -> bool:
        """Return yes or no."""
        value = self._fields.get(name)
        if not isinstance(value, bool):
            raise bad(f"the field {name} must be true or false")
        return value

    def degrees(self, name: str, bound: float) -> float:
        """Return a coordinate between minus and plus the bound."""
        value = self._fields.get(name)
        if not isinstance(value, int | float) or isinstance(value, bool) or not math.isfinite(value):
            raise bad(f"the field {name} must be a number")
        if abs(value) > bound:
            raise bad(f"the field {name} must lie between -{bound:g} and {bound:g}")
        return float(value)

    def positions(self, name: str, count: int) -> list[int]:
        """Return whole numbers from 0 to below the count."""
        value = self._fields.get(name)
        fits = isinstance(value, list) and all(type(one) is int and 0 <= one < count for one in value)
        if not isinstance(value, list) or not fits:
            raise bad(f"the field {name} must list numbers from 0 to {count - 1}")
        return value

    def payload(self, name: str = "payload") -> str:
        """Return the parameter of a start link, "" when there is none."""
        value = self.optional_text(name, 64)
        if not PAYLOAD.fullmatch(value):
            raise bad(f"the field {name} may hold A-Z, a-z, 0-9, _ and - only")
        return value


async def read_body(request: web.Request) -> Body:
    """Return the request's JSON object; a form or a text would slip past the browser's preflight."""
    if request.content_type != "application/json":
        raise Trouble(415, "bad_request", "the body must be application/json")
    if (request.content_length or 0) > BODY_LIMIT:
        raise Trouble(413, "too_long", "the body is too long")
    try:
        fields = json.loads(await request.read())
    except ValueError:
        raise bad("the body is not JSON") from None
    if not isinstance(fields, dict):
        raise bad("the body must be a JSON object")
    return Body(fields)
