"""The parameters of one call: form fields, JSON and uploaded files read alike."""

import json
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.botapi.errors import bad_request


@dataclass(frozen=True)
class Upload:
    """A file sent with a call."""

    name: str
    mime: str
    data: bytes


@dataclass
class Params:
    """Named values of a call; reading is as lenient about types as the public server is."""

    values: dict[str, Any]
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str, default: str = "") -> str:
        """Return a string, the default when absent."""
        value = self.values.get(name)
        if value is None:
            return default
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    def number(self, name: str, default: int = 0) -> int:
        """Return a whole number, the default when absent or no number."""
        value = self.values.get(name)
        if value is None or isinstance(value, bool):
            return default
        try:
            return int(value)
        except (TypeError, ValueError):
            return default

    def real(self, name: str) -> float | None:
        """Return a real number, None when absent or no number."""
        try:
            return float(self.values[name])
        except (KeyError, TypeError, ValueError):
            return None

    def flag(self, name: str) -> bool:
        """Return a truth value: true, yes and 1 in any writing."""
        value = self.values.get(name)
        return value is True or (value is not None and str(value).lower() in {"true", "yes", "1"})

    def has(self, name: str) -> bool:
        """Tell whether the parameter was given with a value."""
        return self.values.get(name) not in (None, "")

    def structure(self, name: str, what: str) -> Any:
        """Return a JSON-serialized value; None when absent.

        Raises the 400 «can't parse <what> JSON object» for anything that is no JSON.
        """
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {what} JSON object") from None

    def mapping(self, name: str, what: str) -> dict[str, Any] | None:
        """Return a JSON object; refuse other JSON."""
        value = self.structure(name, what)
        if value is not None and not isinstance(value, dict):
            raise bad_request(f"object expected as {what}")
        return value

    def chat(self, name: str = "chat_id") -> str:
        """Return a chat identifier as text; refuse an empty one."""
        value = self.text(name).strip()
        if not value:
            raise bad_request(f"{name} is empty")
        return value
