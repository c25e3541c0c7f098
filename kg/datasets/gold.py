"""Open labelled files of any form to be scored: tell the form, read the examples, refuse labels that nobody knows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from kg.datasets.lines import Row, line_of, refuse, rows
from kg.datasets.mappings import OWN, Scheme
from kg.datasets.readers import Example, dfki_product, knowledgenet, tokens
from kg.errors import InputError
from kg.ontology import Ontology

GUIDE = "guide"
TOKENS, KNOWLEDGENET, DFKI_PRODUCT = "tokens", "knowledgenet", "dfki_product"
_READERS = {TOKENS: tokens, KNOWLEDGENET: knowledgenet, DFKI_PRODUCT: dfki_product}
_KEYS = {TOKENS: "tokens", KNOWLEDGENET: "annotated", GUIDE: "doc", DFKI_PRODUCT: "text"}  # in the order of looking
# the schemes that files can have, by the form that they are written in
SCHEMES = {
    GUIDE: GUIDE,
    OWN: TOKENS,
    "finer_ord": TOKENS,
    "fire": TOKENS,
    "core": TOKENS,
    KNOWLEDGENET: KNOWLEDGENET,
    DFKI_PRODUCT: DFKI_PRODUCT,
}


@dataclass(frozen=True, slots=True)
class Labelled:
    """The examples of a file, the scheme of their labels and the form that they are written in."""

    path: Path
    form: str
    scheme: Scheme
    examples: tuple[Example, ...]


def scheme_of(path: Path) -> str:
    """The name of the scheme of a file, told from its first line and, where that is tokens, from its labels.

    Raises:
        InputError: the file cannot be read or is empty, or a line has no known form or another than the first.
    """
    number, row = next(rows(path), (0, {}))
    if not number:
        raise InputError(f"{path} holds no examples.")
    with line_of(path, number):
        form = _form_of(row)
    _refuse_mixed(path, form)
    return _scheme_of_tokens(path) if form == TOKENS else form


def read_labelled(path: Path, name: str, ontology: Ontology) -> Labelled:
    """The examples of a file in a scheme of SCHEMES.

    Raises:
        InputError: a line is wrong, has another form, or names an unknown type; the message says the line.
    """
    form, scheme = SCHEMES[name], Scheme.of(name, ontology)
    _refuse_mixed(path, form)
    examples = tuple(_READERS[form](path, name))
    seen: set[str] = set()
    for example in examples:
        with line_of(path, example.line):
            _check(example, scheme)
            refuse(example.id in seen, f"has the id {example.id!r} again")
        seen.add(example.id)
    if not examples:
        raise InputError(f"{path} holds no examples.")
    return Labelled(path, form, scheme, examples)


def _refuse_mixed(path: Path, form: str) -> None:
    for number, row in rows(path):
        with line_of(path, number):
            found = _form_of(row)
            refuse(found != form, f"is of the form {found!r} in a file of the form {form!r}")


def _form_of(row: Row) -> str:
    form = next((form for form, key in _KEYS.items() if key in row), "")
    refuse(not form, f"has none of the keys {', '.join(map(repr, _KEYS.values()))}, so its form is not known")
    return form


def _scheme_of_tokens(path: Path) -> str:
    """The scheme that knows most types of entity in a file, or of relation where the first entity has no type."""
    examples = list(tokens(path, ""))
    schemes = [Scheme.of(name, Ontology.load()) for name, form in SCHEMES.items() if form == TOKENS]
    first = next((span for example in examples for span in example.spans), None)
    if first and first.type:
        kinds = {span.type for example in examples for span in example.spans}
        return max(schemes, key=lambda s: sum(map(s.knows_entity, kinds))).name
    relations = {link.type for example in examples for link in example.links}
    return max(schemes, key=lambda s: sum(map(s.knows_relation, relations))).name


def _check(example: Example, scheme: Scheme) -> None:
    """Refuse labels that the scheme does not know."""
    for type_ in sorted({span.type for span in example.spans}):
        if type_:
            _refuse_unknown(type_, "type of entity", scheme.kinds, known=scheme.knows_entity(type_))
        else:
            refuse(bool(scheme.kinds) and scheme.name != OWN, "has an entity without a type")
    for type_ in sorted({link.type for link in example.links} | example.checked):
        _refuse_unknown(type_, "type of relation", scheme.relations, known=scheme.knows_relation(type_))


def _refuse_unknown(type_: str, noun: str, among: Collection[str], *, known: bool) -> None:
    listed = f"known are {', '.join(sorted(among))}" if among else "none is known here"
    refuse(not known, f"names the unknown {noun} {type_!r}; {listed}")
