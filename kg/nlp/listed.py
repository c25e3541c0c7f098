"""Names that the lexicon lists, or tells by the letters at their end, wherever they stand and however they are written.

Both are plain words of Turtle files, which may come from anybody: they are compared, never run as patterns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Token
from spacy.util import filter_spans

from kg.lexicon import Lexicon
from kg.nlp.names import Run

SHORTEST = 3  # letters before a suffix, so that "men" is none of "en"
LONGEST = 100  # characters of a listed name; nobody writes longer ones
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "X"})


def has_suffix(word: str, suffixes: Iterable[str]) -> bool:
    """Whether a word ends in one of some suffixes and has letters enough before it."""
    lower = word.lower()
    return lower.isalpha() and any(lower.endswith(s) and len(lower) >= len(s) + SHORTEST for s in suffixes)


class ListedNames:
    """Finds the names of a lexicon (lex:name) and words with the suffixes of names (lex:nameSuffix)."""

    def __init__(self, lexicon: Lexicon, pipeline: Language) -> None:
        self.kinds: dict[str, list[tuple[str, str]]] = {}
        """By the name in small letters, as it is listed, with its kind."""
        for kind in lexicon.kinds_with("name"):
            for name in sorted(lexicon.words(kind, "name")):
                if name.strip() and len(name) <= LONGEST:
                    self.kinds.setdefault(_key(name), []).append((" ".join(name.split()), kind))
        self.suffixes = lexicon.words_of_kinds("nameSuffix")
        self.matcher = PhraseMatcher(pipeline.vocab, attr="LOWER")
        self.matcher.add("name", [pipeline.make_doc(key) for key in sorted(self.kinds)])

    def with_runs(self, doc: Doc, runs: Sequence[Run]) -> list[Run]:
        """The runs of a passage with those of listed names, which stand for what they cover."""
        if not self.kinds and not self.suffixes:
            return list(runs)
        found = [*self._listed(doc), *self._by_suffix(doc)]
        runs = [_joined(r, found) for r in runs]
        # a name may be part of a longer one: a firm that is called by its drug
        whole = [r for r in runs if any(r.start <= f.start and r.end >= f.end and _longer(r, f) for f in found)]
        kept = [f for f in found if not any(_overlap(f, r) for r in whole)]
        rest = [r for r in runs if not any(_overlap(f, r) for f in kept)]
        return sorted([*kept, *rest], key=lambda r: (r.start, r.end))

    def _listed(self, doc: Doc) -> Iterator[Run]:
        spans = (doc[start:end] for _, start, end in self.matcher(doc))
        for span in filter_spans([s for s in spans if self._kinds_of(s.text)]):
            yield Run(span.start, span.end, True, listed=self._kinds_of(span.text))

    def _kinds_of(self, text: str) -> tuple[str, ...]:
        """Names with capitals are held to them; one in small letters may open a sentence."""
        words = " ".join(text.split())
        return tuple(kind for name, kind in self.kinds.get(_key(text), ()) if name.islower() or name == words)

    def _by_suffix(self, doc: Doc) -> Iterator[Run]:
        for token in doc:
            if self.suffixes and token.pos_ in _NOUNS and has_suffix(token.text, self.suffixes) and not _parts(token):
                yield Run(token.i, token.i + 1, True)


def _key(name: str) -> str:
    return " ".join(name.lower().split())


def _parts(token: Token) -> bool:
    """Whether a hyphen makes a word a part of another."""
    sides = (token.doc[i].text for i in (token.i - 1, token.i + 1) if 0 <= i < len(token.doc))
    return "-" in sides


def _joined(run: Run, found: Sequence[Run]) -> Run:
    """A run that goes on behind a listed name that it begins within, from the beginning of that."""
    begun = [f for f in found if f.start < run.start < f.end < run.end]
    return replace(run, start=begun[0].start) if begun else run


def _longer(run: Run, than: Run) -> bool:
    return run.end - run.start > than.end - than.start


def _overlap(one: Run, other: Run) -> bool:
    return one.start < other.end and other.start < one.end
