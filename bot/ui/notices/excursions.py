"""How the notices of excursions are worded: time, bus, place to gather, what to take."""

from collections.abc import Sequence
from datetime import datetime

from bot.excursions import notice_actions as facts
from bot.excursions.boarding import Way
from bot.excursions.model import Excursion
from bot.excursions.notice_actions import News, Offered
from bot.excursions.notices import (
    LAST_CALL,
    PLACE_EXPIRED,
    PLACE_GIVEN,
    PLACE_OFFERED,
    PLACE_TAKEN,
    REMINDER,
)
from bot.excursions.places import gathers_at
from bot.notices.model import Notice
from bot.shared.zones import day_in
from bot.ui.dates import capital, clock, day_words, days_name, hours, lasting
from bot.ui.excursions.boarding_buttons import boarding_rows
from bot.ui.excursions.buttons import ExcursionButton, ExcursionPointButton
from bot.ui.excursions.places_buttons import OfferButton, TakeButton
from bot.ui.excursions.wording import bring_lines, bus_words
from bot.ui.notices.letter import Facts, Letter, Presenter
from bot.ui.paging import lines, paragraphs, shortened
from bot.ui.schedule.wording import DETAIL, LABEL, TITLE, city_and_zone
from bot.ui.screens import Rows, button
from bot.ui.texts import Markup, Texts
from db.engine import Tx


async def read_reminders(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read the excursions reminders are of."""
    return await facts.reminded(tx, now, notices)


def write_reminder(texts: Texts, one: Excursion, now: datetime) -> Letter:
    """Say how soon to be there, in which bus, where, and what to take."""
    event = one.event
    body = lines(
        _head(texts, one, now),
        _when(texts, one),
        texts("excursions-notice-bus", bus=shortened(bus_words(texts, one.bus), DETAIL)) if one.bus else "",
        texts("excursions-notice-gathering", place=shortened(one.gathering, DETAIL)) if one.gathering else "",
        texts("excursions-notice-contact", contact=shortened(one.contact, DETAIL)) if one.contact else "",
        texts("excursions-notice-guide", name=shortened(one.bus.guide, DETAIL))
        if one.bus and one.bus.guide
        else "",
    )
    rows = boarding_rows(texts, event.id, Way.THERE, on_foot=not one.has_buses)
    if one.gathering_point is not None:
        rows.append([button(texts.plain("excursions-button-map"), ExcursionPointButton(event_id=event.id))])
    return Letter(paragraphs(body, bring_lines(texts, one.bring)), [*rows, *_card_rows(one)])


async def read_offers(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read the offers that are held still."""
    return await facts.offered(tx, now, notices)


def write_offer(texts: Texts, offer: Offered, now: datetime) -> Letter:
    """Say that a place is free, until when it is held, and offer the two answers."""
    event = offer.excursion.event
    until = clock(offer.until, event.zone)
    day = day_in(offer.until, event.zone)
    if day != day_in(now, event.zone):
        until = texts.plain("excursions-notice-day-time", day=day_words(texts, day), time=until)
    accept, decline = (OfferButton(event_id=event.id, accept=yes) for yes in (True, False))
    rows = [
        [button(texts.plain("places-button-accept"), accept)],
        [button(texts.plain("places-button-decline"), decline)],
    ]
    body = lines(
        texts("excursions-notice-offered", title=shortened(event.title, TITLE)),
        _when(texts, offer.excursion),
        texts("excursions-notice-held", until=until),
    )
    return Letter(body, [*rows, *_card_rows(offer.excursion)])


async def read_expired(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read the excursions on which a place is held no more."""
    return await facts.expired(tx, now, notices)


def write_expired(texts: Texts, news: News, _now: datetime) -> Letter:
    """Say that the place went on, or that there are places still, and offer to ask again."""
    event, title = news.excursion.event, shortened(news.excursion.event.title, TITLE)
    key = "places-button-wait" if news.full else "places-button-take"
    rows = [[button(texts.plain(key), TakeButton(event_id=event.id))]]
    said = "excursions-notice-expired" if news.full else "excursions-notice-expired-free"
    return Letter(lines(texts(said, title=title), _when(texts, news.excursion)), rows)


async def read_given(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read the excursions on which organizers gave places."""
    return await facts.given(tx, now, notices)


def write_given(texts: Texts, news: News, _now: datetime) -> Letter:
    """Say that the organizers gave a place, and in which bus."""
    one = news.excursion
    body = lines(
        texts("excursions-notice-given", title=shortened(one.event.title, TITLE)),
        _when(texts, one),
        texts("excursions-notice-bus", bus=shortened(bus_words(texts, one.bus), DETAIL)) if one.bus else "",
    )
    return Letter(body, _card_rows(one))


async def read_taken(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read the excursions on which organizers took places away."""
    return await facts.taken(tx, now, notices)


def write_taken(texts: Texts, news: News, _now: datetime) -> Letter:
    """Say that the organizers took the place away."""
    title = shortened(news.excursion.event.title, TITLE)
    body = lines(texts("excursions-notice-taken", title=title), _when(texts, news.excursion))
    return Letter(body, _card_rows(news.excursion))


def _head(texts: Texts, one: Excursion, now: datetime) -> Markup:
    event, title = one.event, shortened(one.event.title, TITLE)
    begins = gathers_at(event, one.bus)
    today, day = day_in(now, event.zone), day_in(begins, event.zone)
    if day > today:
        named = capital(days_name(texts, day, today) or day_words(texts, day, today))
        return texts("notices-event-ahead", day=named, time=clock(begins, event.zone), title=title)
    if begins > now:
        return texts("notices-event-soon", left=lasting(texts, begins - now), title=title)
    if event.starts_at > now:
        return texts("excursions-notice-left", time=clock(begins, event.zone), title=title)
    return texts("notices-event-runs", title=title, time=clock(event.starts_at, event.zone))


def _when(texts: Texts, one: Excursion) -> Markup:
    event = one.event
    place = city_and_zone(texts, event.city, event.zone, event.starts_at)
    span = hours(event.starts_at, event.ends_at, event.zone)
    return texts("excursions-notice-when", day=capital(day_words(texts, event.day)), hours=span, place=place)


def _card_rows(one: Excursion) -> Rows:
    return [[button(shortened(one.event.title, LABEL), ExcursionButton(event_id=one.event.id))]]


PRESENTERS = {
    REMINDER.name: Presenter(read_reminders, write_reminder),
    LAST_CALL.name: Presenter(read_reminders, write_reminder),
    PLACE_OFFERED.name: Presenter(read_offers, write_offer),
    PLACE_EXPIRED.name: Presenter(read_expired, write_expired),
    PLACE_GIVEN.name: Presenter(read_given, write_given),
    PLACE_TAKEN.name: Presenter(read_taken, write_taken),
}
