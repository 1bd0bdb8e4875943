"""The defence of projects: who speaks when, what is ready, what is told of it (pure)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.notices.keys import minute
from bot.notices.model import NoticeKind, Wanted
from bot.programme.lead_times import Lead, Leads, LeadTimes, leads
from bot.programme.setting import Group, Setting, SettingRegistry
from bot.projects.model import Project
from bot.projects.notices import Season, subject
from bot.schedule.model import Event
from bot.schedule.notices import whereabouts

DEFENCE_SLOT = NoticeKind("defence-slot")
"""Never muted: whoever comes at the old time is too late."""
DEFENCE_AHEAD = NoticeKind("defence-ahead", mute_group="projects")

DEFENCE_LEADS = Setting(
    "defence-leads", Group.PROJECTS, LeadTimes(), leads(7 * 24 * 60, 3 * 24 * 60), (leads(7 * 24 * 60),)
)
"""How long before its defence a team is told how many days are left and what is not ready."""

SETTINGS: SettingRegistry = (DEFENCE_LEADS,)

KNOWN_AHEAD = timedelta(days=60)
"""So long before it a slot is told of. Notices are remembered for longer than that, so none is told twice."""

OF_USE = timedelta(days=3)
EVENING = timedelta(hours=14)
"""What «the evening before» means for something that begins in the morning."""

NO_SLOT = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """A project's place at its defence, counted from 1, and about when its turn comes."""

    project: Project
    event: Event
    place: int
    count: int
    at: datetime

    @property
    def mark(self) -> str:
        """Name what people must know: which event, when it begins, which place. The hour is a guess."""
        return f"{self.event.id}@{minute(self.event.starts_at)}#{self.place}"

    def over(self, now: datetime) -> bool:
        """Tell whether the defence has ended."""
        return self.event.ends_at <= now


@dataclass(frozen=True, slots=True)
class Hearer:
    """Whom a project's defence concerns, with the home zone."""

    person_id: int
    home_zone: str | None


@dataclass(frozen=True, slots=True)
class ToldSlot:
    """A notice of a slot that was planned before; `mark` is what it told.

    `waits` tells that it is not sent yet; `sent` that it was, or that it came to an end otherwise."""

    key: str
    mark: str
    wanted_at: datetime
    stale_after: datetime
    zone: str
    sent: bool
    waits: bool


def slots(projects: Iterable[Project], events: Mapping[int, Event]) -> dict[int, Slot]:
    """Return project → slot at the events that are held; without an order a project comes last, by code."""
    at_event: dict[int, list[Project]] = {}
    for one in projects:
        event = events.get(one.defence_id or 0)
        if event is not None and not event.cancelled:
            at_event.setdefault(event.id, []).append(one)
    found = {}
    for event_id, speaking in at_event.items():
        event = events[event_id]
        share = (event.ends_at - event.starts_at) / len(speaking)
        for place, one in enumerate(in_order(speaking), start=1):
            at = event.starts_at + share * (place - 1)
            at -= timedelta(minutes=at.minute % 5, seconds=at.second, microseconds=at.microsecond)
            found[one.id] = Slot(one, event, place, len(speaking), max(at, event.starts_at))
    return found


def in_order(projects: Iterable[Project]) -> list[Project]:
    """Return projects as they speak."""
    return sorted(projects, key=lambda one: (one.defence_order or 10_000, one.code, one.id))


def moved(projects: Sequence[Project], project_id: int, place: int) -> list[int]:
    """Return the ids in the new order with one project at a place, the others as they stood."""
    ids = [one.id for one in in_order(projects) if one.id != project_id]
    ids.insert(max(0, min(place - 1, len(ids))), project_id)
    return ids


def wanted_slots(
    found: Mapping[int, Slot],
    hearers: Mapping[int, Sequence[Hearer]],
    told: Mapping[tuple[int, int], Sequence[ToldSlot]],
    season: Season,
    now: datetime,
) -> Iterator[Wanted]:
    """Yield a word to each whom a slot concerns and who does not know it: new, moved, or taken away.

    What somebody knows is read from the notices themselves; one that tells the present slot stays as it is.
    Of a defence that is over nothing is told, neither its slot nor that the slot is gone.
    """
    for project_id, people in hearers.items():
        slot = found.get(project_id)
        if slot is not None and slot.over(now):
            continue
        near = slot is not None and slot.event.starts_at <= now + KNOWN_AHEAD
        mark = slot.mark if slot is not None and near else NO_SLOT
        for one in people:
            before = told.get((project_id, one.person_id), ())
            known = before[-1] if before else None
            heard = next((note.mark for note in reversed(before) if note.sent), NO_SLOT)
            if known is not None and known.mark == mark and (known.sent or known.waits):
                yield _again(project_id, one, known, season.stream_id)
            elif mark != heard:
                yield _slot(project_id, one, mark, len(before) + 1, slot, season, now)


def wanted_countdowns(
    found: Mapping[int, Slot],
    hearers: Mapping[int, Sequence[Hearer]],
    before: Leads,
    season: Season,
    until: datetime,
) -> Iterator[Wanted]:
    """Yield the countdowns that are due until a moment."""
    for project_id, people in hearers.items():
        slot = found.get(project_id)
        if slot is None:
            continue
        for lead in before:
            due_at = slot.event.starts_at - (lead.before or EVENING)
            if due_at <= until:
                yield from (_countdown(slot, one, lead, due_at, season) for one in people)


def _countdown(slot: Slot, one: Hearer, lead: Lead, due_at: datetime, season: Season) -> Wanted:
    begins = slot.event.starts_at
    return Wanted(
        key=f"{DEFENCE_AHEAD.name}:{slot.project.id}:{lead.minutes}@{minute(begins)}:person:{one.person_id}",
        kind=DEFENCE_AHEAD.name,
        subject=subject(slot.project.id),
        due_at=due_at,
        stale_after=min(begins, due_at + OF_USE),
        zone=whereabouts(season.modules, due_at, one.home_zone),
        stream_id=season.stream_id,
        person_id=one.person_id,
        happens_at=begins,
    )


def _slot(
    project_id: int, one: Hearer, mark: str, number: int, slot: Slot | None, season: Season, now: datetime
) -> Wanted:
    return Wanted(
        key=f"{DEFENCE_SLOT.name}:{project_id}:{number}:person:{one.person_id}",
        kind=DEFENCE_SLOT.name,
        subject=subject(project_id),
        due_at=now,
        stale_after=max(now + OF_USE, slot.event.starts_at) if slot is not None else now + OF_USE,
        zone=whereabouts(season.modules, now, one.home_zone),
        stream_id=season.stream_id,
        person_id=one.person_id,
        params={"slot": mark},
    )


def _again(project_id: int, one: Hearer, known: ToldSlot, stream_id: int) -> Wanted:
    return Wanted(
        key=known.key,
        kind=DEFENCE_SLOT.name,
        subject=subject(project_id),
        due_at=known.wanted_at,
        stale_after=known.stale_after,
        zone=known.zone,
        stream_id=stream_id,
        person_id=one.person_id,
        params={"slot": known.mark},
    )
