"""Files of messages, served so that none of them can act as a page."""

from urllib.parse import quote

from aiohttp import web

from bot.sandbox.botapi.world import World
from bot.sandbox.page.guard import Handler, own_page
from bot.sandbox.page.trouble import Trouble, missing

# Only these are shown by the browser itself; HTML, SVG, PDF and all others are downloads.
SHOWN = frozenset(
    {
        *("image/png", "image/jpeg", "image/gif", "image/webp"),
        *("video/mp4", "video/webm"),
        *("audio/mpeg", "audio/mp4", "audio/ogg", "audio/wav", "audio/webm"),
    }
)
FILE_POLICY = "default-src 'none'; sandbox"


def download(world: World) -> Handler:
    """Return what serves ``/api/files/<file_id>``, whole or in the one range a player asks for."""

    async def serve(request: web.Request) -> web.Response:
        file_id = request.match_info["file_id"]
        stored = world.files.find(file_id)
        data = world.files.data(file_id)
        if stored is None or data is None:
            raise missing("no_file", "the file is unknown or forgotten")
        headers = {"Content-Security-Policy": FILE_POLICY, "Accept-Ranges": "bytes"}
        kind = stored.mime if stored.mime in SHOWN else "application/octet-stream"
        if stored.mime not in SHOWN:
            headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(stored.name, safe='')}"
        start, stop = _range(request, len(data))
        if (start, stop) == (0, len(data)):
            return web.Response(body=data, content_type=kind, headers=headers)
        headers["Content-Range"] = f"bytes {start}-{stop - 1}/{len(data)}"
        return web.Response(status=206, body=data[start:stop], content_type=kind, headers=headers)

    return own_page(serve)


def _range(request: web.Request, size: int) -> tuple[int, int]:
    try:
        wanted = request.http_range
    except ValueError:
        raise Trouble(416, "bad_request", "the range is not understood") from None
    start, stop, _ = wanted.indices(size)
    if start >= stop and size:
        raise Trouble(416, "bad_request", "the range lies outside of the file")
    return start, stop
