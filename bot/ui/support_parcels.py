"""What goes out about a question: to the staff chat with a header, to the person as an answer."""

from dataclasses import dataclass
from datetime import datetime

from aiogram.types import InlineKeyboardMarkup

from bot.support.model import Job, Kind, Question, State, What
from bot.ui.dates import lasting
from bot.ui.paging import lines, paragraphs, shortened
from bot.ui.screens import Rows, Screen, button
from bot.ui.streams import stream_name
from bot.ui.support_buttons import AskButton, CloseButton, TakeButton
from bot.ui.texts import Markup, Texts, escape

CAPTION, TEXT = 1000, 3900
"""Room below Telegram's 1024 and 4096 characters."""

ABOUT = 120
"""Characters of a post, a municipality, a stream's name."""

_MANY_HOURS = 24 * 3600


@dataclass(frozen=True, slots=True)
class Parcel:
    """One message to send: markup text (a file's caption), the file, the buttons."""

    kind: Kind
    text: str
    file_id: str
    markup: InlineKeyboardMarkup | None


def parcels(texts: Texts, job: Job, now: datetime) -> list[Parcel]:
    """Make the messages of a send: one where the words fit into it, otherwise the file or text apart."""
    head, rows = _head(texts, job, now), _rows(texts, job)
    content = job.content
    markup = Screen("", rows).markup
    if job.what is What.ALARM:
        return [Parcel(Kind.TEXT, head, "", markup)]
    whole = paragraphs(head, escape(content.text))
    kind = Kind.TEXT if job.what is What.EDIT else content.kind
    if len(whole) <= (TEXT if kind is Kind.TEXT else CAPTION):
        return [Parcel(kind, whole, content.file_id, markup)]
    if kind is Kind.TEXT:
        return [
            Parcel(Kind.TEXT, head, "", markup),
            *(Parcel(Kind.TEXT, escape(part), "", None) for part in _parts(content.text)),
        ]
    return [
        Parcel(Kind.TEXT, whole, "", markup),
        Parcel(content.kind, "", content.file_id, None),
    ]


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


def _head(texts: Texts, job: Job, now: datetime) -> Markup:
    number = str(job.question.id)
    if job.from_staff:
        key = "support-answer-edited" if job.what is What.EDIT else "support-answer"
        author = texts("support-by", name=job.author) if job.author else ""
        return texts(key, number=number, author=author)
    if job.what is What.ALARM:
        head = texts("support-alarm", number=number, time=waited(texts, job.question, now))
        head = lines(head, header(texts, job.question), escape(shortened(job.content.text, 300)))
    elif job.what is What.EDIT:
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


def _parts(text: str) -> list[str]:
    """Divide a text that does not fit below its header; escaping makes it longer by at most six times."""
    step = TEXT if len(escape(text)) <= TEXT else TEXT // 6
    return [text[start : start + step] for start in range(0, len(text), step)]
