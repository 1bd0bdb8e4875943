"""What hinders a project: its card, who may be named as helper."""

from bot.projects.blocker_actions import BlockerView, Helpers
from bot.ui.paging import LABEL, lines, page_of, page_rows, paragraphs, shortened
from bot.ui.projects.card import back_row
from bot.ui.projects.report_buttons import (
    BlockerButton,
    CloseButton,
    FindHelperButton,
    HelperButton,
    HelpersButton,
    StillButton,
)
from bot.ui.projects.wording import NAME, TITLE, age_words, moment_words
from bot.ui.screens import Rows, Screen, button
from bot.ui.texts import Texts

PAGE = 8
WHOLE = 800


def blocker_screen(texts: Texts, view: BlockerView, answer: str = "") -> Screen:
    """Show what hinders, since when, who told of it and who helps; `answer` says what a tap came to."""
    one, project = view.blocker, view.project
    opened = moment_words(texts, one.opened_at, project.zone, view.now)
    name = shortened(one.opener, NAME) or texts.plain("projects-somebody")
    closed: str = ""
    if one.closed_at is not None:
        closed = texts(
            "projects-blocker-closed", at=moment_words(texts, one.closed_at, project.zone, view.now)
        )
    text = paragraphs(
        answer,
        texts("projects-blocker-title", title=shortened(project.title, TITLE)),
        texts("projects-blocker-words", words=shortened(one.words, WHOLE)),
        lines(
            closed,
            texts(
                "projects-blocker-opened",
                name=name,
                at=opened,
                age=age_words(texts, one, view.now, project.zone),
            ),
            texts("projects-blocker-helper", name=shortened(one.helper, NAME))
            if one.helper
            else texts("projects-blocker-nobody"),
        ),
    )
    rows: Rows = [] if one.closed_at else answer_rows(texts, one.id)
    if view.changes and one.closed_at is None:
        key = "projects-button-other-helper" if one.helper else "projects-button-helper"
        rows.append([button(texts.plain(key), HelpersButton(blocker_id=one.id))])
    return Screen(text, [*rows, *back_row(texts, project.id)])


def answer_rows(texts: Texts, blocker_id: int) -> Rows:
    """Return the two answers to the question whether it still hinders."""
    return [
        [
            button(texts.plain("projects-button-close"), CloseButton(blocker_id=blocker_id)),
            button(texts.plain("projects-button-still"), StillButton(blocker_id=blocker_id)),
        ]
    ]


def helpers_screen(texts: Texts, helpers: Helpers, page: int, words: str = "") -> Screen:
    """Show who may be named as helper."""
    number = helpers.view.blocker.id
    shown = page_of(helpers.people, page, PAGE)
    rows = [
        [
            button(
                shortened(_label(one.full_name, one.post), LABEL),
                HelperButton(blocker_id=number, person_id=one.id),
            )
        ]
        for one in shown.items
    ]
    if not words:
        earlier = HelpersButton(blocker_id=number, page=max(0, shown.number - 1))
        rows += page_rows(texts, shown, earlier, HelpersButton(blocker_id=number, page=shown.number + 1))
    if helpers.everybody:
        rows.append([button(texts.plain("projects-button-find-helper"), FindHelperButton(blocker_id=number))])
    rows.append([button(texts.plain("projects-button-blocker-back"), BlockerButton(blocker_id=number))])
    if words and not helpers.people:
        return Screen(texts("projects-helper-not-found", words=shortened(words, NAME)), rows)
    asked = texts("projects-ask-helper", words=shortened(helpers.view.blocker.words, TITLE))
    return Screen(asked, rows)


def finding_screen(texts: Texts, view: BlockerView) -> Screen:
    """Ask for the helper's name."""
    back = [[button(texts.plain("projects-button-blocker-back"), BlockerButton(blocker_id=view.blocker.id))]]
    return Screen(texts("projects-ask-helper-name"), back)


def _label(name: str, post: str) -> str:
    return f"{name}, {post}" if post else name
