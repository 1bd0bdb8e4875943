"""Errors a person is told about: each names its sentence in the locales and what to do next."""

from collections.abc import Mapping


class Refusal(Exception):
    """Something a person asked for that cannot be done, with the reason.

    `key` is a message of `locales/*/errors.ftl`; `facts` are its variables.
    """

    key = "error-refused"

    def __init__(self, key: str | None = None, **facts: str | int) -> None:
        self.key = key or self.key
        self.facts: Mapping[str, str | int] = facts
        super().__init__(self.key)


class NotAllowed(Refusal):
    """The person has no right to do this (any more)."""

    key = "error-not-allowed"


class OutOfDate(Refusal):
    """A button whose subject is gone or has changed."""

    key = "error-out-of-date"


class AlreadyDone(Refusal):
    """This very update had its effect before: Telegram delivered it a second time."""

    key = "error-already-done"


class Trouble(Exception):
    """A fault of the installation that an operator can mend: the text is a whole English sentence."""
