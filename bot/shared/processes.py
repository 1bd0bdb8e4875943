"""Work that would hold up the loop, done by a module of ours in a process of its own."""

import asyncio
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]


async def answer_of(module: str, given: bytes, seconds: float) -> bytes | None:
    """Run `python -m module` with this on standard input and return what it writes to standard output.

    None where it fails or takes longer; it is ended then, and also when the waiting is cancelled.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        module,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={"PYTHONPATH": str(_ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
    )
    try:
        async with asyncio.timeout(seconds):
            answer, _ = await process.communicate(given)
    except TimeoutError:
        return None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    return None if process.returncode else answer
