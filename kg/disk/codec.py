"""Objects of `kg.model` as plain JSON values and back, without loss.

An object with the fields of its class, those at their defaults left out; where a field may hold objects of several
classes the name of the class stands around it. A field that the model gains later reads as its default in what was
written before.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Json = Any
T = TypeVar("T")
_PLAIN = (str, int, float, bool)


def to_json(kind: type[T], value: T) -> bytes:
    """An object of a class of the model as one line of JSON, without the line break."""
    text = json.dumps(_codec_of(kind).encode(value), ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def from_json(kind: type[T], line: bytes) -> T:
    """The reverse of `to_json`.

    Raises:
        ValueError: the line is damaged or holds what this version of kg does not know.
    """
    return from_plain(kind, parsed(line))


def parsed(line: bytes) -> Json:
    """The plain values that a line holds.

    Raises:
        ValueError: the line is damaged.
    """
    return json.loads(line.decode("utf-8", "surrogatepass"))


def from_plain(kind: type[T], found: Json) -> T:
    """An object of a class of the model from plain values.

    Raises:
        ValueError: these are not what this version of kg knows.
    """
    try:
        value: T = _codec_of(kind).decode(found)
    except (KeyError, TypeError, AttributeError, ArithmeticError) as error:
        raise ValueError(repr(error)) from error
    return value


@dataclass(frozen=True, slots=True)
class _Codec:
    encode: Callable[[Any], Json]
    decode: Callable[[Json], Any]


def _as_it_is(value: Any) -> Any:
    return value


def _codec_of(kind: Any) -> _Codec:
    return _codec(kind)


@cache
def _codec(kind: Any) -> _Codec:
    """Both ways for a type."""
    if kind in _PLAIN:
        return _Codec(_as_it_is, _as_it_is)
    if kind is Decimal:
        return _Codec(str, Decimal)
    if get_origin(kind) is tuple:
        return _of_tuple(get_args(kind))
    if get_origin(kind) in (Union, UnionType):
        return _of_union(get_args(kind))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _Codec(lambda value: value.value, kind)
    if isinstance(kind, type) and is_dataclass(kind):
        return _of_class(kind)
    raise TypeError(f"no record can hold {kind}")


def _of_class(kind: type) -> _Codec:
    hints = get_type_hints(kind)
    parts = [(f.name, f.default, _codec(hints[f.name])) for f in fields(kind)]
    codecs = {name: codec for name, _, codec in parts}

    def encode(value: Any) -> Json:
        held = ((name, getattr(value, name), default) for name, default, _ in parts)
        return {name: codecs[name].encode(v) for name, v, default in held if not _same(v, default)}

    def decode(found: Json) -> Any:
        return kind(**{name: codecs[name].decode(v) for name, v in found.items()})

    return _Codec(encode, decode)


def _same(value: Any, default: Any) -> bool:
    """Whether a value is its default to the letter: 1 and 1.0 are not the same in JSON."""
    return default is not MISSING and type(value) is type(default) and bool(value == default)


def _of_tuple(kinds: tuple[Any, ...]) -> _Codec:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        each = _codec(kinds[0])
        return _Codec(
            lambda values: [each.encode(v) for v in values], lambda found: tuple(each.decode(v) for v in found)
        )
    codecs = [_codec(kind) for kind in kinds]
    return _Codec(
        lambda values: [c.encode(v) for c, v in zip(codecs, values, strict=True)],
        lambda found: tuple(c.decode(v) for c, v in zip(codecs, found, strict=True)),
    )


def _of_union(kinds: tuple[Any, ...]) -> _Codec:
    """None and words as they are, objects with the name of their class, a single other type as itself."""
    codecs = {kind: _codec(kind) for kind in kinds if kind is not NoneType}
    if len(codecs) == 1:
        (only,) = codecs.values()
        return _Codec(
            lambda value: None if value is None else only.encode(value),
            lambda found: None if found is None else only.decode(found),
        )
    named = {kind.__name__: codec for kind, codec in codecs.items() if kind is not str}

    def encode(value: Any) -> Json:
        if value is None or type(value) is str:
            return value
        return {type(value).__name__: codecs[type(value)].encode(value)}

    def decode(found: Json) -> Any:
        if found is None or isinstance(found, str):
            return found
        ((name, inside),) = found.items()
        return named[name].decode(inside)

    return _Codec(encode, decode)
