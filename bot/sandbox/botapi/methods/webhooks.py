"""Where updates go: webhook settings, logging out."""

import re
from typing import Any
from urllib.parse import urlsplit

from bot.sandbox.botapi.errors import bad_request
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.polling import allowed_updates
from bot.sandbox.botapi.records import Json
from bot.sandbox.botapi.state import State

CONNECTIONS = 40
MOST_CONNECTIONS = 100
SECRET_LIMIT = 256
_SECRET = re.compile(r"[A-Za-z0-9_-]*")
_LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})


def set_webhook(state: State, params: Params) -> bool:
    """Send updates to an address; an empty one ends it (core.telegram.org/bots/api#setwebhook)."""
    url = params.text("url").strip()
    if params.flag("drop_pending_updates"):
        state.updates.drop()
    if not url:
        state.change_webhook({"url": ""})
        return True
    _check_address(url)
    secret = params.text("secret_token")
    if len(secret) > SECRET_LIMIT:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    state.updates.allow(allowed_updates(params))
    state.change_webhook(
        {
            "url": url,
            "secret_token": secret,
            "max_connections": min(max(params.number("max_connections", CONNECTIONS), 1), MOST_CONNECTIONS),
            "ip_address": params.text("ip_address"),
        }
    )
    return True


def _check_address(url: str) -> None:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise bad_request("invalid webhook URL specified") from None
    if not parts.hostname:
        raise bad_request("invalid webhook URL specified")
    if parts.hostname in _LOCAL:
        # As the public server does when it runs on one's own machine.
        return
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if port not in {None, 443, 80, 88, 8443}:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


def delete_webhook(state: State, params: Params) -> bool:
    """End the delivery to an address."""
    if params.flag("drop_pending_updates"):
        state.updates.drop()
    state.change_webhook({"url": ""})
    return True


def get_webhook_info(state: State, params: Params) -> Json:
    """Return the settings, how many updates wait and what went wrong last."""
    _ = params
    hook = state.webhook
    info: Json = {
        "url": hook["url"],
        "has_custom_certificate": False,
        "pending_update_count": len(state.updates.pending),
    }
    if hook["url"]:
        info["max_connections"] = hook["max_connections"]
        for name in ("ip_address", "last_error_date", "last_error_message"):
            if hook.get(name):
                info[name] = hook[name]
    if state.updates.allowed is not None:
        info["allowed_updates"] = sorted(state.updates.allowed)
    return info


def log_out(state: State, params: Params) -> bool:
    """Say that the bot moves to another server; here nothing changes."""
    _ = state, params
    return True


METHODS: dict[str, Any] = {
    "setwebhook": set_webhook,
    "deletewebhook": delete_webhook,
    "getwebhookinfo": get_webhook_info,
    "logout": log_out,
    "close": log_out,
}
