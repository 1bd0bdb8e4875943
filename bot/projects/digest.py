"""What has changed in a portfolio since a moment (pure)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.notices.model import NoticeKind, Readers, Wanted
from bot.programme.setting import Group, Setting, SettingRegistry
from bot.programme.setting_kinds import Hour, Weekday
from bot.projects.model import Blocker, Light, Milestone, Report
from bot.projects.notices import NEWS_OF_USE, Overseer, Season, moments_of, to_overseer
from bot.projects.portfolio import Standing, red_first
from bot.projects.prompts import Rhythm

DIGEST = NoticeKind("project-digest", mute_group="digest", bundled=False, readers=Readers.LEADERS)

DIGEST_DAY = Setting("digest-day", Group.PROJECTS, Weekday(), 4, (0, 1, 2, 3, 4))
"""On which weekday organizers and mentors are told what has changed: the day after teams are asked."""

DIGEST_HOUR = Setting("digest-hour", Group.PROJECTS, Hour(), 16, (9, 10, 12, 16, 17))
"""At which hour, by the own clock of each."""

SETTINGS: SettingRegistry = (DIGEST_DAY, DIGEST_HOUR)


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to a project: how it stands now, its light before, what was reported and closed."""

    standing: Standing
    was: Light
    reports: tuple[Report, ...]
    opened: tuple[Blocker, ...]
    closed: tuple[Blocker, ...]
    reached: tuple[Milestone, ...]

    @property
    def turned(self) -> bool:
        """Tell whether the light is another one."""
        return self.was is not self.standing.light


@dataclass(frozen=True, slots=True)
class Digest:
    """What has changed between two moments, red first, and who is silent, for longest first.

    `standings` are all projects the digest is of.
    """

    since: datetime
    now: datetime
    changes: tuple[Change, ...]
    silent: tuple[Standing, ...]
    standings: tuple[Standing, ...]

    @property
    def reports(self) -> int:
        """How many reports were given."""
        return sum(len(one.reports) for one in self.changes)


def digest(
    before: Sequence[Standing],
    present: Sequence[Standing],
    reports: Mapping[int, Sequence[Report]],
    blockers: Mapping[int, Sequence[Blocker]],
    since: datetime,
    now: datetime,
) -> Digest:
    """Compare how projects stood at a moment with how they stand; `blockers` hold those closed since, too.

    A project that is new counts as one of which nothing was known.
    """
    was = {one.project.id: one.light for one in before}
    changes = []
    for one in red_first(present):
        ident = one.project.id
        change = Change(
            one,
            was.get(ident, Light.GREY),
            tuple(reports.get(ident, ())),
            tuple(b for b in blockers.get(ident, ()) if b.opened_at > since and b.closed_at is None),
            tuple(b for b in blockers.get(ident, ()) if b.closed_at is not None and b.closed_at > since),
            tuple(m for m in one.milestones if m.done_at is not None and since < m.done_at <= now),
        )
        if change.turned or change.reports or change.opened or change.closed or change.reached:
            changes.append(change)
    silent = sorted(
        (one for one in present if one.silent),
        key=lambda one: (one.silence_rank, one.project.team.casefold()),
    )
    return Digest(since, now, tuple(changes), tuple(silent), tuple(present))


def wanted_digests(
    overseers: Iterable[Overseer], rhythm: Rhythm, season: Season, now: datetime, until: datetime
) -> list[Wanted]:
    """Return the digests that are due until a moment: the last one and the coming one, by each own clock."""
    return [
        to_overseer(DIGEST, DIGEST.name, one, due_at, zone, season.stream_id)
        for one in overseers
        for due_at, zone in moments_of(rhythm, season, one.home_zone, now)
        if now - NEWS_OF_USE < due_at <= until
    ]
