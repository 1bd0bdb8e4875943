"""Thirty people of the demonstration programme, each in two streams, who do what people do."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from typing import Any

from sqlalchemy import func, select

from bot.people.entering import issue_invitations
from bot.sandbox.botapi.feed import Event
from bot.sandbox.botapi.gestures import inline_buttons
from bot.sandbox.botapi.records import Json
from bot.sandbox.botapi.world import World
from bot.sandbox.demo.loading import load_demo
from bot.shared.clock import Clock
from db.engine import Database
from db.invitations import invitations
from db.people import accounts, consents, enrolments, people
from db.programme import streams
from db.updates import handled_updates

SIZE = 30
FIRST, SECOND = "Ш5", "Ш6"
PATIENCE_S = 150.0
QUESTIONS = ("/schedule", "/now", "завтра", "/excursions", "/modules", "/venue", "/help", "когда обед?")


async def gather(database: Database, clock: Clock) -> dict[str, str]:
    """Load the demonstration, put thirty people into both streams; return person code → invitation code."""
    await load_demo(database, clock)
    async with database.write() as tx:
        chosen = select(people.c.id).order_by(people.c.id).limit(SIZE)
        for person in (await tx.execute(chosen)).scalars().all():
            known = select(enrolments.c.stream_id).where(enrolments.c.person_id == person)
            both = select(streams.c.id).where(streams.c.code.in_((FIRST, SECOND)))
            for stream in (await tx.execute(both.where(streams.c.id.not_in(known)))).scalars().all():
                await tx.execute(
                    enrolments.insert().values(person_id=person, stream_id=stream, roles=["participant"])
                )
        codes = (await tx.execute(select(people.c.code).order_by(people.c.id).limit(SIZE))).scalars().all()
    links = await issue_invitations(database, clock, FIRST, timedelta(days=30))
    return {link.person_code: link.code for link in links if link.person_code in codes}


class Journal:
    """Which start of the bot was given which update, and which start said what to whom."""

    def __init__(self, world: World) -> None:
        self.start = 0
        self.given: dict[int, set[int]] = defaultdict(set)
        self.said: dict[int, list[int]] = defaultdict(list)
        self._asked: set[int] = set()
        self._world = world
        self._batch = world.updates.batch
        world.feed.listen(self._notice)

    def batch(self, offset: int, limit: int) -> list[Json]:
        """Stand in for the server's own: hand updates out and note to which start."""
        self._asked.add(self.start)
        found = self._batch(offset, limit)
        for update in found:
            self.given[update["update_id"]].add(self.start)
        return found

    def asked_by(self, start: int) -> bool:
        """Tell whether a start has asked for updates."""
        return start in self._asked

    def redelivered(self) -> int:
        """Return how many updates more than one start was given."""
        return sum(len(starts) > 1 for starts in self.given.values())

    def _notice(self, event: Event) -> None:
        if event["kind"] == "callback_answer":
            self.said[event["user"]].append(self.start)
        elif event["kind"] in {"message", "edited"} and event["message"]["from"]["id"] == self._world.bot_id:
            self.said[event["chat"]].append(self.start)


@dataclass
class Walker:
    """One of them; every act waits until the bot has confirmed it, and must have been answered by then."""

    world: World
    journal: Journal
    user: int
    person_code: str
    invitation: str
    random: Random
    locale: str = "ru"
    stream: int | None = None
    acts: Counter[str] = field(default_factory=Counter)
    repeated: int = 0
    unanswered: list[str] = field(default_factory=list)

    async def come_in(self) -> None:
        """Open the link, say «Да, это я», and consent."""
        await self._wait("start", [self.world.start(self.user, self.invitation)])
        await self._tap("accept", "in1:", ":1")
        await self._tap("consent", "cs1:", ":1")

    async def do_something(self) -> None:
        """Do one of the things people do, some of them twice in a hurry."""
        dice = self.random.random()
        if dice < 0.25:
            await self._wait("ask", [self.world.say(self.user, "/streams")])
            await self._choose("choose-stream", "st1:")
        elif dice < 0.5:
            await self._wait("ask", [self.world.say(self.user, "/language")])
            await self._choose("choose-language", "ln1:")
        else:
            await self._wait("ask", [self.world.say(self.user, self.random.choice(QUESTIONS))])

    async def _choose(self, action: str, prefix: str) -> None:
        """Tap one of the newest choices; one time in three, another one right after it."""
        message, choices = self._newest(prefix)
        chosen = [self.random.choice(choices) for _ in range(2 if self.random.random() < 0.3 else 1)]
        if action == "choose-stream":
            self.stream = int(chosen[-1].removeprefix(prefix))
        else:
            self.locale = chosen[-1].removeprefix(prefix)
        number = message["message_id"]
        taps = [self.world.tap(self.user, self.user, number, data, force=True) for data in chosen]
        await self._wait(action, taps)

    async def _tap(self, action: str, prefix: str, ending: str) -> None:
        message, choices = self._newest(prefix)
        data = next(data for data in choices if data.endswith(ending))
        await self._wait(action, [self.world.tap(self.user, self.user, message["message_id"], data)])

    def _newest(self, prefix: str) -> tuple[Json, list[str]]:
        for message in reversed(self.world.messages(self.user)):
            data = [button.get("callback_data", "") for button in inline_buttons(message)]
            choices = [one for one in data if one.startswith(prefix)]
            if choices:
                return message, choices
        raise AssertionError(f"nothing to tap for {prefix}")

    async def _wait(self, action: str, updates: list[int]) -> None:
        """Wait for the confirmation; every update of the act must have brought an answer."""
        before = len(self.journal.said[self.user])
        self.acts[action] += len(updates)
        for update_id in updates:
            await self.world.wait_confirmed(update_id, PATIENCE_S)
        answers = self.journal.said[self.user][before:]
        if len(answers) < len(updates):
            self.unanswered.append(f"{self.person_code}: {action} {updates}")
        self.repeated += len(set(answers)) > 1


async def walkers(world: World, journal: Journal, codes: Mapping[str, str], seed: int) -> list[Walker]:
    """Return the people, each with an account of their own and a will of their own."""
    return [
        Walker(
            world,
            journal,
            world.add_user(first_name=f"Участник {number}", language_code="ru"),
            person,
            codes[person],
            Random(seed * 1000 + number),  # noqa: S311  (a drill must be repeatable, not secret)
        )
        for number, person in enumerate(sorted(codes))
    ]


@dataclass(frozen=True)
class Left:
    """What the database holds in the end; people by their codes."""

    accounts: dict[str, tuple[int, str, int | None]]
    """person → user, locale, stream"""
    consents: dict[str, int]
    used: list[str]
    effects: dict[str, int]
    """action → rows"""


async def what_is_left(database: Database) -> Left:
    """Read what the drill has left in the database."""
    async with database.read() as tx:

        async def rows(statement: Any) -> list[Any]:
            return list((await tx.execute(statement)).all())

        bound = select(people.c.code, accounts.c.user_id, accounts.c.locale, accounts.c.stream_id)
        given = select(people.c.code, func.count()).select_from(people).join(consents)
        used = select(invitations.c.code).where(invitations.c.used_at.is_not(None))
        effects = select(handled_updates.c.action, func.count()).group_by(handled_updates.c.action)
        return Left(
            {
                code: (user, locale, stream)
                for code, user, locale, stream in await rows(bound.select_from(accounts).join(people))
            },
            dict(await rows(given.group_by(people.c.code))),
            sorted(code for (code,) in await rows(used)),
            dict(await rows(effects)),
        )
