"""Objects of `kg.model` as JSON and back, without loss.

An object with the fields of its class; where a field may hold objects of several classes the name of the class stands
around it. A field that the model gains later reads as its default in what was written before, and is passed over by an
older version.

msgspec reads and writes classes as they are, but for fields that may hold several classes: a class that has such a
field, and each class around it, has a `_Form` that msgspec can write in its place.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from operator import attrgetter
from types import GenericAlias, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from msgspec import ValidationError, convert, defstruct, to_builtins
from msgspec.json import Decoder, Encoder

T = TypeVar("T")
Change = Callable[[Any], Any]
_ENCODER = Encoder()


def to_json(kind: type[T], value: T) -> bytes:
    """An object of a class of the model as one line of JSON, without the line break."""
    found = _form_of(kind).put(value)
    try:
        return _ENCODER.encode(found)
    except UnicodeEncodeError:  # half of a surrogate pair, for which UTF-8 has no bytes
        return json.dumps(to_builtins(found)).encode()


def from_json(kind: type[T], line: bytes) -> T:
    """The reverse of `to_json`.

    Raises:
        ValueError: the line is damaged or lacks what this version of kg needs.
    """
    form = _form_of(kind)
    try:
        found = _decoder(form.kind).decode(line)
    except ValidationError:
        raise
    except ValueError:  # half of a surrogate pair, unless the line is damaged
        found = convert(json.loads(line), form.kind)
    value: T = form.take(found)
    return value


def _as_it_is(value: Any) -> Any:
    return value


@dataclass(frozen=True, slots=True)
class _Form:
    """The type that stands for another in JSON, and the ways there and back."""

    kind: Any
    put: Change = _as_it_is
    take: Change = _as_it_is

    @property
    def is_other(self) -> bool:
        """Whether it is not the type itself."""
        return self.put is not _as_it_is


@cache
def _decoder(kind: Any) -> Decoder[Any]:
    return Decoder(kind)


def _form_of(kind: Any) -> _Form:
    return _form(kind)


@cache
def _form(kind: Any) -> _Form:
    if get_origin(kind) is tuple:
        return _of_tuple(kind, get_args(kind))
    if get_origin(kind) in (Union, UnionType):
        return _of_union(kind, get_args(kind))
    return _of_class(kind) if isinstance(kind, type) and is_dataclass(kind) else _Form(kind)


def _of_class(kind: type) -> _Form:
    hints, known = get_type_hints(kind), fields(kind)
    forms = [_form(hints[f.name]) for f in known]
    if not any(form.is_other for form in forms):
        return _Form(kind)
    names = [f.name for f in known]
    defaults = [() if f.default is MISSING else (f.default,) for f in known]
    parts = [(name, form.kind, *default) for name, form, default in zip(names, forms, defaults, strict=True)]
    other = defstruct(kind.__name__, parts, omit_defaults=True)

    def change(value: Any, ways: list[tuple[int, Change]], to: Callable[..., Any]) -> Any:
        held = [getattr(value, name) for name in names]
        for at, way in ways:
            held[at] = way(held[at])
        return to(*held)

    puts, takes = ([(at, way(f)) for at, f in enumerate(forms) if f.is_other] for way in (_put, _take))
    return _Form(other, lambda value: change(value, puts, other), lambda found: change(found, takes, kind))


_put, _take = attrgetter("put"), attrgetter("take")


def _of_tuple(kind: Any, kinds: tuple[Any, ...]) -> _Form:
    forms = [_form(each) for each in kinds if each is not Ellipsis]
    if not any(form.is_other for form in forms):
        return _Form(kind)
    if Ellipsis in kinds:
        (form,) = forms
        return _Form(
            GenericAlias(tuple, (form.kind, Ellipsis)),
            lambda values: tuple(map(form.put, values)),
            lambda found: tuple(map(form.take, found)),
        )
    return _Form(
        GenericAlias(tuple, tuple(form.kind for form in forms)),
        lambda values: tuple([form.put(v) for form, v in zip(forms, values, strict=True)]),
        lambda found: tuple([form.take(v) for form, v in zip(forms, found, strict=True)]),
    )


def _of_union(kind: Any, kinds: tuple[Any, ...]) -> _Form:
    """An object of one of several classes is held by one with a field for each of them, of which one is filled."""
    names: dict[Any, str] = {each: each.__name__ for each in kinds if isinstance(each, type) and is_dataclass(each)}
    if len(names) < 2:
        return _Form(kind)
    holder = defstruct("Either", [(name, each | None, None) for each, name in names.items()], omit_defaults=True)
    held = attrgetter(*names.values())

    def put(value: Any) -> Any:
        return holder(**{names[type(value)]: value}) if type(value) in names else value

    def take(found: Any) -> Any:
        return next(v for v in held(found) if v is not None) if isinstance(found, holder) else found

    return _Form(Union[holder, *(each for each in kinds if each not in names)], put, take)
