"""How the messages about projects are worded."""

from collections.abc import Sequence
from datetime import datetime

from bot.notices.model import Notice
from bot.projects import notice_actions as facts
from bot.projects.model import Blocker, Report
from bot.projects.notice_actions import Silence, Told
from bot.projects.notices import BLOCKER, HELPER, OVERTAKEN, PROMPT, SILENCE, TOLD
from bot.ui.notices.letter import Facts, Lapse, Letter, Presenter
from bot.ui.paging import LABEL, lines, paragraphs, shortened
from bot.ui.projects.blockers import answer_rows
from bot.ui.projects.buttons import ProjectButton, ProjectsButton
from bot.ui.projects.pauses import snooze_rows
from bot.ui.projects.report_buttons import BlockerButton, PausesButton, ReportButton
from bot.ui.projects.wording import NAME, TITLE, WORDS, age_words, author_words, report_lines
from bot.ui.screens import Rows, button
from bot.ui.texts import Texts
from db.engine import Tx

MOST = 10
"""Silent projects named in one message; the rest are counted."""


async def read_prompts(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read the projects whose teams have not reported."""
    return _or_lapse(await facts.prompted(tx, now, notices), notices)


def write_prompt(texts: Texts, told: Told, _now: datetime) -> Letter:
    """Ask for the report, with the ways not to be asked now."""
    number = told.project.id
    rows = [
        [button(texts.plain("projects-button-report"), ReportButton(project_id=number))],
        *snooze_rows(texts, number),
        [button(texts.plain("projects-button-pause"), PausesButton(project_id=number))],
    ]
    return Letter(texts("projects-notice-prompt", title=shortened(told.project.title, TITLE)), rows)


async def read_reports(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read the reports messages are about."""
    return await facts.reports_told(tx, now, notices)


def write_told(texts: Texts, told: Told, now: datetime) -> Letter:
    """Tell the lead what a member has reported."""
    report = _report(told)
    key = "projects-notice-told-correction" if report.corrects_id else "projects-notice-told"
    head = texts(key, title=shortened(told.project.title, TITLE))
    return Letter(lines(head, report_lines(texts, report, told.project, now)), _card_rows(told))


def write_overtaken(texts: Texts, told: Told, now: datetime) -> Letter:
    """Tell whose report was followed by another's while that one was being written."""
    report = _report(told)
    title, name = shortened(told.project.title, TITLE), author_words(texts, report)
    head = texts("projects-notice-overtaken", title=title, name=name)
    return Letter(paragraphs(head, report_lines(texts, report, told.project, now)), _card_rows(told))


async def read_silences(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read the projects that are silent still."""
    return _or_lapse(await facts.silences(tx, now, notices), notices)


def write_silence(texts: Texts, silence: Silence, _now: datetime) -> Letter:
    """Name the silent projects, the longest silence first."""
    ordered = sorted(silence.projects, key=lambda one: (-one[1], one[0].code))
    listed = [
        texts(
            "projects-notice-silent",
            title=shortened(project.title, TITLE),
            team=shortened(project.team, NAME),
            days=days,
        )
        for project, days in ordered[:MOST]
    ]
    more = len(ordered) - MOST
    rest = texts("projects-notice-silent-more", count=more) if more > 0 else ""
    rows = [[button(texts.plain("projects-button-all"), ProjectsButton(silent=True))]]
    return Letter(lines(texts("projects-notice-silence", count=len(ordered)), *listed, rest), rows)


async def read_blockers(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read what hinders still."""
    return _or_lapse(await facts.blockers_told(tx, now, notices), notices)


def write_helper(texts: Texts, told: Told, _now: datetime) -> Letter:
    """Tell a helper what hinders whose project."""
    blocker = _blocker(told)
    name = shortened(blocker.opener, NAME)
    text = lines(
        texts("projects-notice-helper", title=shortened(told.project.title, TITLE)),
        texts("projects-notice-helper-words", words=shortened(blocker.words, WORDS)),
        texts("projects-notice-helper-by", name=name) if name else "",
    )
    return Letter(text, _blocker_rows(texts, blocker))


def write_question(texts: Texts, told: Told, now: datetime) -> Letter:
    """Ask whether it still hinders."""
    blocker = _blocker(told)
    text = lines(
        texts("projects-notice-blocker", title=shortened(told.project.title, TITLE)),
        texts(
            "projects-notice-blocker-words",
            words=shortened(blocker.words, WORDS),
            age=age_words(texts, blocker, now, told.project.zone),
        ),
    )
    return Letter(text, _blocker_rows(texts, blocker))


def _blocker_rows(texts: Texts, blocker: Blocker) -> Rows:
    more = button(texts.plain("projects-button-about-blocker"), BlockerButton(blocker_id=blocker.id))
    return [*answer_rows(texts, blocker.id), [more]]


def _card_rows(told: Told) -> Rows:
    label = shortened(told.project.title, LABEL)
    return [[button(label, ProjectButton(project_id=told.project.id))]]


def _or_lapse(found: Facts, notices: Sequence[Notice]) -> Facts:
    return {one.id: found.get(one.id, Lapse("not-needed")) for one in notices}


def _report(told: Told) -> Report:
    if told.report is None:
        raise LookupError(told)
    return told.report


def _blocker(told: Told) -> Blocker:
    if told.blocker is None:
        raise LookupError(told)
    return told.blocker


PRESENTERS = {
    PROMPT.name: Presenter(read_prompts, write_prompt),
    TOLD.name: Presenter(read_reports, write_told),
    OVERTAKEN.name: Presenter(read_reports, write_overtaken),
    SILENCE.name: Presenter(read_silences, write_silence),
    HELPER.name: Presenter(read_blockers, write_helper),
    BLOCKER.name: Presenter(read_blockers, write_question),
}
"""What this room sends by the plan."""
