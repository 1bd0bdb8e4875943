"""What a project is (frozen values)."""

from dataclasses import dataclass

from bot.projects.visibility import Place


@dataclass(frozen=True, slots=True)
class Project:
    """A project as the workbook describes it.

    `place` says whose it is; `team`, `direction` and `factory` are titles, empty where there is none.
    `defence_id` is the event at which it is defended, `defence_order` its place there.
    """

    id: int
    code: str
    place: Place
    team_id: int
    team: str
    municipality: str
    title: str
    stage: str
    description: str
    direction: str
    factory: str
    defence_id: int | None
    defence_order: int | None
