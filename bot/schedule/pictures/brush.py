"""The drawing process: SVG on standard input, PNG on standard output, each after its length.

Started by `bot.schedule.pictures.painter` as `python -m bot.schedule.pictures.brush`. It has a process of
its own because resvg holds the interpreter's lock while it draws: in a thread it stopped the loop for a
quarter of a second.
"""

import json
import os
import resource
import struct
import sys
from contextlib import suppress

import resvg_py

from bot.schedule.pictures.letters import FAMILY, FILES

MEMORY = 1024 * 1024 * 1024
PROCESSOR_SECONDS = 30


def png(svg: str) -> bytes:
    """Draw with the shipped font alone, so that a picture is the same on every machine."""
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            skip_system_fonts=True,
            font_files=[str(path) for path in FILES.values()],
            font_family=FAMILY,
        )
    )


def main() -> None:
    """Limit this process, then draw one picture after the other."""
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    os.nice(10)
    for svg in json.load(sys.stdin.buffer):
        drawn = png(svg)
        sys.stdout.buffer.write(struct.pack(">I", len(drawn)) + drawn)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
