"""Whom a broadcast is for: conditions joined by AND, each perhaps turned round by NOT (pure)."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum


class Field(StrEnum):
    """What a condition asks of a person."""

    ROLE = "role"
    GROUP = "group"
    TEAM = "team"
    DIRECTION = "direction"
    REGION = "region"
    MODULE = "module"
    BUS = "bus"
    REPORT = "report"
    """Is in a team that owes a report: since it was last asked (`week`), or so long that it is stale."""
    SILENT = "silent"
    """Got a broadcast (its id) and has not answered it."""


@dataclass(frozen=True, slots=True)
class Term:
    """One condition: one of the values, or with `excluded` none of them."""

    field: Field
    values: tuple[str, ...]
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Audience:
    """Everybody of the streams whom all conditions fit; `chats` adds the streams' own group chats."""

    streams: tuple[int, ...] = ()
    terms: tuple[Term, ...] = ()
    chats: bool = False

    def values(self, field: Field, excluded: bool) -> tuple[str, ...]:
        """Return the values of a condition, none where there is no such one."""
        found = (one.values for one in self.terms if one.field is field and one.excluded == excluded)
        return next(found, ())


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody's part in a stream, as conditions see it; `entered` tells of an account with consent."""

    person_id: int
    stream_id: int
    name: str
    zone: str | None
    entered: bool
    values: Mapping[Field, frozenset[str]] = field(default_factory=dict)


def fits(audience: Audience, member: Member) -> bool:
    """Tell whether somebody is meant."""
    return member.stream_id in audience.streams and all(
        bool(member.values.get(term.field, frozenset()).intersection(term.values)) != term.excluded
        for term in audience.terms
    )


def chosen(audience: Audience, members: Iterable[Member]) -> list[Member]:
    """Return who is meant, each person once, by name."""
    found: dict[int, Member] = {}
    for member in members:
        if fits(audience, member):
            found.setdefault(member.person_id, member)
    return sorted(found.values(), key=lambda one: (one.name, one.person_id))


def options(members: Iterable[Member], asked: Field) -> Counter[str]:
    """Return the values people have, with how many people have each."""
    seen = {(one.person_id, value) for one in members for value in one.values.get(asked, ())}
    return Counter(value for _person, value in seen)


def toggled(audience: Audience, asked: Field, value: str, excluded: bool) -> Audience:
    """Return the audience with a value put into a condition, or taken out of it."""
    old = audience.values(asked, excluded)
    new = tuple(one for one in old if one != value) if value in old else tuple(sorted((*old, value)))
    others = [one for one in audience.terms if (one.field, one.excluded) != (asked, excluded)]
    terms = [*others, Term(asked, new, excluded)] if new else others
    order = list(Field)
    terms.sort(key=lambda one: (order.index(one.field), one.excluded))
    return replace(audience, terms=tuple(terms))


def with_stream(audience: Audience, stream_id: int) -> Audience:
    """Return the audience with a stream put in, or taken out."""
    old = audience.streams
    new = [one for one in old if one != stream_id] if stream_id in old else [*old, stream_id]
    return replace(audience, streams=tuple(sorted(new)))


def with_all(audience: Audience, streams: Sequence[int]) -> Audience:
    """Return the audience with some streams put in; taken out where all of them were in."""
    was, some = set(audience.streams), set(streams)
    return replace(audience, streams=tuple(sorted(was - some if some <= was else was | some)))


def dumped(audience: Audience) -> str:
    """Return an audience as JSON to keep."""
    return json.dumps(asdict(audience), ensure_ascii=False, sort_keys=True)


def loaded(text: str) -> Audience:
    """Return a kept audience."""
    kept = json.loads(text)
    terms = tuple(Term(Field(one["field"]), tuple(one["values"]), one["excluded"]) for one in kept["terms"])
    return Audience(tuple(kept["streams"]), terms, kept["chats"])


def streams_of(audiences: Sequence[Audience]) -> frozenset[int]:
    """Return every stream that some audiences reach."""
    return frozenset(stream for one in audiences for stream in one.streams)
