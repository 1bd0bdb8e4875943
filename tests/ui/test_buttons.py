"""Every kind of button has a prefix of its own: with one for two, a tap would mean either."""

from collections import Counter

from aiogram.filters.callback_data import CallbackData

from bot.registry import make_routers


def test_no_two_kinds_of_buttons_share_a_prefix() -> None:
    assert make_routers()
    prefixes = Counter(kind.__prefix__ for kind in CallbackData.__subclasses__())
    assert len(prefixes) > 50
    assert [prefix for prefix, count in prefixes.items() if count > 1] == []
