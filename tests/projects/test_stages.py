"""The workbook takes the stages organizers have set, and leaves a project where it stands."""

import pytest

from bot.shared.records import fold
from bot.workbook.examination import State
from tests.workbook.programmes import examined, programme

OWN = State(stages={fold("ШМ"): ("замысел", "Пилот")})


@pytest.mark.parametrize(
    ("state", "stage", "keys"),
    [
        (State(), "паспорт", []),
        (State(), " ПАСПОРТ ", []),
        (State(), "Пилот", ["workbook-stage"]),
        (OWN, "пилот", []),
        (OWN, "замысел", []),
        (OWN, "идея", ["workbook-stage"]),
    ],
)
async def test_a_stage_is_one_of_the_programmes_list(state: State, stage: str, keys: list[str]) -> None:
    rows = programme(streams=1, people=3, days=1)
    rows["Проекты"][0]["Стадия"] = stage
    found = await examined(rows, state)
    assert [one.key for one in found.problems] == keys


async def test_a_project_may_stay_at_a_stage_that_was_taken_off_the_list() -> None:
    rows = programme(streams=1, people=3, days=1)
    first = await examined(rows)
    kept = State({record.ident: record for record in first.difference.added}, stages=OWN.stages)
    rows["Проекты"][0]["Название"] = "Другое имя"
    assert [one.key for one in (await examined(rows, kept)).problems if one.key == "workbook-stage"] == []
