"""Screens of a project's files: what counts now, what was before, sending and removing."""

from bot.projects.paper_actions import Kept, PapersView
from bot.projects.papers import Paper, Version, current, earlier
from bot.schedule.files import FileKind
from bot.shared.zones import MOSCOW, day_in
from bot.ui.dates import clock, day_words
from bot.ui.paging import lines, page_of, page_rows, paragraphs, shortened
from bot.ui.projects.buttons import (
    PaperButton,
    PapersButton,
    ProjectButton,
    RemovePaperButton,
    SendPaperButton,
)
from bot.ui.screens import Rows, Screen, button
from bot.ui.texts import Markup, Texts

SIZE = 6
"""Files on a page."""

TITLE, NAME, BY = 90, 60, 60


def papers_screen(texts: Texts, view: PapersView, *, before: bool = False, number: int = 0) -> Screen:
    """List the files in force, or those before; a number sends the file."""
    project = view.project.id
    old = earlier(view.versions)
    page = page_of(old if before else current(view.versions), number, SIZE)
    key = "portfolio-papers-earlier" if before else "portfolio-papers"
    head = texts(key, title=shortened(view.project.title, TITLE), count=len(old))
    told = [_line(texts, place, one) for place, one in enumerate(page.items, start=page.first + 1)]
    if not told:
        told = [texts("portfolio-papers-none")]
    rows: Rows = []
    if page.items:
        rows.append(
            [
                button(str(place), PaperButton(version_id=one.id))
                for place, one in enumerate(page.items, start=page.first + 1)
            ]
        )
    back = PapersButton(project_id=project, earlier=before, page=max(0, page.number - 1))
    on = PapersButton(project_id=project, earlier=before, page=page.number + 1)
    rows += page_rows(texts, page, back, on)
    if view.changes and not before:
        rows.append([button(texts.plain("portfolio-button-send"), SendPaperButton(project_id=project))])
        rows += [
            [
                button(
                    texts.plain("portfolio-button-remove", number=str(place)),
                    RemovePaperButton(version_id=one.id),
                )
            ]
            for place, one in enumerate(page.items, start=page.first + 1)
        ]
    if old and not before:
        label = texts.plain("portfolio-button-earlier", count=len(old))
        rows.append([button(label, PapersButton(project_id=project, earlier=True))])
    if before:
        rows.append([button(texts.plain("portfolio-button-papers"), PapersButton(project_id=project))])
    rows.append([button(texts.plain("portfolio-button-card"), ProjectButton(project_id=project))])
    return Screen(paragraphs(head, *told), rows)


def kinds_screen(texts: Texts, view: PapersView) -> Screen:
    """Ask what kind of file it is."""
    rows = [
        [
            button(
                texts.plain(f"portfolio-paper-{paper}"),
                SendPaperButton(project_id=view.project.id, paper=paper),
            )
        ]
        for paper in Paper
    ]
    rows.append([button(texts.plain("portfolio-button-papers"), PapersButton(project_id=view.project.id))])
    return Screen(texts("portfolio-papers-kind"), rows)


def awaiting_screen(texts: Texts, view: PapersView, paper: Paper) -> Screen:
    """Ask for the file."""
    name = texts.plain(f"portfolio-paper-{paper}").lower()
    said = texts("portfolio-papers-send", name=name, title=shortened(view.project.title, TITLE))
    back = PapersButton(project_id=view.project.id)
    return Screen(said, [[button(texts.plain("portfolio-button-not-now"), back)]])


def kept_screen(texts: Texts, kept: Kept) -> Screen:
    """Say which version it became."""
    name = texts.plain(f"portfolio-paper-{kept.paper}")
    key = "portfolio-papers-known" if kept.known else "portfolio-papers-kept"
    rows = [
        [button(texts.plain("portfolio-button-papers"), PapersButton(project_id=kept.project.id))],
        [button(texts.plain("portfolio-button-card"), ProjectButton(project_id=kept.project.id))],
    ]
    return Screen(texts(key, name=name, number=str(kept.number)), rows)


def remove_screen(texts: Texts, one: Version) -> Screen:
    """Ask once."""
    sure = button(
        texts.plain("portfolio-button-remove-sure"), RemovePaperButton(version_id=one.id, sure=True)
    )
    keep = button(texts.plain("portfolio-button-keep"), PapersButton(project_id=one.project_id))
    return Screen(texts("portfolio-papers-remove", name=_name(texts, one)), [[sure], [keep]])


def lost_words(texts: Texts, one: Version) -> Markup:
    """Say that the messenger no longer has a file."""
    return texts("portfolio-papers-lost", name=_name(texts, one))


def _line(texts: Texts, place: int, one: Version) -> Markup:
    day = day_words(texts, day_in(one.at, MOSCOW))
    state = "" if one.there else texts.plain("portfolio-papers-removed")
    return lines(
        texts(
            "portfolio-papers-line",
            place=str(place),
            kind=texts.plain(f"portfolio-paper-{one.paper}"),
            number=str(one.number),
            name=_name(texts, one),
            state=state + (texts.plain("portfolio-papers-gone") if one.lost else ""),
        ),
        texts(
            "portfolio-papers-by",
            day=day,
            time=clock(one.at, MOSCOW),
            by=shortened(one.by, BY) or texts.plain("portfolio-papers-nobody"),
        ),
    )


def _name(texts: Texts, one: Version) -> str:
    kind = "photo" if one.sent_as is FileKind.PHOTO else "file"
    return shortened(one.name or one.caption, NAME) or texts.plain(f"portfolio-papers-{kind}")
