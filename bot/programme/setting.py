"""Settings of a programme: what the rooms declare, and the values in force (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

from bot.programme.setting_kinds import Kind

T = TypeVar("T")


class Group(StrEnum):
    """What a setting is about: one heading of `/programme`."""

    NOTICES = "notices"
    LEADS = "leads"
    QUESTIONS = "questions"
    DATA = "data"
    PROJECTS = "projects"
    MENTORING = "mentoring"
    BROADCASTS = "broadcasts"


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """A setting a room declares. `key` is ≤ 24 of `a–z -`: it travels on buttons and names the texts.

    `offered` are common values, shown as buttons. `shown` is False while nothing acts by it yet.
    """

    key: str
    group: Group
    kind: Kind[T]
    default: T
    offered: tuple[T, ...] = ()
    shown: bool = True

    @property
    def topic(self) -> str:
        """What its explanation is called: settings of a family (`leads-lecture`) share one."""
        return Group.LEADS.value if self.group is Group.LEADS else self.key


SettingRegistry = tuple[Setting[Any], ...]
"""Every setting the rooms have declared, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one programme as kept: what is missing or not readable any more is the default."""

    kept: Mapping[str, str] = field(default_factory=dict)

    def value(self, setting: Setting[T]) -> T:
        """Return the value in force."""
        text = self.kept.get(setting.key)
        if text is None:
            return setting.default
        try:
            return setting.kind.restore(text)
        except ValueError:
            return setting.default


DEFAULTS = Settings()
"""Those of a programme for which nobody has changed anything."""


@dataclass(frozen=True, slots=True)
class Change:
    """The last change of a setting; `value` None put it back to the default.

    `by` is the full name of whoever did it, empty for an administrator out of the roster, None where
    nobody knows any more (erased).
    """

    value: str | None
    by: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme as somebody who organizes a stream of it sees it."""

    id: int
    title: str
