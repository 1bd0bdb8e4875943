"""Who is to be told that a programme changed: planned with a publication, read again when it is sent."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from bot.notices.model import Planner, Scope, Wanted
from bot.programme.model import Stream
from bot.publishing.affected import Change, Differences, belongs_to, differences, personal_changes
from bot.publishing.model import Counts, EditionFacts
from bot.publishing.notices import PROGRAMME_CHANGED, Told, known_edition, reached, subject, wanted_of
from bot.schedule.own import Listener, circle_of
from bot.shared.turns import collected_later, in_turns
from db.edition_facts import edition_facts
from db.engine import Tx
from db.members import count_streams, listeners
from db.programme import all_streams
from db.publications import latest_publication, read_traces

A_TURN = 200
"""People between two turns of the loop."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What one person is told of a stream's changed programme; `several` when of more streams than one."""

    stream: Stream
    changes: tuple[Change, ...]
    several: bool


async def concerned(
    tx: Tx,
    now: datetime,
    stream_id: int,
    edition: EditionFacts,
    previous_id: int,
    people: Collection[int] | None = None,
) -> list[Told]:
    """Step: return whom it concerns that `edition` is published after `previous_id`, and with what.

    Who still waits to be told of an earlier change is told of both at once.
    """
    traces = await read_traces(tx, stream_id, subject(stream_id), people)
    known = {person_id: known_edition(trail, previous_id) for person_id, trail in traces.items()}
    found = {
        since: differences(await edition_facts(tx, stream_id, since), edition, now)
        for since in {previous_id, *known.values()}
    }
    circle = circle_of(event for one in found.values() for event in one.versions)
    alike: dict[tuple[object, ...], Told] = {}
    with collected_later():
        async for listener in in_turns(await listeners(tx, stream_id, now.date(), people, circle), A_TURN):
            since = known.get(listener.person_id, previous_id)
            who = (since, *belongs_to(listener))
            if who not in alike:
                alike[who] = Told([], since, personal_changes(found[since], listener))
            alike[who].listeners.append(listener)
    return [told for told in alike.values() if told.changes]


def counts_of(told: Iterable[Told]) -> Counts:
    """Count whom a publication concerns."""
    everybody = [listener for one in told for listener in one.listeners]
    entered = sum(listener.entered for listener in everybody)
    reachable = sum(map(reached, everybody))
    return Counts(reachable, len(everybody) - entered, entered - reachable)


async def wanted(tx: Tx, now: datetime, scope: Scope) -> Iterable[Wanted]:
    """Return the notices a stream's last publication asks for.

    They are asked for when the publication is the reason to plan. Later only those that wait still are:
    who comes late has never read anything else.
    """
    publication = await latest_publication(tx, scope.stream_id)
    if publication is None or publication.edition_id is None or publication.previous_id is None:
        return []
    fresh = scope.publication_id == publication.id
    waiting: set[int] = set()
    settled: set[int] = set()
    known = await read_traces(tx, scope.stream_id, subject(scope.stream_id), lock=True)
    for person_id, traces in known.items():
        if traces[-1].publication_id == publication.id:
            (settled if traces[-1].told else waiting).add(person_id)
    if not fresh and not waiting:
        return []
    people = scope.people if fresh else waiting & (scope.people or waiting)
    edition = await edition_facts(tx, scope.stream_id, publication.edition_id)
    told = await concerned(tx, now, scope.stream_id, edition, publication.previous_id, people)
    every = chain.from_iterable(wanted_of(one, publication, edition) for one in told)
    return (one for one in every if one.person_id not in settled)


def subjects(scope: Scope) -> frozenset[str]:
    """Return with which planned notices the wanted ones are compared: all of the stream's programme."""
    return frozenset({subject(scope.stream_id)})


PLANNER = Planner(frozenset({PROGRAMME_CHANGED.name}), wanted, subjects)


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom to tell what: of a stream, from the edition the person knows to what people see now."""

    stream_id: int
    person_id: int
    since_id: int


async def read_tellings(tx: Tx, now: datetime, asked: Collection[Asked]) -> list[Telling | None]:
    """Step: return what each is to be told at this moment; None where nothing of it matters any more.

    What was published since counts too: a notice that comes back to the queue must not tell of a
    programme that is no more.
    """
    streams = {stream.id: stream for stream in await all_streams(tx)}
    found: dict[tuple[int, int], Differences] = {}
    tellings: list[Telling | None] = []
    people: dict[tuple[int, int], Listener] = {}
    for stream_id in {one.stream_id for one in asked}:
        own = {one.person_id for one in asked if one.stream_id == stream_id}
        for listener in await listeners(tx, stream_id, now.date(), own):
            people[stream_id, listener.person_id] = listener
    for one in asked:
        who = people.get((one.stream_id, one.person_id))
        edition_id = streams[one.stream_id].published_id
        if who is None or edition_id is None or edition_id == one.since_id:
            tellings.append(None)
            continue
        known = (one.stream_id, one.since_id)
        if known not in found:
            old, new = [await edition_facts(tx, one.stream_id, each) for each in (one.since_id, edition_id)]
            found[known] = differences(old, new, now)
        changes = personal_changes(found[known], who)
        several = bool(changes) and await count_streams(tx, one.person_id, now.date()) > 1
        tellings.append(Telling(streams[one.stream_id], changes, several) if changes else None)
    return tellings
