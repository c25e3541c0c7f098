"""/data: the reading part of the Graph Store Protocol (https://www.w3.org/TR/sparql11-http-rdf-update/)."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from kg.serve.editions import TURTLE
from kg.serve.formats import GRAPHS, chosen
from kg.serve.live import Live
from kg.serve.messages import Request as Question
from kg.serve.pool import Pool
from kg.serve.responses import body_of, not_acceptable, refusal, sent


async def data(request: Request) -> Response:
    """Give a whole graph: `?default`, or `?graph=` with its IRI."""
    live: Live = request.app.state.live
    if request.method not in {"GET", "HEAD"}:
        await body_of(request, live.settings.max_body)
        raise refusal(403, "This service is read-only: graphs can be read, and not written.")
    given = request.query_params
    graphs = given.getlist("graph")
    if len(graphs) + ("default" in given) != 1:
        raise refusal(400, "Say which graph: ?default, or one ?graph= with its IRI.")
    choice = chosen(request.headers.get("accept"), GRAPHS)
    if choice is None:
        raise not_acceptable(GRAPHS)
    pool = live.pool
    if not graphs:
        path = await _whole(pool, choice.format.name)
        return FileResponse(path, media_type=choice.content_type, headers={"Vary": "Accept"})
    if not graphs[0]:
        raise refusal(400, "A graph is named by an absolute IRI.")
    return sent(await pool.ask(Question(graph=graphs[0], triples=choice.format.name)), choice)


async def _whole(pool: Pool, form: str) -> Path:
    """The default graph as a file, made once in each format."""
    folder = pool.edition.folder
    path = folder / (TURTLE if form == GRAPHS[0].name else f"graph.{form}")
    if not path.exists():
        reply = await pool.ask(Question(triples=form))
        if reply.status != 200:
            raise refusal(reply.status, reply.error)
        if not reply.file:
            scratch = folder / f".{path.name}-{id(reply)}"
            await asyncio.to_thread(scratch.write_bytes, reply.body)
        os.replace(reply.file or scratch, path)
    return path
