"""A thousand bots are started by the tests; what is the same for each of them is found out once."""

import functools
import inspect
import ssl
from collections.abc import Callable, Hashable
from typing import Any

import pytest
from aiogram.dispatcher.event.handler import CallableObject

_find_out = CallableObject.__post_init__
_known: dict[Hashable, tuple[bool, set[str], bool]] = {}


def make_starts_quick(patch: pytest.MonkeyPatch) -> None:
    """Read certificates and the signatures of handlers and filters once instead of at every start."""
    patch.setattr(ssl, "create_default_context", functools.cache(ssl.create_default_context))
    patch.setattr(CallableObject, "__post_init__", _remembered)


def _remembered(self: CallableObject) -> None:
    key = _key(self.callback)
    if key is None:
        _find_out(self)
    elif key in _known:
        self.awaitable, self.params, self.varkw = _known[key]
    else:
        _find_out(self)
        _known[key] = self.awaitable, self.params, self.varkw


def _key(callback: Callable[..., Any]) -> Hashable:
    """Return what decides a callback's signature, None where that is not plain."""
    plain = inspect.unwrap(callback)
    if inspect.isfunction(plain):
        return plain.__code__
    if inspect.ismethod(plain):
        return "method", plain.__func__.__code__ if inspect.isfunction(plain.__func__) else plain.__func__
    return None if isinstance(plain, functools.partial) else ("instance", type(plain))
