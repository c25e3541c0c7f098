"""Capitals that open a sentence and name nothing: "Frontier markets did well", "Apple growers sold their apples".

A lone word before a common noun at the start of a sentence is a name only where the name model is rather sure of it,
or where the document has the name elsewhere. Words that the base model does not know are names in any case.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from kg.nlp.aliases import key
from kg.nlp.annotation import Parsed
from kg.nlp.given import Found

COMMON, PROPER = 0.92, 0.75  # chances below which a word is none, where the tagger takes it for a common or proper noun
CERTAIN = 0.99  # chance from which a word is a name though the document has it in small letters
_PROPER = frozenset({"NNP", "NNPS"})
_NOUNS = frozenset({"NN", "NNS"})


def without_homographs(names: Sequence[Found], passages: Iterable[Parsed]) -> list[Found]:
    """The names of a document without those that only open a sentence with a common word."""
    doubtful = {id(n) for n in names if _opens_phrase(n)}
    if not doubtful:
        return [*names]
    firm = {key(n.text).split()[0] for n in names if id(n) not in doubtful and n.run.sure}
    small = {w for p in passages for t in p.doc if t.text.islower() and t.tag_ in _NOUNS for w in (t.text, t.lemma_)}
    return [n for n in names if id(n) not in doubtful or key(n.text) in firm or not _is_common(n, small)]


def _opens_phrase(found: Found) -> bool:
    """Whether a name is a lone word at the start of a sentence, before the common noun that it describes."""
    first = _first(found)
    if found.run.end - found.run.start != 1 or not first.is_sent_start or first.i + 1 >= len(first.doc):
        return False
    following = first.nbor()
    return following.text.islower() and following.tag_ in _NOUNS and first.dep_ in {"compound", "amod", "nmod"}


def _is_common(found: Found, small: set[str]) -> bool:
    first, chance = _first(found), max((c for _, c in found.run.chances), default=None)
    vectors = first.vocab.vectors
    if chance is None or first.vocab.strings[first.lower_] not in vectors:
        return False  # the rules have decided alone, or the word has no other sense
    if first.lower_ in small:
        return chance < CERTAIN
    return chance < (PROPER if first.tag_ in _PROPER else COMMON)


def _first(found: Found) -> Token:
    return found.parsed.doc[found.run.start]
