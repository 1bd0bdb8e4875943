"""Screens beside the progress: who is silent, what is asked first, the log, what each message allows."""

from collections.abc import Sequence

from bot.broadcasts.contents import ABILITIES, Kind, Part, ability_of
from bot.broadcasts.model import Broadcast, Card, LogLine, Recipient, State
from bot.broadcasts.prints import print_of
from bot.broadcasts.progress import Line, report
from bot.shared.zones import MOSCOW
from bot.ui.broadcasts.buttons import Act, ActButton, HomeButton, LogButton, LookButton, View
from bot.ui.broadcasts.wording import answer_rows, call_lines, moment_words, reach_words
from bot.ui.paging import lines, page_of, page_rows, paragraphs, shortened
from bot.ui.schedule.wording import home_row
from bot.ui.screens import Rows, Screen, button
from bot.ui.texts import Markup, Texts, escape

WORDS = 1500
"""Characters of a broadcast's words where they are all there is to read."""

PAGE = 25
"""People, or lines of the log, on one screen."""


def silent_screen(texts: Texts, one: Broadcast, silent: Sequence[Recipient], number: int) -> Screen:
    """List who has not answered, with phones."""
    page = page_of(silent, number, PAGE)
    key = "broadcasts-silent" if one.buttons.answers else "broadcasts-unreached"
    head = texts(key, count=len(silent))
    before = LookButton(broadcast_id=one.id, view=View.SILENT, page=max(page.number - 1, 0))
    after = LookButton(broadcast_id=one.id, view=View.SILENT, page=page.number + 1)
    rows = page_rows(texts, page, before, after)
    remind = ActButton(broadcast_id=one.id, act=Act.REMIND)
    if silent and one.buttons.answers and one.state is not State.RETRACTED:
        rows.append([button(texts.plain("broadcasts-act-remind"), remind)])
    rows.append([button(texts.plain("broadcasts-button-back"), LookButton(broadcast_id=one.id))])
    return Screen(paragraphs(head, lines(*call_lines(texts, page.items))), rows)


def question_screen(texts: Texts, card: Card, act: Act) -> Screen:
    """Ask before what cannot be taken back."""
    one = card.broadcast
    words = "" if act is not Act.RETRACT else texts(f"broadcasts-retract-{ability_of(one.parts).words}")
    sure = ActButton(broadcast_id=one.id, act=act, sure=True)
    rows = [
        [button(texts.plain(f"broadcasts-sure-{act}"), sure)],
        [button(texts.plain("broadcasts-button-back"), LookButton(broadcast_id=one.id))],
    ]
    return Screen(paragraphs(texts(f"broadcasts-ask-{act}"), words), rows)


def correction_screen(texts: Texts, card: Card, parts: Sequence[Part]) -> Screen:
    """Ask whether what was shown is to take the place of the words everybody has or will get."""
    number = card.broadcast.id
    rewrite = ActButton(broadcast_id=number, act=Act.REWRITE, sure=True, mark=print_of(parts))
    key = "broadcasts-sure-agree-ask" if card.approval else "broadcasts-sure-correct"
    rows = [
        [button(texts.plain(key), rewrite)],
        [button(texts.plain("broadcasts-act-leave"), ActButton(broadcast_id=number, act=Act.LEAVE))],
    ]
    second = texts("broadcasts-agree-needed") if card.approval else ""
    return Screen(paragraphs(_ask_correct(texts, card), second), rows)


def waiting_screen(texts: Texts, card: Card) -> Screen:
    """Ask a second organizer whether a correction is to be made; whoever asks for it may take it back."""
    number = card.broadcast.id
    agree = ActButton(broadcast_id=number, act=Act.AGREE, sure=True, mark=print_of(card.waiting))
    rows: Rows = [
        [button(texts.plain("broadcasts-act-leave"), ActButton(broadcast_id=number, act=Act.REFUSE))],
        [button(texts.plain("broadcasts-button-back"), LookButton(broadcast_id=number))],
    ]
    if not card.own_waiting:
        rows.insert(0, [button(texts.plain("broadcasts-act-agree"), agree)])
    return Screen(_ask_correct(texts, card), rows)


def _ask_correct(texts: Texts, card: Card) -> Markup:
    found = report(card.progress.tallies)
    return texts("broadcasts-ask-correct", count=found.counts[Line.DELIVERED] + found.counts[Line.WAITING])


def log_screen(texts: Texts, log: Sequence[LogLine], number: int) -> Screen:
    """Show who did what."""
    page = page_of(log, number, PAGE)
    told = [
        texts(
            "broadcasts-log-line",
            at=moment_words(texts, line.at, MOSCOW),
            who=line.who or texts.plain("support-administrator"),
            deed=texts.plain(
                f"broadcasts-deed-{line.deed}", reach=reach_words(texts, line.count, line.chats)
            ),
            number=str(line.broadcast_id),
            words=shortened(line.words, 40),
        )
        for line in page.items
    ]
    rows = page_rows(texts, page, LogButton(page=max(page.number - 1, 0)), LogButton(page=page.number + 1))
    rows.append([button(texts.plain("broadcasts-button-home"), HomeButton())])
    return Screen(paragraphs(texts("broadcasts-log"), lines(*told) or texts("broadcasts-log-empty")), rows)


def abilities_screen(texts: Texts) -> Screen:
    """Show what each kind of message allows: the very table the bot follows."""
    told = []
    for kind, ability in ABILITIES.items():
        named = (
            texts.plain(f"broadcasts-kind-{kind}", count=10)
            if kind is Kind.ALBUM
            else (texts.plain(f"broadcasts-kind-{kind}"))
        )
        told.append(
            texts(
                "broadcasts-ability",
                kind=named,
                buttons=texts.plain(f"broadcasts-ability-{ability.buttons}"),
                placeholders=texts.plain("setting-yes" if ability.placeholders else "setting-no"),
                words=texts.plain(f"broadcasts-ability-words-{ability.words}"),
                late=texts.plain(f"broadcasts-ability-late-{ability.words}"),
            )
        )
    rows = [[button(texts.plain("broadcasts-button-home"), HomeButton())]]
    return Screen(paragraphs(texts("broadcasts-abilities"), *told), rows)


def asked_screen(texts: Texts, one: Broadcast) -> Screen:
    """Recall what a recipient was asked, with the buttons to answer."""
    said = shortened(one.first_words, WORDS) or texts.plain("broadcasts-asked-above")
    until = (
        texts("broadcasts-deadline", moment=moment_words(texts, one.deadline, one.schedule.zone))
        if one.deadline
        else ""
    )
    return Screen(
        paragraphs(texts("broadcasts-asked"), escape(said), until),
        [*answer_rows(texts, one), *home_row(texts)],
    )
