from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.page.log import EventLog


@given(st.integers(0, 40), st.integers(0, 40), st.integers(1, 20))
def test_a_reader_gets_every_event_after_its_own_or_is_told_to_reload(
    said: int, read: int, keep: int
) -> None:
    log = EventLog("run", keep=keep)
    for number in range(1, said + 1):
        log.append({"n": number})
    missed = list(range(read + 1, said + 1))
    expected = None if read > said or len(missed) > keep else missed
    events = log.since(read)
    assert expected == (None if events is None else [event["n"] for _, event in events])


def test_an_event_of_another_run_is_no_place_to_go_on_from() -> None:
    log = EventLog("second")
    log.append({})
    assert [log.position(name) for name in ("second.1", "first.1", "second.", "second.x", "")] == [
        1,
        None,
        None,
        None,
        None,
    ]
