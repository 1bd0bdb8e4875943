"""The words of a picture of the timetable, and the same as text where it cannot be drawn."""

from datetime import date, timedelta

from bot.schedule.calendar_facts import FileEvent, Material
from bot.schedule.pictures.model import DayPart, Line, Poster
from bot.ui.dates import capital, day_words, hours
from bot.ui.paging import lines, paragraphs, shortened
from bot.ui.schedule.files_wording import days_of, made_when, subject, where
from bot.ui.schedule.modules import WEEKS
from bot.ui.schedule.wording import TITLE, meant_for, module_name, stream_title
from bot.ui.texts import Markup, Texts, escape

EVENT, DETAIL = 300, 150
"""Characters of a title and of what stands below it."""

MESSAGE = 3500
"""Characters of one message of the text: below Telegram's 4,096 with its marks."""


def poster_of(texts: Texts, material: Material) -> Poster:
    """Put a day or a module into the words of a picture."""
    venue = shortened(material.module.venue_title, TITLE)
    named = days_of(texts, material) if material.copy.day is None else module_name(texts, material.module)
    return Poster(
        title=subject(texts, material),
        about=tuple(
            text
            for text in (
                f"{where(texts, material)} · {venue}",
                named,
                stream_title(texts, material.reader.stream),
                texts.plain("schedule-scope-everything") if material.copy.everything else "",
            )
            if text
        ),
        days=tuple(_day(texts, material, day) for day in _days(material)),
        footer=(made_when(texts, material), texts.plain("along-still")),
        page=lambda number, count: texts.plain("along-page", number=str(number), count=str(count)),
        more=lambda left: texts.plain("along-more", count=left),
    )


def poster_messages(poster: Poster) -> tuple[Markup, ...]:
    """Write a poster as messages, where no picture can be made."""
    head = lines(Markup(f"<b>{escape(poster.title)}</b>"), *map(escape, poster.about))
    pieces = [head, *(piece for day in poster.days for piece in _pieces(day))]
    pieces.append(lines(*map(escape, poster.footer)))
    messages: list[Markup] = []
    for piece in pieces:
        if messages and len(messages[-1]) + len(piece) + 2 <= MESSAGE:
            messages[-1] = paragraphs(messages[-1], piece)
        else:
            messages.append(piece)
    return tuple(messages)


def _days(material: Material) -> list[date]:
    """Return the days that are shown: of a long module only those with events."""
    module, held = material.module, {one.event.day for one in material.events}
    if material.copy.day is not None:
        return [material.copy.day]
    length = (module.ends_on - module.starts_on).days + 1
    if length > WEEKS:
        return sorted(held)
    return sorted(held | {module.starts_on + timedelta(days=number) for number in range(length)})


def _day(texts: Texts, material: Material, day: date) -> DayPart:
    told = tuple(_line(texts, material, one) for one in material.events if one.event.day == day)
    heading = "" if material.copy.day else capital(day_words(texts, day, material.reader.now.date()))
    return DayPart(heading, told, "" if told else texts.plain("schedule-day-free"))


def _line(texts: Texts, material: Material, told: FileEvent) -> Line:
    event = told.event
    known = (
        "" if event.id in material.own else meant_for(texts, event),
        event.room,
        event.speaker,
        texts.plain("along-online") if event.online else "",
    )
    details = " · ".join(shortened(text, DETAIL) for text in known if text.strip())
    return Line(
        hours=hours(event.starts_at, event.ends_at, event.zone),
        title=shortened(event.title, EVENT),
        details=(details,) if details else (),
        cancelled=texts.plain("along-cancelled") if event.cancelled else "",
    )


def _pieces(day: DayPart) -> list[Markup]:
    """Write a day event by event; the heading stands with the first one."""
    heading = Markup(f"<b>{escape(day.heading)}</b>") if day.heading else Markup("")
    written = [_written(line) for line in day.lines] or [escape(day.free)]
    return [lines(heading, written[0]), *written[1:]]


def _written(line: Line) -> Markup:
    title = escape(line.title)
    told = f"{escape(line.cancelled)}: <s>{title}</s>" if line.cancelled else title
    return lines(Markup(f"<b>{escape(line.hours)}</b> {told}"), *map(escape, line.details))
