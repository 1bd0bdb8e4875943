"""Entities in order: trimmed text, no duplicates, none inside code, the found ones merged in."""

from bot.sandbox.botapi.records import Json
from bot.sandbox.botapi.utf16 import cut, units

# Of the documented formatting options these may be nested and joined, code may not.
_JOINABLE = ("bold", "italic", "underline", "strikethrough", "spoiler")
_CODE = frozenset({"code", "pre"})
_QUOTES = frozenset({"blockquote", "expandable_blockquote"})
_RANK = {
    kind: rank for rank, kind in enumerate(("expandable_blockquote", "blockquote", "text_link", *_JOINABLE))
}
_SPACE = " \n\t"


def sort_key(entity: Json) -> tuple[int, int, int]:
    """Order by place, the longer first, quotes outside."""
    return entity["offset"], -entity["length"], _RANK.get(entity["type"], 50)


def normalise(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Return the text without outer white space and its entities as the server stores them."""
    text, entities = _trim(text, entities)
    if not entities:
        return text, entities
    kept = _joined([entity for entity in entities if entity["length"] > 0])
    code = [
        (entity["offset"], entity["offset"] + entity["length"]) for entity in kept if entity["type"] in _CODE
    ]
    kept = [entity for entity in kept if not _spoilt_by_code(entity, code)]
    kept.sort(key=sort_key)
    return text, kept


def _spoilt_by_code(entity: Json, code: list[tuple[int, int]]) -> bool:
    if entity["type"] in _CODE or entity["type"] in _QUOTES:
        return False
    start, end = entity["offset"], entity["offset"] + entity["length"]
    return any(start < code_end and code_start < end for code_start, code_end in code)


def _trim(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    stripped = text.rstrip(_SPACE)
    lead = len(stripped) - len(stripped.lstrip(_SPACE))
    if lead and entities:
        # The server keeps leading white space that belongs to an entity.
        first = min(entity["offset"] for entity in entities)
        lead = min(lead, len(cut(text, 0, first)))
    shift = units(stripped[:lead])
    stripped = stripped[lead:]
    end = units(stripped)
    if not shift and all(entity["offset"] + entity["length"] <= end for entity in entities):
        return stripped, entities
    moved = []
    for entity in entities:
        start = max(0, entity["offset"] - shift)
        stop = min(end, entity["offset"] + entity["length"] - shift)
        if stop > start:
            moved.append({**entity, "offset": start, "length": stop - start})
    return stripped, moved


def _joined(entities: list[Json]) -> list[Json]:
    """Unite touching or overlapping entities of one joinable kind."""
    result = [entity for entity in entities if entity["type"] not in _JOINABLE]
    for kind in _JOINABLE:
        same = sorted((entity for entity in entities if entity["type"] == kind), key=sort_key)
        for entity in same:
            last = result[-1] if result and result[-1]["type"] == kind else None
            if last is not None and entity["offset"] <= last["offset"] + last["length"]:
                end = max(last["offset"] + last["length"], entity["offset"] + entity["length"])
                last["length"] = end - last["offset"]
            else:
                result.append(dict(entity))
    return result


def merge_detected(given: list[Json], found: list[Json]) -> list[Json]:
    """Add found entities that do not touch links, mentions or code of the author."""
    if not found or not given:
        return given or found
    solid = [
        (entity["offset"], entity["offset"] + entity["length"])
        for entity in given
        if entity["type"] not in _JOINABLE and entity["type"] not in _QUOTES
    ]
    free = [
        entity
        for entity in found
        if not any(
            entity["offset"] < end and start < entity["offset"] + entity["length"] for start, end in solid
        )
    ]
    return sorted(given + free, key=sort_key)
