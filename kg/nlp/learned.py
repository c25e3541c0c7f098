"""Names that the trained model sees, on the tokens of parsed passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from kg.models import Name, NameModel
from kg.nlp.annotation import Parsed
from kg.nlp.names import Run

SURE = 0.9  # probability from which a name stands without the rules
UNSEEN = 0.4  # how much votes for the kind of a name count that the model does not see
OTHER = frozenset({"NORP", "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL", "LANGUAGE"})


@dataclass(frozen=True, slots=True)
class Seen:
    """A name on tokens `start` to `end` (half-open) of a passage."""

    start: int
    end: int
    name: Name


def seen_names(model: NameModel, passages: Sequence[Parsed]) -> list[list[Seen]]:
    """The names of each passage; all sentences of a document are read together."""
    sentences = [(n, sent) for n, parsed in enumerate(passages) for sent in parsed.doc.sents]
    found: list[list[Seen]] = [[] for _ in passages]
    for (n, sent), names in zip(sentences, model.names([s.text for _, s in sentences]), strict=True):
        for name in names:
            span = passages[n].doc.char_span(
                sent.start_char + name.start, sent.start_char + name.end, alignment_mode="expand"
            )
            if span is not None and _is_proper(name, sent.text):
                found[n].append(Seen(span.start, span.end, name))
    return found


def _is_proper(name: Name, text: str) -> bool:
    """Whether a name has a capital; the model also marks common nouns for products and sectors."""
    return any(c.isupper() for c in text[name.start : name.end])


def reconciled(doc: Doc, runs: Sequence[Run], seen: Sequence[Seen]) -> list[Run]:
    """The runs of the rules, confirmed and told their kind by the model, and the names that only it sees.

    Borders are the rules', unless model and base model agree on others.
    """
    kept: list[Run] = []
    used: set[Seen] = set()
    for run in runs:
        over = [s for s in seen if s.start < run.end and s.end > run.start]
        used.update(over)
        if not over:
            kept.append(Run(run.start, run.end, run.sure, doubt=UNSEEN))
        elif all(s.name.probability >= SURE and _is_entity(doc, s) for s in over):
            kept += [_run(s) for s in over]
        else:
            best = max(over, key=lambda s: s.name.probability)
            kept.append(Run(run.start, run.end, True, best.name.chances))
    kept += [_run(s) for s in seen if s not in used and s.name.probability >= SURE and not _is_other(doc, s)]
    return sorted({(r.start, r.end): r for r in kept}.values(), key=lambda r: (r.start, r.end))


def _is_entity(doc: Doc, seen: Seen) -> bool:
    """Whether the base model has an entity with the same borders."""
    return any((e.start, e.end) == (seen.start, seen.end) for e in doc[seen.start : seen.end].ents)


def _is_other(doc: Doc, seen: Seen) -> bool:
    """Whether the base model takes it for a nationality, a date or a number."""
    return any(t.ent_type_ in OTHER for t in doc[seen.start : seen.end])


def _run(seen: Seen) -> Run:
    return Run(seen.start, seen.end, True, seen.name.chances)
