"""The messages about projects: asking for a report, telling of one, of silence and of what hinders (pure)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.notices.keys import minute
from bot.notices.model import NoticeKind, Wanted
from bot.projects.model import Blocker
from bot.projects.prompts import Pause, Rhythm, asked_at, pause_of, reported, silence_told
from bot.schedule.model import Module
from bot.schedule.notices import whereabouts
from bot.shared.zones import MOSCOW, day_in

PROMPT = NoticeKind("report-prompt", mute_group="projects")
TOLD = NoticeKind("report-told", mute_group="projects")
OVERTAKEN = NoticeKind("report-overtaken", mute_group="projects")
SILENCE = NoticeKind("report-silence")
HELPER = NoticeKind("blocker-helper", bundled=False)
BLOCKER = NoticeKind("blocker-asked", bundled=False)
"""Never muted: somebody took it on. A message of its own, for its two buttons."""

KINDS = (PROMPT, TOLD, OVERTAKEN, SILENCE, HELPER, BLOCKER)

PROMPT_OF_USE = timedelta(days=2)
NEWS_OF_USE = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Askable:
    """A member who can be written to, of which team, with the home zone."""

    person_id: int
    team_id: int
    home_zone: str | None


@dataclass(frozen=True, slots=True)
class Standing:
    """A project as planning sees it: when its last report was given, None before the first."""

    project_id: int
    team_id: int
    last_report: datetime | None


@dataclass(frozen=True, slots=True)
class Season:
    """The stream's time and its modules: people are asked only while the programme runs."""

    stream_id: int
    starts_on: date
    ends_on: date
    modules: Sequence[Module]

    def runs(self, moment: datetime, zone: str) -> bool:
        """Tell whether the programme runs on the day of a moment."""
        return self.starts_on <= day_in(moment, zone) <= self.ends_on


def moments_of(rhythm: Rhythm, season: Season, home: str | None, now: datetime) -> list[tuple[datetime, str]]:
    """Return the last moment of a rhythm and the coming one, each with the zone a person is in then.

    One at which the programme does not run is left out.
    """
    found = []
    for choose in (rhythm.last, rhythm.coming):
        there = whereabouts(season.modules, choose(now, home or MOSCOW), home)
        at = choose(now, there)
        if season.runs(at, there):
            found.append((at, there))
    return found


def wanted_prompts(
    standings: Iterable[Standing],
    people: Sequence[Askable],
    pauses: Sequence[Pause],
    rhythm: Rhythm,
    season: Season,
    now: datetime,
    until: datetime,
) -> Iterator[Wanted]:
    """Yield the prompts that are due until a moment: to members of teams that have not reported."""
    prompts: dict[str | None, list[tuple[datetime, str]]] = {}
    by_team: dict[int, list[Askable]] = {}
    for one in people:
        by_team.setdefault(one.team_id, []).append(one)
        if one.home_zone not in prompts:
            prompts[one.home_zone] = moments_of(rhythm, season, one.home_zone, now)
    for standing in standings:
        for one in by_team.get(standing.team_id, ()):
            pause = pause_of(pauses, standing.team_id, one.person_id)
            for prompt, zone in prompts[one.home_zone]:
                due_at = asked_at(prompt, pause)
                if due_at is None or not now - PROMPT_OF_USE < due_at <= until:
                    continue
                if not reported(standing.last_report, prompt):
                    yield _prompt(standing, one, prompt, due_at, zone, season.stream_id)


def _prompt(
    standing: Standing, one: Askable, prompt: datetime, due_at: datetime, zone: str, stream_id: int
) -> Wanted:
    return Wanted(
        key=f"{subject(standing.project_id)}:report@{minute(due_at)}:person:{one.person_id}",
        kind=PROMPT.name,
        subject=subject(standing.project_id),
        due_at=due_at,
        stale_after=due_at + PROMPT_OF_USE,
        zone=zone,
        stream_id=stream_id,
        person_id=one.person_id,
        params={"prompt": prompt.isoformat()},
    )


@dataclass(frozen=True, slots=True)
class Overseer:
    """An organizer or a mentor who can be written to, with the home zone."""

    person_id: int
    home_zone: str | None
    organizes: bool


def to_overseer(
    kind: NoticeKind, word: str, one: Overseer, due_at: datetime, zone: str, stream_id: int
) -> Wanted:
    """Return a message about all of a stream; its key begins with `word`."""
    return Wanted(
        key=f"{word}:{stream_id}@{minute(due_at)}:person:{one.person_id}",
        kind=kind.name,
        subject=f"stream:{stream_id}",
        due_at=due_at,
        stale_after=due_at + NEWS_OF_USE,
        zone=zone,
        stream_id=stream_id,
        person_id=one.person_id,
    )


def wanted_questions(
    blockers: Iterable[tuple[Blocker, Sequence[Askable]]],
    days: int,
    season: Season,
    now: datetime,
    until: datetime,
) -> Iterator[Wanted]:
    """Yield the questions whether something still hinders: every some days, to whoever is asked."""
    for blocker, people in blockers:
        for one in people:
            due = {
                silence_told(blocker.asked_from, days, now - PROMPT_OF_USE),
                silence_told(blocker.asked_from, days, now),
            }
            for due_at in due:
                if due_at is not None and now - PROMPT_OF_USE < due_at <= until:
                    zone = whereabouts(season.modules, due_at, one.home_zone)
                    yield _question(blocker, one, due_at, zone, season.stream_id)


def _question(blocker: Blocker, one: Askable, due_at: datetime, zone: str, stream_id: int) -> Wanted:
    return Wanted(
        key=f"blocker:{blocker.id}:asked@{minute(due_at)}:person:{one.person_id}",
        kind=BLOCKER.name,
        subject=subject(blocker.project_id),
        due_at=due_at,
        stale_after=due_at + PROMPT_OF_USE,
        zone=zone,
        stream_id=stream_id,
        person_id=one.person_id,
        params={"blocker": blocker.id},
    )


def news(
    kind: NoticeKind, project_id: int, number: int, person_id: int, zone: str, stream_id: int, now: datetime
) -> Wanted:
    """Return a word about an act, `number` being the report or what hinders it is about."""
    return Wanted(
        key=f"{kind.name}:{number}@{minute(now)}:person:{person_id}",
        kind=kind.name,
        subject=subject(project_id),
        due_at=now,
        stale_after=now + NEWS_OF_USE,
        zone=zone,
        stream_id=stream_id,
        person_id=person_id,
        params={"number": number},
    )


SUBJECT = "project:"
"""What the subject of a notice about a project begins with; its id follows."""


def subject(project_id: int) -> str:
    """Return under which subject notices about a project are planned."""
    return f"{SUBJECT}{project_id}"


def project_number(named: str) -> int | None:
    """Return the id of the project a subject names, None for something else."""
    return int(named.removeprefix(SUBJECT)) if named.startswith(SUBJECT) else None
