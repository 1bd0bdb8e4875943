"""Addresses in the settings: what they must look like (pure)."""

import ipaddress
from collections.abc import Collection
from urllib.parse import urlsplit

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

SSL_MODES = frozenset({"disable", "allow", "prefer", "require", "verify-ca", "verify-full"})
OPTIONS = frozenset({"ssl", "host", "port"})
"""What may follow `?` in the address of a PostgreSQL database."""

SHAPE = (
    "DATABASE_URL must look like postgresql+asyncpg://user:password@host/name; "
    "write @ in the password as %40 and % as %25"
)


def is_address(value: str, schemes: Collection[str], with_port: bool = False) -> bool:
    """Tell whether a text is an address with one of these schemes, a host, and a port where one is needed."""
    try:
        parts = urlsplit(value)
        return parts.scheme in schemes and bool(parts.hostname) and (parts.port is not None or not with_port)
    except ValueError:  # from a port that is no number, or half of an IPv6 address
        return False


def is_local(url: str) -> bool:
    """Tell whether an address leads to this machine."""
    host = urlsplit(url).hostname
    try:
        return host is not None and ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def database_address(url: str) -> str:
    """Return the address of a database with the driver this bot uses.

    Raises ValueError with a sentence that names no part of the address: one is a password.
    """
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise ValueError(SHAPE) from None
    drivers = {
        "sqlite": "sqlite+aiosqlite",
        "postgresql": "postgresql+asyncpg",
        "postgres": "postgresql+asyncpg",
    }
    backend = parsed.drivername.split("+")[0]
    if backend not in drivers:
        raise ValueError("DATABASE_URL must be a sqlite+aiosqlite:/// or a postgresql+asyncpg:// address")
    parsed = _checked_sqlite(parsed) if backend == "sqlite" else _checked_postgres(parsed)
    return parsed.set(drivername=drivers[backend]).render_as_string(hide_password=False)


def _checked_sqlite(url: URL) -> URL:
    if url.database in {None, "", ":memory:"} or url.query:
        raise ValueError("DATABASE_URL must name a file: sqlite+aiosqlite:///folder/file.sqlite3")
    return url


def _checked_postgres(url: URL) -> URL:
    """Allow what the driver understands, and the `sslmode` of other drivers' addresses."""
    if "@" in (url.host or ""):  # the end of a password, which would be shown as the host
        raise ValueError(SHAPE)
    query = dict(url.query)
    if "sslmode" in query:
        query["ssl"] = query.pop("sslmode")
    if not OPTIONS.issuperset(query) or query.get("ssl", "prefer") not in SSL_MODES:
        raise ValueError("DATABASE_URL may have ?ssl=require (or another mode), host and port, nothing else")
    return url.set(query=query)
