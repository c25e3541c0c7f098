"""What documents say as rows of tables, so that it can be asked without kg."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from kg.export import qualifiers_to_json, value_to_json
from kg.model import Claim, Document, Extraction, Mention, Problem, Value
from kg.store import to_bytes

Row = dict[str, Any]

# in the words of Spark SQL
MENTION = "struct<start: int, end: int, text: string, kind: string, name: string, how: string>"
CLAIM = (
    "struct<subject: string, subject_kind: string, predicate: string, object: string, object_kind: string, "
    "change: string, value: string, value_json: string, qualifiers_json: string, status: string, "
    "confidence: double, start: int, end: int, quote: string, extractor: string>"
)
PROBLEM = "struct<document: string, severity: string, message: string>"
DOCUMENTS = f"id string, record binary, problems array<{PROBLEM}>"
EXTRACTED = (
    "id string, title string, date string, source string, record binary, "
    f"mentions array<{MENTION}>, claims array<{CLAIM}>, problems array<{PROBLEM}>"
)


def document_row(document: Document) -> Row:
    """A document with all that is known of it."""
    return {"id": document.id, "record": to_bytes(Extraction(document)), "problems": []}


def extraction_row(extraction: Extraction, problems: Iterable[Problem] = ()) -> Row:
    """What a document says: encoded as a store keeps it, and flat."""
    document = extraction.document
    return {
        "id": document.id,
        "title": document.title,
        "date": document.date,
        "source": document.source,
        "record": to_bytes(extraction),
        "mentions": [_mention(m) for m in extraction.mentions],
        "claims": [_claim(c) for c in extraction.claims],
        "problems": [problem_object(p) for p in problems],
    }


def problem_row(problem: Problem, others: Iterable[Problem] = ()) -> Row:
    """Why there is nothing of a document."""
    return {
        "id": problem.document,
        "mentions": [],
        "claims": [],
        "problems": [problem_object(p) for p in (*others, problem)],
    }


def problem_object(problem: Problem) -> Row:
    """A problem with its parts named."""
    return {"document": problem.document, "severity": problem.severity, "message": problem.message}


def _mention(m: Mention) -> Row:
    return {"start": m.start, "end": m.end, "text": m.text, "kind": m.kind, "name": m.name, "how": m.how}


def _claim(claim: Claim) -> Row:
    about = claim.object if isinstance(claim.object, Mention) else None
    value = claim.object if isinstance(claim.object, Value) else None
    evidence = claim.evidence
    return {
        "subject": claim.subject.name,
        "subject_kind": claim.subject.kind,
        "predicate": claim.predicate,
        "object": about.name if about else None,
        "object_kind": about.kind if about else None,
        "change": claim.change.value if claim.change else None,
        "value": value.text if value else None,
        "value_json": _json(value_to_json(value)) if value else None,
        "qualifiers_json": _json(qualifiers_to_json(claim.qualifiers)),
        "status": claim.status.value,
        "confidence": claim.confidence,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
        "extractor": evidence.extractor,
    }


def _json(found: Any) -> str:
    return json.dumps(found, ensure_ascii=False)
