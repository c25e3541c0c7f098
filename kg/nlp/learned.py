"""Names that the trained model sees, on the tokens of parsed passages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from kg.model import Mention
from kg.models import Name, NameModel
from kg.nlp.annotation import Named, Parsed
from kg.nlp.names import NameFinder, Run

LIKELY = 0.7  # probability from which a common noun is a mention
LOOSE = 1  # characters by which tokens may overhang a name: in U.S.-built there is none
SURE = 0.9  # probability from which a name stands without the rules
UNSEEN = 0.4  # how much votes for the kind of a name count that the model does not see
OTHER = frozenset({"NORP", "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL", "LANGUAGE"})


@dataclass(frozen=True, slots=True)
class Seen:
    """A name on tokens `start` to `end` (half-open) of a passage, or a common noun (`is_name` false)."""

    start: int
    end: int
    name: Name
    is_name: bool


def seen_names(model: NameModel, passages: Sequence[Parsed]) -> list[list[Seen]]:
    """The names of each passage; all sentences of a document are read together."""
    sentences = [(n, sent) for n, parsed in enumerate(passages) for sent in parsed.doc.sents]
    found: list[list[Seen]] = [[] for _ in passages]
    for (n, sent), names in zip(sentences, model.names([s.text for _, s in sentences]), strict=True):
        for name in names:
            span = passages[n].doc.char_span(
                sent.start_char + name.start, sent.start_char + name.end, alignment_mode="expand"
            )
            if span is not None and len(span.text) - (name.end - name.start) <= LOOSE:
                found[n].append(Seen(span.start, span.end, name, any(c.isupper() for c in span.text)))
    return found


def common_nouns(parsed: Parsed, seen: Sequence[Seen], document: str) -> Iterator[Named]:
    """Common nouns that the model takes for a thing of some kind, as mentions by their own words."""
    for s in seen:
        if not s.is_name and s.name.probability >= LIKELY:
            start, end = parsed.span(s.start, s.end)
            text = parsed.source[start:end]
            root = parsed.doc[s.start : s.end].root.i
            yield Named(s.start, s.end, root, Mention(document, start, end, text, s.name.kind, text, "generic"))


def reconciled(doc: Doc, runs: Sequence[Run], seen: Sequence[Seen], finder: NameFinder) -> list[Run]:
    """The names that the model is sure of, in its borders, and the runs of the rules elsewhere.

    To a name belongs what the rules see behind it: a legal form, the region of a town.
    """
    seen = [s for s in seen if s.is_name]
    kept: list[Run] = []
    used: set[Seen] = set()
    for run in runs:
        over = [s for s in seen if s.start < run.end and s.end > run.start]
        used.update(over)
        if not over:
            kept.append(Run(run.start, run.end, run.sure, doubt=UNSEEN))
        elif all(s.name.probability >= SURE for s in over) and not _is_whole(over, run, doc, finder.endings):
            kept += [_run(s, over, run, doc, finder) for s in over]
        else:
            kept.append(Run(run.start, run.end, True, over[-1].name.chances))
    kept += [
        Run(s.start, s.end, True, s.name.chances)
        for s in seen
        if s not in used and s.name.probability >= SURE and finder.starts(doc[s.start]) and not _is_other(doc, s)
    ]
    whole = {(r.start, r.end): r for run in kept for r in _parted(run, doc, finder)}
    return sorted(whole.values(), key=lambda r: (r.start, r.end))


def _parted(run: Run, doc: Doc, finder: NameFinder) -> list[Run]:
    """Two names of "Leeds-based Larkwell", which the model may take for one."""
    based = next((i for i in range(run.start, run.end - 1) if finder.is_suffix(doc[i])), None)
    if based is None or based - run.start < 2:
        return [run]
    parts = (run.start, based - 1), (based + 1, run.end)
    return [replace(run, start=a, end=b, chances=run.chances if n else ()) for n, (a, b) in enumerate(parts)]


def _run(seen: Seen, others: Sequence[Seen], run: Run, doc: Doc, finder: NameFinder) -> Run:
    free = not any(o.start >= seen.end for o in others)
    rest = doc[seen.end : run.end] if free and seen.end < run.end else ()
    end = run.end if rest and all(finder.ends_name(t) for t in rest) else seen.end
    return Run(seen.start, end, True, seen.name.chances)


def _is_whole(seen: Sequence[Seen], run: Run, doc: Doc, endings: frozenset[str]) -> bool:
    """Whether several names are one: parted by commas that the rules read over ("Duluth, Minnesota"), or an entity.

    So are those of partners in front of a legal form ("Carver, Lund & Ashe, LLP").
    """
    if len(seen) < 2:
        return False
    if doc[run.end - 1].text in endings and {t.text for t in doc[run.start : run.end]} >= {",", "&"}:
        return True
    filled = {i for s in seen for i in range(s.start, s.end)}
    between = {doc[i].text for i in range(run.start, run.end) if i not in filled}
    return between == {","} or any((e.start, e.end) == (run.start, run.end) for e in doc[run.start : run.end].ents)


def _is_other(doc: Doc, seen: Seen) -> bool:
    """Whether the base model takes it for a nationality, a date or a number."""
    return any(t.ent_type_ in OTHER for t in doc[seen.start : seen.end])
