"""Reading what a request carries, however it comes over the network."""

import asyncio
from unittest.mock import Mock

import pytest
from aiohttp import StreamReader
from aiohttp.base_protocol import BaseProtocol
from aiohttp.test_utils import make_mocked_request

from bot.sandbox.botapi.reading import read_params

HEAD = b'--b\r\nContent-Disposition: form-data; name="photo"; filename="a.png"\r\n\r\n'
TAIL = b"\r\n--b--\r\n"


@pytest.mark.parametrize("pieces", [(300_000,), (3, 5, 290_000), (70_000, 2, 390_000), (1, 1, 1, 1)])
async def test_a_file_is_read_whole_in_whatever_pieces_it_comes(pieces: tuple[int, ...]) -> None:
    content = StreamReader(Mock(BaseProtocol, _reading_paused=False), 1 << 16)
    headers = {"Content-Type": "multipart/form-data; boundary=b"}
    request = make_mocked_request("POST", "/", headers=headers, payload=content)
    reading = asyncio.create_task(read_params(request))
    for piece in (HEAD, *(b"x" * size for size in pieces), TAIL):
        content.feed_data(piece)
        await turns()
    content.feed_eof()
    assert (await reading).files["photo"].data == b"x" * sum(pieces)


async def turns() -> None:
    """Let the reader take what there is."""
    for _turn in range(5):
        await asyncio.sleep(0)
