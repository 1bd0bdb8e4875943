"""One team in the match, for organizers: its mentor and why, others and why not, pin, forbid, swap."""

from bot.mentoring.match_rule_actions import Candidate, PairCard, TeamCard
from bot.mentoring.matching.answers import Why
from bot.mentoring.mentorships import Phase
from bot.ui.mentoring.fit_words import bar_words, fit_words, kind_words
from bot.ui.mentoring.match_buttons import (
    ForbidButton,
    MatchButton,
    MatchPairButton,
    MatchTeamButton,
    PinButton,
    SwapButton,
)
from bot.ui.mentoring.match_lists import TITLE, mentor_name, move_words
from bot.ui.paging import LABEL, lines, page_of, page_rows, paragraphs, shortened
from bot.ui.screens import Rows, Screen, button
from bot.ui.texts import Markup, Texts

PAGE = 6
"""Candidates on a page, a button for each."""

NEEDS = 300
"""Characters of what a team wrote it needs."""

MOVES = 5
"""Changes named under «почему не»."""


def team_screen(texts: Texts, card: TeamCard, number: int = 0) -> Screen:
    """Show a team with its pair, and the candidates by their fit."""
    team = card.team
    page = page_of(card.candidates, number, PAGE)
    listed = [_candidate(texts, card, one, at) for at, one in enumerate(page.items, start=page.first + 1)]
    rows: Rows = [
        [
            button(
                shortened(f"{at}. {one.mentor.person.full_name}", LABEL),
                MatchPairButton(team_id=team.id, mentor_id=one.mentor.id),
            )
        ]
        for at, one in enumerate(page.items, start=page.first + 1)
    ]
    before, after = (MatchTeamButton(team_id=team.id, page=max(0, page.number + step)) for step in (-1, 1))
    rows += page_rows(texts, page, before, after)
    if team.pinned:
        rows.append([button(texts.plain("match-button-unpin"), PinButton(team_id=team.id))])
    if card.pair is not None and card.phase is not Phase.ACCEPTED:
        rows.append([button(texts.plain("match-button-swap"), SwapButton(team_id=team.id))])
    rows.append([button(texts.plain("match-button-back"), MatchButton(stream_id=card.board.stream.id))])
    about = lines(
        texts("match-team-project", project=shortened(team.project, TITLE)) if team.project else "",
        texts("match-team-needs", needs=shortened(team.needs, NEEDS)) if team.needs else "",
        texts("match-team-kinds", kinds=kind_words(texts, team.kinds)) if team.kinds else "",
    )
    head = lines(texts("match-team", team=shortened(team.title, TITLE)), _mentor(texts, card))
    return Screen(paragraphs(head, about, texts("match-candidates"), lines(*listed)), rows)


def pair_screen(texts: Texts, one: PairCard) -> Screen:
    """Show why a team has or has not a mentor, and offer to pin or to rule out."""
    card, candidate = one.card, one.candidate
    team, mentor = card.team, candidate.mentor
    pinned = team.pinned == mentor.code
    forbidden = mentor.code in team.forbidden
    rows: Rows = []
    if card.phase is not Phase.ACCEPTED:
        if not pinned and candidate.bar is None:
            pin = PinButton(team_id=team.id, mentor_id=mentor.id)
            rows.append([button(texts.plain("match-button-pin"), pin)])
        if pinned:
            rows.append([button(texts.plain("match-button-unpin"), PinButton(team_id=team.id))])
        key = "match-button-allow" if forbidden else "match-button-forbid"
        bar = ForbidButton(team_id=team.id, mentor_id=mentor.id, barred=not forbidden)
        rows.append([button(texts.plain(key), bar)])
    rows.append([button(texts.plain("match-button-team"), MatchTeamButton(team_id=team.id))])
    head = texts(
        "match-pair-title",
        team=shortened(team.title, TITLE),
        mentor=shortened(mentor.person.full_name, TITLE),
    )
    facts = lines(
        texts("match-fit", points=candidate.fit.points, why=_fit(texts, card, candidate)),
        texts("match-taken", taken=str(candidate.taken), capacity=str(mentor.capacity)),
        texts("match-candidate-bar", why=bar_words(texts, candidate.bar)) if candidate.bar else "",
        texts("match-candidate-paused") if candidate.paused else "",
        texts("match-pinned-here") if pinned else "",
    )
    hint = "" if forbidden or card.phase is Phase.ACCEPTED else texts("match-forbid-hint")
    return Screen(paragraphs(head, facts, _why(texts, card, one.why), hint), rows)


def swap_screen(texts: Texts, card: TeamCard, number: int = 0) -> Screen:
    """Ask with which team the mentors are to be exchanged."""
    team, board = card.team, card.board
    mine = card.pair.mentor if card.pair else None
    others = [
        (other, pair)
        for pair in (board.draft.pairs if board.draft else ())
        if (other := board.cohort.team(pair.team)) is not None
        and other.id != team.id
        and pair.mentor != mine
        and (pair.team, pair.mentor) not in board.cohort.couples(Phase.ACCEPTED)
    ]
    page = page_of(others, number, PAGE)
    rows: Rows = [
        [button(shortened(other.title, LABEL), SwapButton(team_id=team.id, other_id=other.id))]
        for other, _ in page.items
    ]
    before, after = (SwapButton(team_id=team.id, page=max(0, page.number + step)) for step in (-1, 1))
    rows += page_rows(texts, page, before, after)
    rows.append([button(texts.plain("match-button-team"), MatchTeamButton(team_id=team.id))])
    nobody = texts.plain("match-nobody")
    listed = [
        texts(
            "match-swap-line",
            team=shortened(other.title, TITLE),
            mentor=mentor_name(board, pair.mentor) if pair.mentor else nobody,
        )
        for other, pair in page.items
    ]
    head = texts("match-swap", team=shortened(team.title, TITLE))
    return Screen(paragraphs(head, lines(*listed) or texts("match-nothing-here")), rows)


def _mentor(texts: Texts, card: TeamCard) -> Markup:
    if card.pair is None or card.pair.mentor is None:
        return texts("match-team-nobody")
    name = mentor_name(card.board, card.pair.mentor)
    return lines(
        texts("match-team-mentor", mentor=name),
        texts(
            "match-fit",
            points=card.pair.fit.points,
            why=fit_words(texts, card.pair.fit, card.board.directions),
        ),
        texts(f"match-team-{card.phase}") if card.phase else "",
        texts("match-pinned-here") if card.pair.pinned else "",
    )


def _candidate(texts: Texts, card: TeamCard, one: Candidate, at: int) -> Markup:
    if one.bar is not None:
        said = bar_words(texts, one.bar)
    elif one.paused:
        said = texts.plain("match-candidate-pause")
    else:
        said = _fit(texts, card, one)
    return texts(
        "match-candidate",
        number=str(at),
        name=shortened(one.mentor.person.full_name, TITLE),
        points=one.fit.points,
        taken=str(one.taken),
        capacity=str(one.mentor.capacity),
        why=said,
    )


def _fit(texts: Texts, card: TeamCard, one: Candidate) -> str:
    return fit_words(texts, one.fit, card.board.directions)


def _why(texts: Texts, card: TeamCard, why: Why | None) -> Markup:
    if why is None:
        return texts("match-why-later")
    if why.together:
        return texts("match-why-together")
    if why.obstacle is not None:
        said = (
            bar_words(texts, why.obstacle.bar)
            if why.obstacle.bar
            else texts.plain(f"match-obstacle-{why.obstacle.obstacle}")
        )
        return texts("match-why-obstacle", why=said)
    if why.price is None:
        return Markup("")
    changes = why.price.changes
    moves = [*changes.lost, *changes.moved, *changes.gained]
    more = texts("match-why-more", count=len(moves) - MOVES) if len(moves) > MOVES else ""
    return lines(
        texts("match-why-not"),
        texts("match-why-served", count=why.price.served_less) if why.price.served_less else "",
        texts("match-why-points", count=why.price.points_less) if why.price.points_less > 0 else "",
        texts("match-why-equal") if not why.price.served_less and why.price.points_less <= 0 else "",
        *(move_words(texts, card.board, move) for move in moves[:MOVES]),
        more,
    )
