"""What is to be sent to whom: claimed notices become errands, or are settled without a message."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from bot.notices.model import Notice, NoticeKind, Outcome, Recipient, State, Urgency
from bot.notices.night import Night, allowed_at
from bot.ui.notices.letter import Lapse, Letter, Presenter, Wait, packed
from bot.ui.texts import texts_in
from db.engine import Tx, out_of_reach

log = logging.getLogger(__name__)

Settled = list[tuple[Notice, Outcome]]


@dataclass(frozen=True, slots=True)
class Errand:
    """A letter to a chat, which settles these notices."""

    chat_id: int
    user_id: int | None
    letter: Letter
    notices: tuple[Notice, ...]
    silent: bool


def standing_in_the_way(
    notice: Notice, kind: NoticeKind, recipient: Recipient | None, night: Night, now: datetime
) -> Outcome | None:
    """Return why a due notice is not sent now, None where it may be (pure).

    Too late is too late, whoever it is for. At night it waits for morning, or lapses where morning is
    too late.
    """
    if now > notice.stale_after:
        return Outcome(State.LAPSED, "late")
    if notice.person_id is not None:
        reason = _unwilling(notice, kind, recipient)
        if reason:
            return Outcome(State.SKIPPED, reason)
    again = allowed_at(now, notice.zone, night, kind.quiet, notice.happens_at)
    if again == now:
        return None
    return (
        Outcome(State.LAPSED, "night")
        if again > notice.stale_after
        else Outcome(State.QUEUED, "night", again)
    )


def _unwilling(notice: Notice, kind: NoticeKind, recipient: Recipient | None) -> str:
    """Return why a person gets nothing, empty where nothing stands against it."""
    if recipient is None:
        return "not-entered"
    if not kind.takes_back:
        if not recipient.consented:
            return "no-consent"
        if notice.stream_id is not None and notice.stream_id not in recipient.streams:
            return "left"
    if not recipient.reachable:
        return "unreachable"
    if kind.mute_group in recipient.muted and kind.urgency is not Urgency.URGENT:
        return "muted"
    return ""


async def errands(
    tx: Tx,
    due: Sequence[Notice],
    kinds: Mapping[str, NoticeKind],
    presenters: Mapping[str, Presenter],
    recipients: Mapping[int, Recipient],
    default_locale: str,
    now: datetime,
) -> tuple[list[Errand], Settled]:
    """Write the letters of notices that may be sent now; what has nothing to tell any more lapses.

    Raises what a database says that cannot be reached: the notices are none the worse for it.
    """
    settled: Settled = []
    letters: dict[int, Letter] = {}
    locales = {person: one.locale for person, one in recipients.items()}
    for kind, group in groupby(sorted(due, key=lambda one: one.kind), key=lambda one: one.kind):
        of_kind = list(group)
        presenter = presenters[kind]
        try:
            facts = await presenter.read(tx, now, of_kind)
        except Exception as fault:
            if out_of_reach(fault):
                raise
            log.exception("the facts of %s cannot be read", kind)
            await tx.rollback()  # PostgreSQL refuses every further statement of the transaction
            settled += [(one, Outcome(State.FAILED, type(fault).__name__)) for one in of_kind]
            continue
        for one in of_kind:
            known = facts.get(one.id, Lapse("nothing"))
            if isinstance(known, Lapse):
                settled.append((one, Outcome(State.LAPSED, known.reason)))
                continue
            if isinstance(known, Wait):
                state = State.HELD if known.until is None else State.QUEUED
                settled.append((one, Outcome(state, again_at=known.until)))
                continue
            try:
                locale = locales.get(one.person_id or 0, default_locale)
                letters[one.id] = presenter.write(texts_in(locale), known, now)
            except Exception as fault:
                log.exception("a notice of %s cannot be written", kind)
                settled.append((one, Outcome(State.FAILED, type(fault).__name__)))
    ready = [one for one in due if one.id in letters]
    return _by_chat(ready, letters, kinds, recipients), settled


def _by_chat(
    ready: Sequence[Notice],
    letters: Mapping[int, Letter],
    kinds: Mapping[str, NoticeKind],
    recipients: Mapping[int, Recipient],
) -> list[Errand]:
    """Put what goes to one person together, except what stands alone."""
    together: dict[tuple[int, int], list[Notice]] = {}
    for one in ready:
        alone = 0 if one.person_id is not None and kinds[one.kind].bundled else one.id
        together.setdefault((one.person_id or one.chat_id or 0, alone), []).append(one)
    made = []
    for group in together.values():
        recipient = recipients.get(group[0].person_id or 0)
        chat_id = recipient.chat_id if recipient else group[0].chat_id
        if chat_id is None:
            continue
        user_id = recipient.user_id if recipient else None
        for notices, letter in packed([(one, letters[one.id]) for one in group]):
            silent = all(kinds[one.kind].silent for one in notices)
            made.append(Errand(chat_id, user_id, letter, notices, silent))
    return made
