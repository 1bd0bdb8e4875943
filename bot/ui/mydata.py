"""Screens of «Мои данные», and the files a person takes along."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from aiogram.filters.callback_data import CallbackData

from bot.privacy.actions import OwnData
from bot.ui.corrections import CorrectButton, MyDataButton, waiting_lines
from bot.ui.invite import last_day
from bot.ui.paging import lines, paragraphs, shortened
from bot.ui.people import HelpButton
from bot.ui.screens import Screen, button
from bot.ui.streams import NAME, stream_name
from bot.ui.texts import Markup, Texts

FACT = 300
"""Characters of a value on the screen; the files hold it whole."""


class ExportButton(CallbackData, prefix="me1"):
    """Hands the own data out as files."""


class EraseButton(CallbackData, prefix="mx1"):
    """Withdraws the consent and erases; `sure` answers the question before it."""

    sure: bool = False


def mydata_screen(texts: Texts, data: OwnData) -> Screen:
    """Show what is kept, in words, with what can be done about it."""
    rows = [
        [button(texts.plain("mydata-button-export"), ExportButton())],
        [button(texts.plain("mydata-button-correct"), CorrectButton())],
        [button(texts.plain("mydata-button-erase"), EraseButton())],
    ]
    title, hint = texts("mydata-title"), texts("mydata-hint")
    return Screen(paragraphs(title, words(texts, data), waiting_lines(texts, data.waiting), hint), rows)


def words(texts: Texts, data: OwnData) -> Markup:
    """Say what is kept, line by line."""
    person, account = data.person, data.account
    facts = (
        ("mydata-name", person.full_name),
        ("mydata-post", person.post),
        ("mydata-municipality", person.municipality),
        ("mydata-region", person.region),
        ("mydata-phone", person.phone),
        ("mydata-zone", person.zone or ""),
    )
    parts = (
        texts(
            "mydata-part",
            stream=stream_name(texts, part.stream),
            roles=", ".join(texts.plain(f"role-{role.value.replace('_', '-')}") for role in part.roles),
        )
        for part in data.parts
    )
    agreed = account.consented_at if account is not None else None
    return lines(
        *(texts(key, value=shortened(value, FACT)) for key, value in facts if value),
        *parts,
        texts("mydata-account", value=str(account.user_id)) if account is not None else "",
        texts("mydata-consent", day=last_day(texts, agreed)) if agreed is not None else "",
        texts("mydata-others", count=sum(len(rows) for rows in data.tables.values())),
    )


def question_screen(texts: Texts) -> Screen:
    """Ask before erasing, and say what it means."""
    rows = [
        [button(texts.plain("mydata-button-sure"), EraseButton(sure=True))],
        [button(texts.plain("mydata-button-no"), MyDataButton())],
    ]
    return Screen(texts("mydata-erase-question"), rows)


def erased_screen(texts: Texts) -> Screen:
    """Confirm that everything is erased, with the one way that is left."""
    return Screen(texts("mydata-erased"), [[button(texts.plain("button-help"), HelpButton())]])


def json_file(data: OwnData) -> bytes:
    """Return every row that is kept, for a machine."""
    return json.dumps(data.tables, ensure_ascii=False, indent=2, default=_plain).encode()


def text_file(texts: Texts, data: OwnData) -> bytes:
    """Return every row that is kept, to be read: table by table, a line for each value."""
    told = [texts.plain("mydata-file-title", name=shortened(data.person.full_name, NAME))]
    for table, rows in data.tables.items():
        told += [f"\n== {table} ==", *("\n".join(_lines_of(row)) + "\n" for row in rows)]
    return "\n".join(told).encode()


def _lines_of(row: Mapping[str, Any]) -> list[str]:
    return [f"{key}: {_plain(value)}" for key, value in row.items() if value not in (None, "")]


def _plain(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
