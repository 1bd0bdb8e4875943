"""The page itself: HTML, styles, scripts and words from the folder ``static``."""

from pathlib import Path

from aiohttp import web

from bot.sandbox.page.guard import PAGE_POLICY, Handler, local

FOLDER = Path(__file__).parent / "static"
TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
}


def index() -> Handler:
    """Return what serves the page."""
    return _file(FOLDER / "index.html", {"Content-Security-Policy": PAGE_POLICY})


def static_routes() -> list[web.RouteDef]:
    """Return a route for each file of the folder: a path outside of it cannot be asked for."""
    return [
        web.get(f"/static/{path.relative_to(FOLDER).as_posix()}", _file(path, {}))
        for path in sorted(FOLDER.rglob("*"))
        if path.suffix in TYPES and path.name != "index.html"
    ]


def _file(path: Path, headers: dict[str, str]) -> Handler:
    body = path.read_bytes()
    kind = TYPES[path.suffix]

    async def serve(_: web.Request) -> web.Response:
        return web.Response(body=body, content_type=kind, charset="utf-8", headers=headers)

    return local(serve)
