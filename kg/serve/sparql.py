"""/sparql: the query part of the SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/), read-only."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import Response

from kg.serve.description import service_description
from kg.serve.editions import Edition
from kg.serve.formats import GRAPHS, HTML, TABLES, Choice, chosen
from kg.serve.live import Live
from kg.serve.messages import Request as Question
from kg.serve.pages import compact, page
from kg.serve.responses import body_of, not_acceptable, refusal, sent

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
_FIELDS = 1000
_SHOWN = 2000  # rows of a page
_READ_ONLY = "This service is read-only: it answers queries, and takes no updates."


@dataclass(frozen=True, slots=True)
class _Asked:
    """A query with the dataset that the protocol gives it."""

    query: str
    default_graphs: list[str] | None
    named_graphs: list[str] | None


async def sparql(request: Request) -> Response:
    """Answer a query, or describe the service where there is none."""
    live: Live = request.app.state.live
    fields = _fields(request.scope["query_string"])
    if request.method == "POST":
        fields = await _posted(request, fields, live.settings.max_body)
    if any(name == "update" for name, _ in fields):
        raise refusal(403, _READ_ONLY)
    queries = [value for name, value in fields if name == "query"]
    if not queries and request.method != "POST":
        return _described(request, live)
    return await _answered(request, live, _asked(queries, fields))


async def _answered(request: Request, live: Live, asked: _Asked) -> Response:
    accept = request.headers.get("accept")
    table, graph = chosen(accept, (*TABLES, HTML)), chosen(accept, (*GRAPHS, HTML))
    question = Question(
        asked.query,
        default_graphs=asked.default_graphs,
        named_graphs=asked.named_graphs,
        table=_name(table, TABLES[0].name),
        triples=_name(graph, GRAPHS[0].name),
    )
    reply = await live.pool.ask(question)
    choice = table if reply.is_table else graph
    if reply.status == 406:
        raise not_acceptable((*(TABLES if reply.is_table else GRAPHS), HTML))
    wanted = table or graph
    if choice is not None and choice.format is HTML and not reply.file and reply.status == 200:
        found = _shown(reply.body, live.pool.edition, is_table=reply.is_table)
        return page("results.html", query=asked.query, **found)
    if wanted is not None and wanted.format is HTML and reply.status != 200:
        return page("results.html", reply.status, query=asked.query, error=reply.error)
    if choice is None:
        choice = Choice(TABLES[0], "text/plain")  # of an error: nothing of it is sent
    if choice.format is HTML:  # too long for a page
        own = (TABLES if reply.is_table else GRAPHS)[0]
        choice = Choice(own, own.media[0])
    return sent(reply, choice)


def _name(choice: Choice | None, for_pages: str) -> str:
    if choice is None:
        return ""
    return for_pages if choice.format is HTML else choice.format.name


def _shown(body: bytes, edition: Edition, *, is_table: bool) -> dict[str, Any]:
    if not is_table:
        return {"turtle": body.decode()}
    found = json.loads(body)
    if "boolean" in found:
        return {"answer": found["boolean"]}
    rows = found["results"]["bindings"]
    columns = found["head"]["vars"]
    cells = [[_cell(row.get(column, {}), edition) for column in columns] for row in rows[:_SHOWN]]
    return {"columns": columns, "rows": cells, "more": max(0, len(rows) - _SHOWN)}


def _cell(term: dict[str, str], edition: Edition) -> dict[str, str]:
    """A value as a page shows it: its words, and the address that they lead to."""
    value = term.get("value", "")
    if term.get("type") != "uri":
        return {"words": value, "here": ""}
    here = value.removeprefix(edition.base) if value.startswith(edition.base) else ""
    return {"words": compact(value, edition.prefixes), "here": here}


def _described(request: Request, live: Live) -> Response:
    choice = chosen(request.headers.get("accept"), (*GRAPHS, HTML))
    if choice is None:
        raise not_acceptable((*GRAPHS, HTML))
    if choice.format is HTML:
        return page("results.html", query="")
    endpoint = str(request.url.replace(query="", fragment=""))
    body = service_description(endpoint, live.pool.edition, choice.format)
    return Response(body, media_type=choice.content_type, headers={"Vary": "Accept"})


async def _posted(request: Request, in_url: list[tuple[str, str]], largest: int) -> list[tuple[str, str]]:
    """The fields of a POST in either form."""
    media, _, parameters = request.headers.get("content-type", "").partition(";")
    media = media.strip().lower()
    body = await body_of(request, largest)
    if media == UPDATE:
        raise refusal(403, _READ_ONLY)
    if media not in {FORM, QUERY}:
        raise refusal(415, f"A query is posted as {QUERY} or {FORM}.")
    charset = parameters.lower().partition("charset=")[2].strip().strip('"')
    if charset not in {"", "utf-8", "utf8"}:
        raise refusal(415, "A query is posted in UTF-8.")
    if media == FORM:
        # a dataset in the address too is what some clients do; a query there would be a second one
        return [*in_url, *_fields(body)]
    try:
        return [*in_url, ("query", body.decode("utf-8"))]
    except UnicodeError as error:
        raise refusal(400, "The query is not in UTF-8.") from error


def _fields(text: bytes) -> list[tuple[str, str]]:
    try:
        found = parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_FIELDS)
        return [(name.decode(), value.decode()) for name, value in found]
    except UnicodeError as error:
        raise refusal(400, "The request is not in UTF-8.") from error
    except ValueError as error:
        raise refusal(400, f"The request has more than {_FIELDS} fields.") from error


def _asked(queries: list[str], fields: list[tuple[str, str]]) -> _Asked:
    if len(queries) != 1:
        what = "no query" if not queries else f"{len(queries)} queries"
        raise refusal(400, f"The request has {what}, and one is answered at a time.")
    if not queries[0].strip():
        raise refusal(400, "The query is empty.")
    default = [value for name, value in fields if name == "default-graph-uri"]
    named = [value for name, value in fields if name == "named-graph-uri"]
    return _Asked(queries[0], default, named) if default or named else _Asked(queries[0], None, None)
