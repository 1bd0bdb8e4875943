"""The personal data of the room of mentoring: profiles, wishes, who decided what, meetings and letters."""

from collections.abc import Mapping

from bot.shared.personal import PersonalRows, Subject


def _profile(_subject: Subject) -> Mapping[str, object]:
    return {"directions": (), "topics": (), "region": "", "capacity": 0, "wanted": ()}


def _team_of_one(_subject: Subject) -> Mapping[str, object]:
    blank: dict[str, object] = dict.fromkeys(("needs", "municipality", "region"), "")
    return blank | {"title": "Стёрто", "topics": (), "wanted": (), "kinds": (), "zone": None}


PERSONAL_DATA = (
    PersonalRows("mentorship_letters", "author_id"),
    PersonalRows("mentorship_letters", "to_id", blank=lambda _: {"to_id": None}, exported=False),
    PersonalRows("mentorship_requests", blank=lambda _: {"person_id": None, "words": ""}),
    PersonalRows("mentorship_requests", "decided_by", blank=lambda _: {"decided_by": None}, exported=False),
    PersonalRows(
        "meetings",
        "arranged_by",
        blank=lambda _: {"arranged_by": None, "place": "", "link": ""},
    ),
    PersonalRows("meetings", "logged_by", blank=lambda _: {"logged_by": None, "result": ""}, exported=False),
    PersonalRows("mentorships", "ended_by", blank=lambda _: {"ended_by": None, "reason": ""}),
    PersonalRows("matchings", "made_by", blank=lambda _: {"made_by": None}, exported=False),
    PersonalRows("matchings", "published_by", blank=lambda _: {"published_by": None}, exported=False),
    PersonalRows("mentors", blank=_profile),
    PersonalRows("teams", blank=_team_of_one),
)
