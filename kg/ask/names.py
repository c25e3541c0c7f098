"""The names of a graph as they stand in questions: forgiving of case, accents and legal forms, never of letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from kg.ask.words import texts, words_of
from kg.query import Dataset, document_names, kind_of, label_of, named
from kg.resolve import forms_agree, without_form

_NEAR = 78  # of 100: how like names must be to be suggested


@dataclass(frozen=True, slots=True)
class Named:
    """Something that a name means: what `kg query` finds it by, its kind, and the legal form of the name."""

    value: str
    kind: str
    form: str
    rank: int  # 0 a label, 1 an alias, 2 and 3 the same without legal form


class Names:
    """All names of a graph by their words."""

    def __init__(self, data: Dataset) -> None:
        self._by_words: dict[tuple[str, ...], set[Named]] = {}
        self._labels: dict[str, str] = {}
        self.longest = 1
        for name, nodes in named(data).items():
            for node in nodes:
                if kind := kind_of(data, node):
                    self._add(name, label_of(data, node), kind)
        self.documents = {texts(words_of(name)): [name] for name in document_names(data)}

    @classmethod
    def of(cls, data: Dataset) -> Names:
        """The names of a graph, read once."""
        found = data.kept.get("names")
        if not isinstance(found, cls):
            found = data.kept["names"] = cls(data)
        return found

    def _add(self, name: str, label: str, kind: str) -> None:
        words = texts(words_of(name))
        rank = 0 if words == texts(words_of(label)) else 1
        short, form = without_form(words)
        for key, place in ((words, rank), (_bare(words), rank), (_bare(short), rank + 2)):
            if key:
                self._by_words.setdefault(key, set()).add(Named(label, kind, form, place))
                self.longest = max(self.longest, len(key) + 2)
        self._labels.setdefault(" ".join(words), label)

    def called(self, words: Sequence[str]) -> list[Named]:
        """What is called so, the best names first; nothing whose legal form is another."""
        whole = self._by_words.get(tuple(words), ())
        if whole:
            return _best(whole)
        short, form = without_form(_bare(tuple(words)))
        agreeing = (n for n in self._by_words.get(_bare(short), ()) if forms_agree(n.form, form) is not False)
        return _best(agreeing)

    def near(self, words: str) -> list[str]:
        """Labels of names that are written much like these words, or begin with them."""
        wanted = " ".join(texts(words_of(words)))
        starts = [label for name, label in self._labels.items() if wanted and f"{name} ".startswith(f"{wanted} ")]
        like = process.extract(wanted, list(self._labels), scorer=fuzz.ratio, score_cutoff=_NEAR, limit=5)
        return list(dict.fromkeys([*sorted(starts), *(self._labels[name] for name, _, _ in like)]))[:3]


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def _best(found: Iterable[Named]) -> list[Named]:
    ordered = sorted(found, key=lambda n: (n.rank, n.value, n.kind))
    return [n for n in ordered if n.rank == ordered[0].rank]
