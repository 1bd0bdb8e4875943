"""The kind of notice that tells of a changed programme, and what it is made of (pure)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.notices.model import NoticeKind, Wanted
from bot.publishing.affected import Change, first_moment, last_moment
from bot.publishing.model import EditionFacts, Publication, Trace
from bot.schedule.lookup import nearest_module
from bot.schedule.notices import whereabouts
from bot.schedule.own import Listener

PROGRAMME_CHANGED = NoticeKind("programme-changed", bundled=False)
"""Never muted: who stands before a locked hall has not been told. A message of its own, for its length."""

KINDS = (PROGRAMME_CHANGED,)

LEAST = timedelta(hours=12)
"""A notice waits for its reader at least this long, however soon the changed event ends."""


@dataclass(frozen=True, slots=True)
class Told:
    """People whom a publication concerns alike: the edition they know, and what is different since."""

    listeners: list[Listener]
    since_id: int
    changes: tuple[Change, ...]


def known_edition(traces: Sequence[Trace], previous_id: int) -> int:
    """Return the edition somebody knows, before a publication that follows `previous_id`.

    The one people saw until now, unless the person still waits to be told of earlier changes: then the
    one those are told from. `traces` stand in the order of publications.
    """
    since = previous_id
    for trace in reversed(traces):
        if trace.told:
            break
        since = trace.since_id
    return since


def subject(stream_id: int) -> str:
    """Return under which subject a stream's changes are planned."""
    return f"programme:{stream_id}"


def wanted_of(told: Told, publication: Publication, edition: EditionFacts) -> Iterator[Wanted]:
    """Yield the one notice that tells each of them of a publication; who cannot be written to has none."""
    stale_after = max(last_moment(told.changes), publication.at + LEAST)
    happens_at = first_moment(told.changes, publication.at)
    params = {"since": told.since_id, "edition": publication.edition_id, "publication": publication.id}
    homes = {one.home_zone for one in told.listeners}
    zones = {home: zone_at(edition, home, publication.at) for home in homes}
    for listener in told.listeners:
        if reached(listener):
            yield Wanted(
                key=f"programme:{publication.stream_id}:{publication.id}:person:{listener.person_id}",
                kind=PROGRAMME_CHANGED.name,
                subject=subject(publication.stream_id),
                due_at=publication.at,
                stale_after=stale_after,
                zone=zones[listener.home_zone],
                stream_id=publication.stream_id,
                person_id=listener.person_id,
                happens_at=happens_at,
                params=params,
            )


def zone_at(edition: EditionFacts, home: str | None, moment: datetime) -> str:
    """Return the zone somebody is in: the venue's while a module runs, the home zone otherwise.

    Whose home is unknown lives where the nearest module is."""
    modules = [facts.module for facts in edition.modules.values()]
    nearest = nearest_module(modules, moment)
    return whereabouts(modules, moment, home or (nearest.zone if nearest else None))


def reached(listener: Listener) -> bool:
    """Tell whether somebody has entered and can be written to."""
    return listener.entered and listener.reachable
