"""Organizers change a published programme."""

from collections.abc import Callable

from sqlalchemy import select

from bot.publishing.actions import publish, see_draft
from bot.registry import make_planning
from bot.shared.records import Value, fold
from db.editions import read_editions
from db.programme import programmes
from db.settings import save_setting
from tests.journeys.demo import Content, write_edition
from tests.stage import Stage


async def change_programme(stage: Stage, change: Callable[[Content], None], stream: str = "Ш5") -> None:
    """Publish a changed programme of a stream; who is concerned is told."""
    await write_edition(stage, stream, change, published=False)
    async with stage.database.read() as tx:
        stream_id = next(one.stream_id for one in await read_editions(tx) if one.code == stream)
    draft = await see_draft(stage.database, stream_id)
    assert draft is not None
    await publish(stage.database, stage.clock, stream_id, draft.edition_id, make_planning())
    stage.clock.set(stage.clock.now())


async def without_evenings(stage: Stage) -> None:
    """Leave the evening's reminder of excursions out, as organizers may; two later ones stay."""
    async with stage.database.write() as tx:
        for programme_id in (await tx.execute(select(programmes.c.id))).scalars().all():
            await save_setting(tx, programme_id, "leads-excursion", "120,15", 0, stage.clock.now())


def with_event(code: str, **fields: Value) -> Callable[[Content], None]:
    """Return a change of one event."""

    def change(content: Content) -> None:
        ident = ("event", fold(code))
        content[ident] = content[ident].with_fields(fields)

    return change
