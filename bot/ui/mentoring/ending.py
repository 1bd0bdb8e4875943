"""The end of a mentorship on screens, and the mentorships of a stream for its organizers."""

from bot.mentoring.life_actions import BoardView
from bot.mentoring.mentorships import Life
from bot.mentoring.standing_actions import Standing
from bot.ui.mentoring.life_buttons import BoardButton, EndButton, GoOnButton, LifeButton, StaffLifeButton
from bot.ui.mentoring.match_buttons import MatchButton
from bot.ui.mentoring.meeting_words import TITLE
from bot.ui.mentoring.teams import counts_words, other_name
from bot.ui.paging import LABEL, lines, page_of, page_rows, paragraphs, shortened
from bot.ui.schedule.wording import home_row
from bot.ui.screens import Rows, Screen, button
from bot.ui.streams import stream_label, stream_name
from bot.ui.texts import Markup, Texts

PAGE, STREAMS, WORDS = 8, 6, 500


def ask_screen(texts: Texts, me: Standing) -> Screen:
    """Ask why it is to end."""
    back = [[button(texts.plain("ending-button-stay"), LifeButton(mentorship_id=me.one.id))]]
    head = texts("ending-ask", other=other_name(texts, me.one, me.side))
    return Screen(paragraphs(head, texts("ending-ask-hint")), back)


def asked_screen(texts: Texts, me: Standing) -> Screen:
    """Say that the organizers decide now."""
    rows = [[button(texts.plain("ending-button-back"), LifeButton(mentorship_id=me.one.id))]]
    return Screen(paragraphs(texts("ending-asked"), texts("ending-asked-hint")), rows)


def board_screen(texts: Texts, view: BoardView, number: int) -> Screen:
    """List a stream's mentorships, the most silent first, with counts of meetings only."""
    page = page_of(view.lives, number, PAGE)
    numbered = list(enumerate(page.items, start=page.first + 1))
    listed = [_line(texts, place, life) for place, life in numbered]
    cells = [button(str(place), StaffLifeButton(mentorship_id=life.one.id)) for place, life in numbered]
    stream_id = view.stream.id
    before = BoardButton(stream_id=stream_id, page=max(0, page.number - 1))
    rows: Rows = [*([cells] if cells else [])]
    rows += page_rows(texts, page, before, BoardButton(stream_id=stream_id, page=page.number + 1))
    others = [one for one in view.streams if one.id != stream_id][:STREAMS]
    rows += [[button(stream_label(texts, one), BoardButton(stream_id=one.id))] for one in others]
    rows.append([button(texts.plain("ending-button-match"), MatchButton(stream_id=stream_id))])
    name = stream_name(texts, view.stream)
    if not view.lives:
        return Screen(texts("board-none", stream=name), [*rows, *home_row(texts)])
    held = sum(len(life.held) for life in view.lives)
    head = texts("board-title", stream=name, count=len(view.lives), held=held)
    return Screen(paragraphs(head, *listed), [*rows, *home_row(texts)])


def staff_screen(texts: Texts, life: Life) -> Screen:
    """Show a mentorship to organizers: both sides, counts, a request to end it."""
    one = life.one
    head = texts("board-card", team=shortened(one.team, TITLE), mentor=shortened(one.mentor.full_name, TITLE))
    state = "" if one.runs else texts("board-ended", reason=shortened(one.reason, WORDS) or "–")
    left = texts("board-mentor-left") if one.runs and one.mentor_left else ""
    phone = texts("board-phone", phone=one.mentor.phone) if one.mentor.phone else ""
    body = lines(head, state, left, phone, texts("teams-counts", counts=counts_words(texts, life)))
    asked = ""
    if one.runs and one.asked is not None:
        asked = lines(
            texts(f"ending-request-{one.asked.by}"),
            texts("ending-reason", reason=shortened(one.asked.words, WORDS)),
        )
    return Screen(paragraphs(body, asked), [*staff_rows(texts, life), *_board(texts, life)])


def staff_rows(texts: Texts, life: Life) -> Rows:
    """Return what organizers may do about a mentorship."""
    one = life.one
    if not one.runs:
        match = MatchButton(stream_id=one.stream.id)
        return [[button(texts.plain("ending-button-match"), match)]]
    rows: Rows = [[button(texts.plain("ending-button-end"), EndButton(mentorship_id=one.id))]]
    if one.asked is not None:
        rows.append([button(texts.plain("ending-button-go-on"), GoOnButton(mentorship_id=one.id))])
    return rows


def sure_screen(texts: Texts, life: Life) -> Screen:
    """Ask whether to end it: who is told, what becomes of meetings."""
    one = life.one
    if not one.runs:
        return staff_screen(texts, life)
    head = texts(
        "ending-sure", team=shortened(one.team, TITLE), mentor=shortened(one.mentor.full_name, TITLE)
    )
    rows = [
        [button(texts.plain("ending-button-sure"), EndButton(mentorship_id=one.id, sure=True))],
        [button(texts.plain("ending-button-no"), StaffLifeButton(mentorship_id=one.id))],
    ]
    return Screen(paragraphs(head, texts("ending-sure-hint")), rows)


def ended_screen(texts: Texts, life: Life) -> Screen:
    """Say that it has ended and how the team gets another mentor."""
    one = life.one
    head = texts(
        "ending-done", team=shortened(one.team, TITLE), mentor=shortened(one.mentor.full_name, TITLE)
    )
    return Screen(
        paragraphs(head, texts("ending-done-hint")), [*staff_rows(texts, life), *_board(texts, life)]
    )


def _line(texts: Texts, place: int, life: Life) -> Markup:
    one = life.one
    return lines(
        texts(
            "board-line",
            number=str(place),
            team=shortened(one.team, TITLE),
            mentor=shortened(one.mentor.full_name, TITLE),
        ),
        texts("board-counts", counts=counts_words(texts, life)),
        texts("board-asked") if one.asked is not None else "",
    )


def _board(texts: Texts, life: Life) -> Rows:
    to = BoardButton(stream_id=life.one.stream.id)
    return [[button(shortened(texts.plain("ending-button-board"), LABEL), to)]]
