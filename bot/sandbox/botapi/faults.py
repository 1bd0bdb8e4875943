"""Switches that make Telegram misbehave."""

from collections.abc import Iterable
from dataclasses import dataclass

NEVER_BY_DEFAULT = frozenset({"getupdates"})


@dataclass(frozen=True)
class Outcome:
    """What happens to one call: at most one of status and the two cuts."""

    status: int = 0
    retry_after: int = 0
    cut_before: bool = False
    cut_after: bool = False
    latency: float = 0.0


@dataclass
class Fault:
    """One switch: an outcome for some methods and chats, for a number of times (None: until removed)."""

    outcome: Outcome
    methods: frozenset[str] = frozenset()
    chats: frozenset[int] = frozenset()
    times: int | None = None
    hits: int = 0

    def meets(self, method: str, chat: int | None) -> bool:
        """Tell whether the switch applies to a call; ``getUpdates`` only when it is named."""
        if self.times is not None and self.hits >= self.times:
            return False
        if self.chats and chat not in self.chats:
            return False
        return method in self.methods if self.methods else method not in NEVER_BY_DEFAULT


class Faults:
    """The switches now on."""

    def __init__(self) -> None:
        self._on: list[Fault] = []

    def too_many_requests(
        self,
        retry_after: int,
        *,
        methods: Iterable[str] = (),
        chats: Iterable[int] = (),
        times: int | None = None,
    ) -> Fault:
        """Answer 429 and ask to wait the given seconds."""
        return self._add(Outcome(status=429, retry_after=retry_after), methods, chats, times)

    def server_error(
        self,
        status: int = 502,
        *,
        methods: Iterable[str] = (),
        chats: Iterable[int] = (),
        times: int | None = None,
    ) -> Fault:
        """Answer a 5xx; the call has no effect."""
        return self._add(Outcome(status=status), methods, chats, times)

    def cut_before(
        self, *, methods: Iterable[str] = (), chats: Iterable[int] = (), times: int | None = None
    ) -> Fault:
        """Break the connection before the call takes effect."""
        return self._add(Outcome(cut_before=True), methods, chats, times)

    def cut_after(
        self, *, methods: Iterable[str] = (), chats: Iterable[int] = (), times: int | None = None
    ) -> Fault:
        """Let the call take effect, then break the connection instead of answering."""
        return self._add(Outcome(cut_after=True), methods, chats, times)

    def slow(
        self,
        seconds: float,
        *,
        methods: Iterable[str] = (),
        chats: Iterable[int] = (),
        times: int | None = None,
    ) -> Fault:
        """Let each call take the given seconds longer."""
        return self._add(Outcome(latency=seconds), methods, chats, times)

    def remove(self, fault: Fault) -> None:
        """Turn one switch off; off already is fine."""
        if fault in self._on:
            self._on.remove(fault)

    def clear(self) -> None:
        """Turn all switches off."""
        self._on.clear()

    def strike(self, method: str, chat: int | None) -> Outcome | None:
        """Return what happens to a call; latencies add up, of the rest the first switch wins."""
        if not self._on:
            return None
        latency = 0.0
        chosen: Outcome | None = None
        for fault in self._on:
            if not fault.meets(method, chat) or (chosen is not None and not fault.outcome.latency):
                continue
            fault.hits += 1
            latency += fault.outcome.latency
            if not fault.outcome.latency:
                chosen = fault.outcome
        if chosen is None:
            return Outcome(latency=latency) if latency else None
        return Outcome(
            chosen.status, chosen.retry_after, chosen.cut_before, chosen.cut_after, latency=latency
        )

    def _add(
        self, outcome: Outcome, methods: Iterable[str], chats: Iterable[int], times: int | None
    ) -> Fault:
        fault = Fault(outcome, frozenset(name.lower() for name in methods), frozenset(chats), times)
        self._on.append(fault)
        return fault
