"""Relations read from passages with no names given, against gold between spans, as KnowledgeNet is scored.

A gold fact is found when a fact of its property has a subject and an object that overlap the gold's. A fact of kg that
finds none is wrong if its property was looked for in the passage. Properties without a counterpart in the ontology are
not scored. (Mesquita et al. 2019, KnowledgeNet; the measure is its evaluator's span_overlap.)
"""

from __future__ import annotations

from kg.datasets import Example, Labelled, Row, row_of
from kg.evaluate.marking import BY_TYPE, OVERALL, Evaluation, Progress, Sheet, Sheets
from kg.evaluate.readings import Read, Said, as_example, overlap, said
from kg.model import Document


def evaluate_passages(gold: Labelled, read: Read, progress: Progress | None = None) -> tuple[Evaluation, list[Row]]:
    """Score what is read in the passages of a file, and give it in the form of the file."""
    sheets, rows = Sheets(), []
    for done, example in enumerate(gold.examples, 1):
        types = [type_ for type_ in gold.scheme.relations if not example.checked or type_ in example.checked]
        found = said(read(Document(example.id, example.text)), gold.scheme, types) if types else []
        wanted = [fact for fact in _facts(example) if fact.type in types]
        _mark(sheets[example.document], example, wanted, found)
        rows.append(row_of(as_example(example, found), gold.form))
        if progress is not None:
            progress(done, len(gold.examples), example.id)
    return Evaluation.of(sheets.values()), rows


def _facts(example: Example) -> list[Said]:
    places = [(span.start, span.end) for span in example.spans]
    return [Said(link.type, places[link.head], places[link.tail]) for link in example.links]


def _mark(sheet: Sheet, example: Example, wanted: list[Said], found: list[Said]) -> None:
    missed = [fact for fact in wanted if not any(_same(fact, one) for one in found)]
    wrong = [one for one in found if not any(_same(fact, one) for fact in wanted)]
    for fact in wanted:
        sheet.add("gold", OVERALL, (BY_TYPE, fact.type))
        if fact not in missed:
            # several facts of kg that find one gold fact count as one
            sheet.add("right", OVERALL, (BY_TYPE, fact.type))
            sheet.add("system", OVERALL, (BY_TYPE, fact.type))
    for one in wrong:
        sheet.add("system", OVERALL, (BY_TYPE, one.type))
    for error, facts in (("wrong", wrong), ("missed", missed)):
        for fact in facts:
            sheet.note(error, (_words(example, fact.head), fact.type, _words(example, fact.tail), ""), example.text)
    for fact in missed:
        sheet.confuse([fact.type], [one.type for one in wrong if _same_places(fact, one)])
    for one in wrong:
        if not any(_same_places(fact, one) for fact in missed):
            sheet.confuse([], [one.type])


def _same(fact: Said, one: Said) -> bool:
    return fact.type == one.type and overlap(fact.head, one.head) and overlap(fact.tail, one.tail)


def _same_places(fact: Said, one: Said) -> bool:
    straight = overlap(fact.head, one.head) and overlap(fact.tail, one.tail)
    return straight or (overlap(fact.head, one.tail) and overlap(fact.tail, one.head))


def _words(example: Example, place: tuple[int, int]) -> str:
    return example.text[slice(*place)]
