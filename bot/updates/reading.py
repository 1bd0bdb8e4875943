"""An update as it comes over the wire, also one that this version cannot read."""

import logging
from typing import Any

from aiogram import Bot
from aiogram.types import Update
from pydantic import ValidationError

log = logging.getLogger(__name__)


def read_update(raw: Any, bot: Bot) -> Update:
    """Make an update of parsed JSON; raises ValueError where it is none.

    One that has an id and cannot be read otherwise comes back empty: refused, it would be delivered
    again and again, and everything behind it would wait.
    """
    try:
        return Update.model_validate(raw, context={"bot": bot})
    except ValidationError:
        update_id = raw.get("update_id") if isinstance(raw, dict) else None
        if type(update_id) is not int:
            raise ValueError("not an update") from None
        log.error("update %s cannot be read by this version; it is passed over", update_id)
        return Update(update_id=update_id)
