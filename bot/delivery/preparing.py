"""From claimed notices to errands: who receives them, what stands in the way, what is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.delivery.errands import Errand, Settled, errands, standing_in_the_way
from bot.notices.model import Notice, NoticeKind, Outcome, State
from bot.notices.planning import Planning
from bot.people import consent
from bot.ui.notices.letter import Presenter
from db import notice_recipients
from db.engine import Database

STRANGE = "unknown kind"
"""Why a notice fails that a newer or an older version of the bot has planned."""


@dataclass(frozen=True)
class Preparing:
    """The kinds and how they are written; where a reader's language is not known, the default one."""

    db: Database
    planning: Planning
    presenters: Mapping[str, Presenter]
    default_locale: str

    def bundled(self) -> list[str]:
        """Return the kinds of which a person gets all that is due as one message."""
        return [kind.name for kind in self.planning.kinds if kind.bundled]

    async def prepare(self, taken: Sequence[Notice], now: datetime) -> tuple[list[Errand], Settled]:
        """Settle what is not to be sent now, and write the letters of the rest."""
        known = [notice for notice in taken if self._kind(notice) is not None]
        settled = [(one, Outcome(State.FAILED, STRANGE)) for one in taken if self._kind(one) is None]
        async with self.db.read() as tx:
            people = {one.person_id for one in known if one.person_id is not None}
            version = consent.VERSIONS[consent.PROCESSING]
            recipients = await notice_recipients.recipients(tx, people, now.date(), version)
            nights = {
                stream_id: await self.planning.night_of(tx, stream_id)
                for stream_id in {notice.stream_id or 0 for notice in known}
            }
            due = []
            for notice in known:
                outcome = standing_in_the_way(
                    notice,
                    self.planning.kind[notice.kind],
                    recipients.get(notice.person_id or 0),
                    nights[notice.stream_id or 0],
                    now,
                )
                if outcome is None:
                    due.append(notice)
                else:
                    settled.append((notice, outcome))
            made, also = await errands(
                tx, due, self.planning.kind, self.presenters, recipients, self.default_locale, now
            )
        return made, [*settled, *also]

    def _kind(self, notice: Notice) -> NoticeKind | None:
        return self.planning.kind.get(notice.kind) if notice.kind in self.presenters else None
