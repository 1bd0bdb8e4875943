"""The match in the database: one draft, one set of proposals, seats that are never given twice."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.mentoring import match_actions, match_rule_actions, proposal_actions
from bot.mentoring.board_actions import Board
from bot.mentoring.match_plan_actions import PLANNER
from bot.mentoring.mentorships import Phase
from bot.notices.model import Scope
from bot.shared.clock import ManualClock
from bot.shared.errors import NotAllowed, OutOfDate, Refusal
from db.engine import Database
from db.mentoring import change_mentor
from db.mentorships import mentorships
from db.people import people
from db.projects import change_team
from tests.mentoring.matching_scene import (
    LISTENER,
    MENTOR,
    ORGANIZER,
    SECOND,
    STRANGER,
    STREAM,
    TEAM,
    Scene,
    set_scene,
)


@pytest.fixture
async def scene(database: Database, clock: ManualClock) -> Scene:
    """Three teams and three mentors with room for one each; each team has a mentor of its topic."""
    return await set_scene(database, clock, ["ЖКХ", "туризм", "экспорт"], ["экспорт", "туризм", "ЖКХ"])


async def published(scene: Scene) -> Board:
    board = await match_actions.run(scene.database, scene.clock, scene.visitor(ORGANIZER), STREAM)
    assert board.draft is not None
    return await match_actions.publish(
        scene.database, scene.clock, scene.planning, scene.visitor(ORGANIZER), board.draft.id
    )


async def accepted(scene: Scene, team: int, mentor: int) -> None:
    await proposal_actions.accept(
        scene.database, scene.clock, scene.planning, scene.visitor(MENTOR + mentor), await scene.bond(team)
    )


async def declined(scene: Scene, team: int, mentor: int) -> None:
    await proposal_actions.decline(
        scene.database,
        scene.clock,
        scene.planning,
        scene.visitor(MENTOR + mentor),
        await scene.bond(team),
        "нет",
    )


async def test_nobody_hears_of_a_draft_and_everybody_asked_of_its_publication(scene: Scene) -> None:
    board = await match_actions.run(scene.database, scene.clock, scene.visitor(ORGANIZER), STREAM)
    assert board.draft is not None
    assert board.draft.couples == {("Т-0", "Ч-12"), ("Т-1", "Ч-11"), ("Т-2", "Ч-10")}
    assert (await scene.states(), await scene.waiting("proposal")) == ({}, [])
    await published(scene)
    assert await scene.states() == {(0, 2): "proposed", (1, 1): "proposed", (2, 0): "proposed"}
    assert await scene.waiting("proposal") == [MENTOR, MENTOR + 1, MENTOR + 2]


async def test_two_organizers_publish_at_once_and_there_is_one_set_of_proposals(scene: Scene) -> None:
    board = await match_actions.run(scene.database, scene.clock, scene.visitor(ORGANIZER), STREAM)
    assert board.draft is not None
    number = board.draft.id

    async def publish(person: int) -> Board:
        return await match_actions.publish(
            scene.database, scene.clock, scene.planning, scene.visitor(person), number
        )

    first, second = await asyncio.gather(publish(ORGANIZER), publish(SECOND))
    assert first.draft is not None
    assert second.draft is not None
    assert (first.draft.published_at, first.draft.by) == (second.draft.published_at, second.draft.by)
    assert sorted((await scene.states()).values()) == ["proposed"] * 3


async def test_a_draft_of_other_facts_is_not_sent(scene: Scene) -> None:
    board = await match_actions.run(scene.database, scene.clock, scene.visitor(ORGANIZER), STREAM)
    assert board.draft is not None
    async with scene.database.write() as tx:
        await change_mentor(tx, MENTOR, {"capacity": 2})
    with pytest.raises(Refusal, match="error-match-facts"):
        await match_actions.publish(
            scene.database, scene.clock, scene.planning, scene.visitor(ORGANIZER), board.draft.id
        )
    again = await match_actions.run(scene.database, scene.clock, scene.visitor(SECOND), STREAM)
    with pytest.raises(OutOfDate, match="error-match-replaced"):
        await match_actions.publish(
            scene.database, scene.clock, scene.planning, scene.visitor(ORGANIZER), board.draft.id
        )
    assert again.draft is not None
    assert (again.stale, await scene.states()) == (False, {})


async def test_a_pin_holds_and_one_that_cannot_is_refused(scene: Scene) -> None:
    database, clock = scene.database, scene.clock
    await match_rule_actions.pin(database, clock, scene.visitor(ORGANIZER), TEAM, MENTOR)
    board = await match_actions.run(database, clock, scene.visitor(ORGANIZER), STREAM)
    assert board.draft is not None
    assert ("Т-0", "Ч-10") in board.draft.couples
    with pytest.raises(Refusal, match="error-match-capacity"):
        await match_rule_actions.pin(database, clock, scene.visitor(ORGANIZER), TEAM + 1, MENTOR)
    await match_rule_actions.forbid(
        database, clock, scene.visitor(ORGANIZER), TEAM + 1, MENTOR + 1, barred=True
    )
    with pytest.raises(Refusal, match="error-match-bar-forbidden"):
        await match_rule_actions.pin(database, clock, scene.visitor(ORGANIZER), TEAM + 1, MENTOR + 1)
    board = await match_actions.run(database, clock, scene.visitor(ORGANIZER), STREAM)
    assert board.draft is not None
    assert ("Т-1", "Ч-12") in board.draft.couples


async def test_two_teams_change_their_mentors(scene: Scene) -> None:
    await match_actions.run(scene.database, scene.clock, scene.visitor(ORGANIZER), STREAM)
    await match_rule_actions.swap(scene.database, scene.clock, scene.visitor(ORGANIZER), TEAM, TEAM + 1)
    board = await match_actions.run(scene.database, scene.clock, scene.visitor(ORGANIZER), STREAM)
    assert board.draft is not None
    assert board.draft.couples == {("Т-0", "Ч-11"), ("Т-1", "Ч-12"), ("Т-2", "Ч-10")}
    assert board.changes is not None
    assert [move.team for move in board.changes.moved] == ["Т-0", "Т-1"]


async def test_a_mentor_at_capacity_gets_a_sentence_and_no_seat(scene: Scene) -> None:
    await published(scene)
    await accepted(scene, 0, 2)
    async with scene.database.write() as tx:
        await change_mentor(tx, MENTOR + 1, {"capacity": 0})
    with pytest.raises(Refusal, match="error-proposal-full"):
        await accepted(scene, 1, 1)
    assert (await scene.states())[1, 1] == "proposed"


async def test_a_pair_that_was_ruled_out_meanwhile_is_refused_and_taken_back_without_another(
    scene: Scene,
) -> None:
    database, clock = scene.database, scene.clock
    await published(scene)
    await match_rule_actions.forbid(database, clock, scene.visitor(ORGANIZER), TEAM, MENTOR + 2, barred=True)
    with pytest.raises(Refusal, match="error-proposal-barred"):
        await accepted(scene, 0, 2)
    assert (await scene.states())[0, 2] == "proposed"
    await match_rule_actions.forbid(database, clock, scene.visitor(ORGANIZER), TEAM, MENTOR + 2, barred=False)
    await accepted(scene, 0, 2)
    assert (await scene.states())[0, 2] == "accepted"


async def test_taps_at_once_accept_once_and_a_second_tap_shows_the_same(scene: Scene) -> None:
    await published(scene)
    await asyncio.gather(accepted(scene, 0, 2), accepted(scene, 0, 2))
    await accepted(scene, 0, 2)
    assert (await scene.states())[0, 2] == "accepted"
    assert await scene.waiting("introduction") == [MENTOR + 2, LISTENER, LISTENER + 1]
    with pytest.raises(OutOfDate, match="error-proposal-accepted"):
        await declined(scene, 0, 2)


async def test_a_refusal_brings_the_least_disturbance_and_never_the_same_mentor(scene: Scene) -> None:
    async with scene.database.write() as tx:
        await change_mentor(tx, MENTOR, {"capacity": 2})
    await published(scene)
    await accepted(scene, 1, 1)
    await declined(scene, 0, 2)
    assert await scene.waiting("proposal-declined") == [ORGANIZER, SECOND]
    await match_actions.make(scene.database, scene.clock, STREAM)
    board = await match_actions.board(scene.database, scene.clock, scene.visitor(ORGANIZER), STREAM)
    assert board.changes is not None
    assert board.draft is not None
    assert (sorted(board.to_propose), sorted(board.to_withdraw)) == ([("Т-0", "Ч-10")], [])
    assert [(move.team, move.after) for move in board.changes.gained] == [("Т-0", "Ч-10")]
    assert board.changes.moved == ()
    await match_actions.publish(
        scene.database, scene.clock, scene.planning, scene.visitor(SECOND), board.draft.id
    )
    assert await scene.states() == {
        (0, 0): "proposed",
        (0, 2): "declined",
        (1, 1): "accepted",
        (2, 0): "proposed",
    }
    assert await scene.waiting("proposal-declined") == []


async def test_after_a_second_refusal_the_changes_are_those_to_what_was_sent(scene: Scene) -> None:
    async with scene.database.write() as tx:
        await change_mentor(tx, MENTOR, {"capacity": 3})
    await published(scene)
    for team, mentor in ((0, 2), (1, 1)):
        await declined(scene, team, mentor)
        await match_actions.make(scene.database, scene.clock, STREAM)
    board = await match_actions.board(scene.database, scene.clock, scene.visitor(ORGANIZER), STREAM)
    assert board.changes is not None
    assert sorted(move.team for move in board.changes.gained) == ["Т-0", "Т-1"]
    assert board.changes.moved == board.changes.lost == ()


async def test_planning_again_changes_nothing_and_an_answer_cancels_what_waited(scene: Scene) -> None:
    await published(scene)
    before = [await scene.waiting(kind) for kind in sorted(PLANNER.kinds)]
    async with scene.database.write() as tx:
        await scene.planning.replan(tx, scene.clock.now(), Scope(STREAM), PLANNER.kinds)
    assert [await scene.waiting(kind) for kind in sorted(PLANNER.kinds)] == before
    assert await scene.waiting("proposal-silent") == sorted([ORGANIZER, SECOND] * 3)
    for team, mentor in ((0, 2), (1, 1), (2, 0)):
        await accepted(scene, team, mentor)
    left = {kind: await scene.waiting(kind) for kind in PLANNER.kinds}
    assert {kind for kind, waiting in left.items() if waiting} == {"introduction"}


async def test_strangers_forged_numbers_and_other_streams_are_refused(scene: Scene) -> None:
    database, clock, planning = scene.database, scene.clock, scene.planning
    board = await match_actions.run(database, clock, scene.visitor(ORGANIZER), STREAM)
    assert board.draft is not None
    for person in (STRANGER, MENTOR, LISTENER):
        with pytest.raises(NotAllowed):
            await match_actions.run(database, clock, scene.visitor(person), STREAM)
        with pytest.raises(NotAllowed):
            await match_actions.publish(database, clock, planning, scene.visitor(person), board.draft.id)
        with pytest.raises(NotAllowed):
            await match_rule_actions.pin(database, clock, scene.visitor(person), TEAM, MENTOR)
    with pytest.raises(OutOfDate):
        await match_actions.publish(database, clock, planning, scene.visitor(ORGANIZER), 999)
    with pytest.raises(OutOfDate):
        await match_rule_actions.pin(database, clock, scene.visitor(ORGANIZER), TEAM, 999)
    await published(scene)
    for person in (ORGANIZER, LISTENER, MENTOR, MENTOR + 1):
        with pytest.raises(NotAllowed):
            await proposal_actions.accept(
                database, clock, planning, scene.visitor(person), await scene.bond(0)
            )
    with pytest.raises(NotAllowed):
        await proposal_actions.accept(database, clock, planning, scene.visitor(MENTOR), 999)


async def test_an_accepted_pair_is_never_moved(scene: Scene) -> None:
    await published(scene)
    await accepted(scene, 0, 2)
    async with scene.database.write() as tx:
        await change_team(tx, TEAM, pinned="Ч-10", forbidden=["Ч-12"])
    board = await match_actions.run(scene.database, scene.clock, scene.visitor(ORGANIZER), STREAM)
    assert board.draft is not None
    assert ("Т-0", "Ч-12") in board.draft.couples
    with pytest.raises(Refusal, match="error-match-accepted"):
        await match_rule_actions.forbid(
            scene.database, scene.clock, scene.visitor(ORGANIZER), TEAM, MENTOR + 2, barred=True
        )


async def test_listeners_without_teams_are_teams_of_one(database: Database, clock: ManualClock) -> None:
    scene = await set_scene(database, clock, ["", ""], ["ЖКХ"], capacity=1, alone=True)
    board = await match_actions.run(database, clock, scene.visitor(ORGANIZER), STREAM)
    assert board.draft is not None
    assert [team.alone_id for team in board.cohort.teams] == [LISTENER, LISTENER + 1]
    assert (len(board.draft.couples), len(board.draft.shortage.left)) == (1, 1)
    again = await match_actions.run(database, clock, scene.visitor(ORGANIZER), STREAM)
    assert len(again.cohort.teams) == 2
    clock.set(clock.now() + timedelta(days=1))
    assert again.cohort.couples(Phase.ACCEPTED) == frozenset()


async def settled_in(scene: Scene, person: int, municipality: str, region: str = "") -> None:
    async with scene.database.write() as tx:
        values = {"municipality": municipality, "region": region}
        await tx.execute(update(people).where(people.c.id == person).values(values))


async def test_nobody_mentors_a_team_with_somebody_of_the_own_municipality(scene: Scene) -> None:
    await settled_in(scene, LISTENER + 1, "г. Образцов", "Омская область")
    await settled_in(scene, MENTOR + 2, "Городской округ Образцов", "Омская обл.")
    board = await match_actions.run(scene.database, scene.clock, scene.visitor(ORGANIZER), STREAM)
    assert board.draft is not None
    assert ("Т-0", "Ч-12") not in board.draft.couples
    with pytest.raises(Refusal, match="error-match-bar-municipality"):
        await match_rule_actions.pin(scene.database, scene.clock, scene.visitor(ORGANIZER), TEAM, MENTOR + 2)


async def test_a_team_of_one_follows_what_becomes_known_of_its_listener(
    database: Database, clock: ManualClock
) -> None:
    scene = await set_scene(database, clock, [""], ["ЖКХ"], alone=True)
    before = await published(scene)
    assert before.draft is not None
    assert len(before.draft.couples) == 1
    await settled_in(scene, LISTENER, "Образцов", "Омская область")
    await settled_in(scene, MENTOR, "г. Образцов")
    with pytest.raises(Refusal, match="error-proposal-barred"):
        await proposal_actions.accept(
            database, clock, scene.planning, scene.visitor(MENTOR), await first_bond(scene)
        )
    board = await match_actions.run(database, clock, scene.visitor(ORGANIZER), STREAM)
    assert board.draft is not None
    assert board.draft.couples == frozenset()
    assert [(team.municipality, team.region) for team in board.cohort.teams] == [
        ("Образцов", "Омская область")
    ]


async def first_bond(scene: Scene) -> int:
    async with scene.database.read() as tx:
        return int((await tx.execute(select(mentorships.c.id))).scalar_one())


async def test_a_proposal_that_is_taken_back_is_told_and_can_be_accepted_no_more(scene: Scene) -> None:
    await published(scene)
    old = await scene.bond(0)
    await match_rule_actions.forbid(
        scene.database, scene.clock, scene.visitor(ORGANIZER), TEAM, MENTOR + 2, barred=True
    )
    board = await match_actions.run(scene.database, scene.clock, scene.visitor(ORGANIZER), STREAM)
    assert board.draft is not None
    assert ("Т-0", "Ч-12") in board.to_withdraw
    await match_actions.publish(
        scene.database, scene.clock, scene.planning, scene.visitor(ORGANIZER), board.draft.id
    )
    assert MENTOR + 2 in await scene.waiting("proposal-withdrawn")
    assert (await scene.states())[0, 2] == "withdrawn"
    with pytest.raises(OutOfDate, match="error-proposal-withdrawn"):
        await proposal_actions.accept(
            scene.database, scene.clock, scene.planning, scene.visitor(MENTOR + 2), old
        )


async def test_why_not_another_mentor_is_told_from_the_numbers(scene: Scene) -> None:
    await match_actions.run(scene.database, scene.clock, scene.visitor(ORGANIZER), STREAM)
    found = await match_rule_actions.pair_card(
        scene.database, scene.clock, scene.visitor(SECOND), TEAM, MENTOR
    )
    assert found.why is not None
    assert found.why.price is not None
    assert (found.why.together, found.why.instead, found.why.price.served_less) == (False, "Ч-12", 0)
    assert found.why.price.points_less > 0
