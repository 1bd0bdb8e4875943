"""Which words make which question: rules to be read (pure).

A rule fits when each of its needs is met by some concept of the question and every other concept is
among those it bears. One word beyond that, and no rule fits: such a question goes to people.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from bot.understanding.concepts import Concept
from bot.understanding.model import Intent

C = Concept


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to ask for something; of each set of `needs` one concept must be there."""

    intent: Intent
    needs: tuple[frozenset[C], ...]
    bears: frozenset[C] = frozenset()

    def fits(self, concepts: AbstractSet[C]) -> bool:
        """Tell whether a question of these concepts is of this kind."""
        needed = frozenset().union(*self.needs)
        return all(concepts & need for need in self.needs) and concepts <= needed | self.bears


def _of(*concepts: C) -> frozenset[C]:
    return frozenset(concepts)


_WHAT = _of(C.WHAT, C.WHICH)
_MOMENT = _of(C.DAY, C.MORNING, C.AFTERNOON, C.EVENING, C.NOW, C.NEXT)
_SPAN = _of(C.BEGIN, C.END, C.SINCE, C.UNTIL)
_ASKED = _of(C.WHEN, C.WHERE) | _WHAT
_EVENT = _ASKED | _MOMENT | _SPAN | _of(C.MINE, C.GATHER, C.PLACE, C.ROOM, C.LESSON, C.GO)
_MEAL = _EVENT - _of(C.WHAT)
"""«Что на обед» asks for the menu, which nobody writes here."""
_RIDE = _of(C.LEAVE, C.GO, C.STATION, C.LODGING, C.PLACE, C.BUS)
_MEALS = _of(C.BREAKFAST, C.LUNCH, C.DINNER, C.COFFEE, C.EAT)
_LED = _of(C.LECTURE, C.WORKSHOP, C.MEETING)

RULES: tuple[Rule, ...] = (
    Rule(Intent.ABOARD, (_of(C.ABOARD),), _of(C.BUS)),
    Rule(Intent.STAYING, (_of(C.STAYING),), _of(C.EXCURSION)),
    Rule(Intent.EXCURSION, (_of(C.EXCURSION),), _EVENT | _RIDE | _of(C.BRING)),
    Rule(Intent.TRANSFER, (_of(C.BUS),), _EVENT | _RIDE | _of(C.NUMBER)),
    Rule(Intent.TRANSFER, (_of(C.LEAVE), _of(C.WHEN, C.WHERE)), _MOMENT | _RIDE),
    Rule(Intent.TRANSFER, (_of(C.GO), _of(C.WHEN), _of(C.PLACE, C.STATION, C.LODGING)), _MOMENT),
    Rule(Intent.BREAKFAST, (_of(C.BREAKFAST),), _MEAL),
    Rule(Intent.LUNCH, (_of(C.LUNCH),), _MEAL),
    Rule(Intent.DINNER, (_of(C.DINNER),), _MEAL),
    Rule(Intent.COFFEE, (_of(C.COFFEE, C.BREAK),), _MEAL),
    Rule(Intent.MEALS, (_MEALS,), _MEAL | _of(C.MUST)),
    Rule(Intent.SPEAKERS, (_of(C.WHO), _of(C.SPEAK, C.SPEAKER)), _MOMENT | _LED),
    Rule(Intent.SPEAKERS, (_of(C.SPEAKER),), _MOMENT | _LED | _WHAT | _of(C.SPEAK)),
    Rule(Intent.DEFENCE, (_of(C.DEFENCE),), _EVENT | _of(C.PROJECT)),
    Rule(
        Intent.PROJECT,
        (_of(C.PROJECT, C.REPORT), _of(C.REPORT, C.STATUS, C.MINE)),
        _WHAT | _of(C.HOW, C.MUST),
    ),
    Rule(Intent.PROJECT, (_of(C.REPORT),), _of(C.HOW, C.MUST, C.WHERE)),
    Rule(
        Intent.MENTOR,
        (_of(C.MENTOR),),
        _WHAT | _of(C.WHO, C.MINE, C.HOW, C.PHONE, C.NUMBER, C.CONTACTS, C.CALL, C.WRITE),
    ),
    Rule(Intent.CHECK_IN, (_of(C.CHECK_IN),), _EVENT),
    Rule(Intent.LECTURE, (_of(C.LECTURE),), _EVENT),
    Rule(Intent.WORKSHOP, (_of(C.WORKSHOP),), _EVENT),
    Rule(Intent.MEETING, (_of(C.MEETING),), _EVENT),
    Rule(Intent.INTERNSHIP, (_of(C.INTERNSHIP),), _EVENT),
    Rule(Intent.CONCERT, (_of(C.CONCERT),), _EVENT),
    Rule(Intent.CULTURE, (_of(C.CULTURE),), _EVENT | _of(C.PROGRAMME)),
    Rule(Intent.WIFI, (_of(C.WIFI, C.PASSWORD),), _WHAT | _of(C.WHERE, C.HOW, C.CONNECT, C.PLACE)),
    Rule(Intent.LODGING, (_of(C.LODGING, C.LIVE),), _WHAT | _of(C.WHERE, C.ADDRESS, C.NUMBER, C.MINE)),
    Rule(Intent.LODGING, (_of(C.NUMBER), _of(C.MINE)), _WHAT),
    Rule(Intent.WAY, (_of(C.REACH), _of(C.HOW)), _of(C.PLACE)),
    Rule(Intent.ADDRESS, (_of(C.ADDRESS),), _WHAT | _of(C.WHERE, C.PLACE)),
    Rule(Intent.ADDRESS, (_of(C.PLACE), _of(C.WHERE))),
    Rule(Intent.DUTY, (_of(C.DUTY),), _WHAT | _of(C.PHONE, C.NUMBER, C.WHO, C.CALL, C.WHERE)),
    Rule(Intent.DUTY, (_of(C.CALL), _of(C.WHOM, C.WHO, C.WHERE))),
    Rule(Intent.CONTACTS, (_of(C.CONTACTS),), _WHAT | _of(C.STAFF, C.PHONE, C.NUMBER, C.WHERE)),
    Rule(Intent.CONTACTS, (_of(C.STAFF), _of(C.PHONE, C.NUMBER, C.WHERE, C.WHO)), _WHAT),
    Rule(Intent.DEPARTURE, (_of(C.DEPARTURE),), _WHAT | _of(C.WHEN, C.TICKET, C.MINE)),
    Rule(Intent.ARRIVAL, (_of(C.ARRIVAL),), _WHAT | _of(C.WHEN, C.TICKET, C.MINE)),
    Rule(Intent.TRIP, (_of(C.TRIP),), _of(C.WHEN, C.MINE)),
    Rule(Intent.TRIP, (_of(C.TICKET), _of(C.MINE)), _WHAT | _of(C.WHEN)),
    Rule(Intent.BRING, (_of(C.BRING), _of(C.WHAT)), _of(C.MUST)),
    Rule(Intent.GROUP, (_of(C.GROUP), _of(C.MINE, C.WHICH))),
    Rule(Intent.ROOM, (_of(C.ROOM), _of(C.WHICH, C.NUMBER, C.WHERE)), _of(C.NOW, C.NEXT, C.LESSON)),
    Rule(Intent.NEXT_MODULE, (_of(C.MODULE), _of(C.NEXT)), _ASKED),
    Rule(Intent.MODULE, (_of(C.MODULE),), _ASKED | _of(C.NOW, C.PROGRAMME)),
    Rule(Intent.MODULES, (_of(C.MODULES),), _WHAT | _of(C.EVERYBODY, C.WHEN)),
    Rule(Intent.ENDS, (_of(C.UNTIL),), _of(C.DAY, C.LESSON)),
    Rule(Intent.ENDS, (_of(C.END), _of(C.WHEN, C.DAY)), _of(C.DAY, C.LESSON, C.WHEN)),
    Rule(Intent.BEGINS, (_of(C.SINCE, C.BEGIN),), _of(C.DAY, C.LESSON, C.WHEN, C.COME, C.MORNING)),
    Rule(Intent.BEGINS, (_of(C.FIRST), _of(C.LESSON)), _of(C.DAY, C.WHEN)),
    Rule(Intent.NOW, (_of(C.NOW),), _of(C.WHAT, C.WHERE, C.GO, C.MUST, C.LESSON, C.PROGRAMME, C.EVERYBODY)),
    Rule(Intent.NOW, (_of(C.WHERE), _of(C.GO, C.MUST, C.EVERYBODY, C.COME, C.LESSON)), _of(C.NEXT, C.MUST)),
    Rule(Intent.NOW, (_of(C.NEXT), _of(C.WHAT, C.WHERE, C.LESSON)), _ASKED | _of(C.GO, C.PROGRAMME)),
    Rule(
        Intent.DAY,
        (_of(C.DAY, C.MORNING, C.AFTERNOON, C.EVENING, C.PROGRAMME),),
        _WHAT | _of(C.LESSON, C.MINE),
    ),
)
"""From the particular to the general: the first that fits is meant."""
