import json
import re

import aiohttp
import pytest
from yarl import URL

from bot.sandbox.page.assets import FOLDER
from tests.sandbox.page.stage import Stage

SCRIPTS = {path.name: path.read_text() for path in sorted((FOLDER / "js").glob("*.js"))}
RUSSIAN = json.loads((FOLDER / "words" / "ru.json").read_text())
ENGLISH = json.loads((FOLDER / "words" / "en.json").read_text())
# Keys built at run time: `gist.${kind}`, `theme.${theme()}`, `error.${code}`.
BUILT = {key for key in RUSSIAN if key.split(".")[0] in {"gist", "theme", "error"}}


def test_both_languages_have_the_same_words() -> None:
    assert RUSSIAN.keys() == ENGLISH.keys()


def test_a_phrase_takes_the_same_values_in_both_languages() -> None:
    def places(words: dict[str, str]) -> dict[str, set[str]]:
        return {key: set(re.findall(r"\{(\w+)\}", phrase)) for key, phrase in words.items()}

    assert places(RUSSIAN) == places(ENGLISH)


def test_scripts_use_exactly_the_words_there_are() -> None:
    said = {key for text in SCRIPTS.values() for key in re.findall(r"\"([a-z]+(?:\.[a-z]+)?)\"", text)}
    asked = {key for text in SCRIPTS.values() for key in re.findall(r"\bt\(\"([a-z.]+)\"", text)}
    assert asked - RUSSIAN.keys() == set()
    assert RUSSIAN.keys() - BUILT - said == set()


def test_every_code_of_a_refusal_has_words() -> None:
    sources = "".join(path.read_text() for path in FOLDER.parent.glob("*.py"))
    pattern = r'Trouble\(\d+, "(\w+)"|missing\("(\w+)"|bad\([^()]*(?:\{[^}]*\}[^()]*)*, "(\w+)"\)'
    codes = {code for found in re.findall(pattern, sources) for code in found if code}
    assert {f"error.{code}" for code in codes} - RUSSIAN.keys() == set()
    assert len(codes) >= 10


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_never_makes_markup_of_data(name: str) -> None:
    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser"
    assert re.findall(forbidden, SCRIPTS[name]) == []


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_keeps_to_one_concern(name: str) -> None:
    assert SCRIPTS[name].count("\n") <= 200


def test_the_page_loads_nothing_from_elsewhere() -> None:
    shipped = [path for path in FOLDER.rglob("*") if path.suffix in {".html", ".css", ".svg"}]
    addresses = {
        found for path in shipped for found in re.findall(r"(?:https?:)?//[^\s\"')]+", path.read_text())
    }
    assert addresses == {"http://www.w3.org/2000/svg"}


async def test_the_page_may_run_only_its_own_scripts(http: aiohttp.ClientSession) -> None:
    async with http.get("/") as answer:
        policy = dict(part.split(" ", 1) for part in answer.headers["Content-Security-Policy"].split("; "))
    assert (answer.status, answer.content_type) == (200, "text/html")
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"


async def test_every_shipped_file_is_served_with_its_type(http: aiohttp.ClientSession) -> None:
    types = {
        ".css": "text/css",
        ".js": "text/javascript",
        ".json": "application/json",
        ".svg": "image/svg+xml",
    }
    for path in (one for one in FOLDER.rglob("*") if one.suffix in types):
        async with http.get(f"/static/{path.relative_to(FOLDER).as_posix()}") as answer:
            assert (answer.status, answer.content_type) == (200, types[path.suffix])
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert await answer.read() == path.read_bytes()


@pytest.mark.parametrize(
    "path", ["/static/../routes.py", "/static/%2e%2e/routes.py", "/static/js/../../assets.py", "/static/"]
)
async def test_nothing_outside_the_folder_is_served(
    stage: Stage, http: aiohttp.ClientSession, path: str
) -> None:
    async with http.get(URL(stage.url + path, encoded=True)) as answer:
        assert answer.status == 404
