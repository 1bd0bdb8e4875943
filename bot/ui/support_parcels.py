"""What goes out about a question: to the staff chat with a header, to the person as an answer."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from aiogram.types import InlineKeyboardMarkup

from bot.support.model import Content, Job, Kind, Question, State, What
from bot.ui.dates import lasting
from bot.ui.formatting import SOURCE, formatted, formatted_parts, shown_length
from bot.ui.paging import lines, paragraphs, shortened
from bot.ui.screens import Rows, Screen, button
from bot.ui.streams import stream_name
from bot.ui.support_buttons import AskButton, CloseButton, TakeButton
from bot.ui.texts import Markup, Texts

CAPTION, TEXT = 1000, 3900
"""Room below Telegram's 1024 and 4096 characters after parsing."""

ALBUM = 10
"""Files of an album (Bot API, sendMediaGroup)."""

_ALONE = frozenset({Kind.DOCUMENT, Kind.VOICE})

ABOUT = 120
"""Characters of a post, a municipality, a stream's name."""

_MANY_HOURS = 24 * 3600


@dataclass(frozen=True, slots=True)
class Parcel:
    """One message to send: markup text (a file's caption), the file, the buttons; or an album's files."""

    kind: Kind
    text: str
    file_id: str = ""
    markup: InlineKeyboardMarkup | None = None
    files: tuple[Content, ...] = ()

    @property
    def size(self) -> int:
        """How many messages it makes."""
        return len(self.files) or 1


def parcels(texts: Texts, job: Job) -> list[Parcel]:
    """Make the messages of a send: one where the words fit into it, otherwise the files or text apart.

    An album carries no buttons (Bot API, sendMediaGroup): its words come before it, with them.
    """
    head, content = _head(texts, job), job.content
    markup = Screen("", _rows(texts, job)).markup
    whole = paragraphs(head, *(formatted(one.text, one.entities) for one in job.contents if one.text))
    if job.what is What.EDIT or content.kind is Kind.TEXT:
        return _words(head, whole, job, markup)
    if len(job.contents) > 1:
        return [*_words(head, whole, job, markup), *_albums(job)]
    if shown_length(whole) <= CAPTION:
        return [Parcel(content.kind, whole, content.file_id, markup)]
    return [*_words(head, whole, job, markup), Parcel(content.kind, "", content.file_id)]


def report(texts: Texts, job: Job, key: str) -> Markup:
    """Say to staff what became of an answer."""
    question = job.question
    name, phone = shortened(question.person.full_name, ABOUT), shortened(question.person.phone, ABOUT) or "–"
    if key == "support-delivered":
        return texts(key, number=str(question.id), name=name)
    return texts(key, number=str(question.id), name=name, phone=phone)


def first_line(texts: Texts, question: Question) -> Markup:
    """Head a question for staff: its number, its state, and whose it is."""
    number = str(question.id)
    match question.state:
        case State.NEW:
            return texts("support-head-new", number=number)
        case State.TAKEN:
            return texts("support-head-taken", number=number, name=_staff(texts, question))
        case State.ANSWERED:
            return texts("support-head-answered", number=number, name=_staff(texts, question))


def header(texts: Texts, question: Question) -> Markup:
    """Say who asks: name, post, municipality, stream, phone."""
    person = question.person
    about = ", ".join(shortened(part, ABOUT) for part in (person.post, person.municipality) if part)
    return lines(
        first_line(texts, question),
        texts("support-who", name=shortened(person.full_name, ABOUT), about=f", {about}" if about else ""),
        texts(
            "support-where",
            stream=shortened(stream_name(texts, question.stream), ABOUT),
            phone=shortened(person.phone, ABOUT) or "–",
        ),
        texts("assistants-through", name=shortened(question.through, ABOUT)) if question.through else "",
    )


def staff_rows(texts: Texts, question: Question) -> Rows:
    """Return what staff may do with a question."""
    number = question.id
    take = [button(texts.plain("support-take"), TakeButton(question_id=number))]
    close = [button(texts.plain("support-close"), CloseButton(question_id=number))]
    match question.state:
        case State.NEW:
            return [[*take, *close]]
        case State.TAKEN:
            return [close]
        case State.ANSWERED:
            return []


def waited(texts: Texts, question: Question, now: datetime) -> str:
    """Say how long a question has waited: hours and minutes, from a day on days."""
    time = now - question.waiting_since
    if time.total_seconds() < _MANY_HOURS:
        return lasting(texts, time)
    return texts.plain("support-days", days=time.days)


def _words(head: Markup, whole: Markup, job: Job, markup: InlineKeyboardMarkup | None) -> list[Parcel]:
    """Put the words below their header, or after it where they are too long for one message."""
    if shown_length(whole) <= TEXT and len(whole.encode()) <= SOURCE:
        return [Parcel(Kind.TEXT, whole, markup=markup)]
    parts = [part for one in job.contents for part in formatted_parts(one.text, one.entities, TEXT)]
    return [Parcel(Kind.TEXT, head, markup=markup), *(Parcel(Kind.TEXT, part) for part in parts)]


def _albums(job: Job) -> list[Parcel]:
    """Put files together that may share an album: pictures with videos, documents with their like."""
    runs = groupby(job.contents, lambda one: one.kind if one.kind in _ALONE else Kind.PHOTO)
    albums = [tuple(run)[:ALBUM] for _kind, run in runs]
    return [
        Parcel(run[0].kind, "", files=run) if len(run) > 1 else Parcel(run[0].kind, "", run[0].file_id)
        for run in albums
    ]


def _head(texts: Texts, job: Job) -> Markup:
    number = str(job.question.id)
    if job.from_staff:
        key = "support-answer-edited" if job.what is What.EDIT else "support-answer"
        author = texts("support-by", name=job.author) if job.author else ""
        return texts(key, number=number, author=author)
    if job.what is What.EDIT:
        name = shortened(job.question.person.full_name, ABOUT)
        head = texts("support-edited", number=number, name=name)
    elif job.opening:
        head = header(texts, job.question)
    else:
        head = lines(texts("support-more", number=number), header(texts, job.question))
    return lines(head, texts("support-no-staff-chat") if job.staff_missing else "")


def _rows(texts: Texts, job: Job) -> Rows:
    if not job.from_staff:
        return [] if job.what is What.EDIT else staff_rows(texts, job.question)
    if job.what is What.EDIT:
        return []
    return [[button(texts.plain("support-go-on"), AskButton(question_id=job.question.id))]]


def _staff(texts: Texts, question: Question) -> str:
    return question.staff or texts.plain("support-administrator")
