"""How second organizers are asked, and how what they decide is told."""

from collections.abc import Sequence
from datetime import datetime

from bot.broadcasts.letter_actions import Asked, Decided, approvals, decisions
from bot.broadcasts.model import APPROVE, APPROVE_URGENT, DECIDED, DECIDED_URGENT
from bot.notices.model import Notice
from bot.ui.broadcasts.buttons import LookButton
from bot.ui.notices.letter import Facts, Lapse, Letter, Presenter
from bot.ui.paging import paragraphs, shortened
from bot.ui.screens import button
from bot.ui.texts import Texts, escape
from db.engine import Tx

QUOTED = 200
"""Characters of a broadcast's words where they are only recalled."""


async def read_approvals(tx: Tx, _now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read what waits for approval still."""
    found = await approvals(tx, notices)
    return {number: Lapse(one) if isinstance(one, str) else one for number, one in found.items()}


def write_approval(texts: Texts, asked: Asked, _now: datetime) -> Letter:
    """Ask a second organizer."""
    said = escape(shortened(asked.words, QUOTED))
    who = asked.who or texts.plain("support-administrator")
    key = "broadcasts-agree-ask" if asked.correction else "broadcasts-approve-ask"
    rows = [[button(texts.plain("broadcasts-button-open"), LookButton(broadcast_id=asked.one.id))]]
    return Letter(paragraphs(texts(key, name=who, count=asked.one.size), said), rows)


async def read_decisions(tx: Tx, _now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read what was decided about what waited for approval."""
    found = await decisions(tx, notices)
    return {number: Lapse(one) if isinstance(one, str) else one for number, one in found.items()}


def write_decision(texts: Texts, decided: Decided, _now: datetime) -> Letter:
    """Tell whoever has asked for an approval what was decided."""
    said = escape(shortened(decided.one.first_words, QUOTED))
    rows = [[button(texts.plain("broadcasts-button-open"), LookButton(broadcast_id=decided.one.id))]]
    return Letter(paragraphs(texts(f"broadcasts-decided-{decided.deed}"), said), rows)


_APPROVAL = Presenter(read_approvals, write_approval)
_DECISION = Presenter(read_decisions, write_decision)

PRESENTERS = {
    APPROVE: _APPROVAL,
    APPROVE_URGENT: _APPROVAL,
    DECIDED: _DECISION,
    DECIDED_URGENT: _DECISION,
}
