"""`backup` and `restore`: the whole database as one file, from and to either kind."""

import glob
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bot.shared.errors import Trouble
from db.copying import copy_all
from db.engine import Database, open_engine
from db.migrate import revision
from db.readiness import make_ready

NO_BACKUP = "{path} is not a backup made by `python -m bot backup`."


async def back_up(url: str, path: Path) -> int:
    """Write every row into a new SQLite file, readable by its owner only; return their number.

    The file appears under its name only when it is whole. An existing file is a Trouble.
    """
    with _told(path, "written"):
        part = _new_part(path)
    try:
        rows = await _copy(url, part, replace=False, to_file=True)
        with _told(path, "written"):
            part.replace(path)
    except BaseException:
        for leftover in path.parent.glob(f"{glob.escape(part.name)}*"):
            leftover.unlink()
        raise
    return rows


async def restore(path: Path, url: str, replace: bool) -> int:
    """Put a backup into an empty database, or with `replace` in the place of what is there.

    The backup itself is only read: an older one is brought forward as a copy.
    """
    with tempfile.TemporaryDirectory() as folder:
        with _told(path, "read"):
            copy = _copy_of(path, Path(folder))
        await _refuse_foreign(path, copy)
        return await _copy(url, copy, replace, to_file=False)


async def _copy(url: str, path: Path, replace: bool, to_file: bool) -> int:
    file_url = f"sqlite+aiosqlite:///{path}"
    await make_ready(url)
    await make_ready(file_url)
    live, file = Database(open_engine(url)), Database(open_engine(file_url))
    try:
        return await (copy_all(live, file) if to_file else copy_all(file, live, replace))
    except DBAPIError as fault:
        raise Trouble(f"The copy broke off, nothing was changed: {fault.orig}.") from None
    finally:
        await live.close()
        await file.close()


def _new_part(path: Path) -> Path:
    if path.exists():
        raise Trouble(f"{path} exists already: name a new file, so that no backup is lost.")
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    part.touch(mode=0o600)
    return part


def _copy_of(path: Path, folder: Path) -> Path:
    if not path.is_file():
        raise Trouble(f"There is no file {path}.")
    with path.open("rb") as file:
        if file.read(16) != b"SQLite format 3\x00":
            raise Trouble(NO_BACKUP.format(path=path))
    return Path(shutil.copy(path, folder / "backup.sqlite3"))


async def _refuse_foreign(path: Path, copy: Path) -> None:
    """Refuse another program's database, or half of a file: emptiness would take the place of data."""
    engine = open_engine(f"sqlite+aiosqlite:///{copy}")
    try:
        known = await revision(engine)
    except SQLAlchemyError:
        raise Trouble(f"{path} is damaged.") from None
    finally:
        await engine.dispose()
    if known is None:
        raise Trouble(NO_BACKUP.format(path=path))


@contextmanager
def _told(path: Path, done: str) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise Trouble(f"{path} cannot be {done}: {fault.strerror or fault}.") from None
