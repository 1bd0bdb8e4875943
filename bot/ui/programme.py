"""Screens of /programme: the settings of a programme, one of them, and its new value."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Any

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.programme.setting import Group, Programme, Setting, SettingRegistry
from bot.shared.zones import MOSCOW
from bot.tuning.actions import Outcome, ProgrammeCard
from bot.ui.callbacks import Id
from bot.ui.corrections import CorrectionsButton
from bot.ui.dates import clock, day_words
from bot.ui.invite import last_day
from bot.ui.paging import LABEL, lines, paragraphs, shortened
from bot.ui.screens import Rows, Screen, button
from bot.ui.setting_values import value_words
from bot.ui.streams import NAME
from bot.ui.texts import Markup, Texts

PER_ROW = 2
SHORT = 16
"""Characters of a label that shares its row."""


class Part(StrEnum):
    """A screen of a programme: everything but the lead times, or those alone."""

    MAIN = "main"
    LEADS = "leads"


class ProgrammeButton(CallbackData, prefix="ps1"):
    """A programme's settings."""

    programme_id: Id
    part: Part = Part.MAIN


class SettingButton(CallbackData, prefix="pt1"):
    """One setting; `code` is its key."""

    programme_id: Id
    code: str


class ValueButton(CallbackData, prefix="pv1"):
    """A new value, as it is kept; `sure` answers the question that a shorter retention asks."""

    programme_id: Id
    code: str
    value: Annotated[str, Field(max_length=30)]
    sure: bool = False


class DefaultButton(CallbackData, prefix="pr1"):
    """Puts a setting back as it was."""

    programme_id: Id
    code: str
    sure: bool = False


class TypeButton(CallbackData, prefix="pw1"):
    """Another value, to be typed."""

    programme_id: Id
    code: str


def choose_screen(texts: Texts, programmes: Sequence[Programme]) -> Screen:
    """Ask which programme is meant."""
    if not programmes:
        return Screen(texts("coverage-none"), [])
    rows = [[button(shortened(one.title, LABEL), ProgrammeButton(programme_id=one.id))] for one in programmes]
    return Screen(texts("programme-choose"), rows)


def card_screen(texts: Texts, registry: SettingRegistry, card: ProgrammeCard, part: Part) -> Screen:
    """Show the values in force, changed ones marked, with a button for each."""
    shown = [one for one in registry if one.shown and (one.group is Group.LEADS) is (part is Part.LEADS)]
    title = texts("programme-title", title=shortened(card.programme.title, NAME))
    number = card.programme.id
    rows = _paired([(_title(texts, one), SettingButton(programme_id=number, code=one.key)) for one in shown])
    if part is Part.LEADS:
        rows.append([button(texts.plain("programme-button-back"), ProgrammeButton(programme_id=number))])
        head = paragraphs(title, texts("setting-about-leads"))
        return Screen(paragraphs(head, lines(*(_line(texts, one, card) for one in shown))), rows)
    groups = []
    for group in dict.fromkeys(one.group for one in shown):
        values: list[str] = [_line(texts, one, card) for one in shown if one.group is group]
        if group is Group.NOTICES:
            values.append(_leads_line(texts, registry, card))
        if group is Group.DATA:
            values.append(_due_line(texts, card))
        groups.append(lines(texts(f"setting-group-{group.value}"), *values))
    leads = ProgrammeButton(programme_id=number, part=Part.LEADS)
    rows.append([button(texts.plain("programme-button-leads"), leads)])
    if card.corrections:
        label = texts.plain("programme-button-corrections", count=card.corrections)
        rows.append([button(label, CorrectionsButton())])
    return Screen(paragraphs(title, *groups, texts("programme-hint")), rows)


def setting_screen(texts: Texts, card: ProgrammeCard, setting: Setting[Any], done: str = "") -> Screen:
    """Show what a setting means, its value and who changed it, with common values as buttons."""
    number, value = card.programme.id, card.settings.value(setting)
    usual = value_words(texts, setting, setting.default)
    facts = lines(
        texts("setting-now", value=value_words(texts, setting, value)),
        texts("setting-usual", value=usual),
        _change(texts, card, setting),
    )
    offers = []
    for offered in setting.offered:
        kept = setting.kind.store(offered)
        words = value_words(texts, setting, offered)
        data = ValueButton(programme_id=number, code=setting.key, value=kept)
        offers.append((f"✓ {words}" if offered == value else words, data))
    rows = _paired(offers)
    typed = TypeButton(programme_id=number, code=setting.key)
    rows.append([button(texts.plain("setting-button-other"), typed)])
    if value != setting.default:
        default = DefaultButton(programme_id=number, code=setting.key)
        rows.append([button(texts.plain("setting-button-default"), default)])
    part = Part.LEADS if setting.group is Group.LEADS else Part.MAIN
    back = ProgrammeButton(programme_id=number, part=part)
    rows.append([button(texts.plain("programme-button-back"), back)])
    about = texts(f"setting-about-{setting.topic}")
    title = texts("setting-title", title=_title(texts, setting))
    return Screen(paragraphs(done, title, about, facts), rows)


def outcome_screen(texts: Texts, outcome: Outcome) -> Screen:
    """Show the setting as it is now, or ask before people are erased."""
    setting, card = outcome.setting, outcome.card
    if not outcome.erases:
        value = value_words(texts, setting, card.settings.value(setting))
        return setting_screen(texts, card, setting, texts("setting-saved", value=value))
    number = card.programme.id
    sure = (
        DefaultButton(programme_id=number, code=setting.key, sure=True)
        if outcome.value is None
        else ValueButton(programme_id=number, code=setting.key, value=outcome.value, sure=True)
    )
    rows = [
        [button(texts.plain("setting-button-sure", count=outcome.erases), sure)],
        [button(texts.plain("setting-button-no"), SettingButton(programme_id=number, code=setting.key))],
    ]
    return Screen(texts("setting-erases", count=outcome.erases), rows)


def typing_screen(texts: Texts, card: ProgrammeCard, setting: Setting[Any], wrong: str = "") -> Screen:
    """Ask for a value in words; after nonsense, with what is wrong about it."""
    back = SettingButton(programme_id=card.programme.id, code=setting.key)
    example = texts(f"setting-example-{type(setting.kind).__name__.lower()}")
    head = texts("setting-type", title=_title(texts, setting))
    rows = [[button(texts.plain("setting-button-cancel"), back)]]
    return Screen(paragraphs(wrong, "" if wrong else head, example), rows)


def _title(texts: Texts, setting: Setting[Any]) -> str:
    if setting.group is Group.LEADS:
        return texts.plain(f"schedule-kind-{setting.key.removeprefix('leads-')}")
    return texts.plain(f"setting-title-{setting.key}")


def _line(texts: Texts, setting: Setting[Any], card: ProgrammeCard) -> Markup:
    value = card.settings.value(setting)
    key = "setting-line" if value == setting.default else "setting-line-changed"
    return texts(key, title=_title(texts, setting), value=value_words(texts, setting, value))


def _leads_line(texts: Texts, registry: SettingRegistry, card: ProgrammeCard) -> Markup:
    every = [one for one in registry if one.group is Group.LEADS]
    return texts("programme-leads", count=sum(bool(card.settings.value(one)) for one in every))


def _due_line(texts: Texts, card: ProgrammeCard) -> Markup | str:
    if card.due is None:
        return ""
    if card.due.day <= card.today:
        return texts("programme-due-now", count=card.due.people)
    day = day_words(texts, card.due.day, card.today)
    return texts("programme-due", count=card.due.people, day=day)


def _change(texts: Texts, card: ProgrammeCard, setting: Setting[Any]) -> Markup | str:
    change = card.changes.get(setting.key)
    if change is None:
        return ""
    day, time = last_day(texts, change.at), clock(change.at, MOSCOW)
    if change.by:
        return texts("setting-changed", name=shortened(change.by, NAME), day=day, time=time)
    key = "setting-changed-by-admin" if change.by == "" else "setting-changed-by-somebody"
    return texts(key, day=day, time=time)


def _paired(offers: Sequence[tuple[str, CallbackData]]) -> Rows:
    """Put short labels two in a row."""
    rows: Rows = []
    for label, data in offers:
        one = button(shortened(label, LABEL), data)
        if rows and len(rows[-1]) < PER_ROW and len(rows[-1][0].text) <= SHORT and len(label) <= SHORT:
            rows[-1].append(one)
        else:
            rows.append([one])
    return rows
