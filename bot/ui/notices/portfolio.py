"""How the digest of projects is written."""

from collections.abc import Sequence
from datetime import datetime

from bot.notices.model import Notice
from bot.projects import digest_actions
from bot.projects.digest import DIGEST, Digest
from bot.ui.notices.letter import Facts, Lapse, Letter, Presenter
from bot.ui.projects.digest import digest_rows, digest_text
from bot.ui.texts import Texts
from db.engine import Tx


async def read_digests(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read what has changed for each reader; where nothing has, nothing is sent."""
    found = await digest_actions.due(tx, now, notices)
    return {
        notice.id: digest if (digest := found.get(notice.id)) and digest.changes else Lapse("nothing")
        for notice in notices
    }


def write_digest(texts: Texts, one: Digest, _now: datetime) -> Letter:
    """Write the digest with the ways on."""
    return Letter(digest_text(texts, one), digest_rows(texts, one))


PRESENTERS = {DIGEST.name: Presenter(read_digests, write_digest)}
