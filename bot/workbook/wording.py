"""The workbook's words for the command line, where nobody has chosen a language."""

from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from bot.workbook.report import Say

_WORDS = Path(__file__).resolve().parents[2] / "locales" / "ru" / "workbook.ftl"


@cache
def in_russian() -> Say:
    """Return what renders `locales/ru/workbook.ftl`; a missing message or variable is a LookupError."""
    bundle = FluentBundle(["ru"], use_isolating=False)
    bundle.add_resource(FluentResource(_WORDS.read_text(encoding="utf-8")))

    def say(key: str, /, **facts: str | int) -> str:
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise LookupError(key)
        text, errors = bundle.format_pattern(pattern, facts)
        if errors:
            raise LookupError(f"{key}: {errors}")
        return str(text)

    return say
