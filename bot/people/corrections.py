"""What people ask to have corrected in the roster, read as the workbook reads it (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.people.model import Person
from bot.shared.errors import Refusal
from bot.shared.records import fold
from bot.workbook.cells import Text, clean
from bot.workbook.names import split_name
from bot.workbook.phones import read_phone
from bot.workbook.raw import Unclear
from bot.workbook.zones import read_zone

LONGEST = 500
"""Characters of what is asked for."""


class Field(StrEnum):
    """What of the roster is to be corrected; OTHER is in words, for an organizer to do by hand."""

    NAME = "name"
    POST = "post"
    MUNICIPALITY = "municipality"
    REGION = "region"
    PHONE = "phone"
    ZONE = "zone"
    OTHER = "other"


class State(StrEnum):
    """What became of a request; REPLACED by a newer one about the same."""

    WAITING = "waiting"
    DONE = "done"
    REFUSED = "refused"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Correction:
    """A request: `old` is what the roster said when it was asked or decided, `words` what it is to say."""

    id: int
    person: Person
    field: Field
    old: str
    words: str
    state: State
    asked_at: datetime
    decided_by: int | None


_NAMED = {
    Field.NAME: ("фио", "имя", "фамилия", "отчество", "name"),
    Field.POST: ("должность", "post"),
    Field.MUNICIPALITY: ("муниципалитет", "мо", "municipality"),
    Field.REGION: ("регион", "область", "region"),
    Field.PHONE: ("телефон", "номер", "phone"),
    Field.ZONE: ("часовой пояс", "пояс", "zone"),
}


def split_request(said: str) -> tuple[Field, str]:
    """Tell what «телефон +7 912 …» is about; OTHER with all the words where nothing is named.

    A lone surname, name or patronymic is no full name: that, too, is for an organizer to do by hand.
    """
    text = clean(said)
    folded = fold(text)
    for field, names in _NAMED.items():
        for name in names:
            if folded.startswith(f"{fold(name)} ") or folded.startswith(f"{fold(name)}:"):
                rest = text[len(name) :].lstrip(" :–-")
                if rest and not (field is Field.NAME and len(rest.split()) < 2):
                    return field, rest
    return Field.OTHER, text


def understood(field: Field, words: str) -> Mapping[str, str]:
    """Return column of the roster → new value; nothing for OTHER. Raises Refusal as the workbook would."""
    text = clean(words)
    if not text:
        raise Refusal("error-correction-empty")
    if len(text) > LONGEST:
        raise Refusal("error-correction-long", limit=str(LONGEST))
    try:
        match field:
            case Field.NAME:
                return dict(zip(("surname", "name", "patronymic"), split_name(text), strict=True))
            case Field.PHONE:
                return {"phone": read_phone(text)}
            case Field.ZONE:
                return {"zone": read_zone(text)}
            case Field.OTHER:
                return {}
            case _:
                return {field.value: str(Text().read(text))}
    except Unclear as unclear:
        raise Refusal(f"error-correction-{field.value}", value=text) from unclear


def as_written(field: Field, words: str) -> str:
    """Return what the roster would say: `+7…` for any spelling of a number. Raises Refusal."""
    values = understood(field, words)
    return " ".join(part for part in values.values() if part) or clean(words)


def present_value(person: Person, field: Field) -> str:
    """Return what the roster says now; empty for OTHER."""
    values = {
        Field.NAME: person.full_name,
        Field.POST: person.post,
        Field.MUNICIPALITY: person.municipality,
        Field.REGION: person.region,
        Field.PHONE: person.phone,
        Field.ZONE: person.zone or "",
    }
    return values.get(field, "")
