"""Answers of readers as HTTP responses, and refusals as one sentence."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from kg.serve.formats import Choice, Format
from kg.serve.messages import Reply

_CHUNK = 1 << 18
_VARY = {"Vary": "Accept"}


def refusal(status: int, sentence: str, **headers: str) -> HTTPException:
    """What to raise so that the client reads a sentence."""
    return HTTPException(status, sentence, headers or None)


async def in_words(request: Request, error: Exception) -> Response:
    """A refusal as plain text."""
    assert isinstance(error, HTTPException)
    sentence = {
        404: f"There is nothing at {request.url.path}.",
        405: f"{request.method} is not possible here.",
    }.get(error.status_code, error.detail)
    own = error.detail if error.detail.endswith(".") else sentence
    # an IRI from the request may be in it, and half a surrogate pair cannot be sent
    text = own.encode("utf-8", "replace").decode()
    return PlainTextResponse(f"{text}\n", error.status_code, headers=error.headers)


async def failed(_: Request, __: Exception) -> Response:
    """What is left when something goes wrong here."""
    return PlainTextResponse("Something went wrong here; the log of the service says what.\n", 500)


def sent(reply: Reply, choice: Choice) -> Response:
    """An answer with its media type.

    Raises:
        HTTPException: the answer is an error.
    """
    if reply.status != 200:
        raise refusal(reply.status, reply.error)
    if not reply.file:
        return Response(reply.body, media_type=choice.content_type, headers=_VARY)
    path = Path(reply.file)
    headers = _VARY | {"Content-Length": str(path.stat().st_size)}
    return StreamingResponse(_once(path), media_type=choice.content_type, headers=headers)


def not_acceptable(formats: tuple[Format, ...]) -> HTTPException:
    """What to raise when a client takes none of these formats."""
    return refusal(406, f"This can be had as: {', '.join(form.media[0] for form in formats)}.")


async def body_of(request: Request, largest: int) -> bytes:
    """The body of a request.

    Raises:
        HTTPException: it is larger than that, or does not come.
    """
    found = bytearray()
    try:
        async with asyncio.timeout(60):
            async for part in request.stream():
                if len(found) <= largest:  # the rest is read and dropped, so that the client hears why
                    found += part
    except TimeoutError as error:
        raise refusal(408, "The request did not come to its end within 60 s.") from error
    if len(found) > largest:
        raise refusal(413, f"The request is larger than {largest:,} bytes, the limit here.")
    return bytes(found)


async def _once(path: Path) -> AsyncIterator[bytes]:
    """The bytes of a file that is deleted meanwhile."""
    try:
        with path.open("rb") as file:
            while part := await asyncio.to_thread(file.read, _CHUNK):
                yield part
    finally:
        with suppress(OSError):
            os.unlink(path)
