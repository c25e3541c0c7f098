"""The service as an ASGI application: which address is answered by what."""

from __future__ import annotations

from collections.abc import Callable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from kg import __version__
from kg.serve.entities import entity
from kg.serve.graphs import data
from kg.serve.guard import Guard, hosts_for
from kg.serve.live import Live
from kg.serve.pages import page
from kg.serve.questions import listed, question
from kg.serve.responses import failed, in_words
from kg.serve.settings import Settings
from kg.serve.sparql import sparql

_WRITING = ["GET", "PUT", "POST", "DELETE", "PATCH"]


def application(live: Live, settings: Settings, tell: Callable[[str], None] | None = None) -> Starlette:
    """The service of a graph that is live; `tell` is given a line a request."""
    middleware = [Middleware(Guard, hosts=hosts_for(settings.host), tell=tell)]
    if settings.origins:
        methods, origins = ["GET", "POST"], list(settings.origins)
        middleware.append(Middleware(CORSMiddleware, allow_origins=origins, allow_methods=methods))
    app = Starlette(
        routes=[
            Route("/", explorer),
            Route("/sparql", sparql, methods=["GET", "POST"]),
            Route("/data", data, methods=_WRITING),
            Route("/id/{name:path}", entity),
            Route("/questions", listed),
            Route("/questions/{name}", question),
            Route("/healthz", health),
        ],
        middleware=middleware,
        exception_handlers={HTTPException: in_words, Exception: failed},
    )
    app.state.live = live
    return app


async def explorer(request: Request) -> Response:
    """The explorer, which asks nothing of any network; its policy stands in the page."""
    edition = request.app.state.live.pool.edition
    if not edition.page.exists():
        answer = page("waiting.html", 503)
        answer.headers["Retry-After"] = "5"
        return answer
    policy = {"Content-Security-Policy": "frame-ancestors 'none'"}
    return FileResponse(edition.page, media_type="text/html; charset=utf-8", headers=policy)


async def health(request: Request) -> Response:
    """That the service answers, and on what."""
    edition = request.app.state.live.pool.edition
    found = {"status": "ok", "triples": edition.triples, "edition": edition.key, "version": __version__}
    return JSONResponse(found, headers={"Cache-Control": "no-store"})
