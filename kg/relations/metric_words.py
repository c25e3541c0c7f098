"""The lexicon's words of metrics and of change, by the word that is looked up first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from kg.lexicon import Lexicon
from kg.model import Change

TURNS = (Change.INCREASE, Change.DECREASE)
_VERBS = (("verb", Change.LEVEL), ("verbUp", Change.INCREASE), ("verbDown", Change.DECREASE))


@dataclass(frozen=True)
class MetricWords:
    """Tables made once a lexicon, since every noun and verb of a text is looked up in them."""

    lexicon: Lexicon

    @cached_property
    def phrases(self) -> dict[str, str]:
        """Noun phrases in lower case and the metrics that they name."""
        return {w.lower(): m for m in sorted(self.lexicon.ontology.metrics) for w in self.lexicon.words(m, "noun")}

    def may_end(self, word: str) -> bool:
        """Whether a phrase ends with a word, or with its last part where it has a hyphen."""
        return _last(word) in self._ends

    @cached_property
    def verbs(self) -> dict[str, dict[tuple[str, Change], list[list[str]]]]:
        """Verbs to the metrics and changes that they state, each with the words that must stand beside them."""
        table: dict[str, dict[tuple[str, Change], list[list[str]]]] = {}
        for metric in sorted(self.lexicon.ontology.metrics):
            for name, change in _VERBS:
                for phrase in self.lexicon.words(metric, name):
                    first, *rest = phrase.split()
                    table.setdefault(first, {}).setdefault((metric, change), []).append(rest)
        return table

    @cached_property
    def of_patients(self) -> dict[str, list[str]]:
        """Verbs to the metrics that they state of their patient."""
        return self._by_word("ofPatient")

    @cached_property
    def holding(self) -> dict[str, list[str]]:
        """Verbs for having a share to the metrics that they state of their subject."""
        return self._by_word("heldBy")

    @cached_property
    def parts(self) -> dict[str, list[str]]:
        """Nouns for a part to the metrics that it is where its whole is theirs."""
        return self._by_word("part")

    @cached_property
    def change_nouns(self) -> frozenset[str]:
        """Nouns of change: "growth", "drop"."""
        return frozenset(w for change in TURNS for w in self.lexicon.words(change, "noun"))

    def _by_word(self, list_name: str) -> dict[str, list[str]]:
        table: dict[str, list[str]] = {}
        for metric in sorted(self.lexicon.ontology.metrics):
            for word in self.lexicon.words(metric, list_name):
                table.setdefault(word, []).append(metric)
        return table

    @cached_property
    def _ends(self) -> frozenset[str]:
        return frozenset(_last(phrase) for phrase in self.phrases)


def _last(phrase: str) -> str:
    return phrase.replace(" ", "-").rpartition("-")[2]
