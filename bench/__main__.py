"""`python -m bench [row …]`: measure, print the table, write bench.json; exit code 1 over a budget."""

import argparse
import asyncio
import json
import os
import platform
import sys
import tempfile
from pathlib import Path

from bench.budget import Reading
from bench.registry import ROWS

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Run the rows named on the command line, all by default."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure against the budgets.")
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"which rows: {', '.join(ROWS)}; default all")
    wanted = parser.parse_args().rows or list(ROWS)
    if unknown := [name for name in wanted if name not in ROWS]:
        parser.error(f"no such row: {', '.join(unknown)}; there are {', '.join(ROWS)}")
    readings = {name: asyncio.run(_measure(name)) for name in wanted}
    _print(readings)
    _write(readings)
    return 0 if all(reading.kept for row in readings.values() for reading in row) else 1


async def _measure(name: str) -> list[Reading]:
    sys.stderr.write(f"measuring {name} …\n")
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        return await ROWS[name](Path(folder))


def _print(readings: dict[str, list[Reading]]) -> None:
    lines = [("", "what", "measured", "budget", "beside it")]
    for reading in (one for row in readings.values() for one in row):
        verdict = "kept" if reading.kept else "OVER"
        measured, budget = (f"{number:.2f} {reading.unit}" for number in (reading.value, reading.budget))
        lines.append((verdict, reading.what, measured, budget, reading.beside))
    widths = [max(len(line[column]) for line in lines) for column in range(4)]
    for verdict, what, measured, budget, beside in lines:
        cells = (
            verdict.ljust(widths[0]),
            what.ljust(widths[1]),
            measured.rjust(widths[2]),
            budget.rjust(widths[3]),
        )
        sys.stdout.write("  ".join((*cells, beside)).rstrip() + "\n")


def _write(readings: dict[str, list[Reading]]) -> None:
    machine = {"cores": os.cpu_count(), "python": platform.python_version(), "system": platform.system()}
    rows = {name: [reading.as_json() for reading in row] for name, row in readings.items()}
    text = json.dumps({"machine": machine, "rows": rows}, ensure_ascii=False, indent=2)
    (ROOT / "bench.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
