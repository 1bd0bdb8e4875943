"""What a team wishes for: needs, the kind of mentor, up to five mentors; cards without contacts."""

from enum import StrEnum

from bot.mentoring.cohort import Profile
from bot.mentoring.wish_actions import KINDS, NEEDS, WishView
from bot.ui.callbacks import Button, Id, PageNumber
from bot.ui.mentoring.fit_words import kind_words
from bot.ui.paging import LABEL, lines, page_of, page_rows, paragraphs, shortened
from bot.ui.schedule.wording import home_row
from bot.ui.screens import Rows, Screen, button
from bot.ui.texts import Markup, Texts

PAGE = 6
"""Mentors on a page."""

NAME, LIST = 60, 120
"""Characters of a name and of a list in one line."""


class MentorKind(StrEnum):
    """A kind of mentor, as short as a button wants it."""

    EXPERT = "expert"
    ALUMNUS = "alumnus"
    METHODOLOGIST = "methodologist"


class WishesButton(Button, prefix="jq1"):
    """Opens the own team's wishes."""


class NeedsButton(Button, prefix="jn1"):
    """Awaits what the team needs."""


class KindButton(Button, prefix="jk1"):
    """Asks for a kind of mentor, or no longer."""

    kind: MentorKind
    chosen: bool


class MentorsButton(Button, prefix="jv1"):
    """Opens a page of the stream's mentors."""

    page: PageNumber = 0


class WishMentorButton(Button, prefix="jj1"):
    """Names a mentor, or takes one off the list."""

    mentor_id: Id
    wished: bool
    page: PageNumber = 0


def wishes_screen(texts: Texts, view: WishView) -> Screen:
    """Show the team's needs and whom it has named."""
    team = view.team
    named = [
        texts("wishes-named", place=str(at), name=shortened(one.person.full_name, NAME))
        for at, one in enumerate(view.named, 1)
    ]
    body = lines(
        texts("wishes-needs", needs=shortened(team.needs, NEEDS)) if team.needs else texts("wishes-no-needs"),
        texts("wishes-kinds", kinds=kind_words(texts, team.kinds))
        if team.kinds
        else texts("wishes-any-kind"),
        texts("wishes-named-title") if named else texts("wishes-nobody-named"),
        *named,
    )
    head = lines(
        texts("wishes-title", team=shortened(team.title, NAME)),
        texts("wishes-settled") if view.settled else "",
    )
    rows: Rows = [[button(texts.plain("wishes-button-needs"), NeedsButton())]]
    rows += [
        [
            button(
                texts.plain("profile-chosen", what=kind_words(texts, [kind]))
                if kind in team.kinds
                else kind_words(texts, [kind]),
                KindButton(kind=MentorKind(kind), chosen=kind not in team.kinds),
            )
        ]
        for kind in KINDS
    ]
    rows.append([button(texts.plain("wishes-button-mentors"), MentorsButton())])
    return Screen(paragraphs(head, body, texts("wishes-hint")), [*rows, *home_row(texts)])


def mentors_screen(texts: Texts, view: WishView, number: int = 0) -> Screen:
    """Show a page of mentors without contacts; a tap names one or takes one off the list."""
    page = page_of(view.mentors, number, PAGE)
    rows: Rows = []
    cards = []
    for at, one in enumerate(page.items, start=page.first + 1):
        wished = one.code in view.team.wanted
        place = view.team.wanted.index(one.code) + 1 if wished else 0
        cards.append(_card(texts, view, one, at, place))
        data = WishMentorButton(mentor_id=one.id, wished=not wished, page=page.number)
        label = shortened(f"{at}. {one.person.full_name}", LABEL - 2)
        rows.append([button(texts.plain("profile-chosen", what=label) if wished else label, data)])
    before, after = (MentorsButton(page=max(0, page.number + step)) for step in (-1, 1))
    rows += page_rows(texts, page, before, after)
    rows.append([button(texts.plain("wishes-button-back"), WishesButton())])
    body = paragraphs(*cards) if cards else texts("wishes-no-mentors")
    return Screen(paragraphs(texts("wishes-choose", count=len(view.named)), body), rows)


def needs_screen(texts: Texts, view: WishView) -> Screen:
    """Await the needs."""
    back = [[button(texts.plain("wishes-button-back"), WishesButton())]]
    return Screen(texts("wishes-type", team=shortened(view.team.title, NAME), most=str(NEEDS)), back)


def _card(texts: Texts, view: WishView, one: Profile, at: int, place: int) -> Markup:
    directions = "; ".join(view.directions.get(code, code) for code in one.directions)
    return lines(
        texts(
            "wishes-mentor",
            number=str(at),
            name=shortened(one.person.full_name, NAME),
            kind=kind_words(texts, [one.kind]),
        ),
        texts("introduction-post", post=shortened(one.person.post, LIST)) if one.person.post else "",
        texts("proposals-direction", direction=shortened(directions, LIST)) if directions else "",
        texts("proposals-topics", topics=shortened(", ".join(one.topics), LIST)) if one.topics else "",
        texts("proposals-place", place=shortened(one.region, LIST)) if one.region else "",
        texts("wishes-place", place=str(place)) if place else "",
    )
