"""A mentor's own profile: places, pause, kind, directions, topics, region, teams one would like."""

from collections.abc import Sequence
from datetime import timedelta

from bot.mentoring.pausing import MONTH, WEEK
from bot.mentoring.profile_actions import ProfileView
from bot.ui.dates import day_words
from bot.ui.mentoring.fit_words import kind_words
from bot.ui.mentoring.profile_buttons import (
    DirectionButton,
    OwnKindButton,
    Pause,
    PauseButton,
    PlacesButton,
    ProfileButton,
    RegionButton,
    Section,
    SectionButton,
    TopicsButton,
    WishTeamButton,
)
from bot.ui.mentoring.wishes import MentorKind
from bot.ui.paging import LABEL, lines, page_of, page_rows, paragraphs, shortened
from bot.ui.schedule.wording import home_row
from bot.ui.screens import Rows, Screen, button
from bot.ui.streams import stream_label, stream_name
from bot.ui.texts import Markup, Texts

PAGE = 8
"""Directions or teams on a page."""

TITLE = 120
"""Characters of a list in one line."""

OFFERED = 8
"""Numbers of places on buttons; more can be typed."""


def profile_screen(texts: Texts, view: ProfileView) -> Screen:
    """Show the own profile: how many teams and of how many, then what suits."""
    one, stream_id = view.profile, view.stream.id
    directions = [view.directions.get(code, code) for code in one.directions]
    titles = {team.code: team.title for team in view.teams}
    wished = [titles[code] for code in one.wanted if code in titles]
    region = one.region or one.person.region
    body = lines(
        texts("profile-kind", kind=kind_words(texts, [one.kind])),
        texts("profile-directions", directions=shortened("; ".join(directions), TITLE))
        if directions
        else texts("profile-any-direction"),
        texts("profile-topics", topics=shortened("; ".join(one.topics), TITLE))
        if one.topics
        else texts("profile-no-topics"),
        texts("profile-region", region=shortened(region, TITLE)) if region else texts("profile-no-region"),
        texts("profile-wished", teams=shortened("; ".join(wished), TITLE)) if wished else "",
        texts("profile-stream", stream=stream_name(texts, view.stream)),
    )
    ways = (
        ("places", SectionButton(stream_id=stream_id, section=Section.PLACES)),
        ("pause", SectionButton(stream_id=stream_id, section=Section.PAUSE)),
        ("kind", SectionButton(stream_id=stream_id, section=Section.KIND)),
        ("directions", SectionButton(stream_id=stream_id, section=Section.DIRECTIONS)),
        ("topics", TopicsButton(stream_id=stream_id)),
        ("region", RegionButton(stream_id=stream_id)),
        ("teams", SectionButton(stream_id=stream_id, section=Section.TEAMS)),
    )
    rows: Rows = [[button(texts.plain(f"profile-button-{name}"), data)] for name, data in ways]
    rows += [
        [button(stream_label(texts, other), ProfileButton(stream_id=other.id))]
        for other in view.streams
        if other.id != stream_id
    ]
    return Screen(paragraphs(_head(texts, view), body), [*rows, *home_row(texts)])


def section_screen(texts: Texts, view: ProfileView, section: Section, number: int = 0) -> Screen:
    """Show a part of the profile with its choices."""
    drawn = {
        Section.PLACES: _places,
        Section.PAUSE: _pause,
        Section.DIRECTIONS: _directions,
        Section.TEAMS: _teams,
        Section.KIND: _kind,
    }[section]
    hint, rows = drawn(texts, view, number)
    rows.append([button(texts.plain("profile-button-back"), ProfileButton(stream_id=view.stream.id))])
    return Screen(paragraphs(_head(texts, view), hint), rows)


def topics_screen(texts: Texts, view: ProfileView) -> Screen:
    """Await the topics."""
    back = [button(texts.plain("profile-button-back"), ProfileButton(stream_id=view.stream.id))]
    now = "; ".join(view.profile.topics) or texts.plain("profile-nothing")
    return Screen(texts("profile-type-topics", now=shortened(now, TITLE)), [back])


def region_screen(texts: Texts, view: ProfileView) -> Screen:
    """Await the region."""
    back = [button(texts.plain("profile-button-back"), ProfileButton(stream_id=view.stream.id))]
    now = view.profile.region or view.profile.person.region or texts.plain("profile-nothing")
    return Screen(texts("profile-type-region", now=shortened(now, TITLE)), [back])


def _head(texts: Texts, view: ProfileView) -> Markup:
    one = view.profile
    places = texts("profile-title", taken=str(view.taken), places=str(one.capacity), proposed=view.proposed)
    over = texts("profile-over") if view.taken > one.capacity else ""
    paused = (
        texts("profile-paused", day=day_words(texts, one.paused_until, view.today))
        if view.paused and one.paused_until
        else ""
    )
    return lines(places, over, paused)


def _places(texts: Texts, view: ProfileView, _number: int) -> tuple[Markup, Rows]:
    numbers = [
        button(
            texts.plain("profile-chosen", what=str(places))
            if places == view.profile.capacity
            else str(places),
            PlacesButton(stream_id=view.stream.id, places=places),
        )
        for places in range(OFFERED)
    ]
    return texts("profile-places-hint"), [numbers[:4], numbers[4:]]


def _pause(texts: Texts, view: ProfileView, _number: int) -> tuple[Markup, Rows]:
    offered = (Pause.OVER,) if view.paused else (Pause.WEEK, Pause.MONTH, Pause.STREAM)
    rows = [
        [
            button(
                texts.plain(f"profile-pause-{pause.name.lower()}"),
                PauseButton(stream_id=view.stream.id, pause=pause),
            )
        ]
        for pause in offered
    ]
    return texts("profile-pause-hint"), rows


def _kind(texts: Texts, view: ProfileView, _number: int) -> tuple[Markup, Rows]:
    rows: Rows = []
    for kind in MentorKind:
        label = kind_words(texts, [kind])
        data = OwnKindButton(stream_id=view.stream.id, kind=kind)
        rows.append([button(_marked(texts, label, kind == view.profile.kind), data)])
    return texts("profile-kind-hint"), rows


def _directions(texts: Texts, view: ProfileView, number: int) -> tuple[Markup, Rows]:
    codes = list(view.directions)
    page = page_of(codes, number, PAGE)
    rows: Rows = []
    for at, code in enumerate(page.items, start=page.first):
        chosen = code in view.profile.directions
        data = DirectionButton(stream_id=view.stream.id, place=at, chosen=not chosen)
        rows.append([button(_marked(texts, view.directions[code], chosen), data)])
    rows += _pages(texts, view, Section.DIRECTIONS, page.number, codes)
    key = "profile-directions-hint" if codes else "profile-no-directions"
    return texts(key), rows


def _teams(texts: Texts, view: ProfileView, number: int) -> tuple[Markup, Rows]:
    page = page_of(view.teams, number, PAGE)
    rows: Rows = []
    for team in page.items:
        wished = team.code in view.profile.wanted
        data = WishTeamButton(stream_id=view.stream.id, team_id=team.id, wished=not wished)
        place = view.profile.wanted.index(team.code) + 1 if wished else 0
        label = f"{place}. {team.title}" if wished else team.title
        rows.append([button(_marked(texts, label, wished), data)])
    rows += _pages(texts, view, Section.TEAMS, page.number, view.teams)
    return texts("profile-teams-hint"), rows


def _pages(texts: Texts, view: ProfileView, section: Section, number: int, items: Sequence[object]) -> Rows:
    page = page_of(items, number, PAGE)
    before, after = (
        SectionButton(stream_id=view.stream.id, section=section, page=max(0, page.number + step))
        for step in (-1, 1)
    )
    return page_rows(texts, page, before, after)


def _marked(texts: Texts, label: str, chosen: bool) -> str:
    if not chosen:
        return shortened(label, LABEL)
    return texts.plain("profile-chosen", what=shortened(label, LABEL - 2))


SPANS: dict[Pause, timedelta] = {Pause.OVER: timedelta(0), Pause.WEEK: WEEK, Pause.MONTH: MONTH}
"""How long each pause lasts; the one till the end of the stream is reckoned from its dates."""
