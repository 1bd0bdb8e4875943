"""Only this machine's own page may drive the people: other sites in the same browser may not."""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

from bot.sandbox.page.trouble import Trouble

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

LOCAL_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})
SAME_SITE = frozenset({"same-origin", "none"})
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; "
    "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
SAFE_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


def local(handler: Handler) -> Handler:
    """Answer only requests to this machine's own name, and never from a frame of somebody else's page.

    A foreign name in ``Host`` is how a remote page would reach a local server by DNS rebinding.
    """

    async def run(request: web.Request) -> web.StreamResponse:
        try:
            check_host(request)
            response = await handler(request)
        except Trouble as trouble:
            response = trouble.response()
        if not response.prepared:
            for name, value in SAFE_HEADERS.items():
                response.headers.setdefault(name, value)
        return response

    return run


def own_page(handler: Handler) -> Handler:
    """Answer only what the page itself asks: browsers tell where a request comes from."""

    async def run(request: web.Request) -> web.StreamResponse:
        check_source(request)
        return await handler(request)

    return local(run)


def check_host(request: web.Request) -> None:
    """Raise Trouble when the request is addressed to another name than this machine's."""
    try:
        name = urlsplit(f"//{request.host}").hostname
    except ValueError:
        name = None
    if name not in LOCAL_NAMES:
        raise Trouble(403, "foreign", "the sandbox answers on 127.0.0.1 and localhost only")


def check_source(request: web.Request) -> None:
    """Raise Trouble when a browser says that another page sent the request.

    Browsers always put ``Origin`` on a POST; what carries neither header is no browser.
    """
    origin = request.headers.get("Origin")
    if origin is not None and origin != f"{request.scheme}://{request.host}":
        raise Trouble(403, "foreign", "the request comes from another page")
    if request.headers.get("Sec-Fetch-Site", "none") not in SAME_SITE:
        raise Trouble(403, "foreign", "the request comes from another page")
