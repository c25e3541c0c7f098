"""Who says what a clause says: "X said", "according to X", "X reported, citing Y"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.model import Status
from kg.nlp import Parsed
from kg.nlp import syntax as syn
from kg.relations.clauses import Clauses

_WORDS = 8  # of a speaker who has no name


@dataclass(frozen=True)
class SpeakerReader:
    """Finds the speakers of a clause by the lexicon's verbs of saying."""

    lexicon: Lexicon
    clauses: Clauses

    def speakers(self, verb: Token) -> list[Token]:
        """The heads of all speakers of a verb's clause, from the inside out."""
        found = [s for clause, _ in self.clauses.upward(verb) for s in self._of_clause(clause)]
        return list(dict.fromkeys(found))

    def is_hearsay(self, verb: Token) -> bool:
        """Whether one of the speakers is nobody in particular: "sources said", "citing people familiar with it"."""
        return any(self._is_unnamed(s) for s in self.speakers(verb))

    def attribution(self, verb: Token, parsed: Parsed) -> str:
        """The innermost speaker by name, or in the words of the text; "" without one."""
        for speaker in self.speakers(verb):
            named = parsed.mentions.get(speaker.i)
            if named is not None:
                return named.name
            if self._is_unnamed(speaker):
                return _phrase(speaker)
        return ""

    def _is_unnamed(self, speaker: Token) -> bool:
        return speaker.pos_ == "NOUN" and speaker.lemma_.lower() in self.lexicon.words(Status.POSSIBLE, "speaker")

    def _of_clause(self, verb: Token) -> Iterator[Token]:
        for according in (t for t in verb.subtree if t.lower_ == "according" and syn.governing_verb(t) == verb):
            yield from (p for to in syn.children(according, "prep") for p in syn.children(to, "pobj"))
        for saying in self._sayings(verb):
            for citing in syn.children(saying, "advcl"):
                if citing.lemma_.lower() in self.lexicon.words("Report", "citing"):
                    yield from syn.children(citing, "dobj")
            yield from syn.children(saying, "nsubj")
            if syn.is_passive(saying):
                yield from syn.agent(saying)

    def _sayings(self, verb: Token) -> Iterator[Token]:
        """The verb of saying over a clause, and one behind it that the parser hangs below it."""
        says = self.lexicon.words("Report", "verb") | self.lexicon.words("Report", "speech")
        if (
            verb.dep_ in {"ccomp", "xcomp"}
            and verb.head.lemma_.lower() in says
            and not syn.children(verb.head, "auxpass")
        ):
            yield verb.head
        joined = any(c.i > verb.i for c in syn.children(verb, "cc"))
        for child in syn.children(verb, "ccomp", "parataxis", *([] if joined else ["conj"])):
            below = child.i > verb.i and not any(c.dep_ in {"ccomp", "dobj", "mark"} for c in child.children)
            if below and child.lemma_.lower() in says and child.doc[child.left_edge.i - 1].text == ",":
                yield child
        if any(c.lemma_.lower() in self.lexicon.words("Report", "citing") for c in syn.children(verb, "advcl")):
            yield verb


def _phrase(noun: Token) -> str:
    """A noun with the words around it, article left out."""
    words = [t for t in noun.subtree if t.dep_ != "det" or t.head.i != noun.i]
    behind = [t for t in words if t.i > noun.i and t.i < noun.i + _WORDS]
    stop = next((t.i for t in behind if t.text in {",", ";"} or t.dep_ == "relcl"), None)
    last = max([noun.i, *(t.i for t in behind if stop is None or t.i < stop)])
    return noun.doc[min(t.i for t in words) : last + 1].text
