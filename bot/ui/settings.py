"""The screen of /settings: which notices come, when it is quiet, the language, the home zone."""

from datetime import datetime, time
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton
from pydantic import StringConstraints

from bot.people.settings_actions import Settings
from bot.shared.zones import MOSCOW
from bot.ui.corrections import CorrectButton
from bot.ui.dates import city_of, zone_mark
from bot.ui.paging import LABEL, lines, paragraphs, shortened
from bot.ui.people import LanguageButton
from bot.ui.schedule.wording import CITY, home_row
from bot.ui.screens import Rows, Screen, button
from bot.ui.texts import LANGUAGES, Markup, Texts, texts_in


class SettingsButton(CallbackData, prefix="ns1"):
    """Opens the settings."""


class MuteButton(CallbackData, prefix="nm1"):
    """Switches a group of kinds off or on: it carries what is wanted, so a second tap changes nothing."""

    group: Annotated[str, StringConstraints(max_length=40)]
    muted: bool


def settings_screen(texts: Texts, settings: Settings) -> Screen:
    """Show what holds, each with a button that changes it."""
    person = settings.visitor.person
    rows: Rows = []
    if person is None:
        notices = [texts("settings-nobody")]
    else:
        notices = [_group(texts, group, group in settings.muted) for group in settings.groups]
        notices.append(texts("settings-always", kinds=_always(texts, settings)))
        rows += [_switch(texts, group, group in settings.muted) for group in settings.groups]
    languages = [
        [button(texts_in(locale).plain("language-name"), LanguageButton(locale=locale))]
        for locale in LANGUAGES
        if locale != texts.locale
    ]
    rows += languages
    if person is not None:
        rows.append([button(texts.plain("settings-button-correct"), CorrectButton())])
    home = person.zone if person else None
    quiet = "" if person is None else _quiet(texts, settings, home or MOSCOW)
    about_home = "" if person is None else _home(texts, home, settings.now)
    text = paragraphs(texts("settings-title"), *notices, quiet, lines(about_home, texts("settings-language")))
    return Screen(text, [*rows, *home_row(texts)])


def settings_row(texts: Texts) -> Rows:
    """Return the way to the settings from other screens."""
    return [[button(texts.plain("settings-button"), SettingsButton())]]


def _group(texts: Texts, group: str, muted: bool) -> Markup:
    name, about = texts.plain(f"settings-group-{group}"), texts.plain(f"settings-about-{group}")
    return texts("settings-off" if muted else "settings-on", group=name, about=about)


def _switch(texts: Texts, group: str, muted: bool) -> list[InlineKeyboardButton]:
    name = texts.plain(f"settings-group-{group}")
    label = texts.plain("settings-button-on" if muted else "settings-button-off", group=name.lower())
    return [button(shortened(label, LABEL), MuteButton(group=group, muted=not muted))]


def _always(texts: Texts, settings: Settings) -> str:
    """Name what cannot be switched off."""
    return ", ".join(dict.fromkeys(texts.plain(f"settings-always-{kind}") for kind in settings.always))


def _quiet(texts: Texts, settings: Settings, home: str) -> Markup:
    night = settings.night
    if night.begins == night.ends:
        return texts("settings-quiet-none")
    at_home = _place(texts, city_of(home, texts.locale), home, settings.now)
    span = {"begins": _hour(night.begins), "ends": _hour(night.ends), "home": at_home}
    if settings.module is None:
        rule = texts("settings-quiet", **span)
    else:
        city, zone = shortened(settings.module.city, CITY), settings.module.zone
        rule = texts("settings-quiet-venue", **span, venue=_place(texts, city, zone, settings.now))
    return lines(rule, texts("settings-quiet-rule"))


def _home(texts: Texts, home: str | None, now: datetime) -> Markup:
    if home is None:
        return texts("settings-home-unknown")
    return texts("settings-home", home=_place(texts, city_of(home, texts.locale), home, now))


def _place(texts: Texts, city: str, zone: str, now: datetime) -> str:
    return texts.plain("settings-place", city=city, zone=zone_mark(texts, zone, now))


def _hour(hour: time) -> str:
    return f"{hour:%H:%M}"
