"""How reports, blockers and moments of projects are worded, alike on cards, in lists and in messages."""

from datetime import date, datetime

from bot.projects.lights import Judged, Reason
from bot.projects.model import Blocker, Milestone, Project, Report
from bot.shared.zones import day_in
from bot.ui.dates import clock, day_words, zone_mark
from bot.ui.paging import lines, shortened
from bot.ui.projects.lights import light_words
from bot.ui.texts import Markup, Texts

TITLE, NAME, WORDS = 120, 60, 300
"""Characters of a title, of a person's name, and of what somebody wrote, where they stand among others."""


def moment_words(texts: Texts, at: datetime, zone: str, now: datetime) -> str:
    """Write a moment by the team's clock: «вт, 18 ноября, 12:05 (МСК+3)»."""
    day = day_words(texts, day_in(at, zone), day_in(now, zone))
    time = clock(at, zone)
    return texts.plain("projects-moment", day=day, time=time, zone=zone_mark(texts, zone, at))


def author_words(texts: Texts, report: Report) -> str:
    """Name who reported, and the assistant who did it in their name; somebody erased is nobody."""
    name = shortened(report.author, NAME) or texts.plain("projects-somebody")
    return texts.plain("projects-through", name=name, helper=report.through) if report.through else name


def report_lines(texts: Texts, report: Report, project: Project, now: datetime) -> Markup:
    """Write a report as a block: light, who and when, what was done, what hinders, what comes next."""
    key = "projects-report-corrected" if report.corrects_id else "projects-report-head"
    return lines(
        texts(
            key,
            light=light_words(texts, report.light),
            name=author_words(texts, report),
            at=moment_words(texts, report.at, project.zone, now),
        ),
        texts("projects-report-done", words=shortened(report.done, WORDS)),
        texts("projects-report-hinders", words=shortened(report.hinders, WORDS)) if report.hinders else "",
        next_line(texts, report, now, project.zone),
    )


def next_line(texts: Texts, report: Report, now: datetime, zone: str) -> Markup | str:
    """Say what comes next by a report; empty where nothing was named."""
    if report.milestone is not None:
        return texts("projects-report-next", words=milestone_words(texts, report.milestone, now, zone))
    return (
        texts("projects-report-next", words=shortened(report.next_words, WORDS)) if report.next_words else ""
    )


def milestone_words(texts: Texts, one: Milestone, now: datetime, zone: str) -> str:
    """Name a milestone with its date and how far it is: «Паспорт согласован – 12 декабря, через 3 дня»."""
    today = day_in(now, zone)
    title, day = shortened(one.title, TITLE), day_words(texts, one.due_on, today)
    if one.done_at is not None:
        return texts.plain("projects-milestone-done", title=title, day=day)
    return texts.plain("projects-milestone", title=title, day=day, left=_left(texts, one.due_on, today))


def _left(texts: Texts, due_on: date, today: date) -> str:
    days = (due_on - today).days
    if days < 0:
        return texts.plain("projects-overdue-by", days=-days)
    return texts.plain("dates-in-days", days=days)


def rule_words(texts: Texts, rule: Judged) -> str:
    """Say what the rule says, and why: «▲ жёлтый: просрочено точек: 1»."""
    why = [_reason(texts, rule, reason) for reason in rule.reasons]
    said = light_words(texts, rule.light)
    return texts.plain("projects-rule-why", light=said, why="; ".join(why)) if why else said


def _reason(texts: Texts, rule: Judged, reason: Reason) -> str:
    if reason is Reason.STALE:
        return texts.plain("projects-reason-stale", days=rule.silent_days or 0)
    if reason is Reason.OVERDUE:
        return texts.plain("projects-reason-overdue", count=len(rule.overdue))
    return texts.plain("projects-reason-never")


def blocker_line(texts: Texts, one: Blocker, now: datetime, zone: str) -> Markup:
    """Write what hinders with its age and its helper."""
    age = age_words(texts, one, now, zone)
    words = shortened(one.words, WORDS)
    if one.helper:
        return texts("projects-blocker-helped", words=words, age=age, name=shortened(one.helper, NAME))
    return texts("projects-blocker", words=words, age=age)


def age_words(texts: Texts, one: Blocker, now: datetime, zone: str) -> str:
    """Say for how long it hinders: «с сегодняшнего дня», «5 дней»."""
    return texts.plain("projects-age", days=one.age(now, zone))
