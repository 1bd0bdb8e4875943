"""The command line: `python -m bot …`."""

import argparse
import asyncio
import sys
import traceback
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.app import opened
from bot.operations import backup, doctor, links, running
from bot.operations.tables import export_table
from bot.people.invitations import LIFETIME
from bot.settings import Settings, read_settings
from bot.shared.clock import SystemClock
from bot.shared.errors import Refusal, Trouble
from bot.ui.exports import Export
from bot.ui.texts import texts_in
from bot.workbook import console
from db.readiness import make_ready

Arguments = argparse.Namespace


def parser() -> argparse.ArgumentParser:
    """Return the parser of every command of the contract."""
    top = argparse.ArgumentParser(
        prog="python -m bot", description="A bot for «Школа мэров» and «Школа муниципальных команд»."
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def add(name: str, about: str, run: Callable[[Arguments], Awaitable[int]]) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=about, description=about)
        command.set_defaults(run=run)
        return command

    add("run", "serve Telegram; without BOT_TOKEN, the sandbox", _run)
    add("sandbox", "serve the sandbox page on 127.0.0.1, without Telegram", _sandbox)
    add("doctor", "examine settings, database, Bot API and webhook", _doctor)
    template = add("template", "write the empty workbook", _template)
    template.add_argument("file", type=Path, metavar="FILE.xlsx")
    importing = add("import", "read a workbook: errors and differences; changes nothing by itself", _import)
    importing.add_argument("file", type=Path, metavar="FILE.xlsx")
    importing.add_argument("--apply", action="store_true", help="write it into the draft, all or nothing")
    importing.add_argument("--publish", action="store_true", help="with --apply: publish a first programme")
    older = importing.add_mutually_exclusive_group()
    older.add_argument(
        "--keep", action="store_true", default=None, help="of an older file, take nothing back changed since"
    )
    older.add_argument(
        "--take-back", action="store_false", dest="keep", help="of an older file, take back what it has"
    )
    export = add("export", "write the current programme, the people or the questions", _export)
    export.add_argument("file", type=Path, metavar="FILE.xlsx")
    what = [choice.value for choice in Export]
    export.add_argument("--what", choices=what, default=Export.PROGRAMME.value, help="which of the files")
    invite = add("invite", "print personal links for those of a stream who have not entered", _invite)
    invite.add_argument("stream", help="the stream's code")
    invite.add_argument("--days", type=_days, default=LIFETIME.days, help="how long new links open")
    invite.add_argument("--qr", type=Path, metavar="FILE.xlsx", help="also write QR codes to be printed")
    back_up = add("backup", "write the whole database into one new file", _backup)
    back_up.add_argument("file", type=Path, metavar="FILE")
    restore = add("restore", "put a backup into an empty database", _restore)
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument("--replace", action="store_true", help="empty the database first")
    return top


def main(words: list[str] | None = None) -> int:
    """Run one command; every expected trouble is a sentence and exit code 1."""
    top = parser()
    arguments = top.parse_args(words)
    if arguments.command == "import" and arguments.publish and not arguments.apply:
        top.error("--publish goes with --apply")
    try:
        code: int = asyncio.run(arguments.run(arguments))
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except Refusal as refusal:
        print(_say(read_settings())(refusal.key, **refusal.facts), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except Exception:
        print(f"A fault of the bot itself, please report it:\n{_details()}", file=sys.stderr)
        return 1
    return code


def _details() -> str:
    """Describe the exception being handled, without tokens."""
    return running.blot(traceback.format_exc()).rstrip()


def _announce(line: str) -> None:
    print(f"\n{line}\n", flush=True)


def _ready_settings() -> Settings:
    settings = read_settings()
    running.set_up_logging(settings.log_level)
    return settings


async def _run(arguments: Arguments) -> int:
    settings = _ready_settings()
    if settings.bot_token is None:
        print("BOT_TOKEN is not set: starting the sandbox. See .env.example.", flush=True)
        return await _sandbox(arguments)
    await running.run(settings, _announce)
    return 0


async def _sandbox(_arguments: Arguments) -> int:
    from bot.sandbox.running import run_sandbox  # noqa: PLC0415  (the real bot never loads it)

    settings = _ready_settings()
    await run_sandbox(settings, SystemClock(), running.stop_on_signals(), _announce)
    return 0


async def _doctor(_arguments: Arguments) -> int:
    return 1 if await doctor.examine(sys.stdout) else 0


async def _template(arguments: Arguments) -> int:
    return await console.template(arguments.file, sys.stdout, _say(read_settings()))


async def _import(arguments: Arguments) -> int:
    settings = _ready_settings()
    await make_ready(settings.database_url)
    async with opened(settings.database_url) as db:
        return await console.import_file(
            db,
            SystemClock(),
            arguments.file,
            arguments.apply,
            arguments.publish,
            sys.stdout,
            _say(settings),
            arguments.keep,
        )


async def _export(arguments: Arguments) -> int:
    settings = _ready_settings()
    await make_ready(settings.database_url)
    async with opened(settings.database_url) as db:
        what = Export(arguments.what)
        if what is Export.PROGRAMME:
            return await console.export(db, arguments.file, sys.stdout, _say(settings))
        texts = texts_in(settings.default_locale)
        return await export_table(db, SystemClock(), what, arguments.file, sys.stdout, texts)


async def _invite(arguments: Arguments) -> int:
    settings = _ready_settings()
    await make_ready(settings.database_url)
    async with opened(settings.database_url) as db:
        stream, days = arguments.stream, arguments.days
        await links.print_links(db, SystemClock(), settings, stream, days, sys.stdout, arguments.qr)
    return 0


async def _backup(arguments: Arguments) -> int:
    rows = await backup.back_up(_ready_settings().database_url, arguments.file)
    print(f"{arguments.file}: {rows} rows")
    return 0


async def _restore(arguments: Arguments) -> int:
    rows = await backup.restore(arguments.file, _ready_settings().database_url, arguments.replace)
    print(f"{rows} rows restored")
    return 0


def _say(settings: Settings) -> Callable[..., str]:
    return texts_in(settings.default_locale).plain


def _days(text: str) -> int:
    days = int(text)
    if not 1 <= days <= 365:
        raise argparse.ArgumentTypeError("from 1 to 365 days")
    return days


if __name__ == "__main__":
    sys.exit(main())
