"""Pages in HTML: templates that escape whatever is put into them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from kg.terminal import clean

_ADDRESS = re.compile(r"https?://[^\s<>\"]+\Z")


def compact(iri: str, prefixes: Mapping[str, str]) -> str:
    """An IRI shortened by the longest prefix that fits."""
    found = [(len(start), name) for name, start in prefixes.items() if iri.startswith(start) and iri != start]
    if not found:
        return iri
    length, name = max(found)
    return f"{name}:{iri[length:]}"


def page(template: str, status: int = 200, **found: Any) -> HTMLResponse:
    """A page made of a template."""
    return HTMLResponse(_templates().get_template(template).render(found), status, headers={"Vary": "Accept"})


@cache
def _templates() -> Environment:
    found = Environment(
        autoescape=True,
        loader=PackageLoader("kg.serve"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["clean"] = clean
    found.filters["path"] = lambda id: "/id/" + quote(id, safe="/:~")
    # an IRI is percent-encoded already as its writer does it; what is left is for the address line
    found.filters["encoded"] = lambda iri: "/id/" + quote(iri, safe="/:~%")
    found.tests["address"] = lambda text: bool(_ADDRESS.match(text))
    return found
