"""The rows of the bench: one module each in `bench/rows`, in the order of the table."""

from bench.budget import Measure
from bench.rows import answers, delivering, importing, matching, planning, start

ROWS: dict[str, Measure] = {
    "answers": answers.measure,
    "delivery": delivering.measure,
    "import": importing.measure,
    "matching": matching.measure,
    "planning": planning.measure,
    "start": start.measure,
}
