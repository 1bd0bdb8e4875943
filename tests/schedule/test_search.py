"""Searching the programme by words."""

from collections.abc import AsyncIterator
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.people.model import Visitor
from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import World
from bot.schedule.search import LONGEST, guesses, is_found, query_words, sought, words_about
from bot.schedule.search_actions import search
from bot.shared.clock import ManualClock
from bot.shared.errors import NotAllowed
from bot.ui.search import SearchButton, packed, unpacked
from db.engine import Database
from db.schedule import events
from tests import stage as telegram
from tests.conftest import MOMENT
from tests.schedule.builders import changed, event
from tests.schedule.stage import Stage, add, add_event, set_stage

DAY = date(2025, 11, 18)
BUDGET = changed(
    event(1, DAY, "09:00", "10:00", title="Бюджет города: счёт и учёт"),
    speaker="заместитель губернатора",
    room="Зал 205",
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("бюджет", True),
        ("БЮДЖЕТА", True),
        ("учет", True),
        ("учёту", True),
        ("губернатор", True),
        ("заместителя губернатора", True),
        ("зал 205", True),
        ("205", True),
        ("бюдж", True),
        ("в зале 205", True),
        ("byudzhet", True),
        ("зал 20", False),
        ("бюджет 207", False),
        ("счётчик", False),
        ("бю", False),
        ("экология", False),
        ("", False),
    ],
)
def test_words_find_an_event_in_any_spelling(query: str, found: bool) -> None:
    assert is_found(BUDGET, sought(query_words(query), words_about(BUDGET))) is found


INVESTMENT = event(
    2, DAY, "11:00", "12:00", title="Инвестиции и участники градостроительства: стратегия развития"
)
VOCABULARY = {*words_about(BUDGET), *words_about(INVESTMENT)}


@pytest.mark.parametrize(
    ("query", "found", "guessed"),
    [
        ("бюджету", {1}, ()),
        ("бюджту", {1}, ("бюджет",)),
        ("бюдежт", {1}, ("бюджет",)),
        ("бджет города", {1}, ("бюджет",)),
        ("byudzet", {1}, ("бюджет",)),
        ("губернатар", {1}, ("губернатора",)),
        ("инвсет", {2}, ("инвестиции",)),
        ("градостраительства", {2}, ("градостроительства",)),
        ("стратегея развитея", {2}, ("развития", "стратегия")),
        ("участников", {2}, ()),
        ("стратегея бюджета", set(), ()),
        ("зол", set(), ()),
        ("зал 206", set(), ()),
        ("экология", set(), ()),
        ("трагедия", set(), ()),
    ],
)
def test_a_mistyped_word_finds_what_was_meant(query: str, found: set[int], guessed: tuple[str, ...]) -> None:
    words = sought(query_words(query), VOCABULARY)
    hits = [one for one in (BUDGET, INVESTMENT) if is_found(one, words)]
    assert ({one.id for one in hits}, guesses(words, hits)) == (found, guessed)


def test_a_word_that_stands_as_typed_is_not_taken_for_another() -> None:
    known = {"учет", "учит", "счет"}
    assert [one.known for one in sought(("счет",), known)] == [{"счет"}]


@given(st.sampled_from(sorted(word for word in VOCABULARY if len(word) >= 6)), st.data())
def test_two_neighbours_swapped_still_find_the_word(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(min_value=0, max_value=len(word) - 2))
    swapped = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    (meant,) = sought((swapped,), VOCABULARY)
    assert word in meant.known


@given(st.text(max_size=200))
def test_a_query_fits_a_button_and_finds_the_same_from_there(text: str) -> None:
    words = query_words(text)
    assert len(" ".join(words)) <= LONGEST
    data = SearchButton(page=999, words=packed(words)).pack()
    assert len(data.encode()) <= 64
    assert SearchButton.unpack(data).words == packed(words)


@given(st.lists(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюяabcxyz0189", min_size=1), max_size=5))
def test_packed_words_come_back_as_they_were(words: list[str]) -> None:
    assert unpacked(packed(tuple(words))) == tuple(words)


async def _titles(database: Database, visitor: Visitor, words: str) -> list[str]:
    view = await search(database, ManualClock(MOMENT), visitor, query_words(words))
    return [hit.event.title for hit in view.hits]


async def test_only_published_events_of_own_streams_are_found(database: Database, stage: Stage) -> None:
    assert await _titles(database, stage.anna, "запуск") == []
    assert await _titles(database, stage.gleb, "запуск") == ["Чужой запуск"]
    assert await _titles(database, stage.gleb, "стратегия") == []
    assert await _titles(database, stage.vera, "запуск") == ["Чужой запуск"]
    assert await _titles(database, stage.vera, "стратегия") == ["Стратегия города"]
    assert await _titles(database, stage.organizer, "черновик") == []
    assert await _titles(database, stage.newcomer, "стратегия") == []
    with pytest.raises(NotAllowed):
        await _titles(database, Visitor(99, 99, "ru"), "стратегия")


async def test_events_of_other_groups_are_found_and_marked(database: Database, stage: Stage) -> None:
    view = await search(database, ManualClock(MOMENT), stage.anna, ("практикум",))
    assert [(hit.event.title, hit.own) for hit in view.hits] == [
        ("Практикум А", True),
        ("Практикум Б", False),
    ]


async def test_what_is_ahead_comes_first_and_the_past_last(database: Database, stage: Stage) -> None:
    clock = ManualClock(MOMENT + timedelta(hours=3))
    view = await search(database, clock, stage.organizer, ("город",))
    assert [hit.event.title for hit in view.hits] == ["Ночной город", "Стратегия города"]


@pytest.fixture
async def chat(
    world: World, server: BotApiServer, database: Database, database_url: str, clock: ManualClock
) -> AsyncIterator[telegram.Stage]:
    """The running bot, with many workshops in its programme."""
    await set_stage(database)
    async with database.write() as tx:
        for number in range(101, 109):
            await add(tx, events, {"id": number, "stream_id": 5, "code": f"П-{number}"})
            day = date(2025, 11, 19 + number % 2)
            await add_event(
                tx, number, 50, title=f"Проектная мастерская {number}", day=day, starts=time(number - 100),
                ends=time(number - 99), room="Зал <5>", speaker="эксперт & наставник",
            )  # fmt: skip
    async with telegram.staged(telegram.Stage(world, server, database, database_url, clock)) as running:
        yield running


async def test_one_searches_turns_the_page_and_opens_a_card(chat: telegram.Stage) -> None:
    anna = await chat.enter("Ч-1")
    await anna.send("/search проектные мастерские")
    assert anna.text.splitlines()[:5] == [
        "Найдено по словам «проектные мастерские»: 8",
        "",
        "Ср, 19 ноября (Тюмень, МСК+2)",
        "1. 02:00–03:00 Проектная мастерская 102",
        "Зал <5> · эксперт & наставник",
    ]
    await anna.tap("Ещё ›")
    anna.sees("Чт, 20 ноября (Тюмень, МСК+2)\n7. 05:00–06:00 Проектная мастерская 105")
    await anna.tap("8")
    anna.sees("Проектная мастерская 107\nЧт, 20 ноября, 07:00–08:00")


async def test_one_may_say_find_instead_of_the_command(chat: telegram.Stage) -> None:
    anna = await chat.enter("Ч-1")
    for words in ("найди стратегию", "Найди: Стратегия", "find strategiya", "поиск стратегия"):
        await anna.send(words)
        anna.sees("1. 09:00–10:30 Стратегия города")
    await anna.send("/search")
    anna.sees("Поиск по программе: название, спикер, зал.")
    await anna.send("найди экологию <b>")
    anna.sees("По словам «экологию b» в ваших потоках ничего не нашёл.")


async def test_a_mistyped_word_is_told_to_be_read_as_another(chat: telegram.Stage) -> None:
    anna = await chat.enter("Ч-1")
    await anna.send("/search праектная мастерская 104")
    assert anna.text.splitlines()[:2] == [
        "Найдено по словам «праектная мастерская 104»: 1",
        "Точно таких слов в программе нет, показываю похожие: «проектная».",
    ]
    await anna.send("/search праектная")
    await anna.tap("Ещё ›")
    anna.sees("показываю похожие: «проектная».")
    anna.sees("7. 05:00–06:00 Проектная мастерская 105")
    await anna.send("/search чужйо")
    anna.sees("ничего не нашёл")


async def test_search_leads_to_nothing_of_another_stream(chat: telegram.Stage) -> None:
    anna = await chat.enter("Ч-1")
    await anna.send("/search чужой запуск")
    anna.sees("ничего не нашёл")
    await anna.press(SearchButton(words=packed(("запуск",))).pack())
    assert "Чужой запуск" not in "".join(message.get("text", "") for message in anna.messages())
    gleb = await chat.enter("Ч-4", stream="К1")
    await gleb.send("/search запуск")
    gleb.sees("1. 09:00–10:00 Чужой запуск")
    vera = await chat.enter("Ч-3")
    await vera.send("/search стратегия")
    vera.sees("Поток: Школа мэров, Поток 5")
