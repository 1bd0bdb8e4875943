"""Screens of assistants: the head's, the assistant's, the link, and what both are told."""

from datetime import datetime

from aiogram.types import InlineKeyboardButton
from babel.dates import format_date, format_time

from bot.people.assistant_actions import Helping, Overview
from bot.people.assistants import MOST, Act, Tie
from bot.people.invitations import link
from bot.people.model import Person, Visitor
from bot.ui.assistants_buttons import (
    ActForButton,
    AssistantLinkButton,
    AssistantsButton,
    EndAssistantButton,
    HelpingButton,
    InviteAssistantButton,
    StopHelpingButton,
)
from bot.ui.callbacks import Button
from bot.ui.invite import last_day
from bot.ui.paging import LABEL, lines, paragraphs, shortened
from bot.ui.people import MOSCOW
from bot.ui.people_buttons import PersonButton
from bot.ui.screens import Rows, Screen, button
from bot.ui.streams import NAME
from bot.ui.texts import Markup, Texts


def helping_screen(texts: Texts, view: Helping) -> Screen:
    """Show for whom the visitor may act, and the own assistants."""
    rows: Rows = []
    acting = next((tie for tie in view.ties if tie.id == view.acting), None)
    told = [texts("assistants-acting", name=_name(acting.head))] if acting else []
    for tie in view.ties:
        if acting is None or tie.id != acting.id:
            rows.append(
                [_labelled(texts, "assistants-button-act", tie.head.full_name, ActForButton(tie_id=tie.id))]
            )
    if acting is not None:
        if view.oneself:
            rows.append([button(texts.plain("assistants-button-myself"), ActForButton())])
        rows.append([button(texts.plain("assistants-button-stop"), StopHelpingButton(tie_id=acting.id))])
    elif view.ties:
        told.append(texts("assistants-helping"))
    if view.mine is not None:
        own = overview_screen(texts, view.mine)
        return Screen(paragraphs(*told, own.text), own.rows + rows)
    if not told:
        told.append(texts("assistants-not-for-you"))
    return Screen(paragraphs(*told), rows)


def overview_screen(texts: Texts, view: Overview) -> Screen:
    """Show somebody's assistants with one tap to revoke each, and what they did."""
    rows: Rows = [[_end(texts, tie)] for tie in view.ties]
    if view.may_invite:
        rows.append(
            [button(texts.plain("assistants-button-invite"), InviteAssistantButton(head_id=view.head.id))]
        )
    if not view.own:
        rows.append([button(texts.plain("assistants-button-person"), PersonButton(person_id=view.head.id))])
    title = texts("assistants-title") if view.own else texts("assistants-title-of", name=_name(view.head))
    ties = [_tie(texts, tie) for tie in view.ties] or [texts("assistants-none")]
    acts = [texts("assistants-acts"), *(_act(texts, act) for act in view.acts)] if view.acts else []
    about = texts("assistants-about", most=MOST)
    return Screen(paragraphs(title, about, lines(*ties), lines(*acts)), rows)


def name_screen(texts: Texts, view: Overview) -> Screen:
    """Ask for the full name of a new assistant."""
    return Screen(texts("assistants-name"), [[_back(texts, view.head, view.own)]])


def invited_screen(texts: Texts, tie: Tie, bot_username: str, own: bool) -> Screen:
    """Show the link to be passed on to the assistant."""
    text = texts(
        "assistants-invited",
        name=shortened(tie.name, NAME),
        head=_name(tie.head),
        link=link(bot_username, tie.code),
        day=last_day(texts, tie.expires_at),
    )
    return Screen(text, [[_end(texts, tie)], [_back(texts, tie.head, own)]])


def link_screen(texts: Texts, tie: Tie, name: str) -> Screen:
    """Ask «Вы – …?» before anything is bound, and say what an assistant may do."""
    rows = [
        [button(texts.plain("invitation-yes"), AssistantLinkButton(code=tie.code, mine=True))],
        [button(texts.plain("invitation-no"), AssistantLinkButton(code=tie.code, mine=False))],
    ]
    question = texts("assistants-question", name=shortened(name, NAME), head=_name(tie.head))
    return Screen(paragraphs(question, texts("assistants-may")), rows)


def joined_screen(texts: Texts, tie: Tie) -> Screen:
    """Tell the head that the assistant has come in, with one tap to revoke."""
    text = texts("assistants-joined", name=shortened(tie.called, NAME))
    return Screen(text, [[_end(texts, tie)]])


def stop_screen(texts: Texts, tie: Tie) -> Screen:
    """Ask the assistant before ending."""
    rows = [
        [button(texts.plain("assistants-sure-stop"), StopHelpingButton(tie_id=tie.id, sure=True))],
        [button(texts.plain("assistants-button-stay"), HelpingButton())],
    ]
    return Screen(texts("assistants-ask-stop", name=_name(tie.head)), rows)


def ended_screen(texts: Texts, key: str, name: str) -> Screen:
    """Tell one side of a tie that it has ended."""
    return Screen(texts(key, name=shortened(name, NAME)), [])


def acting_line(texts: Texts, visitor: Visitor) -> Markup | str:
    """Say for whom an assistant acts; empty for everybody who acts alone."""
    if visitor.assistance is None or visitor.person is None:
        return ""
    return texts("assistants-acting", name=_name(visitor.person))


def _tie(texts: Texts, tie: Tie) -> Markup:
    name = shortened(tie.called, NAME)
    if tie.bound_at is None:
        return texts("assistants-waiting", name=name, day=last_day(texts, tie.expires_at))
    return texts("assistants-since", name=name, day=last_day(texts, tie.bound_at))


def _act(texts: Texts, act: Act) -> Markup:
    moment = _moment(texts, act.done_at)
    return texts(f"assistants-did-{act.deed.value}", time=moment, name=act.helper, number=str(act.number))


def _moment(texts: Texts, moment: datetime) -> str:
    shown = moment.astimezone(MOSCOW)
    day = format_date(shown.date(), "d MMMM", locale=texts.locale)
    return f"{day}, {format_time(shown.time(), 'HH:mm', locale=texts.locale)}"


def _end(texts: Texts, tie: Tie) -> InlineKeyboardButton:
    return _labelled(texts, "assistants-button-end", tie.called, EndAssistantButton(tie_id=tie.id))


def _back(texts: Texts, head: Person, own: bool) -> InlineKeyboardButton:
    data = HelpingButton() if own else AssistantsButton(head_id=head.id)
    return button(texts.plain("assistants-button-back"), data)


def _labelled(texts: Texts, key: str, name: str, data: Button) -> InlineKeyboardButton:
    room = LABEL - len(texts.plain(key, name=""))
    return button(texts.plain(key, name=shortened(name, room)), data)


def _name(person: Person) -> str:
    return shortened(person.full_name, NAME)
