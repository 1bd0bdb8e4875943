"""The projects of streams side by side, as far as a reader may see each (pure)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.projects.lights import ORDER, Judged, Reason, next_milestone, worse
from bot.projects.model import Blocker, Light, Milestone, Project, Report


@dataclass(frozen=True, slots=True)
class Standing:
    """How one project stands: what was reported last, what the rule says, what hinders it.

    `direction_id` and `factory_id` are None where there is none; `mentors` and `lead` are full names.
    """

    project: Project
    report: Report | None
    judged: Judged
    milestones: tuple[Milestone, ...] = ()
    blockers: tuple[Blocker, ...] = ()
    direction_id: int | None = None
    factory_id: int | None = None
    mentors: tuple[str, ...] = ()
    lead: str = ""

    @property
    def light(self) -> Light:
        """What leaders look at: the worse of what was reported and what the rule says."""
        return self.judged.light if self.report is None else worse(self.report.light, self.judged.light)

    @property
    def silent(self) -> bool:
        """Tell whether nobody has reported for too long, or never."""
        return bool({Reason.STALE, Reason.NEVER} & set(self.judged.reasons))

    @property
    def silence_rank(self) -> int:
        """Sorts those who are silent: who never reported comes first, then the longest silence."""
        days = self.judged.silent_days
        return -(10**6) if days is None else -days

    @property
    def next_milestone(self) -> Milestone | None:
        """The first milestone that is not reached."""
        return next_milestone(self.milestones)


@dataclass(frozen=True, slots=True)
class Filter:
    """What of the list is asked for; ids are 0 and the light is None where all are meant."""

    stream_id: int = 0
    direction_id: int = 0
    factory_id: int = 0
    light: Light | None = None
    silent: bool = False

    @property
    def asks_for_more(self) -> bool:
        """Tell whether it asks for what only those know who see all of a project."""
        return self.light is not None or self.silent

    def fits(self, one: Standing) -> bool:
        """Tell whether a project the reader sees all of is asked for."""
        return (
            self.belongs(one)
            and (self.light is None or one.light is self.light)
            and (not self.silent or one.silent)
        )

    def belongs(self, one: Standing) -> bool:
        """Tell whether a project is of the stream, direction and factory asked for."""
        return (
            self.stream_id in (0, one.project.stream_id)
            and self.direction_id in (0, one.direction_id)
            and self.factory_id in (0, one.factory_id)
        )


@dataclass(frozen=True, slots=True)
class Portfolio:
    """What a reader sees of the projects, at a moment.

    `whole` are those seen in full, red first; `titles` are those of which title and stage are seen, in the
    order of their titles, which tells nothing of how they stand. `counts` tells how many of the projects seen
    in full have which light, whatever light is asked for.
    """

    now: datetime
    whole: tuple[Standing, ...]
    titles: tuple[Project, ...] = ()
    counts: tuple[tuple[Light, int], ...] = ()
    silent: int = 0
    filter: Filter = field(default_factory=Filter)


def red_first(standings: Iterable[Standing]) -> list[Standing]:
    """Sort by light, within a light those who are silent for longest, then by title."""
    return sorted(standings, key=_urgency)


def portfolio(
    whole: Sequence[Standing], others: Sequence[Standing], asked: Filter, now: datetime
) -> Portfolio:
    """Return what is asked for of what a reader sees.

    Of the others neither light nor silence is known to the reader, so they are left out where it is asked
    for: even that a project is missing from a list of red ones would tell something.
    """
    broad = [one for one in whole if asked.belongs(one)]
    shown = red_first(one for one in broad if asked.fits(one))
    titles = () if asked.asks_for_more else tuple(one.project for one in others if asked.belongs(one))
    counts = tuple((light, sum(one.light is light for one in broad)) for light in ORDER)
    return Portfolio(
        now=now,
        whole=tuple(shown),
        titles=tuple(sorted(titles, key=lambda one: (one.title.casefold(), one.code))),
        counts=counts,
        silent=sum(one.silent for one in broad),
        filter=asked,
    )


def _urgency(one: Standing) -> tuple[int, int, str, str]:
    rank = one.silence_rank if one.silent else 0
    return ORDER.index(one.light), rank, one.project.title.casefold(), one.project.code
