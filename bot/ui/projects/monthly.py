"""The monthly report as a table, in the words in which such reports are written."""

from datetime import date

from babel.dates import format_date

from bot.projects.lights import differ
from bot.projects.model import newest_versions
from bot.projects.monthly_actions import Monthly
from bot.projects.portfolio import Standing
from bot.shared.zones import MOSCOW, day_in
from bot.ui.tables import sheet_file
from bot.ui.texts import Texts

COLUMNS = (
    ("number", 6),
    ("stream", 10),
    ("project", 40),
    ("team", 30),
    ("municipality", 24),
    ("direction", 24),
    ("factory", 24),
    ("stage", 14),
    ("status", 16),
    ("rule", 30),
    ("done", 60),
    ("hinders", 50),
    ("closed", 40),
    ("next", 44),
    ("overdue", 44),
    ("reported", 14),
    ("by", 30),
    ("lead", 30),
    ("mentor", 30),
)


def month_words(texts: Texts, first: date) -> str:
    """Name a month: «ноябрь 2025»."""
    return format_date(first, "LLLL y", locale=texts.locale)


def monthly_name(texts: Texts, found: Monthly) -> str:
    """Return the name of the file."""
    return texts.plain("portfolio-monthly-name", month=month_words(texts, found.first))


def monthly_file(texts: Texts, found: Monthly) -> bytes:
    """Return the table; takes a second for thousands of projects: call it in a thread."""
    columns = [(texts.plain(f"portfolio-column-{key}"), width) for key, width in COLUMNS]
    lines = [_line(texts, number, one, found) for number, one in enumerate(found.standings, start=1)]
    return sheet_file(month_words(texts, found.first).capitalize(), columns, lines)


def _line(texts: Texts, number: int, one: Standing, found: Monthly) -> tuple[str, ...]:
    project, report = one.project, one.report
    given = list(newest_versions(found.reports.get(project.id, ())).values())
    point = one.next_milestone
    return (
        str(number),
        found.streams.get(project.stream_id, ""),
        project.title,
        project.team,
        project.municipality,
        project.direction,
        project.factory,
        project.stage,
        texts.plain(f"projects-light-{report.light}") if report else texts.plain("portfolio-never"),
        _rule(texts, one),
        "\n".join(f"{_day(day_in(each.at, MOSCOW))}: {each.done}" for each in given if each.done),
        "\n".join(
            texts.plain(
                "portfolio-monthly-blocker",
                words=blocker.words,
                since=_day(day_in(blocker.opened_at, MOSCOW)),
                helper=blocker.helper or texts.plain("portfolio-monthly-nobody"),
            )
            for blocker in one.blockers
        ),
        "\n".join(blocker.words for blocker in found.closed.get(project.id, ())),
        f"{_day(point.due_on)}: {point.title}" if point else (report.next_words if report else ""),
        "\n".join(f"{_day(late.due_on)}: {late.title}" for late in one.judged.overdue),
        _day(day_in(report.given_at, MOSCOW)) if report else "",
        report.author if report else "",
        one.lead,
        ", ".join(one.mentors),
    )


def _rule(texts: Texts, one: Standing) -> str:
    """Say what the rule says where it differs, and why it says so."""
    reasons = []
    if one.silent and one.judged.silent_days is not None:
        reasons.append(texts.plain("portfolio-silent", count=one.judged.silent_days))
    if one.judged.overdue:
        reasons.append(texts.plain("portfolio-monthly-overdue"))
    if not differ(one.report, one.judged) and not reasons:
        return ""
    return ": ".join([texts.plain(f"projects-light-{one.judged.light}"), *filter(None, [", ".join(reasons)])])


def _day(day: date) -> str:
    return f"{day:%d.%m.%Y}"
