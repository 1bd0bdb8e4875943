from datetime import UTC, datetime, timedelta

from bot.sandbox.timing.clock import MovableClock
from bot.shared.clock import ManualClock

NOON = datetime(2026, 2, 17, 12, tzinfo=UTC)


def test_it_runs_with_the_clock_it_stands_on_from_wherever_it_was_moved_to() -> None:
    base = ManualClock(NOON)
    clock = MovableClock(base)
    assert (clock.now(), clock.moved) == (NOON, False)
    clock.move_to(NOON + timedelta(hours=5))
    base.move(timedelta(minutes=1))
    assert (clock.now(), clock.moved) == (NOON + timedelta(hours=5, minutes=1), True)
    clock.come_back()
    assert (clock.now(), clock.moved) == (NOON + timedelta(minutes=1), False)


def test_whoever_waits_for_a_moment_is_told_of_every_move() -> None:
    base = ManualClock(NOON)
    clock = MovableClock(base)
    seen: list[datetime] = []
    clock.on_jump(lambda: seen.append(clock.now()))
    clock.move_to(NOON + timedelta(hours=1))
    clock.come_back()
    base.set(NOON + timedelta(days=1))
    assert seen == [NOON + timedelta(hours=1), NOON, NOON + timedelta(days=1)]
