"""Inserts that meet an existing row, in the words of each database."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Insert, Table
from sqlalchemy.dialects import postgresql, sqlite

from db.engine import Tx


def insert_or_keep(tx: Tx, table: Table, values: Mapping[str, Any]) -> Insert:
    """Build an INSERT that leaves an existing row (by any unique key) as it is; its rowcount tells which."""
    if tx.dialect.name == "sqlite":
        return sqlite.insert(table).values(values).on_conflict_do_nothing()
    return postgresql.insert(table).values(values).on_conflict_do_nothing()
