"""Word lists: misspelt properties, words of nothing, words that no text can match, kinds that nothing tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache

from kg.lexicon import NAMING, Lexicon
from kg.ontology import LEX, folder, local_name, node_key
from kg.vet.finding import ERROR, WARNING

Fault = tuple[str, str, str]
LONGEST = 100  # characters of a word or name
SHORTEST_SUFFIX = 3
# what lets kg find mentions of a kind
_TELLING = (*NAMING, "label", "nameWord", "nameEnding", "descriptor", "genericNoun", "notGeneric", "shape")


def word_findings(lexicon: Lexicon) -> Iterator[Fault]:
    """What is wrong with the lists of words of kinds, relations and other terms."""
    ontology = lexicon.ontology
    groups = (ontology.kinds, ontology.relations, ontology.statuses, ontology.metrics, ontology.changes)
    known = {term.iri for group in groups for term in group.values()}
    for subject, properties in sorted(ontology.triples.items()):
        lists = {p.removeprefix(LEX): v for p, v in properties.items() if p.startswith(LEX)}
        if not lists or subject.startswith("_:"):
            continue
        if subject not in known and not subject.startswith(LEX):
            message = f"{local_name(subject)} has words but is no kind, relation, status, metric or change."
            yield subject, ERROR, message
        for name, values in sorted(lists.items()):
            yield from _list(subject, name, [node_key(v) for v in values])
    for kind in ontology.leaf_kinds:
        yield from _kind(lexicon, kind)


@cache
def _properties() -> frozenset[str]:
    """The properties that the shipped lexicon has or explains."""
    text = (folder() / "lexicon.en.ttl").read_text(encoding="utf-8")
    return frozenset(re.findall(r"\blex:([a-z]\w*)", text))


def _list(subject: str, name: str, words: list[str]) -> Iterator[Fault]:
    term = local_name(subject)
    if name not in _properties():
        near = get_close_matches(name, sorted(_properties()), n=1)
        hint = f"; did you mean lex:{near[0]}?" if near else ", which nothing reads."
        yield subject, ERROR, f"{term} has the unknown property lex:{name}{hint}"
    for word in sorted(words):
        if not word.strip():
            yield subject, ERROR, f"{term} has an empty word in lex:{name}."
        elif word != word.strip() or "  " in word:
            yield subject, ERROR, f"{term} has in lex:{name} {word!r}, which no text matches for its spaces."
        elif len(word) > LONGEST:
            yield subject, WARNING, f"{term} has in lex:{name} a word of {len(word)} characters, which no text matches."
        elif name == "nameSuffix" and not (word.isalpha() and word.islower()):
            yield subject, ERROR, f"{term} has the lex:nameSuffix {word!r}, which must be small letters alone."
        elif name == "nameSuffix" and len(word) < SHORTEST_SUFFIX:
            yield subject, WARNING, f"{term} has the lex:nameSuffix {word!r}, which common words end in too."


def _kind(lexicon: Lexicon, kind: str) -> Iterator[Fault]:
    iri = lexicon.ontology.iri(kind)
    if not any(lexicon.words(kind, name) for name in _TELLING):
        yield iri, WARNING, f"Nothing tells what {kind} is called: give it lex:name, lex:descriptor or lex:genericNoun."
    for other in lexicon.ontology.leaf_kinds:
        both = lexicon.words(kind, "name") & lexicon.words(other, "name") if other != kind else ()
        for word in sorted(both):
            yield iri, WARNING, f"{word!r} is a lex:name of {kind} and of {other}, so neither is sure."
