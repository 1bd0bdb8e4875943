"""Which addresses Telegram takes for links, and how it writes them back."""

import re
from urllib.parse import parse_qs, urlsplit

from bot.sandbox.botapi.errors import Refusal, bad_request
from bot.sandbox.botapi.records import Json

_HOST = re.compile(r"[^\s/?#@:]+")
_PLAIN = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://|[a-zA-Z]+:")
_LABEL = re.compile(r"[^\W_]([\w-]*[^\W_])?")


def mentioned_user(url: str) -> int | None:
    """Return the user of ``tg://user?id=…``, None for any other address."""
    if not url.lower().startswith("tg://user?"):
        return None
    ids = parse_qs(url.partition("?")[2]).get("id", [])
    if len(ids) == 1 and ids[0].isdigit() and int(ids[0]) > 0:
        return int(ids[0])
    return None


def checked_link(url: str) -> str:
    """Return the address as the server stores it; raise ValueError with the server's reason.

    http, https, tg and ton are links; an address without a scheme counts as http.
    """
    url = url.strip()
    if not url:
        raise ValueError("URL is empty")
    scheme = url.split(":", 1)[0].lower() if _PLAIN.match(url) else ""
    if scheme in {"tg", "ton"}:
        return _checked_app_link(url, scheme)
    if "://" not in url:
        url = f"http://{url}"
        scheme = "http"
    if scheme not in {"http", "https"}:
        raise ValueError("Unsupported URL protocol")
    return _checked_web_link(url, scheme)


def _checked_app_link(url: str, scheme: str) -> str:
    rest = url[len(scheme) + 1 :].lstrip("/")
    host = _HOST.match(rest)
    if host is None:
        raise ValueError("Wrong HTTP URL")
    return f"{scheme}://{rest}"


def _checked_web_link(url: str, scheme: str) -> str:
    parts = urlsplit(url)
    try:
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise ValueError("Wrong port number specified in the URL") from None
    if not host:
        raise ValueError("URL host is empty")
    if " " in parts.netloc or "." not in host.strip("."):
        raise ValueError("Wrong HTTP URL")
    if not all(_LABEL.fullmatch(label) for label in host.split(".")):
        raise ValueError("Wrong HTTP URL")
    tail = parts.path or "/"
    if parts.query:
        tail += f"?{parts.query}"
    if parts.fragment:
        tail += f"#{parts.fragment}"
    authority = host if port is None else f"{host}:{port}"
    return f"{scheme}://{authority}{tail}"


def link_or_none(url: str) -> str | None:
    """Return the stored form of an address, None when it is no link."""
    try:
        return checked_link(url)
    except ValueError:
        return None


def link_entity(url: str) -> Json | None:
    """Return type and target of a link or a mention by id, None when the address is no link."""
    user = mentioned_user(url)
    if user is not None:
        return {"type": "text_mention", "user": {"id": user}}
    link = link_or_none(url)
    return None if link is None else {"type": "text_link", "url": link}


def button_url(url: str) -> str:
    """Return the stored form of a button's address or refuse the whole keyboard."""
    if mentioned_user(url) is not None:
        return url
    try:
        return checked_link(url)
    except ValueError as reason:
        raise wrong_button_url(url, str(reason)) from None


def wrong_button_url(url: str, reason: str) -> Refusal:
    """Return the refusal of a keyboard whose button leads nowhere."""
    return bad_request(f"inline keyboard button URL '{url}' is invalid: {reason}")
