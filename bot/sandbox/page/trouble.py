"""Refusals of the page's own endpoints."""

from aiohttp import web


class Trouble(Exception):
    """A request the page refuses: HTTP status, a code its dictionaries know, a sentence for developers."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message

    def response(self) -> web.Response:
        """Return the JSON answer of this refusal."""
        return web.json_response({"code": self.code, "message": self.message}, status=self.status)


def bad(message: str, code: str = "bad_request") -> Trouble:
    """Return a 400."""
    return Trouble(400, code, message)


def missing(code: str, message: str) -> Trouble:
    """Return a 404."""
    return Trouble(404, code, message)
