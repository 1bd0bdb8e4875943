"""Proposals as mentors see them: the team without contacts, accept, decline with or without a reason."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from bot.mentoring.matching.model import Fit
from bot.mentoring.mentorships import Phase
from bot.mentoring.proposal_actions import ProposalCard
from bot.mentoring.proposals import TeamInBrief
from bot.ui.callbacks import Button, Id
from bot.ui.dates import city_of, zone_mark
from bot.ui.mentoring.fit_words import fit_words
from bot.ui.paging import LABEL, lines, paragraphs, shortened
from bot.ui.schedule.wording import home_row
from bot.ui.screens import Rows, Screen, button
from bot.ui.texts import Markup, Texts

TITLE, DETAIL = 90, 400
"""Characters of a title and of what a team wrote."""

MOST = 10
"""Proposals listed at once."""


class Excuse(StrEnum):
    """Why a mentor declines, on a button."""

    NONE = "n"
    TIME = "t"
    TOPIC = "s"
    KNOWN = "k"


class ProposalButton(Button, prefix="jl1"):
    """Opens a proposal."""

    mentorship_id: Id


class AcceptButton(Button, prefix="ja1"):
    """Accepts a proposal."""

    mentorship_id: Id


class DeclineButton(Button, prefix="jd1"):
    """Asks why a proposal is declined."""

    mentorship_id: Id


class ExcuseButton(Button, prefix="je1"):
    """Declines a proposal, for this reason."""

    mentorship_id: Id
    excuse: Excuse


class OwnWordsButton(Button, prefix="jo1"):
    """Awaits the reason for which a proposal is declined."""

    mentorship_id: Id


def list_screen(texts: Texts, cards: Sequence[ProposalCard]) -> Screen:
    """Show what waits for the mentor's answer."""
    if not cards:
        return Screen(texts("proposals-nothing"), home_row(texts))
    rows: Rows = [
        [
            button(
                shortened(card.team.title, LABEL),
                ProposalButton(mentorship_id=card.proposal.id),
            )
        ]
        for card in cards[:MOST]
    ]
    return Screen(texts("proposals-title", count=len(cards)), rows)


def card_screen(texts: Texts, card: ProposalCard) -> Screen:
    """Show a proposal, or what became of it."""
    one = card.proposal
    if one.waits:
        head = texts("proposals-asked", team=shortened(card.team.title, TITLE))
    else:
        head = texts(f"proposals-{one.phase}", team=shortened(card.team.title, TITLE))
    hint = texts("proposals-accepted-hint") if one.phase is Phase.ACCEPTED else ""
    body = brief(texts, card.team, one.proposed_at)
    return Screen(paragraphs(head, hint, body, facts(texts, card)), answer_rows(texts, card))


def facts(texts: Texts, card: ProposalCard) -> Markup:
    """Say why the team was proposed, and how many the mentor has."""
    one = card.proposal
    directions = {one.fit.direction: card.team.direction} if one.fit.direction else {}
    return lines(
        texts("proposals-why", why=fit_words(texts, _for_mentor(one.fit), directions)) if one.waits else "",
        texts("proposals-taken", taken=str(card.taken), capacity=str(one.capacity)),
    )


def brief(texts: Texts, team: TeamInBrief, now: datetime) -> Markup:
    """Describe a team without contacts."""
    place = ", ".join(part for part in (team.municipality, team.region) if part)
    return lines(
        texts("proposals-project", project=shortened(team.project, TITLE)) if team.project else "",
        texts("proposals-direction", direction=shortened(team.direction, TITLE)) if team.direction else "",
        texts("proposals-place", place=shortened(place, TITLE)) if place else "",
        texts("proposals-zone", city=city_of(team.zone, texts.locale), zone=zone_mark(texts, team.zone, now))
        if team.zone
        else "",
        texts("proposals-topics", topics=shortened(", ".join(team.topics), TITLE)) if team.topics else "",
        texts("proposals-needs", needs=shortened(team.needs, DETAIL)) if team.needs else "",
    )


def answer_rows(texts: Texts, card: ProposalCard) -> Rows:
    """Return the two answers while one is waited for."""
    one = card.proposal
    if not one.waits:
        return home_row(texts)
    return [
        [button(texts.plain("proposals-button-accept"), AcceptButton(mentorship_id=one.id))],
        [button(texts.plain("proposals-button-decline"), DeclineButton(mentorship_id=one.id))],
    ]


def decline_screen(texts: Texts, card: ProposalCard) -> Screen:
    """Ask why; a reason is never required."""
    one = card.proposal
    if not one.waits:
        return card_screen(texts, card)
    rows: Rows = [
        [
            button(
                texts.plain(f"proposals-excuse-{excuse.name.lower()}"),
                ExcuseButton(mentorship_id=one.id, excuse=excuse),
            )
        ]
        for excuse in (Excuse.TIME, Excuse.TOPIC, Excuse.KNOWN, Excuse.NONE)
    ]
    rows.append([button(texts.plain("proposals-button-words"), OwnWordsButton(mentorship_id=one.id))])
    rows.append([button(texts.plain("proposals-button-back"), ProposalButton(mentorship_id=one.id))])
    return Screen(texts("proposals-decline", team=shortened(card.team.title, TITLE)), rows)


def words_screen(texts: Texts, card: ProposalCard) -> Screen:
    """Await the reason in own words."""
    back = DeclineButton(mentorship_id=card.proposal.id)
    rows = [[button(texts.plain("proposals-button-back"), back)]]
    return Screen(texts("proposals-type", team=shortened(card.team.title, TITLE)), rows)


def excuse_words(texts: Texts, excuse: Excuse) -> str:
    """Return the reason that organizers read."""
    return "" if excuse is Excuse.NONE else texts.plain(f"proposals-excuse-{excuse.name.lower()}")


def _for_mentor(fit: Fit) -> Fit:
    """Leave out what a mentor is not told: whether and where the team has named them."""
    return Fit(
        points=fit.points,
        direction=fit.direction,
        any_direction=fit.any_direction,
        topics=fit.topics,
        same_region=fit.same_region,
        hours=fit.hours,
        wanted_kind=fit.wanted_kind,
        mentor_rank=fit.mentor_rank,
    )
