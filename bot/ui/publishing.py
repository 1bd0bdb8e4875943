"""Screens of `/draft` and `/publish`: what publishing would change and for whom, what was published."""

from collections.abc import Sequence

from aiogram.filters.callback_data import CallbackData

from bot.programme.model import Stream
from bot.publishing.draft_actions import Done, Draft
from bot.publishing.model import Counts, Publication, What
from bot.shared.zones import MOSCOW, day_in
from bot.ui.callbacks import Id, PageNumber
from bot.ui.dates import clock, day_words
from bot.ui.paging import lines, page_of, page_rows, paragraphs, shortened
from bot.ui.publishing_rows import PAGE, row_counts, row_lines, written
from bot.ui.screens import Rows, Screen, button
from bot.ui.streams import NAME, stream_label, stream_name
from bot.ui.texts import Markup, Texts


class DraftButton(CallbackData, prefix="wd1"):
    """A page of what a stream's draft changes."""

    stream_id: Id
    page: PageNumber = 0


class PublishButton(CallbackData, prefix="wp1"):
    """Publish the draft that was shown; `sure` after the question."""

    stream_id: Id
    edition_id: Id
    sure: bool = False


class UndoPublicationButton(CallbackData, prefix="pu1"):
    """Take a publication back."""

    publication_id: Id


def choose_screen(texts: Texts, streams: Sequence[Stream]) -> Screen:
    """Ask which stream is meant."""
    if not streams:
        return Screen(texts("coverage-none"), [])
    rows = [[button(stream_label(texts, stream), DraftButton(stream_id=stream.id))] for stream in streams]
    return Screen(texts("coverage-choose"), rows)


def draft_screen(texts: Texts, draft: Draft, page: int) -> Screen:
    """Show one page of what the draft changes, whom that concerns, and the way to publish it."""
    name = stream_name(texts, draft.stream)
    changes = draft.changes
    if changes is None:
        last = "" if draft.last is None else last_line(texts, draft.last)
        rows = [] if draft.last is None else undo_rows(texts, draft.last)
        return Screen(paragraphs(texts("publishing-draft-none", stream=name), last), rows)
    shown = page_of([*row_lines(texts, changes.difference)], page, PAGE)
    head = texts(
        "publishing-draft-title",
        stream=name,
        number=str(changes.number),
        rows=row_counts(texts, changes.difference) or texts.plain("publishing-draft-same"),
    )
    said = (
        texts("publishing-draft-first")
        if changes.first
        else lines(texts("publishing-draft-later"), counts_lines(texts, draft.counts))
    )
    earlier, later = (DraftButton(stream_id=draft.stream.id, page=max(0, at)) for at in (page - 1, page + 1))
    rows = page_rows(texts, shown, earlier, later)
    publish = PublishButton(stream_id=draft.stream.id, edition_id=changes.edition_id)
    rows.append([button(texts.plain("publishing-button-publish"), publish)])
    return Screen(paragraphs(head, written(shown.items), said), rows)


def sure_screen(texts: Texts, draft: Draft, edition_id: int) -> Screen:
    """Ask once more, with the number of people who will see it or be told."""
    name = stream_name(texts, draft.stream)
    first = draft.changes is None or draft.changes.first
    asked = (
        texts("publishing-sure-first", stream=name, count=draft.people)
        if first
        else paragraphs(texts("publishing-sure", stream=name), counts_lines(texts, draft.counts))
    )
    sure = PublishButton(stream_id=draft.stream.id, edition_id=edition_id, sure=True)
    rows: Rows = [
        [button(texts.plain("publishing-button-publish-sure"), sure)],
        [button(texts.plain("publishing-button-back"), DraftButton(stream_id=draft.stream.id))],
    ]
    return Screen(asked, rows)


def done_screen(texts: Texts, done: Done) -> Screen:
    """Say what people see now and who is told, or that somebody has done it before."""
    name, publication = stream_name(texts, done.stream), done.publication
    head = texts(f"publishing-done-{_DONE[publication.what]}", stream=name)
    before = texts("publishing-before", author=_author(texts, publication), at=moment(texts, publication))
    told = counts_lines(texts, publication.counts) if publication.previous_id else ""
    if publication.edition_id is None:
        told = texts("publishing-nothing-seen")
    rows = undo_rows(texts, publication)
    if publication.what is What.UNDO:
        draft = DraftButton(stream_id=done.stream.id)
        rows = [[button(texts.plain("publishing-button-draft"), draft)]]
    return Screen(paragraphs(head, before if done.before else "", told), rows)


_DONE = {What.PUBLISH: "publish", What.DELAY: "delay", What.UNDO: "undo"}


def last_line(texts: Texts, publication: Publication) -> Markup:
    """Say what was published last, by whom and when."""
    key = f"publishing-last-{_DONE[publication.what]}"
    return texts(key, author=_author(texts, publication), at=moment(texts, publication))


def undo_rows(texts: Texts, publication: Publication) -> Rows:
    """Return the button that takes a publication back, where that makes sense."""
    if publication.what is What.UNDO or publication.undone_at is not None:
        return []
    label = "publishing-button-undo-delay" if publication.what is What.DELAY else "publishing-button-undo"
    return [[button(texts.plain(label), UndoPublicationButton(publication_id=publication.id))]]


def counts_lines(texts: Texts, counts: Counts) -> Markup:
    """Say how many people are told, and who cannot be."""
    return lines(
        texts("publishing-told", count=counts.told),
        texts("publishing-absent", count=counts.absent) if counts.absent else "",
        texts("publishing-blocked", count=counts.blocked) if counts.blocked else "",
    )


def moment(texts: Texts, publication: Publication) -> str:
    """Write when something was published, by Moscow's clock."""
    day = day_words(texts, day_in(publication.at, MOSCOW))
    return texts.plain("publishing-moment", day=day, time=clock(publication.at, MOSCOW))


def _author(texts: Texts, publication: Publication) -> str:
    return shortened(publication.author, NAME) or texts.plain("publishing-nobody")
