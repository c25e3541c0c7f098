"""SPARQL as text: which variables it has, what it must not hold, and where values go in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox

from kg.errors import QueryError

# https://www.w3.org/TR/sparql11-query/#sparqlGrammar, as far as it takes to tell words from quotations
_TOKEN = re.compile(
    r"""(?P<skip> <[^<>"{}|^`\\\s]*> | \#[^\r\n]*
         | \"{3}(?:[^\\]|\\.)*?\"{3} | '{3}(?:[^\\]|\\.)*?'{3}
         | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*' )
      | (?P<variable> [?$]\w+ )
      | (?P<name> [\w.-]*:(?:[\w.:%-]|\\.)* )
      | (?P<word> \w+ )
      | (?P<brace> [{}] )""",
    re.VERBOSE | re.DOTALL,
)
_CHANGES = frozenset(("INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"))
_FORMS = frozenset(("SELECT", "ASK", "CONSTRUCT", "DESCRIBE"))


def variables(query: str) -> set[str]:
    """The names of all variables."""
    return {text[1:] for kind, text, _ in _tokens(query) if kind == "variable"}


def refuse_effects(query: str) -> None:
    """Refuse updates and calls to other servers.

    Raises:
        QueryError: the query is not a pure question to this graph.
    """
    words = [text.upper() for kind, text, _ in _tokens(query) if kind == "word"]
    form = next((w for w in words if w in _CHANGES | _FORMS), "")
    if form in _CHANGES:
        raise QueryError(f"The query changes data ({form}), and kg only answers questions: SELECT, ASK, CONSTRUCT.")
    if "SERVICE" in words:
        raise QueryError("The query calls another server (SERVICE), and kg only asks its own graph.")


def bound(query: str, values: Mapping[str, Iterable[ox.NamedNode | ox.Literal]]) -> str:
    """The query with VALUES for its variables at the head of its pattern; terms write themselves."""
    blocks = [f"VALUES ?{name} {{ {' '.join(map(str, terms))} }}" for name, terms in sorted(values.items())]
    if not blocks:
        return query
    at = _pattern(query)
    return f"{query[:at]} {' '.join(blocks)} {query[at:]}"


def sentence(query: str, error: SyntaxError) -> QueryError:
    """What is wrong with a query, and where."""
    found = re.match(r"error at (\d+):(\d+): (.*)", str(error), re.DOTALL)
    if not found:
        return QueryError(f"The query cannot be parsed: {' '.join(str(error).split())}.")
    line, column = int(found[1]), int(found[2])
    lines = query.splitlines() or [""]
    rest = lines[line - 1][column - 1 :].strip() if line <= len(lines) else ""
    near = f'at "{rest[:30]}"' if rest else "where the text ends or breaks off"
    why = ""
    for reason in ("Prefix not found", "The SELECT contains a variable that is unbound"):
        why = f" ({reason[0].lower()}{reason[1:]})" if reason in found[3] else why
    return QueryError(f"The query cannot be parsed: line {line}, column {column}, {near}{why}.")


def _tokens(query: str) -> Iterator[tuple[str, str, int]]:
    for m in _TOKEN.finditer(query):
        if m.lastgroup and m.lastgroup != "skip":
            yield m.lastgroup, m.group(), m.end()


def _pattern(query: str) -> int:
    """The place after the brace that opens the outermost pattern."""
    openings, depth, form = [], 0, ""
    for kind, text, end in _tokens(query):
        if kind == "word" and text.upper() in _FORMS:
            form = form or text.upper()
        if text == "{" and depth == 0:
            openings.append(end)
        depth += {"{": 1, "}": -1}.get(text, 0)
    place = 1 if form == "CONSTRUCT" and len(openings) > 1 else 0
    if place >= len(openings):
        raise QueryError("The query has no pattern in braces that parameters could be bound in.")
    return openings[place]
