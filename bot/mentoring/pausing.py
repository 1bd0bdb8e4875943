"""Until when a mentor takes no new teams, as people type it (pure)."""

from datetime import date, timedelta

from bot.schedule.words import CalendarDay, read_words

LONGEST = timedelta(days=366)

WEEK, MONTH = timedelta(days=7), timedelta(days=30)

_SPANS = {
    "неделя": WEEK,
    "неделю": WEEK,
    "на неделю": WEEK,
    "week": WEEK,
    "месяц": MONTH,
    "на месяц": MONTH,
    "month": MONTH,
}

OVER = frozenset({"нет", "снять", "сняли", "закончить", "off", "no", "end"})
"""Words that end a pause."""


def read_pause(typed: str, today: date) -> date | None:
    """Return the day till which the pause lasts; today where it is to end. None for what is no day ahead."""
    words = " ".join(typed.casefold().replace("ё", "е").split()).strip(" .!")
    if words in OVER:
        return today
    if words in _SPANS:
        return today + _SPANS[words]
    phrase = read_words(words.removeprefix("до ").removeprefix("until "))
    subject = None if phrase is None else phrase.subject
    if not isinstance(subject, CalendarDay):
        return None
    for year in (subject.year,) if subject.year else (today.year, today.year + 1):
        try:
            day = date(year, subject.month or today.month, subject.day)
        except ValueError:
            continue
        if today < day <= today + LONGEST:
            return day
    return None
