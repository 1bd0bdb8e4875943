"""A mentor's teams, one of them, and the own mentor of a team."""

from collections.abc import Sequence
from datetime import datetime

from bot.mentoring.life_actions import LifeView, MentorView, TeamsView
from bot.mentoring.mentorships import MEMBERS, Life, Mentorship, Side
from bot.mentoring.standing_actions import Standing
from bot.people.model import Person, Role, Visitor
from bot.ui.mentoring.life_buttons import (
    AskEndButton,
    BoardButton,
    LifeButton,
    MeetingButton,
    MeetingsButton,
    MentorButton,
    TeamsButton,
    WhenButton,
    WriteButton,
)
from bot.ui.mentoring.meeting_words import TITLE, next_line, short_day_of, slot_words
from bot.ui.mentoring.profile_buttons import ProfileButton
from bot.ui.mentoring.proposals import ProposalButton
from bot.ui.mentoring.wishes import WishesButton
from bot.ui.paging import LABEL, lines, page_of, page_rows, paragraphs, shortened
from bot.ui.schedule.wording import home_row
from bot.ui.screens import Rows, Screen, button
from bot.ui.streams import stream_name
from bot.ui.support_buttons import AskButton
from bot.ui.texts import Markup, Texts

PAGE = 6
"""Teams on one screen."""

DETAIL, NAMED, RESULT = 160, 12, 300


def teams_screen(texts: Texts, view: TeamsView, number: int) -> Screen:
    """Show a mentor's teams: project, stage, next meeting, last result; first what waits for an answer."""
    page = page_of(list(zip(view.lives, view.zones, strict=True)), number, PAGE)
    several = len({life.one.stream.id for life in view.lives}) > 1
    listed: list[Markup] = []
    rows = _proposed(texts, view)
    for place, (life, zone) in enumerate(page.items, start=page.first + 1):
        listed.append(_team(texts, place, life, zone, view.now, several))
        label = f"{place}. {life.one.team}"
        rows.append([button(shortened(label, LABEL), LifeButton(mentorship_id=life.one.id))])
    before, after = TeamsButton(page=max(0, page.number - 1)), TeamsButton(page=page.number + 1)
    rows += page_rows(texts, page, before, after)
    if view.mentors:
        rows.append([button(texts.plain("teams-button-profile"), ProfileButton(stream_id=0))])
    if view.organizes:
        rows.append([button(texts.plain("teams-button-board"), BoardButton())])
    waits = texts("teams-proposed", count=len(view.proposed)) if view.proposed else ""
    if not view.lives:
        text = paragraphs(waits or texts("teams-none"), texts("teams-none-hint"))
        return Screen(text, [*rows, *home_row(texts)])
    title = texts("teams-title", count=len(view.lives))
    return Screen(paragraphs(title, waits, *listed), [*rows, *home_row(texts)])


def mentorship_rows(texts: Texts, visitor: Visitor) -> Rows:
    """Return the ways to the own teams and to the own mentor, for whoever may have them."""
    row = []
    if Role.MENTOR in visitor.roles:
        row.append(button(texts.plain("teams-button"), TeamsButton()))
    if visitor.roles & MEMBERS:
        row.append(button(texts.plain("mentor-button"), MentorButton()))
    return [row] if row else []


def life_screen(texts: Texts, view: LifeView) -> Screen:
    """Show one mentorship to one of its sides; contacts only while it runs."""
    me, one = view.me, view.me.one
    if not one.runs:
        rows = [*_to_log(texts, view), *back_rows(texts, me), *home_row(texts)]
        return Screen(_ended(texts, one, me.side), rows)
    body = _about_team(texts, one) if me.side is Side.MENTOR else _about_mentor(texts, one)
    people = one.members[:NAMED]
    contacts = (
        lines(texts("teams-members"), *(person_line(texts, each.person, each.lead) for each in people))
        if me.side is Side.MENTOR
        else ""
    )
    asked = texts("ending-waits") if one.asked is not None else ""
    text = paragraphs(body, contacts, _meetings(texts, view.life, me, view.now), asked)
    return Screen(text, [*_acts(texts, view), *back_rows(texts, me), *home_row(texts)])


def mentor_screen(texts: Texts, view: MentorView) -> Screen:
    """Show the own mentor, or that one is being looked for, with the way on."""
    if view.current is not None:
        return life_screen(texts, view.current)
    former = [
        texts("mentor-former", name=shortened(life.one.mentor.full_name, TITLE)) for life in view.former[:3]
    ]
    stream = texts("mentor-stream", stream=stream_name(texts, view.stream))
    text = paragraphs(texts("mentor-none"), lines(*former), texts("mentor-none-hint"), stream)
    return Screen(
        text,
        [
            [button(texts.plain("mentor-button-wishes"), WishesButton())],
            [button(texts.plain("mentor-button-ask"), AskButton())],
            *home_row(texts),
        ],
    )


def person_line(texts: Texts, person: Person, lead: bool = False) -> Markup:
    """Name somebody with post and phone: contacts of a mentorship that runs."""
    post = ", ".join(part for part in (person.post, person.municipality) if part)
    return texts(
        "teams-lead" if lead else "teams-person",
        name=shortened(person.full_name, TITLE),
        post=f", {shortened(post, DETAIL)}" if post else "",
        phone=person.phone or "–",
    )


def counts_words(texts: Texts, life: Life) -> str:
    """Count the meetings: all that leaders and organizers see of them."""
    held = texts.plain("teams-held", count=len(life.held))
    return f"{held}, {texts.plain('teams-missed', count=life.missed)}" if life.missed else held


def choose_mentorship(texts: Texts, key: str, mine: Sequence[Standing], to: type) -> Screen:
    """Ask which mentorship is meant, where somebody has several."""
    rows: Rows = [
        [button(shortened(other_name(texts, me.one, me.side), LABEL), to(mentorship_id=me.one.id))]
        for me in mine
    ]
    return Screen(texts(key) if rows else texts("teams-nobody"), [*rows, *home_row(texts)])


def other_name(texts: Texts, one: Mentorship, side: Side) -> str:
    """Name the other side: the team's title, or the mentor."""
    if side is Side.MENTOR:
        return shortened(one.team, TITLE)
    return texts.plain("teams-mentor", name=shortened(one.mentor.full_name, TITLE))


def back_rows(texts: Texts, me: Standing) -> Rows:
    """Return the way to the list: the teams, or the own mentor."""
    if me.side is Side.MENTOR:
        return [[button(texts.plain("teams-button-back"), TeamsButton())]]
    return [[button(texts.plain("mentor-button"), MentorButton())]] if not me.one.runs else []


def _proposed(texts: Texts, view: TeamsView) -> Rows:
    """Return the way to each proposal that waits for the mentor's answer."""
    return [
        [
            button(
                shortened(texts.plain("teams-button-proposal", team=one.team), LABEL),
                ProposalButton(mentorship_id=one.id),
            )
        ]
        for one in view.proposed[:PAGE]
    ]


def _team(texts: Texts, place: int, life: Life, zone: str, now: datetime, several: bool) -> Markup:
    one, ahead = life.one, life.ahead(now)
    last = life.held[-1] if life.held else None
    when = (
        texts("meetings-next", when=slot_words(texts, ahead, zone, now))
        if ahead
        else texts("meetings-none-ahead")
    )
    if life.to_log(now):
        when = lines(texts("teams-to-log"), when)
    result = ""
    if last is not None:
        day = short_day_of(texts, last, zone)
        said = shortened(last.result, DETAIL) or texts.plain("meetings-no-result")
        result = texts("teams-last", day=day, result=said)
    return lines(
        texts("teams-line", number=str(place), team=shortened(one.team, TITLE)),
        _project(texts, one),
        when,
        result,
        texts("teams-stream", stream=stream_name(texts, one.stream)) if several else "",
    )


def _project(texts: Texts, one: Mentorship) -> Markup | str:
    if not one.project:
        return ""
    return texts("teams-project", project=shortened(one.project, DETAIL), stage=one.stage)


def _about_team(texts: Texts, one: Mentorship) -> Markup:
    place = ", ".join(dict.fromkeys(part for part in (one.municipality, one.region) if part))
    return lines(
        texts("teams-card", team=shortened(one.team, TITLE)),
        texts("teams-place", place=shortened(place, DETAIL)) if place else "",
        _project(texts, one),
    )


def _about_mentor(texts: Texts, one: Mentorship) -> Markup:
    person = one.mentor
    post = ", ".join(part for part in (person.post, person.municipality, person.region) if part)
    return lines(
        texts("mentor-card", name=shortened(person.full_name, TITLE)),
        texts("mentor-post", post=shortened(post, DETAIL)) if post else "",
        texts("mentor-phone", phone=person.phone) if person.phone else "",
        texts("mentor-of-team", team=shortened(one.team, TITLE)),
        texts("mentor-left") if one.mentor_left else "",
    )


def _meetings(texts: Texts, life: Life, me: Standing, now: datetime) -> Markup:
    last = life.held[-1] if life.held else None
    result = ""
    if last is not None and me.side is Side.MENTOR and last.result:
        day = short_day_of(texts, last, me.zone)
        result = texts("teams-last", day=day, result=shortened(last.result, RESULT))
    log = texts("teams-to-log") if me.side is Side.MENTOR and life.to_log(now) else ""
    counted = texts("teams-counts", counts=counts_words(texts, life))
    return lines(log, next_line(texts, life.ahead(now), me.zone, now), result, counted)


def _acts(texts: Texts, view: LifeView) -> Rows:
    me, one, ahead = view.me, view.me.one, view.life.ahead(view.now)
    rows = _to_log(texts, view)
    if ahead is not None:
        rows.append([button(texts.plain("meetings-button-open"), MeetingButton(meeting_id=ahead.id))])
    rows.append([button(texts.plain("meetings-button-new"), WhenButton(mentorship_id=one.id))])
    rows.append([button(texts.plain(f"letters-button-{me.side.other}"), WriteButton(mentorship_id=one.id))])
    if view.life.meetings:
        rows.append([button(texts.plain("meetings-button-all"), MeetingsButton(mentorship_id=one.id))])
    if one.asked is None:
        rows.append([button(texts.plain("ending-button-ask"), AskEndButton(mentorship_id=one.id))])
    return rows


def _to_log(texts: Texts, view: LifeView) -> Rows:
    """Return the way to the meetings of which the mentor has not said whether they took place."""
    if view.me.side is not Side.MENTOR:
        return []
    return [
        [button(texts.plain("meetings-button-log"), MeetingButton(meeting_id=each.id))]
        for each in view.life.to_log(view.now)[:2]
    ]


def _ended(texts: Texts, one: Mentorship, side: Side) -> Markup:
    return paragraphs(texts("ending-over", other=other_name(texts, one, side)), texts("ending-over-hint"))
