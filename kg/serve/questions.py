"""/questions: the shipped questions, and the answer of one; a parameter names a node and is never pasted into text."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kg.query import questions
from kg.serve.formats import TABLES, chosen
from kg.serve.live import Live
from kg.serve.messages import Request as Asked
from kg.serve.responses import not_acceptable, refusal, sent


async def listed(_: Request) -> Response:
    """All shipped questions with their parameters."""
    return JSONResponse(
        [
            {
                "name": q.name,
                "title": q.title,
                "description": q.description,
                "parameters": [
                    {"name": p.name, "description": p.description, "required": p.required} for p in q.parameters
                ],
                "query": q.query,
            }
            for q in questions().values()
        ]
    )


async def question(request: Request) -> Response:
    """The answer of one: `/questions/customers-of?entity=Some%20Company`."""
    live: Live = request.app.state.live
    name, given = request.path_params["name"], request.query_params
    if name not in questions():
        raise refusal(404, f"There is no question named {name!r}; /questions lists them.")
    choice = chosen(request.headers.get("accept"), TABLES)
    if choice is None:
        raise not_acceptable(TABLES)
    if len(set(given)) != len(given.multi_items()):
        raise refusal(400, "A parameter is given twice.")
    return sent(await live.pool.ask(Asked(name, parameters=dict(given), table=choice.format.name)), choice)
