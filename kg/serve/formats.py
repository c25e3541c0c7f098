"""The formats of answers, and which of them a client takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox


@dataclass(frozen=True, slots=True)
class Format:
    """A format with the media types that it is asked for by, its own first."""

    name: str
    media: tuple[str, ...]
    writer: ox.QueryResultsFormat | ox.RdfFormat | None = None


_RESULTS, _RDF = ox.QueryResultsFormat, ox.RdfFormat
HTML = Format("html", ("text/html", "application/xhtml+xml"))
# the first is for whoever takes anything
TABLES = (
    Format("json", ("application/sparql-results+json", "application/json"), _RESULTS.JSON),
    Format("xml", ("application/sparql-results+xml", "application/xml", "text/xml"), _RESULTS.XML),
    Format("csv", ("text/csv",), _RESULTS.CSV),
    Format("tsv", ("text/tab-separated-values",), _RESULTS.TSV),
)
GRAPHS = (
    Format("turtle", ("text/turtle", "application/turtle", "application/x-turtle"), _RDF.TURTLE),
    Format("ntriples", ("application/n-triples", "text/plain"), _RDF.N_TRIPLES),
    Format("rdfxml", ("application/rdf+xml", "application/xml", "text/xml"), _RDF.RDF_XML),
    Format("jsonld", ("application/ld+json", "application/json"), _RDF.JSON_LD),
)
_TEXT = "text/"


@dataclass(frozen=True, slots=True)
class Choice:
    """A format and the media type that it is sent as."""

    format: Format
    media: str

    @property
    def content_type(self) -> str:
        """The header."""
        return f"{self.media}; charset=utf-8" if self.media.startswith(_TEXT) else self.media


def chosen(accept: str | None, formats: Sequence[Format]) -> Choice | None:
    """The format that an Accept header (RFC 9110, 12.5.1) likes best, None where it takes none of them.

    Of several that it likes as much the one that it names first goes before, and names before wildcards.
    """
    ranges = list(_ranges(accept or "*/*"))
    best: tuple[tuple[float, int, int, int], Choice] | None = None
    for rank, form in enumerate(formats):
        for media in form.media:
            quality, place, exactness = _liking(media, ranges)
            # an alias is not offered to wildcards
            if quality <= 0 or (exactness < _EXACT and media != form.media[0]):
                continue
            key = (quality, exactness, -place, -rank)
            if best is None or key > best[0]:
                best = key, Choice(form, media)
    return best[1] if best else None


_EXACT = 2
_Range = tuple[str, float]


def _liking(media: str, ranges: Sequence[_Range]) -> tuple[float, int, int]:
    """How much a type is liked, by which range of the header, and how exactly that names it."""
    found = (0.0, 0, -1)
    kind = media.partition("/")[0]
    for place, (pattern, quality) in enumerate(ranges):
        exactness = {media: _EXACT, f"{kind}/*": 1, "*/*": 0}.get(pattern, -1)
        if exactness > found[2]:
            found = (quality, place, exactness)
    return found


def _ranges(accept: str) -> Iterator[_Range]:
    for part in accept.split(","):
        media, *parameters = (word.strip().lower() for word in part.split(";"))
        quality = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip() == "q":
                try:
                    quality = min(1.0, max(0.0, float(value)))
                except ValueError:
                    quality = 0.0
        if media:
            yield ("*/*" if media == "*" else media), quality


def by_name(name: str) -> Format:
    """A format by its name."""
    return next(form for form in (*TABLES, *GRAPHS, HTML) if form.name == name)
