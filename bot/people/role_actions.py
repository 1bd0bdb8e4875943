"""What organizers change about the roles in their streams, and administrators about administrators."""

from bot.notices.model import Scope
from bot.notices.planning import Planning
from bot.people.actions import present_visitor
from bot.people.model import Role, Visitor
from bot.people.roster import PersonCard
from bot.people.roster_actions import card_of, card_of_other, require_part
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, Refusal
from db import people, roster
from db.engine import Database
from db.updates import first_time

IN_STREAM = (Role.PARTICIPANT, Role.TEAM_LEAD, Role.MENTOR, Role.GUIDE, Role.ORGANIZER)
"""The roles somebody may have in a stream, in the order in which they are told."""


async def change_role(
    db: Database,
    clock: Clock,
    planning: Planning,
    visitor: Visitor,
    person_id: int,
    stream_id: int,
    role: Role,
    give: bool,
) -> PersonCard:
    """Give a person a role in a stream of the visitor, or take it; it holds from the next tap on.

    Refuses the visitor's own roles, so that no stream loses its last organizer by their own hand, and a
    person's last role: who is to have none is let go.
    """
    async with db.write() as tx:
        seen = await card_of_other(tx, clock, visitor, person_id)
        await require_part(tx, clock, visitor, seen, stream_id)
        part = next(part for part in seen.parts if part.stream.id == stream_id)
        if role not in IN_STREAM or part.left(seen.today):
            raise NotAllowed
        if await first_time(tx, visitor.update_id, "change-role", clock.now()):
            held = {*part.roles, role} if give else {*part.roles} - {role}
            if not held:
                raise Refusal("error-last-role")
            await roster.set_roles(tx, person_id, stream_id, [one for one in IN_STREAM if one in held])
            await planning.replan(tx, clock.now(), Scope(stream_id, people=frozenset({person_id})))
        return await card_of(tx, clock, visitor, person_id)


async def appoint(db: Database, clock: Clock, visitor: Visitor, person_id: int, give: bool) -> PersonCard:
    """Make a person's account an administrator's, or take it back; only administrators may.

    Refuses the visitor's own account, a person who has not entered, and whom the settings appoint.
    """
    async with db.write() as tx:
        if not (await present_visitor(tx, clock, visitor)).administrator:
            raise NotAllowed
        seen = await card_of_other(tx, clock, visitor, person_id)
        if seen.account is None or seen.account.consented_at is None:
            raise Refusal("error-no-account")
        if seen.account.appointed == people.BY_SETTINGS and not give:
            raise Refusal("error-administrator-by-settings")
        if await first_time(tx, visitor.update_id, "appoint", clock.now()):
            appointed = (seen.account.appointed or people.BY_GRANT) if give else ""
            await people.change_account(tx, seen.account.user_id, appointed=appointed)
        return await card_of(tx, clock, visitor, person_id)
