"""What a typed parameter of a shipped question may be, and the terms that its value means."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

import pyoxigraph as ox

from kg.errors import QueryError
from kg.ontology import Ontology
from kg.ontology import Relation as OntologyRelation
from kg.ontology import Term as OntologyTerm
from kg.query.dataset import Dataset
from kg.query.terms import by_iri, called, find, is_own, kind_of, label_of
from kg.questions import ENTITY, Parameter

Term = ox.NamedNode | ox.Literal

_XSD = "http://www.w3.org/2001/XMLSchema#"
_DATES = {  # how long a date is written, and what it is then
    4: (re.compile(r"\d{4}"), "gYear"),
    7: (re.compile(r"\d{4}-(0[1-9]|1[0-2])"), "gYearMonth"),
    10: (re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"), "date"),
}
_ROWS = re.compile(r"[1-9][0-9]{0,9}")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_DOCUMENT_NAMES = tuple(ox.NamedNode("http://purl.org/dc/terms/" + name) for name in ("identifier", "title"))


def terms_of(data: Dataset, parameter: Parameter, value: str) -> list[Term]:
    """The nodes or the literal that a value means.

    Raises:
        QueryError: it is none of the parameter's type; the message says what would be.
    """
    match parameter.type:
        case "relation" | "status" | "metric" | "kind":
            return [_term(data, parameter, value)]
        case "year" | "date":
            return [_time(parameter, value)]
        case "number":
            return [_number(parameter, value)]
        case "text":
            return [_text(parameter, value)]
        case "document":
            return [*_documents(data, parameter, value)]
        case type if type == ENTITY:
            return [*_entities(data, parameter, value)]
    return [*find(data, parameter.name, value)]


def rows_of(parameter: Parameter, value: str) -> int:
    """A number of rows.

    Raises:
        QueryError: it is none.
    """
    digits = value.strip().replace(",", "").replace("_", "")
    if not _ROWS.fullmatch(digits):
        raise QueryError(f"{parameter.name}={value!r} is not a number of rows such as 1000.")
    return int(digits)


def known_terms(type: str) -> Mapping[str, OntologyTerm | OntologyRelation]:
    """The relations, statuses, metrics or kinds of the ontology, by name."""
    ontology = Ontology.load()
    tables: dict[str, Mapping[str, OntologyTerm | OntologyRelation]] = {
        "relation": ontology.relations,
        "status": ontology.statuses,
        "metric": ontology.metrics,
        "kind": ontology.kinds,
    }
    return tables[type]


def fits(kind: str, kinds: tuple[str, ...]) -> bool:
    """Whether an entity of a kind may stand where these are asked for; kinds of other ontologies may."""
    ontology = Ontology.load()
    return kind not in ontology.kinds or any(ontology.is_a(kind, broader) for broader in kinds)


def in_kinds(kinds: tuple[str, ...]) -> str:
    """ "a company or an organization"."""
    ontology = Ontology.load()
    leaves = {k for k in ontology.leaf_kinds if any(ontology.is_a(k, wanted) for wanted in kinds)}
    if leaves == set(ontology.leaf_kinds):
        return "an entity"
    labels = sorted(ontology.kinds[k].label for k in leaves)
    return " or ".join(f"{'an' if label[0] in 'aeiou' else 'a'} {label}" for label in labels)


def _term(data: Dataset, parameter: Parameter, value: str) -> Term:
    known, wanted = known_terms(parameter.type), " ".join(value.casefold().split())
    for name, term in known.items():
        if wanted in (name.casefold(), term.label.casefold(), term.iri.casefold(), f"kg:{name}".casefold()):
            return ox.NamedNode(term.iri)
    direct = by_iri(data, value.strip())
    if direct is not None and not is_own(direct.value) and parameter.type in ("relation", "kind"):
        return direct
    labels = ", ".join(term.label for term in known.values())
    raise QueryError(f"There is no {parameter.type} {value!r} ({parameter.name}); there are: {labels}.")


def _time(parameter: Parameter, value: str) -> Term:
    text = value.strip()
    form, type = _DATES.get(len(text), (None, ""))
    if form is None or not form.fullmatch(text) or (parameter.type == "year" and len(text) != 4):
        example = "a year such as 2024" if parameter.type == "year" else "a year, month or day such as 2024-03-05"
        raise QueryError(f"{parameter.name}={value!r} is not {example}.")
    return ox.Literal(text, datatype=ox.NamedNode(_XSD + type))


def _number(parameter: Parameter, value: str) -> Term:
    text = value.strip().replace(",", "").replace("_", "")
    try:
        plain = format(Decimal(text), "f") if _NUMBER.fullmatch(text) and len(text) < 40 else ""
    except InvalidOperation:
        plain = ""
    if not plain:
        raise QueryError(f"{parameter.name}={value!r} is not a number such as 20000000 or 0.25.")
    return ox.Literal(plain, datatype=ox.NamedNode(_XSD + "decimal"))


def _text(parameter: Parameter, value: str) -> Term:
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise QueryError(f"{parameter.name} holds characters that are none.") from error
    if not value.strip():
        raise QueryError(f"{parameter.name} is empty; give {parameter.description}.")
    return ox.Literal(value)


def _documents(data: Dataset, parameter: Parameter, value: str) -> list[ox.NamedNode]:
    try:
        words = ox.Literal(value.strip())
        for predicate in _DOCUMENT_NAMES:
            quads = data.store.quads_for_pattern(None, predicate, words, ox.DefaultGraph())
            if found := sorted({q.subject.value for q in quads if isinstance(q.subject, ox.NamedNode)}):
                return [ox.NamedNode(iri) for iri in found]
    except (ValueError, UnicodeError):
        pass
    raise QueryError(f"There is no document {value!r} ({parameter.name}); give an id or a whole title.")


def document_names(data: Dataset) -> list[str]:
    """Ids and titles of all documents."""
    quads = (q for predicate in _DOCUMENT_NAMES for q in data.store.quads_for_pattern(None, predicate, None, None))
    return sorted({q.object.value for q in quads if isinstance(q.object, ox.Literal)})


def _entities(data: Dataset, parameter: Parameter, value: str) -> list[ox.NamedNode]:
    nodes = called(data, value) or find(data, parameter.name, value)
    kinds = {node: kind_of(data, node) for node in nodes}
    found = [node for node, kind in kinds.items() if kind and fits(kind, parameter.kinds)]
    if not found:
        first, kind = next(iter(kinds.items()))
        known = Ontology.load().kinds
        what = known[kind].label if kind in known else "no entity"
        name = label_of(data, first)
        article = "" if what.startswith("no ") else "an " if what[0] in "aeiou" else "a "
        wanted = in_kinds(parameter.kinds)
        raise QueryError(
            f"{name} is {article}{what}, and {parameter.name} has to be {wanted}: {parameter.description}."
        )
    return found
