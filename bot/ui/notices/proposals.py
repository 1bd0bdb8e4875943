"""How the notices about proposals are worded: to the mentor, to organizers, and the introduction of both."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.mentoring.match_notices import DECLINED, INTRODUCTION, PROPOSAL, REMINDER, SILENT, WITHDRAWN
from bot.mentoring.match_plan_actions import Introduced, Told, read_introductions, read_proposals
from bot.mentoring.matching.model import Fit
from bot.mentoring.mentorships import Side
from bot.mentoring.proposal_actions import ProposalCard
from bot.notices.model import Notice
from bot.people.model import Person
from bot.ui.dates import city_of, zone_mark
from bot.ui.mentoring.fit_words import fit_words
from bot.ui.mentoring.match_buttons import MatchButton, Part, PublishMatchButton, RunButton
from bot.ui.mentoring.proposals import DETAIL, TITLE, answer_rows, brief, facts
from bot.ui.notices.letter import Facts, Lapse, Letter, Presenter
from bot.ui.paging import lines, paragraphs, shortened
from bot.ui.screens import button
from bot.ui.texts import Markup, Texts
from db.engine import Tx

MEMBERS = 8
"""People of a team who are named; a team is seldom larger."""


async def read(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read the proposals as they stand; one that is answered needs no word any more."""
    told = await read_proposals(tx, now, notices)
    return {number: Lapse("answered") if one is None else one for number, one in told.items()}


async def read_both(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read both sides; a mentorship that runs no more introduces nobody."""
    said = await read_introductions(tx, now, notices)
    return {number: Lapse("not-needed") if one is None else one for number, one in said.items()}


def write_proposal(texts: Texts, told: Told, now: datetime) -> Letter:
    """Ask the mentor: the team, why, the two answers."""
    card = ProposalCard(told.proposal, told.team, told.taken)
    head = texts("proposals-asked", team=shortened(told.team.title, TITLE))
    text = paragraphs(head, brief(texts, told.team, now), facts(texts, card))
    return Letter(text, answer_rows(texts, card))


def write_reminder(texts: Texts, told: Told, now: datetime) -> Letter:
    """Ask the mentor once more."""
    card = ProposalCard(told.proposal, told.team, told.taken)
    days = (now - told.proposal.proposed_at).days
    head = texts("proposals-reminder", team=shortened(told.team.title, TITLE), days=days)
    return Letter(paragraphs(head, brief(texts, told.team, now)), answer_rows(texts, card))


def write_silent(texts: Texts, told: Told, now: datetime) -> Letter:
    """Tell organizers who has not answered."""
    days = (now - told.proposal.proposed_at).days
    said = texts(
        "proposals-silent",
        mentor=shortened(told.proposal.mentor.full_name, TITLE),
        team=shortened(told.team.title, TITLE),
        days=days,
    )
    phone = told.proposal.mentor.phone
    call = texts("proposals-phone", phone=phone) if phone else ""
    look = MatchButton(stream_id=told.proposal.stream.id, part=Part.WAITING)
    return Letter(lines(said, call), [[button(texts.plain("proposals-button-match"), look)]])


def write_declined(texts: Texts, told: Told, _now: datetime) -> Letter:
    """Tell organizers of a refusal, and whom the bot has found instead: one tap publishes."""
    one, stream_id = told.proposal, told.proposal.stream.id
    said = lines(
        texts(
            "proposals-refused",
            mentor=shortened(one.mentor.full_name, TITLE),
            team=shortened(told.team.title, TITLE),
        ),
        texts("proposals-reason", reason=one.reason) if one.reason else "",
    )
    if told.draft is None:
        rows = [[button(texts.plain("proposals-button-find"), RunButton(stream_id=stream_id))]]
        return Letter(paragraphs(said, texts("proposals-no-replacement")), rows)
    rows = [
        [
            button(
                texts.plain("proposals-button-propose"),
                PublishMatchButton(matching_id=told.draft.id, sure=True),
            )
        ],
        [
            button(
                texts.plain("proposals-button-changes"),
                MatchButton(stream_id=stream_id, part=Part.CHANGES),
            )
        ],
    ]
    instead = texts("proposals-instead", mentor=shortened(told.instead, TITLE))
    moved = texts("proposals-also", count=told.others) if told.others else ""
    return Letter(paragraphs(said, lines(instead, moved)), rows)


def write_withdrawn(texts: Texts, told: Told, _now: datetime) -> Letter:
    """Tell the mentor that nothing is asked any more."""
    return Letter(texts("proposals-withdrawn", team=shortened(told.team.title, TITLE)))


def write_introduction(texts: Texts, both: Introduced, now: datetime) -> Letter:
    """Introduce the other side with contacts, and propose what to speak of first."""
    one, team = both.one, both.team
    title = shortened(team.title, TITLE)
    if both.side is Side.MENTOR:
        head = texts("introduction-team", team=title)
        people = lines(*(_person(texts, member.person, member.lead) for member in one.members[:MEMBERS]))
        about = lines(people, brief(texts, team, now))
    else:
        head = texts("introduction-mentor", team=title)
        about = lines(_person(texts, one.mentor), _why(texts, both))
    zones = {person.zone for side in Side for person in one.people(side)} | {team.zone}
    known = sorted(zone for zone in zones if zone)
    clocks = ", ".join(f"{city_of(zone, texts.locale)} ({zone_mark(texts, zone, now)})" for zone in known[:3])
    agenda = lines(
        texts("introduction-agenda"),
        texts("introduction-agenda-meet"),
        texts("introduction-agenda-needs", needs=shortened(team.needs, DETAIL))
        if team.needs
        else texts("introduction-agenda-no-needs"),
        texts("introduction-agenda-rhythm"),
        texts("introduction-clocks", clocks=clocks) if len(known) > 1 else "",
    )
    return Letter(paragraphs(head, about, agenda))


def _why(texts: Texts, both: Introduced) -> Markup | str:
    """Say to the team why this mentor; whom the mentor has named is not told."""
    fit = replace(both.fit, team_rank=None, mentor_rank=None)
    if fit == Fit(fit.points):
        return ""
    directions = {fit.direction: both.team.direction} if fit.direction else {}
    return texts("introduction-why", why=fit_words(texts, fit, directions))


def _person(texts: Texts, person: Person, lead: bool = False) -> Markup:
    post = ", ".join(part for part in (person.post, person.municipality, person.region) if part)
    return lines(
        texts(
            "introduction-lead" if lead else "introduction-person",
            name=shortened(person.full_name, TITLE),
        ),
        texts("introduction-post", post=shortened(post, 2 * TITLE)) if post else "",
        texts("introduction-phone", phone=person.phone) if person.phone else "",
    )


PRESENTERS = {
    PROPOSAL.name: Presenter(read, write_proposal),
    REMINDER.name: Presenter(read, write_reminder),
    SILENT.name: Presenter(read, write_silent),
    DECLINED.name: Presenter(read, write_declined),
    WITHDRAWN.name: Presenter(read, write_withdrawn),
    INTRODUCTION.name: Presenter(read_both, write_introduction),
}
"""What this room sends about proposals."""
