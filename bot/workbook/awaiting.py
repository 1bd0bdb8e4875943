"""Workbooks that were examined and wait for their sender's «Применить»."""

from bot.people.todo import Asker, Awaited, Matter
from db.awaiting import waiting_imports
from db.engine import Tx


async def imports_waiting(tx: Tx, asker: Asker) -> list[Awaited]:
    """Step: count the own workbooks nobody has decided about; the line leads to the newest."""
    if not asker.organized:
        return []
    found = await waiting_imports(tx, asker.visitor.user_id)
    if not found:
        return []
    import_id, name = found[0]
    return [Awaited(Matter.IMPORT, len(found), import_id, name=name)]
