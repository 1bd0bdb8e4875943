"""What was found by words, on the screen."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.schedule.search import Hit, SearchView
from bot.ui.callbacks import PageNumber
from bot.ui.dates import capital, day_words
from bot.ui.paging import lines, page_of, page_rows, paragraphs, shortened
from bot.ui.schedule.buttons import EventButton
from bot.ui.schedule.wording import city_and_zone, event_line, home_row, stream_line
from bot.ui.screens import Screen, button
from bot.ui.texts import Markup, Texts

HITS = 6
"""Events on a page: with the longest lines and a heading for each they stay below 3,600 characters."""

GUESSED = 160
"""Characters of the words that were taken for mistyped ones."""

_RUSSIAN = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_NARROW = "ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&*"
_PACK = str.maketrans(_RUSSIAN + " ", _NARROW + "_")
_UNPACK = str.maketrans(_NARROW + "_", _RUSSIAN + " ")


class SearchButton(CallbackData, prefix="sf1"):
    """Opens a page of what was found; `words` are packed, a byte for a Russian letter."""

    page: PageNumber = 0
    words: Annotated[str, Field(max_length=48)]


def packed(words: tuple[str, ...]) -> str:
    """Write folded words for a button; letters other than Russian and Latin are left out."""
    text = " ".join(words).translate(_PACK)
    return "".join(letter for letter in text if letter.isascii())


def unpacked(text: str) -> tuple[str, ...]:
    """Read the words that `packed` wrote."""
    return tuple(text.translate(_UNPACK).split())


def search_screen(texts: Texts, view: SearchView, page: int = 0) -> Screen:
    """Show a page of what was found, by days, with a button to each card."""
    query = " ".join(view.words)
    if not view.hits:
        return Screen(lines(texts("search-nothing", words=query), texts("search-examples")), home_row(texts))
    shown = page_of(view.hits, page, HITS)
    listed: list[Markup] = []
    heading = Markup("")
    for number, hit in enumerate(shown.items, start=shown.first + 1):
        above = day_heading(texts, hit)
        if above != heading:
            heading = above
            listed.append(Markup(f"\n{above}"))
        listed.append(event_line(texts, number, hit.event, hit.reader, hit.module, hit.own))
    numbers = [
        button(str(number), EventButton(event_id=hit.event.id, everything=not hit.own))
        for number, hit in enumerate(shown.items, start=shown.first + 1)
    ]
    words = packed(view.words)
    before = SearchButton(page=max(0, shown.number - 1), words=words)
    after = SearchButton(page=shown.number + 1, words=words)
    title = texts("search-found", words=query, count=len(view.hits))
    if view.guessed:
        guessed = shortened(", ".join(view.guessed), GUESSED)
        title = lines(title, texts("search-guessed", words=guessed))
    rows = [numbers, *page_rows(texts, shown, before, after), *home_row(texts)]
    return Screen(paragraphs(lines(title, *listed)), rows)


def search_hint(texts: Texts) -> Screen:
    """Tell how to search."""
    return Screen(lines(texts("search-how"), texts("search-examples")), home_row(texts))


def day_heading(texts: Texts, hit: Hit) -> Markup:
    """Name the day, the place and its clock, and the stream where it is not the current one."""
    event = hit.event
    day = capital(day_words(texts, event.day, hit.reader.now.date()))
    place = city_and_zone(texts, event.city, event.zone, event.starts_at)
    return lines(texts("search-day", day=day, place=place), stream_line(texts, hit.reader))
