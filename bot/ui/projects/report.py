"""The report step by step: one question a screen, and what was answered before it is sent."""

from bot.projects.drafts import LONGEST, NO_NEXT, TYPED, Step
from bot.projects.giving_actions import Given
from bot.projects.model import REPORTABLE, Light
from bot.projects.report_actions import Writing
from bot.ui.paging import LABEL, lines, paragraphs, shortened
from bot.ui.projects.card import back_row
from bot.ui.projects.half_written import which_screen
from bot.ui.projects.lights import SIGNS, light_words
from bot.ui.projects.report_buttons import (
    AgainButton,
    AnswerButton,
    DiscardButton,
    GiveButton,
    LaterButton,
    ReportButton,
)
from bot.ui.projects.wording import (
    TITLE,
    WORDS,
    author_words,
    blocker_line,
    milestone_words,
    moment_words,
)
from bot.ui.screens import Rows, Screen, button
from bot.ui.texts import Markup, Texts

MILESTONES = 6
"""Milestones offered as the next one; another is named in words."""


def step_screen(texts: Texts, writing: Writing) -> Screen:
    """Ask what is to be answered next; when nothing is, show the whole before it is sent."""
    if writing.choosing:
        return which_screen(texts, writing)
    step = writing.draft.step
    if step is Step.REVIEW:
        return _review(texts, writing)
    head = texts(f"projects-ask-{step}", title=shortened(writing.project.title, TITLE), most=str(LONGEST))
    rows = _answer_rows(texts, writing)
    hindering = ""
    if step is Step.HINDERS and writing.blockers:
        listed = [blocker_line(texts, one, writing.now, writing.project.zone) for one in writing.blockers]
        hindering = lines(texts("projects-hindered"), *listed[:5])
    return Screen(paragraphs(head, hindering), [*rows, *_leaving_rows(texts, writing)])


def awaits_words(writing: Writing) -> bool:
    """Tell whether the question may be answered by typing."""
    return not writing.choosing and writing.draft.step in TYPED


def light_rows(texts: Texts, project_id: int) -> Rows:
    """Return the three lights to choose from, each a sign and words."""
    return [
        [
            button(
                f"{SIGNS[light]} {texts.plain(f'projects-choose-{light}')}",
                ReportButton(project_id=project_id, light=light.value),
            )
        ]
        for light in REPORTABLE
    ]


def given_screen(texts: Texts, given: Given) -> Screen:
    """Say that the report is in force, and who has reported while it was written."""
    light = light_words(texts, given.report.light)
    key = "projects-corrected" if given.report.corrects_id else "projects-given"
    said: Markup = texts(key, light=light, title=shortened(given.project.title, TITLE))
    before: str = ""
    if given.before is not None:
        at = moment_words(texts, given.before.at, given.project.zone, given.report.at)
        before = texts(
            "projects-given-before",
            name=author_words(texts, given.before),
            at=at,
            light=light_words(texts, given.before.light),
        )
    return Screen(paragraphs(said, before), back_row(texts, given.project.id))


def _review(texts: Texts, writing: Writing) -> Screen:
    draft, number = writing.draft, writing.project.id
    light = light_words(texts, draft.light or Light.GREY)
    title = "projects-review-correction" if draft.corrects_id else "projects-review"
    text = paragraphs(
        texts(title, title=shortened(writing.project.title, TITLE)),
        lines(
            texts("projects-review-light", light=light),
            texts("projects-report-done", words=shortened(draft.done, WORDS)),
            _review_hinders(texts, writing),
            _review_next(texts, writing),
        ),
    )
    give = "projects-button-give-correction" if draft.corrects_id else "projects-button-give"
    changes = [
        button(texts.plain(f"projects-button-again-{step}"), AgainButton(project_id=number, step=step))
        for step in (Step.LIGHT, Step.DONE, Step.HINDERS, Step.NEXT)
    ]
    rows = [[button(texts.plain(give), GiveButton(project_id=number))], changes[:2], changes[2:]]
    return Screen(text, [*rows, *_leaving_rows(texts, writing)])


def _review_hinders(texts: Texts, writing: Writing) -> Markup:
    draft = writing.draft
    if draft.kept:
        kept = "; ".join(one.words for one in writing.blockers)
        return texts("projects-review-kept", words=shortened(kept, WORDS))
    if draft.hinders:
        return texts("projects-report-hinders", words=shortened(draft.hinders, WORDS))
    closes = len(writing.blockers) if draft.corrects_id is None else 0
    return (
        texts("projects-review-nothing-closes", count=closes) if closes else texts("projects-review-nothing")
    )


def _review_next(texts: Texts, writing: Writing) -> Markup:
    if writing.milestone is not None:
        words = milestone_words(texts, writing.milestone, writing.now, writing.project.zone)
        return texts("projects-report-next", words=words)
    words = "" if writing.draft.next_words == NO_NEXT else writing.draft.next_words
    if not words:
        return texts("projects-review-no-next")
    return texts("projects-report-next", words=shortened(words, WORDS))


def _answer_rows(texts: Texts, writing: Writing) -> Rows:
    match writing.draft.step:
        case Step.LIGHT:
            return light_rows(texts, writing.project.id)
        case Step.HINDERS:
            return _hinders_rows(texts, writing)
        case Step.NEXT:
            return _next_rows(texts, writing)
        case _:
            return []


def _hinders_rows(texts: Texts, writing: Writing) -> Rows:
    number = writing.project.id
    nothing = AnswerButton(project_id=number, step=Step.HINDERS)
    if not writing.blockers or writing.draft.corrects_id is not None:
        return [[button(texts.plain("projects-button-nothing"), nothing)]]
    kept = AnswerButton(project_id=number, step=Step.HINDERS, number=1)
    return [
        [button(texts.plain("projects-button-still-the-same"), kept)],
        [button(texts.plain("projects-button-nothing-any-more"), nothing)],
    ]


def _next_rows(texts: Texts, writing: Writing) -> Rows:
    number = writing.project.id
    ahead = [one for one in writing.milestones if one.done_at is None][:MILESTONES]
    rows = []
    for one in ahead:
        label = shortened(milestone_words(texts, one, writing.now, writing.project.zone), LABEL)
        rows.append([button(label, AnswerButton(project_id=number, step=Step.NEXT, number=one.id))])
    none = AnswerButton(project_id=number, step=Step.NEXT)
    rows.append([button(texts.plain("projects-button-no-next"), none)])
    return rows


def _leaving_rows(texts: Texts, writing: Writing) -> Rows:
    number = writing.project.id
    return [
        [
            button(texts.plain("projects-button-later"), LaterButton(project_id=number)),
            button(texts.plain("projects-button-discard"), DiscardButton(project_id=number)),
        ]
    ]
