"""What a measurement says, and whether it keeps its budget."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Reading:
    """One measured value beside its budget, both in `unit`; smaller is better.

    `beside` names what was measured in the same run for comparison, already in words.
    """

    what: str
    value: float
    budget: float
    unit: str
    beside: str = ""

    @property
    def kept(self) -> bool:
        """Tell whether the budget is kept."""
        return self.value <= self.budget

    def as_json(self) -> dict[str, Any]:
        """Return the reading as it stands in bench.json."""
        return asdict(self) | {"kept": self.kept}


Measure = Callable[[Path], Awaitable[list[Reading]]]
"""Measures in an empty folder of its own; what it starts, it ends."""
