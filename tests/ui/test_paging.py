import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ui.paging import PAGE, PART, Block, blocks_page, page_of, parts, shortened
from tests.ui.markup import visible


@given(items=st.lists(st.integers(), max_size=60), size=st.integers(1, 12))
def test_pages_divide_a_list_without_loss_or_repetition(items: list[int], size: int) -> None:
    first = page_of(items, 0, size)
    pages = [page_of(items, number, size) for number in range(first.count)]
    assert [item for page in pages for item in page.items] == items
    assert all(len(page.items) <= size for page in pages)
    assert [page.first for page in pages] == [number * size for number in range(first.count)]


@given(items=st.lists(st.integers(), max_size=30), number=st.integers(-5, 1000))
def test_a_page_that_is_not_there_means_the_nearest(items: list[int], number: int) -> None:
    page = page_of(items, number, 10)
    assert 0 <= page.number < page.count


words = st.text(alphabet="аб<&. \n", max_size=400)


@given(text=words, limit=st.integers(10, 80))
def test_a_long_text_is_divided_without_loss(text: str, limit: int) -> None:
    divided = parts(text, limit)
    assert "".join("".join(divided).split()) == "".join(text.split())
    assert all(0 < len(part) <= limit for part in divided)


@pytest.mark.parametrize(
    ("text", "divided"),
    [
        ("", []),
        ("  ", []),
        ("Коротко", ["Коротко"]),
        ("Первый абзац.\n\nВторой абзац тут", ["Первый абзац.", "Второй абзац тут"]),
        ("Раз два три. Четыре пять", ["Раз два три.", "Четыре пять"]),
        ("Слово за словом дальше", ["Слово за словом", "дальше"]),
        ("а" * 45, ["а" * 20, "а" * 20, "а" * 5]),
    ],
)
def test_a_text_is_divided_where_it_breathes(text: str, divided: list[str]) -> None:
    assert parts(text, 20) == divided


@given(text=words, limit=st.integers(8, 60))
def test_a_shortened_line_keeps_to_its_limit(text: str, limit: int) -> None:
    line = shortened(text, limit)
    assert len(line) <= limit
    assert "\n" not in line
    whole = " ".join(text.split())
    assert line == whole if len(whole) <= limit else line.endswith("…")


def test_a_line_is_shortened_at_a_word() -> None:
    assert shortened("Стратегия развития муниципалитета", 28) == "Стратегия развития…"


@given(
    st.lists(
        st.builds(Block, st.sampled_from(["О чём", "Где", "Материалы"]), st.text("аб<&>. \n", max_size=5000)),
        max_size=7,
    )
)
def test_a_cards_pages_hold_all_its_blocks_and_fit(blocks: list[Block]) -> None:
    count = blocks_page(blocks, 0).count
    pages = [blocks_page(blocks, number).items for number in range(count)]
    shown = "".join(block.text for page in pages for block in page)
    assert "".join(shown.split()) == "".join("".join(block.text for block in blocks).split())
    for page in pages:
        rendered = visible("\n".join(str(block) for block in page))
        assert len(rendered) <= PAGE


def test_a_blocks_label_stands_only_before_its_first_part() -> None:
    long = "Слово " * 600
    pages = [blocks_page([Block("О чём", long)], number).items for number in range(2)]
    labels = [block.label for page in pages for block in page]
    assert labels == ["О чём", "", ""]
    assert all(len(block.text) <= PART for page in pages for block in page)


def test_a_block_escapes_what_people_wrote() -> None:
    assert str(Block("Где", "<b>Зал</b> & фойе")) == "<b>Где:</b> &lt;b&gt;Зал&lt;/b&gt; &amp; фойе"
    assert str(Block("", "дальше")) == "дальше"
