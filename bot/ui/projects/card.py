"""A project's card, the choice between several, its milestones and stages."""

from collections.abc import Sequence

from bot.projects.card_actions import Card, Stages, mark_of
from bot.projects.lights import differ, next_milestone
from bot.projects.model import Project
from bot.projects.prompts import Pause, PauseKind
from bot.ui.paging import LABEL, lines, page_of, page_rows, paragraphs, shortened
from bot.ui.projects.buttons import DefenceButton, PapersButton, ProjectButton, ProjectsButton
from bot.ui.projects.defence import countdown, slot_line
from bot.ui.projects.lights import light_words
from bot.ui.projects.report_buttons import (
    BlockerButton,
    CorrectButton,
    HistoryButton,
    MilestoneButton,
    MilestonesButton,
    PausesButton,
    ReportButton,
    StageButton,
    StagesButton,
)
from bot.ui.projects.wording import (
    NAME,
    TITLE,
    author_words,
    blocker_line,
    milestone_words,
    moment_words,
    report_lines,
    rule_words,
)
from bot.ui.schedule.wording import home_row
from bot.ui.screens import Rows, Screen, button
from bot.ui.texts import Markup, Texts

PAGE = 8
BLOCKERS = 3
"""What hinders, on the card; the rest is counted."""


def choice_screen(texts: Texts, projects: Sequence[Project], leads: bool) -> Screen:
    """Ask which project is meant; whoever has none is told what to do."""
    ways = [[button(texts.plain("projects-button-all"), ProjectsButton())]] if leads else []
    if not projects:
        key = "projects-none-leads" if leads else "projects-none"
        return Screen(texts(key), [*ways, *home_row(texts)])
    rows = [[button(shortened(one.title, LABEL), ProjectButton(project_id=one.id))] for one in projects]
    return Screen(texts("projects-choose", count=len(projects)), [*rows, *ways, *home_row(texts)])


def card_screen(texts: Texts, card: Card, answer: str = "") -> Screen:
    """Show a project as far as its reader may see it; `answer` says what a tap came to."""
    title = texts("projects-title", title=shortened(card.project.title, TITLE))
    if not card.whole:
        known = lines(title, texts("portfolio-stage", stage=card.project.stage))
        return Screen(paragraphs(answer, known, texts("projects-title-only")), home_row(texts))
    team = shortened(card.project.team, TITLE)
    head = lines(title, texts("projects-stage", stage=card.project.stage, team=team))
    defence = slot_line(texts, card.slot) if card.slot else ""
    coming = lines(countdown(texts, card.slot, card.now), defence)
    body = paragraphs(
        answer, head, _status(texts, card), _hindering(texts, card), coming, _people(texts, card)
    )
    latest = [report_lines(texts, one, card.project, card.now) for one in card.reports]
    if latest:
        body = paragraphs(body, texts("projects-last-reports"), *latest)
    return Screen(body, _rows(texts, card))


def _status(texts: Texts, card: Card) -> Markup:
    project, report, rule = card.project, card.report, card.rule
    reported: Markup = texts("projects-no-reports")
    if report is not None:
        at = moment_words(texts, report.at, project.zone, card.now)
        light = light_words(texts, report.light)
        reported = texts("projects-reported", light=light, name=author_words(texts, report), at=at)
    ruled: str = ""
    if rule is not None:
        key = "projects-rule-differs" if differ(report, rule) else "projects-rule"
        ruled = texts(key, words=rule_words(texts, rule))
    coming = next_milestone(card.milestones)
    following: str = ""
    if coming is not None:
        words = milestone_words(texts, coming, card.now, project.zone)
        following = texts("projects-next-milestone", words=words)
    return lines(reported, ruled, following)


def _hindering(texts: Texts, card: Card) -> Markup | str:
    if not card.blockers:
        return ""
    listed = [blocker_line(texts, one, card.now, card.project.zone) for one in card.blockers[:BLOCKERS]]
    more = len(card.blockers) - BLOCKERS
    rest = texts("projects-blockers-more", count=more) if more > 0 else ""
    return lines(texts("projects-blockers"), *listed, rest)


def _people(texts: Texts, card: Card) -> Markup | str:
    mentors = ", ".join(shortened(one.full_name, NAME) for one in card.mentors)
    mentor = texts("projects-mentor", names=mentors) if mentors else ""
    return lines(mentor, *(_pause(texts, card, one) for one in card.pauses))


def _pause(texts: Texts, card: Card, pause: Pause) -> Markup:
    until = moment_words(texts, pause.until, card.home_zone, card.now)
    if pause.kind is PauseKind.SNOOZE:
        return texts("projects-snoozed", until=until)
    return texts("projects-leave-team" if pause.person_id is None else "projects-leave-own", until=until)


def _rows(texts: Texts, card: Card) -> Rows:
    number = card.project.id
    rows: Rows = []
    if card.reports_it:
        corrects = card.draft.corrects_id if card.draft else None
        key = "projects-button-go-on" if card.draft and not corrects else "projects-button-report"
        rows.append([button(texts.plain(key), ReportButton(project_id=number))])
        if corrects:
            go_on = texts.plain("projects-button-go-on-correcting")
            rows.append([button(go_on, CorrectButton(report_id=corrects))])
    history = button(texts.plain("projects-button-history"), HistoryButton(project_id=number))
    milestones = button(texts.plain("projects-button-milestones"), MilestonesButton(project_id=number))
    rows.append([history, milestones] if card.milestones else [history])
    for one in card.blockers[:BLOCKERS]:
        label = texts.plain("projects-button-blocker", words=one.words)
        rows.append([button(shortened(label, LABEL), BlockerButton(blocker_id=one.id))])
    papers = button(texts.plain("projects-button-papers"), PapersButton(project_id=number))
    rows.append([papers, button(texts.plain("portfolio-button-defence"), DefenceButton(project_id=number))])
    if card.changes:
        stage = button(texts.plain("projects-button-stage"), StagesButton(project_id=number))
        rows.append([stage, button(texts.plain("projects-button-pause"), PausesButton(project_id=number))])
    return [*rows, *home_row(texts)]


def milestones_screen(texts: Texts, card: Card, page: int) -> Screen:
    """Show the milestones; whoever may change the project marks them as reached."""
    number = card.project.id
    shown = page_of(card.milestones, page, PAGE)
    listed, rows = [], []
    for place, one in enumerate(shown.items, start=shown.first + 1):
        words = milestone_words(texts, one, card.now, card.project.zone)
        listed.append(texts("projects-milestone-line", number=str(place), words=words))
        if card.changes:
            key = "projects-button-unreached" if one.done_at else "projects-button-reached"
            mark = MilestoneButton(
                project_id=number, milestone_id=one.id, done=one.done_at is None, page=shown.number
            )
            rows.append([button(shortened(texts.plain(key, title=one.title), LABEL), mark)])
    title = texts("projects-milestones-title", title=shortened(card.project.title, TITLE))
    earlier = MilestonesButton(project_id=number, page=max(0, shown.number - 1))
    later = MilestonesButton(project_id=number, page=shown.number + 1)
    rows += page_rows(texts, shown, earlier, later)
    return Screen(paragraphs(title, lines(*listed)), [*rows, *back_row(texts, number)])


def stages_screen(texts: Texts, view: Stages) -> Screen:
    """Ask at which stage the project is."""
    rows = []
    for place, stage in enumerate(view.stages):
        now = stage == view.project.stage
        data = StageButton(project_id=view.project.id, place=place, mark=mark_of(stage))
        rows.append([button(shortened(f"✓ {stage}" if now else stage, LABEL), data)])
    text = texts("projects-ask-stage", title=shortened(view.project.title, TITLE), stage=view.project.stage)
    return Screen(text, [*rows, *back_row(texts, view.project.id)])


def back_row(texts: Texts, project_id: int) -> Rows:
    """Return the way back to the card."""
    return [[button(texts.plain("projects-button-card"), ProjectButton(project_id=project_id))]]
