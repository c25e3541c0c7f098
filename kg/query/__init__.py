"""Questions to a graph: SPARQL, the shipped competency questions, and checks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import QueryError
from kg.query.answer import Answer, answer
from kg.query.dataset import ONTOLOGY_GRAPH, Dataset, dataset, fill, load
from kg.query.derived import derive
from kg.query.diff import Changes, Difference, Kind, as_known, changes
from kg.query.figures import Figure, Figures, Part, is_reckonable, segment
from kg.query.inferred import infer, share_of_chain, share_of_fact
from kg.query.intervals import EXACT
from kg.query.meanings import amount_of, share_of
from kg.query.numbers import TOLERANCE, check_numbers
from kg.query.own_shapes import shape_faults
from kg.query.reckoning import NumberCheck, Verdict, plain, rounded
from kg.query.rules import relations_that
from kg.query.terms import called, find, kind_of, label_of, named
from kg.query.text import bound, limit_of, limited, refuse_depth, refuse_effects, sentence, variables
from kg.query.times import is_duration
from kg.query.times import key as time_key
from kg.query.typed import Term, document_names, fits, in_kinds, rows_of, terms_of
from kg.questions import ROWS, Parameter, Question, questions

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

__all__ = [
    "EXACT",
    "ONTOLOGY_GRAPH",
    "TOLERANCE",
    "Answer",
    "Changes",
    "Dataset",
    "Difference",
    "Figure",
    "Figures",
    "Kind",
    "NumberCheck",
    "Parameter",
    "Part",
    "Question",
    "Verdict",
    "amount_of",
    "as_known",
    "called",
    "changes",
    "check_numbers",
    "derive",
    "document_names",
    "fill",
    "fits",
    "full_text",
    "in_kinds",
    "infer",
    "is_duration",
    "is_reckonable",
    "kind_of",
    "label_of",
    "load",
    "named",
    "plain",
    "questions",
    "refuse_effects",
    "relations_that",
    "rounded",
    "run",
    "segment",
    "shape_faults",
    "share_of",
    "share_of_chain",
    "share_of_fact",
    "solutions",
    "time_key",
]


def run(
    graph: KnowledgeGraph | Dataset | str | Path,
    query: str,
    parameters: Mapping[str, str] | None = None,
    *,
    limit: int | None = None,
) -> Answer:
    """Run SPARQL text or a shipped question by name over a graph, a loaded one or an output folder.

    A parameter binds the variable of its name to the node with that label, alias, id or IRI,
    or to all nodes where several share it. With a `limit` the answer ends after that many rows.

    Raises:
        QueryError: the query cannot be parsed, would change data or call a server, or a parameter
            is missing or matches nothing.
        InputError: the folder is not an output of kg.
    """
    data = graph if isinstance(graph, Dataset) else load(graph) if isinstance(graph, str | Path) else dataset(graph)
    try:
        found = answer(solutions(data, query, parameters), data.prefixes, limit)
    except (RuntimeError, ValueError, OSError) as error:
        raise QueryError(f"The query cannot be run: {error}.") from error
    return replace(found, cut=len(found) == _most(query.strip(), dict(parameters or {})))


def solutions(data: Dataset, query: str, parameters: Mapping[str, str] | None = None, **options: Any) -> Any:
    """What pyoxigraph gives for a query, lazily; `options` are those of its `Store.query`, such as `default_graph`.

    Raises:
        QueryError: as in `run`; what fails while the result is gone through is raised by pyoxigraph.
    """
    given = dict(parameters or {})
    text = _text(query.strip(), given)
    refuse_effects(text)
    refuse_depth(text)
    values = _values(data, query, given)
    unknown = sorted(set(values) - variables(text))
    if unknown:
        known = ", ".join(sorted(variables(text))) or "none"
        raise QueryError(f"The query has no variable ?{unknown[0]} to bind; it has: {known}.")
    return _solved(data, text, bound(text, values), options)


def full_text(data: Dataset, question: str, parameters: Mapping[str, str]) -> str:
    """The SPARQL of a shipped question with its values, as `run` asks it.

    Raises:
        QueryError: there is no such question, or a parameter is missing or wrong.
    """
    return bound(_text(question, dict(parameters)), _values(data, question, parameters))


def _most(query: str, given: Mapping[str, str]) -> int | None:
    """How many rows a shipped question gives at most, where it has such a parameter."""
    question = questions().get(query)
    cuts = question is not None and any(p.type == ROWS for p in question.parameters)
    return limit_of(_text(query, given)) if cuts else None


def _values(data: Dataset, query: str, given: Mapping[str, str]) -> dict[str, list[Term]]:
    known = {p.name: p for p in questions()[query.strip()].parameters} if query.strip() in questions() else {}
    return {
        name: terms_of(data, known[name], value) if name in known else [*find(data, name, value)]
        for name, value in given.items()
        if name not in known or known[name].type != ROWS
    }


def _text(query: str, given: Mapping[str, str]) -> str:
    """The SPARQL of a shipped question, or the query itself."""
    if not query or any(c in query for c in "{ \n"):
        return query
    known = questions()
    if query not in known:
        near = get_close_matches(query, known, n=3)
        hint = f": did you mean {' or '.join(near)}?" if near else f"; there are: {', '.join(known)}."
        raise QueryError(f"There is no question named {query!r}{hint}")
    question = known[query]
    names = [p.name for p in question.parameters]
    extra = sorted(set(given) - set(names))
    if extra:
        raise QueryError(f"The question {query} has no parameter {extra[0]}; it has: {', '.join(names) or 'none'}.")
    for parameter in question.parameters:
        if parameter.required and parameter.name not in given:
            raise QueryError(f"The question {query} needs {parameter.name}=..., {parameter.description}.")
    rows = [rows_of(p, given[p.name]) for p in question.parameters if p.type == ROWS and p.name in given]
    return limited(question.query, rows[0]) if rows else question.query


def _solved(data: Dataset, text: str, full: str, options: Mapping[str, Any]) -> Any:
    def solve(query: str) -> Any:
        graphs: list[Any] | None = list(data.default_graphs) or None
        given = {"default_graph": graphs, **options}
        return data.store.query(query, base_iri=data.base or None, prefixes=dict(data.prefixes), **given)

    try:
        return solve(full)
    except SyntaxError as error:
        try:
            solve(text)  # positions as the asker counts them
        except SyntaxError as own:
            raise sentence(text, own) from own
        raise sentence(full, error) from error
    except (RuntimeError, ValueError, OSError) as error:
        raise QueryError(f"The query cannot be run: {error}.") from error
