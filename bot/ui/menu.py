"""Which commands a person may use: the one list behind the command menu and `/help`."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from aiogram import Bot
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    KeyboardButton,
    ReplyKeyboardMarkup,
)

from bot.people.model import Role, Visitor
from bot.ui.texts import LANGUAGES, Texts, texts_in

WORDS = ("now", "schedule", "excursions", "ask")
"""The persistent keyboard, `key-<word>` in the locales."""


class Section(Enum):
    """A heading of the help, `help-section-<value>` in the locales."""

    PROGRAMME = "programme"
    PEOPLE = "people"
    EDITING = "editing"
    ORGANIZING = "organizing"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the menu; `open_to` decides for each person."""

    name: str
    section: Section
    open_to: Callable[[Visitor], bool]


def _anyone(_visitor: Visitor) -> bool:
    return True


def _admitted(visitor: Visitor) -> bool:
    return visitor.admitted


def _of_several_streams(visitor: Visitor) -> bool:
    return visitor.admitted and (visitor.administrator or len(visitor.enrolments) > 1)


def _of_roster(visitor: Visitor) -> bool:
    return visitor.own_person is not None and visitor.own_consented


def _at_buses(visitor: Visitor) -> bool:
    return is_organizer(visitor) or (visitor.admitted and Role.GUIDE in visitor.roles)


def _mentors(visitor: Visitor) -> bool:
    return visitor.admitted and Role.MENTOR in visitor.roles


def _takes_part(visitor: Visitor) -> bool:
    return visitor.admitted and bool(visitor.roles & {Role.PARTICIPANT, Role.TEAM_LEAD})


def _has_teams(visitor: Visitor) -> bool:
    return _mentors(visitor) or is_organizer(visitor)


def _in_mentorships(visitor: Visitor) -> bool:
    return _mentors(visitor) or _takes_part(visitor)


def _leads(visitor: Visitor) -> bool:
    return is_organizer(visitor) or (visitor.admitted and Role.MENTOR in visitor.roles)


def is_organizer(visitor: Visitor) -> bool:
    """Tell whether the visitor organizes some stream."""
    return visitor.admitted and bool(visitor.roles & {Role.ORGANIZER, Role.ADMINISTRATOR})


COMMANDS = (
    *(
        Command(name, Section.PROGRAMME, _admitted)
        for name in (
            "now",
            "schedule",
            "today",
            "tomorrow",
            "module",
            "modules",
            "excursions",
            "venue",
            "trip",
            "calendar",
            "search",
        )
    ),
    Command("ask", Section.PEOPLE, _admitted),
    Command("todo", Section.PEOPLE, _admitted),
    Command("project", Section.PEOPLE, _admitted),
    Command("projects", Section.PEOPLE, _leads),
    Command("bus", Section.PEOPLE, _at_buses),
    Command("mentor", Section.PEOPLE, _takes_part),
    Command("teams", Section.PEOPLE, _has_teams),
    *(Command(name, Section.PEOPLE, _mentors) for name in ("accept", "decline", "capacity", "pause")),
    Command("needs", Section.PEOPLE, _takes_part),
    *(Command(name, Section.PEOPLE, _in_mentorships) for name in ("meeting", "write")),
    Command("assistants", Section.PEOPLE, _of_roster),
    *(
        Command(name, Section.EDITING, is_organizer)
        for name in ("edit", "draft", "publish", "delay", "template", "export", "programme")
    ),
    *(
        Command(name, Section.ORGANIZING, is_organizer)
        for name in (
            *("broadcast", "urgent", "questions", "people", "invite", "coverage"),
            *("match", "notices", "rehearsal", "bind"),
        )
    ),
    Command("streams", Section.OWN, _of_several_streams),
    Command("settings", Section.OWN, _admitted),
    Command("mydata", Section.OWN, _of_roster),
    Command("language", Section.OWN, _anyone),
    Command("help", Section.OWN, _anyone),
    Command("start", Section.OWN, _anyone),
)
"""In the order of the menu and of the help."""


IN_GROUPS = ("now", "today", "tomorrow", "schedule")
"""What anybody in a stream's group may ask; a client that can asks it seen by nobody else (Bot API 10.2)."""


def commands_of(visitor: Visitor) -> tuple[str, ...]:
    """Return the names of the commands this person may use, in the order of the menu."""
    return tuple(command.name for command in COMMANDS if command.open_to(visitor))


def sections_of(visitor: Visitor) -> tuple[tuple[Section, tuple[str, ...]], ...]:
    """Return the same names under the headings of the help; headings without a command are left out."""
    own = [command for command in COMMANDS if command.open_to(visitor)]
    grouped = groupby(own, lambda command: command.section)
    return tuple((section, tuple(command.name for command in commands)) for section, commands in grouped)


def bot_commands(names: tuple[str, ...], texts: Texts) -> list[BotCommand]:
    """Return the commands as the messenger's menu wants them."""
    return [BotCommand(command=name, description=texts.plain(f"command-{name}")) for name in names]


def fingerprint(names: tuple[str, ...], locale: str) -> str:
    """Return a short mark of a menu: where it differs from the remembered one, the menu is set anew."""
    return hashlib.sha256(f"{locale}:{','.join(names)}".encode()).hexdigest()[:16]


def keyboard(texts: Texts) -> ReplyKeyboardMarkup:
    """Return the persistent keyboard of four words."""
    keys = [KeyboardButton(text=texts.plain(f"key-{word}")) for word in WORDS]
    return ReplyKeyboardMarkup(
        keyboard=[keys[:2], keys[2:]],
        resize_keyboard=True,
        is_persistent=True,
        input_field_placeholder=texts.plain("keyboard-hint"),
    )


def key_labels(word: str) -> frozenset[str]:
    """Return what a key of the keyboard says in any language: an old keyboard outlives a switch."""
    return frozenset(texts_in(language).plain(f"key-{word}") for language in LANGUAGES)


KEYS = frozenset().union(*(key_labels(word) for word in WORDS))
"""What any key says in any language: a tap on the keyboard, never something typed."""


async def set_common_menus(bot: Bot) -> None:
    """Give strangers, in each language, the menu of what works for everybody, and groups theirs."""
    names = tuple(command.name for command in COMMANDS if command.open_to is _anyone)
    for language in LANGUAGES:
        commands = bot_commands(names, texts_in(language))
        code = None if language == LANGUAGES[0] else language
        await bot.set_my_commands(commands, scope=BotCommandScopeAllPrivateChats(), language_code=code)
        seen_alone = [one.model_copy(update={"is_ephemeral": True}) for one in _group(language, IN_GROUPS)]
        everywhere = [*seen_alone, *_group(language, ("bind",))]
        await bot.set_my_commands(everywhere, scope=BotCommandScopeAllGroupChats(), language_code=code)


def _group(language: str, names: tuple[str, ...]) -> list[BotCommand]:
    return bot_commands(names, texts_in(language))
