"""The rows of the bench: one module each in `bench/rows`, in the order of the table."""

from bench.budget import Measure
from bench.rows import (
    answering,
    answers,
    broadcasting,
    delivering,
    importing,
    matching,
    planning,
    speeding,
    start,
)

ROWS: dict[str, Measure] = {
    "answers": answers.measure,
    "broadcast": broadcasting.measure,
    "broadcast-answers": answering.measure,
    "broadcast-speed": speeding.measure,
    "delivery": delivering.measure,
    "import": importing.measure,
    "matching": matching.measure,
    "planning": planning.measure,
    "start": start.measure,
}
