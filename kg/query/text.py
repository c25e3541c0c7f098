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
      | (?P<brace> [{}] )
      | (?P<sign> [(\[!|&+/^*.;-] )""",
    re.VERBOSE | re.DOTALL,
)
_CHANGES = frozenset(("INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"))
_Token = tuple[str, str, int]  # its kind, its text and where it ends
_LIMIT = re.compile(r"\bLIMIT (\d+)")
_MOST_SIGNS = 1000  # the engine goes into each, and its stack ends with some thousands
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


def refuse_depth(query: str) -> None:
    """Refuse what would take the process down.

    Raises:
        QueryError: the query nests deeper, or goes on longer, than the engine can follow.
    """
    if sum(kind == "sign" or text == "{" for kind, text, _ in _tokens(query)) > _MOST_SIGNS:
        raise QueryError(f"The query has more than {_MOST_SIGNS:,} brackets, operators and patterns.")


def bound(query: str, values: Mapping[str, Iterable[ox.NamedNode | ox.Literal]]) -> str:
    """The query with VALUES for its variables at the head of its pattern; terms write themselves.

    Where the pattern starts with a subquery, the variables that stand in that get their values there.
    """
    places: dict[int, str] = {}
    for name, terms in sorted(values.items()):
        for at in _places(query, name):
            places[at] = f"{places.get(at, '')} VALUES ?{name} {{ {' '.join(map(str, terms))} }}"
    for at, blocks in sorted(places.items(), reverse=True):
        query = f"{query[:at]}{blocks} {query[at:]}"
    return query


def limit_of(query: str) -> int | None:
    """How many rows a query gives at most, None where it does not say."""
    found = _LIMIT.search(query)
    return int(found[1]) if found else None


def limited(query: str, rows: int) -> str:
    """The query with another limit of rows, if it has one."""
    return _LIMIT.sub(f"LIMIT {rows}", query)


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


def _tokens(query: str) -> Iterator[_Token]:
    for m in _TOKEN.finditer(query):
        if m.lastgroup and m.lastgroup != "skip":
            yield m.lastgroup, m.group(), m.end()


def _places(query: str, name: str) -> list[int]:
    """Where the values of a variable go: the heads of those patterns, one within the other, that hold it."""
    tokens = list(_tokens(query))
    head = at = _pattern(tokens)
    found = []
    while at >= 0:
        inner = _leading_subquery(tokens, at)
        start = _closed(tokens, at + 1) if inner >= 0 else at
        own = tokens[start : _closed(tokens, at)]
        if any(kind == "variable" and text[1:] == name for kind, text, _ in own):
            found.append(tokens[at][2])
        at = inner
    return found or [tokens[head][2]]


def _leading_subquery(tokens: list[_Token], at: int) -> int:
    """The brace that opens the pattern of the subquery that a pattern starts with, or -1."""
    words = [text.upper() for _, text, _ in tokens[at + 1 : at + 3]]
    return next((i for i in range(at + 2, len(tokens)) if tokens[i][1] == "{"), -1) if words == ["{", "SELECT"] else -1


def _closed(tokens: list[_Token], at: int) -> int:
    """The brace that closes the one at a place, or the end."""
    depth = 0
    for i in range(at, len(tokens)):
        depth += {"{": 1, "}": -1}.get(tokens[i][1], 0)
        if not depth:
            return i
    return len(tokens)


def _pattern(tokens: list[_Token]) -> int:
    """The brace that opens the outermost pattern."""
    openings, depth, form = [], 0, ""
    for i, (kind, text, _) in enumerate(tokens):
        if kind == "word" and text.upper() in _FORMS:
            form = form or text.upper()
        if text == "{" and depth == 0:
            openings.append(i)
        depth += {"{": 1, "}": -1}.get(text, 0)
    place = 1 if form == "CONSTRUCT" and len(openings) > 1 else 0
    if place >= len(openings):
        raise QueryError("The query has no pattern in braces that parameters could be bound in.")
    return openings[place]
