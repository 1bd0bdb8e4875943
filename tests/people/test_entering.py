"""Personal links: one person, one account, once."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from bot.notices.planning import Planning
from bot.people import actions, entering
from bot.people.consent import PROCESSING, VERSIONS
from bot.people.model import Role, Visitor
from bot.shared.clock import ManualClock
from bot.shared.errors import NotAllowed, OutOfDate, Refusal
from db.engine import Database
from db.people import consents
from tests.roster import Roster, invite, write_roster

ANNA = Visitor(user_id=7_000_000_001, chat_id=7_000_000_001, locale="ru", update_id=1)
STRANGER = Visitor(user_id=7_000_000_009, chat_id=7_000_000_009, locale="ru", update_id=2)
DAY = timedelta(days=1)


@pytest.fixture
async def roster(database: Database) -> Roster:
    return await write_roster(database)


@pytest.fixture
async def link(database: Database, roster: Roster, clock: ManualClock) -> str:
    return await invite(database, roster.anna, "Abc-_123", clock.now(), clock.now() + DAY)


async def reason(attempt: object) -> str:
    with pytest.raises(Refusal) as refusal:
        await attempt  # type: ignore[misc]  # any awaitable
    return refusal.value.key


async def test_asking_who_one_is_uses_nothing_up(database: Database, clock: ManualClock, link: str) -> None:
    for visitor in (STRANGER, STRANGER, ANNA):
        person = await entering.open_invitation(database, clock, visitor, link)
        assert person is not None
        assert person.full_name == "Образцова Анна Петровна"


async def test_an_accepted_link_binds_the_account_and_opens_nothing_more(
    database: Database, clock: ManualClock, link: str, roster: Roster
) -> None:
    bound = await entering.accept_invitation(database, clock, ANNA, link)
    assert bound.person is not None
    assert (bound.person.id, bound.admitted, bound.reachable) == (roster.anna, False, True)
    assert await reason(entering.open_invitation(database, clock, STRANGER, link)) == "error-invitation-used"
    assert (
        await reason(entering.accept_invitation(database, clock, STRANGER, link)) == "error-invitation-used"
    )


async def test_accepting_again_is_harmless(database: Database, clock: ManualClock, link: str) -> None:
    first = await entering.accept_invitation(database, clock, ANNA, link)
    again = await entering.accept_invitation(database, clock, ANNA, link)
    later = await entering.accept_invitation(database, clock, replace(ANNA, update_id=50), link)
    assert first.person == again.person == later.person


@pytest.mark.parametrize(
    ("passed", "key"),
    [(DAY - timedelta(seconds=1), None), (DAY, "error-invitation-expired")],
    ids=["a second before the end", "at the end"],
)
async def test_a_link_expires_to_the_second(
    database: Database, clock: ManualClock, link: str, passed: timedelta, key: str | None
) -> None:
    clock.move(passed)
    attempt = entering.open_invitation(database, clock, ANNA, link)
    if key is None:
        assert await attempt is not None
    else:
        assert await reason(attempt) == key


@pytest.mark.parametrize("code", ["нет", "x" * 65, "", "unknown", "a b", "'; drop table people; --"])
async def test_a_made_up_code_opens_nothing(
    database: Database, clock: ManualClock, roster: Roster, code: str
) -> None:
    assert await reason(entering.open_invitation(database, clock, ANNA, code)) == "error-invitation-unknown"


async def test_an_account_belongs_to_one_person(
    database: Database, clock: ManualClock, link: str, roster: Roster
) -> None:
    await entering.accept_invitation(database, clock, ANNA, link)
    other = await invite(database, roster.boris, "boris", clock.now(), clock.now() + DAY)
    assert await reason(entering.accept_invitation(database, clock, ANNA, other)) == "error-account-taken"


async def test_a_person_who_is_in_cannot_be_taken_by_a_second_link(
    database: Database, clock: ManualClock, link: str, roster: Roster
) -> None:
    second = await invite(database, roster.anna, "second", clock.now(), clock.now() + DAY)
    await entering.accept_invitation(database, clock, ANNA, link)
    assert await reason(entering.accept_invitation(database, clock, STRANGER, second)) == "error-person-taken"


async def test_two_accounts_press_yes_at_once_and_one_gets_in(
    database: Database, clock: ManualClock, link: str
) -> None:
    results = await asyncio.gather(
        *(
            entering.accept_invitation(database, clock, replace(ANNA, user_id=n, update_id=n), link)
            for n in range(100, 108)
        ),
        return_exceptions=True,
    )
    entered = [result for result in results if isinstance(result, Visitor)]
    refused = [result for result in results if isinstance(result, Refusal)]
    assert (len(entered), len(refused)) == (1, 7)


async def test_consent_admits_and_is_written_once_with_its_moment(
    database: Database, clock: ManualClock, link: str
) -> None:
    await entering.accept_invitation(database, clock, ANNA, link)
    given = clock.now()
    admitted = await actions.give_consent(database, clock, Planning(), ANNA, PROCESSING, VERSIONS[PROCESSING])
    clock.move(DAY)
    await actions.give_consent(
        database, clock, Planning(), replace(ANNA, update_id=9), PROCESSING, VERSIONS[PROCESSING]
    )
    async with database.read() as tx:
        rows = (await tx.execute(select(consents.c.version, consents.c.given_at))).all()
    assert admitted.admitted
    assert [tuple(row) for row in rows] == [(VERSIONS[PROCESSING], given)]


async def test_consent_that_was_withdrawn_can_be_given_anew(
    database: Database, clock: ManualClock, link: str
) -> None:
    version = VERSIONS[PROCESSING]
    await entering.accept_invitation(database, clock, ANNA, link)
    await actions.give_consent(database, clock, Planning(), ANNA, PROCESSING, version)
    async with database.write() as tx:
        await tx.execute(update(consents).values(withdrawn_at=clock.now()))
    clock.move(DAY)
    again = replace(ANNA, update_id=9)
    admitted = await actions.give_consent(database, clock, Planning(), again, PROCESSING, version)
    async with database.read() as tx:
        assert await tx.scalar(select(consents.c.given_at)) == clock.now()
    assert admitted.admitted


async def test_consent_to_an_older_text_is_asked_again(
    database: Database, clock: ManualClock, link: str
) -> None:
    await entering.accept_invitation(database, clock, ANNA, link)
    with pytest.raises(OutOfDate):
        await actions.give_consent(database, clock, Planning(), ANNA, PROCESSING, VERSIONS[PROCESSING] - 1)
    async with database.read() as tx:
        assert await tx.scalar(select(func.count()).select_from(consents)) == 0


async def test_a_stranger_cannot_consent(database: Database, clock: ManualClock, roster: Roster) -> None:
    with pytest.raises(NotAllowed):
        await actions.give_consent(database, clock, Planning(), STRANGER, PROCESSING, VERSIONS[PROCESSING])


async def test_links_are_issued_to_those_outside_and_kept_when_asked_again(
    database: Database, clock: ManualClock, roster: Roster, link: str
) -> None:
    first = await entering.issue_invitations(database, clock, "Ш5")
    again = await entering.issue_invitations(database, clock, "Ш5")
    await entering.accept_invitation(database, clock, ANNA, link)
    after = await entering.issue_invitations(database, clock, "Ш5")
    assert [item.person_code for item in first] == ["Л-1", "О-1", "Л-2"]
    assert first == again
    assert first[0].code == link
    assert [item.person_code for item in after] == ["О-1", "Л-2"]


async def test_the_claim_code_makes_one_administrator(database: Database, clock: ManualClock) -> None:
    old = await entering.prepare_claim(database, clock)
    code = await entering.prepare_claim(database, clock)
    assert old is not None
    assert code is not None
    assert await reason(entering.claim(database, clock, STRANGER, old)) == "error-claim"
    admin = await entering.claim(database, clock, ANNA, code)
    assert admin.roles == {Role.ADMINISTRATOR}
    assert admin.admitted
    assert await reason(entering.claim(database, clock, STRANGER, code)) == "error-claim"
    assert await entering.prepare_claim(database, clock) is None


async def test_administrators_by_settings_come_and_go_with_the_settings(
    database: Database, clock: ManualClock
) -> None:
    await entering.appoint(database, clock, frozenset({ANNA.user_id}), "ru")
    assert (await actions.look_up(database, clock, ANNA)).administrator
    assert await entering.prepare_claim(database, clock) is None
    await entering.appoint(database, clock, frozenset({STRANGER.user_id}), "ru")
    assert not (await actions.look_up(database, clock, ANNA)).administrator
    assert (await actions.look_up(database, clock, STRANGER)).administrator
