import aiohttp
import pytest

from tests.sandbox.page.stage import Stage


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:{port}", 200),
        ("localhost:{port}", 200),
        ("[::1]:{port}", 200),
        ("evil.example:{port}", 403),
        ("127.0.0.1.evil.example", 403),
        ("localhost.evil.example:{port}", 403),
        ("[::1", 403),
    ],
)
@pytest.mark.parametrize("path", ["/", "/api/state", "/static/js/main.js"])
async def test_only_this_machines_names_are_answered(
    stage: Stage, http: aiohttp.ClientSession, host: str, status: int, path: str
) -> None:
    port = stage.url.rpartition(":")[2]
    async with http.get(path, headers={"Host": host.format(port=port)}) as answer:
        assert answer.status == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Origin": "{own}"}, 200),
        ({"Origin": "{own}", "Sec-Fetch-Site": "same-origin"}, 200),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "http://127.0.0.1:1"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": ""}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
    ],
    ids=str,
)
async def test_another_page_cannot_speak_for_a_person(
    stage: Stage, http: aiohttp.ClientSession, headers: dict[str, str], status: int
) -> None:
    sent = {name: value.format(own=stage.url) for name, value in headers.items()}
    before = stage.texts(stage.anna)
    async with http.post(f"/api/people/{stage.anna}/say", json={"text": "Привет"}, headers=sent) as answer:
        assert answer.status == status
    assert stage.texts(stage.anna) == before + (["Привет"] if status == 200 else [])


@pytest.mark.parametrize(
    "path", ["/api/state", "/api/events", "/api/files/x", "/api/chats/1/messages?before=5"]
)
async def test_another_page_cannot_read(http: aiohttp.ClientSession, path: str) -> None:
    async with http.get(path, headers={"Sec-Fetch-Site": "cross-site"}) as answer:
        assert answer.status == 403
        assert "Access-Control-Allow-Origin" not in answer.headers
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]
)
async def test_a_form_of_a_foreign_page_is_no_json(
    stage: Stage, http: aiohttp.ClientSession, kind: str
) -> None:
    before = stage.texts(stage.anna)
    headers = {"Content-Type": kind}
    async with http.post(f"/api/people/{stage.anna}/say", data=b'{"text": "x"}', headers=headers) as answer:
        assert answer.status == 415
    assert stage.texts(stage.anna) == before
