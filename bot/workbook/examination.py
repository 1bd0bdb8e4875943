"""What a file would do: its errors and warnings, the difference, the editions that would become drafts."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.shared.records import Ident, Record, fold
from bot.shared.turns import in_turns
from bot.workbook.checks.crowds import Crowds
from bot.workbook.checks.register import check
from bot.workbook.checks.scene import Scene
from bot.workbook.diff import Change, Difference, compare
from bot.workbook.drafts import CONTENT, Edition, shared_view, wanted_editions
from bot.workbook.gather import Gathered, add_row, free_code, settle
from bot.workbook.interpret import Reading, Row
from bot.workbook.problems import Problem
from bot.workbook.territory import Own, is_own, trespasses


@dataclass(frozen=True, slots=True)
class State:
    """The programme as it is: what applies at once, each stream's working edition, the owners of codes.

    `stages` are those of projects by folded programme code, where organizers have changed them.
    """

    records: Mapping[Ident, Record] = field(default_factory=dict)
    editions: Mapping[str, Edition] = field(default_factory=dict)
    owners: Mapping[Ident, str] = field(default_factory=dict)
    stages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def everything(self) -> dict[Ident, Record]:
        """All of it as one set of records."""
        return {**self.records, **shared_view(self.editions)}


@dataclass(frozen=True, slots=True)
class Examination:
    """The answer to "what if".

    `drafts` holds, by stream code, the whole content of each edition that would differ from the present.
    With errors there is no difference to speak of, and nothing can be applied.
    """

    problems: tuple[Problem, ...]
    difference: Difference
    drafts: Mapping[str, Edition]
    same: Mapping[str, int]
    stamp: Mapping[str, int]
    examples: int

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps the file from being applied."""
        return tuple(problem for problem in self.problems if not problem.warning)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What may be meant so."""
        return tuple(problem for problem in self.problems if problem.warning)

    @property
    def at_once(self) -> tuple[list[Record], list[Record]]:
        """The new and the changed records that no edition holds."""
        added = [record for record in self.difference.added if record.kind not in CONTENT]
        return added, [change.new for change in self.difference.changed if change.new.kind not in CONTENT]


async def examine(reading: Reading, state: State, own: Own = None) -> Examination:
    """Examine what a file says against the programme as it is; the loop gets its turns.

    With `own` (folded stream codes) a row that would change anything of another stream is an error.
    """
    problems = list(reading.problems)
    scene = Scene(state.everything, Gathered(), state.owners, stages=state.stages)
    async for row in in_turns(reading.rows):
        problems.extend(add_row(scene.gathered, row))
    problems.extend(_codeless(scene, state))
    async for ident in in_turns(list(scene.gathered.records)):
        problems.extend(settle(ident, scene.gathered, scene.find_yet))
    scene.merged = await _merge(scene)
    crowds = Crowds(scene)
    async for record in in_turns(scene.merged.values()):
        problems.extend(check(record, scene))
        crowds.add(record)
    problems.extend(crowds.problems())
    ordered = _in_order(problems, reading.rows)
    if not all(problem.warning for problem in ordered):
        return Examination(ordered, Difference(), {}, {}, reading.stamp, reading.examples)
    wanted = wanted_editions(scene, state.editions, own)
    drafts = {code: edition for code, edition in wanted.items() if edition != state.editions.get(code, {})}
    difference, same = await _difference(scene, state, wanted, reading.present, own)
    foreign = [*trespasses(difference, scene, own)]
    if foreign:
        ordered = _in_order((*problems, *foreign), reading.rows)
        return Examination(ordered, Difference(), {}, {}, reading.stamp, reading.examples)
    return Examination(ordered, difference, drafts, same, reading.stamp, reading.examples)


def _codeless(scene: Scene, state: State) -> list[Problem]:
    """Name rows without a code of their own, and propose a free one for each."""
    problems = []
    taken: dict[str, set[str]] = {}
    for row in scene.gathered.codeless:
        kind = row.sheet.kinds[0]
        if kind not in taken:
            idents = (*scene.current, *scene.gathered.records, *state.owners)
            taken[kind] = {ident[1] for ident in idents if ident[0] == kind}
        free = free_code(taken[kind], row.sheet.prefix)
        taken[kind].add(fold(free))
        problems.append(Problem("workbook-code-missing", row.place("code"), {"free": free}))
    return problems


async def _merge(scene: Scene) -> dict[Ident, Record]:
    merged = dict(scene.current)
    async for ident in in_turns(scene.gathered.records):
        old, new = merged.get(ident), scene.gathered.records[ident]
        merged[ident] = old.with_fields(new.fields) if old else new
    return merged


async def _difference(
    scene: Scene, state: State, wanted: Mapping[str, Edition], present: Iterable[str], own: Own
) -> tuple[Difference, Mapping[str, int]]:
    added: dict[Ident, Record] = {}
    changed: dict[Ident, Change] = {}
    async for old, new in in_turns(_pairs(scene, state, wanted)):
        change = compare(old, new) if old else None
        if old is None:
            added[new.ident] = new
        elif change:
            changed[new.ident] = change
    kept = {ident for edition in wanted.values() for ident in edition}
    same = Counter(
        record.kind
        for ident, record in scene.gathered.records.items()
        if ident not in added and ident not in changed and (record.kind not in CONTENT or ident in kept)
    )
    missing = await _missing(scene, frozenset(present), own)
    difference = Difference(tuple(added.values()), tuple(changed.values()), missing, same.total())
    return difference, same


def _pairs(
    scene: Scene, state: State, wanted: Mapping[str, Edition]
) -> Iterable[tuple[Record | None, Record]]:
    for ident, record in scene.gathered.records.items():
        if record.kind not in CONTENT:
            yield state.records.get(ident), record
    for stream, edition in wanted.items():
        own = state.editions.get(stream, {})
        for ident, record in edition.items():
            yield own.get(ident), record


async def _missing(scene: Scene, present: frozenset[str], own: Own) -> tuple[Record, ...]:
    """Return what the file does not mention though it has the sheet, in streams that the sheet speaks of.

    People are missing from streams, not altogether.
    """
    streams = {
        (record.kind, scene.stream_of(scene.merged[ident]))
        for ident, record in scene.gathered.records.items()
    }
    missing = []
    async for record in in_turns(scene.current.values()):
        if record.kind not in present or record.kind == "person" or scene.in_file(record):
            continue
        stream = scene.stream_of(record)
        if is_own(stream, own) and (record.kind == "stream" or (record.kind, stream) in streams):
            missing.append(record)
    return tuple(missing)


def _in_order(problems: Iterable[Problem], rows: Iterable[Row]) -> tuple[Problem, ...]:
    """Sort as the file is read: by sheet, row and column; what concerns the whole file comes first."""
    sheets: dict[str, int] = {}
    for row in rows:
        sheets.setdefault(row.title, len(sheets))

    def order(problem: Problem) -> tuple[int, int, int]:
        place = problem.place
        return (sheets.get(place.sheet, -1), place.row, place.column) if place else (-2, 0, 0)

    once = {(problem.key, problem.place, *sorted(problem.facts.items())): problem for problem in problems}
    return tuple(sorted(once.values(), key=order))
