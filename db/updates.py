"""Which updates of the messenger already had their effect."""

from sqlalchemy import BigInteger, Column, String, Table

from db.types import UTCDateTime, metadata

handled_updates = Table(
    "handled_updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("action", String(40), primary_key=True),
    Column("handled_at", UTCDateTime, nullable=False, index=True),
)
