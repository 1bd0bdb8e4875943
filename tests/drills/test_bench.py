"""The bench compares like with like."""

from pathlib import Path

import pytest

from bench.rows.answers import prepare, screen_of
from bench.stand import bare_bot, our_bot, telegram

pytestmark = pytest.mark.drill


async def test_the_bare_bot_answers_with_the_very_screen_of_the_bot_itself(tmp_path: Path) -> None:
    async with telegram() as api, telegram() as bare_api:
        users, bare_users = await api.people(3), await bare_api.people(3)
        await prepare(tmp_path, users)
        async with our_bot(api, tmp_path):
            await api.burst(users, "/schedule")
            ours = screen_of(await api.answer())
        async with bare_bot(bare_api, tmp_path, ours):
            await bare_api.burst(bare_users, "/schedule")
            bare = screen_of(await bare_api.answer())
    assert bare == ours
    assert "Стратегия развития города и национальные цели" in ours["text"]
    assert len(ours["rows"]) > 1
