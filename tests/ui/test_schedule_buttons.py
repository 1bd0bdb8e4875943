from datetime import date
from importlib import import_module

import pytest
from aiogram.filters.callback_data import CallbackData
from hypothesis import given
from hypothesis import strategies as st

from bot.schedule.calendar_facts import Form
from bot.ui.excursions.buttons import ExcursionButton, ExcursionPointButton, ExcursionsButton
from bot.ui.schedule.buttons import (
    DayButton,
    EventButton,
    EventPointButton,
    ModuleButton,
    OpenButton,
    Place,
    TripButton,
    VenueButton,
    VenuePointButton,
    day_button,
)
from bot.ui.schedule.files_buttons import DayFileButton, ModuleFileButton, day_file_button

IDS = st.integers(0, 2**31 - 1)
PAGES = st.integers(0, 999)
FORMS = st.sampled_from(Form)
BUTTONS: list[st.SearchStrategy[CallbackData]] = [
    st.builds(OpenButton, place=st.sampled_from(Place), page=PAGES),
    st.builds(day_button, IDS, st.dates(), st.booleans(), PAGES),
    st.builds(ModuleButton, module_id=IDS, everything=st.booleans()),
    st.builds(EventButton, event_id=IDS, everything=st.booleans(), page=PAGES),
    st.builds(VenueButton, stream_id=IDS, venue_id=IDS, page=PAGES),
    st.builds(TripButton, module_id=IDS, page=PAGES),
    st.builds(EventPointButton, event_id=IDS),
    st.builds(VenuePointButton, stream_id=IDS, venue_id=IDS),
    st.builds(day_file_button, IDS, st.dates(), FORMS, st.booleans()),
    st.builds(ModuleFileButton, module_id=IDS, form=FORMS, everything=st.booleans()),
    st.builds(ExcursionsButton, everything=st.booleans(), page=PAGES),
    st.builds(ExcursionButton, event_id=IDS, page=PAGES),
    st.builds(ExcursionPointButton, event_id=IDS),
]


@given(st.one_of(BUTTONS))
def test_a_button_fits_into_telegrams_64_bytes_and_comes_back_the_same(data: CallbackData) -> None:
    packed = data.pack()
    assert len(packed.encode()) <= 64
    assert type(data).unpack(packed) == data


@given(st.dates())
def test_a_days_button_leads_to_that_day(day: date) -> None:
    assert day_button(5, day, everything=False).date == day
    assert day_file_button(5, day, Form.CALENDAR).date == day


@pytest.mark.parametrize("digits", [20250230, 20251301, 20250001, 99990000, 10101 + 99])
def test_digits_that_are_no_date_lead_nowhere(digits: int) -> None:
    assert DayButton(stream_id=5, day=digits).date is None
    assert DayFileButton(stream_id=5, day=digits, form=Form.CALENDAR).date is None


@pytest.mark.parametrize(
    "forged",
    [
        "sd1:5:20251118:0",
        "sd1:5:abc:0:0",
        "sd1:-5:20251118:0:0",
        "sd1:99999999999999999999:20251118:0:0",
        "sd1:5:20251118:0:100000",
        "sd1:5:0:0:0",
        "sd0:5:20251118:0:0",
    ],
)
def test_forged_data_is_no_button_of_ours(forged: str) -> None:
    with pytest.raises((TypeError, ValueError)):  # what CallbackData.filter() takes for «not mine»
        DayButton.unpack(forged)


def test_no_two_kinds_of_button_share_a_prefix() -> None:
    def kinds(base: type[CallbackData]) -> list[str]:
        return [kind.__prefix__ for kind in base.__subclasses__()]

    import_module("bot.app")  # every kind of button there is
    prefixes = kinds(CallbackData)
    assert sorted(prefixes) == sorted(set(prefixes))
