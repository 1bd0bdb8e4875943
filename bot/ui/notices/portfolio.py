"""How the digest of projects is written, and what teams are told of their defence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.notices.model import Notice
from bot.projects import defence_actions, digest_actions
from bot.projects.defence import DEFENCE_AHEAD, DEFENCE_SLOT, NO_SLOT
from bot.projects.defence_actions import DefenceView
from bot.projects.digest import DIGEST, Digest
from bot.ui.notices.letter import Facts, Lapse, Letter, Presenter
from bot.ui.paging import lines, shortened
from bot.ui.projects.buttons import DefenceButton
from bot.ui.projects.defence import TITLE, countdown, defence_text, slot_line
from bot.ui.projects.digest import digest_rows, digest_text
from bot.ui.screens import Rows, button
from bot.ui.texts import Texts
from db.engine import Tx


@dataclass(frozen=True, slots=True)
class Told:
    """A defence as a notice tells of it: for the first time, as moved, or as gone."""

    view: DefenceView
    first: bool
    gone: bool


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


async def read_slots(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read the defences whose slot is new, another one, or none; not what is over or holds no more."""
    found = await defence_actions.due(tx, now, notices)
    facts: dict[int, Told | Lapse] = {}
    for notice in notices:
        view, mark = found.get(notice.id), str(notice.params.get("slot", ""))
        slot = view.slot if view is not None else None
        present = slot.mark if slot is not None else NO_SLOT
        if view is None or (mark and mark != present) or (slot is not None and slot.over(now)):
            facts[notice.id] = Lapse("changed")
        else:
            facts[notice.id] = Told(view, first=notice.key.split(":")[2] == "1", gone=not mark)
    return facts


def write_slot(texts: Texts, told: Told, _now: datetime) -> Letter:
    """Say when and in which place the project is defended, and what is not ready."""
    view, title = told.view, shortened(told.view.project.title, TITLE)
    rows = _defence_rows(texts, view)
    if told.gone or view.slot is None:
        return Letter(texts("portfolio-slot-gone", title=title), rows)
    head = texts("portfolio-slot-assigned" if told.first else "portfolio-slot-moved", title=title)
    return Letter(lines(head, slot_line(texts, view.slot), countdown(texts, view.slot, view.now)), rows)


async def read_countdowns(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read the defences that come."""
    found = await defence_actions.due(tx, now, notices)
    return {
        notice.id: view
        if (view := found.get(notice.id)) and view.slot and view.slot.event.starts_at > now
        else Lapse("changed")
        for notice in notices
    }


def write_countdown(texts: Texts, view: DefenceView, _now: datetime) -> Letter:
    """Say how many days are left and what is not ready."""
    return Letter(defence_text(texts, view), _defence_rows(texts, view))


def _defence_rows(texts: Texts, view: DefenceView) -> Rows:
    return [[button(texts.plain("portfolio-button-defence"), DefenceButton(project_id=view.project.id))]]


PRESENTERS = {
    DIGEST.name: Presenter(read_digests, write_digest),
    DEFENCE_SLOT.name: Presenter(read_slots, write_slot),
    DEFENCE_AHEAD.name: Presenter(read_countdowns, write_countdown),
}
