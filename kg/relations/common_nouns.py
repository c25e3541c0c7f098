"""Mentions by common noun, such as "cloud services", where a relation wants a product, sector or risk."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.model import Mention
from kg.nlp import Named, Parsed
from kg.nlp import syntax as syn
from kg.relations.places import MODIFIERS

_TIMES_AND_NAMES = frozenset({"DATE", "TIME", "PERSON", "GPE"})
_COUNTS_AND_ORIGINS = frozenset({"DATE", "ORDINAL", "CARDINAL", "NORP"})


@dataclass(frozen=True)
class CommonNouns:
    """Makes mentions of the common nouns of one passage."""

    parsed: Parsed
    lexicon: Lexicon
    document: str

    def mention(self, token: Token, kinds: frozenset[str], loose: bool = False) -> Named | None:
        """The noun with the words that narrow it, where one of the kinds has such.

        `loose` takes any common noun that is not known to be no product, not only listed ones.
        """
        if token.pos_ not in {"NOUN", "PROPN"} or token.ent_type_ in _TIMES_AND_NAMES or token.i in self.parsed.amounts:
            return None
        words = self._words_before(token)
        for kind in sorted(kinds.intersection(self.lexicon.kinds_with("genericNoun"))):
            if self._names_kind(token, words, kind, loose):
                inner = syn.objects_of(token, "of") if "of" in self.lexicon.words(kind, "extends") else []
                last = inner[0] if inner else token  # "shortage of paper"
                return self._owned(words[0].i if words else token.i, last, kind)
        return None

    def spelled(self, first: int, last: int, kind: str, name: str = "") -> Named:
        """A mention by the words from one token to another, called by them unless a name is given."""
        start, end = self.parsed.span(first, last + 1)
        text = self.parsed.words(first, last + 1)
        return Named(first, last + 1, last, Mention(self.document, start, end, text, kind, name or text, "generic"))

    def _names_kind(self, token: Token, before: list[Token], kind: str, loose: bool) -> bool:
        word = token.lemma_.lower()
        compound = f"{before[-1].lower_} {word}" if before else word
        listed = bool({word, compound, token.lower_} & self.lexicon.words(kind, "genericNoun"))
        if word in self.lexicon.words(kind, "vagueNoun"):
            owned = any(c.i in self.parsed.mentions for c in syn.children(token, "poss"))
            made = self.lexicon.words(kind, "made")
            return listed and (bool(before) or (owned and (not made or word in made)))
        refused = self.lexicon.words(kind, "notGeneric")
        return listed or (loose and bool(refused) and word not in refused and token.tag_ == "NNS")

    def _words_before(self, token: Token) -> list[Token]:
        """The modifiers that belong to the noun's name: "cloud" of "cloud services", not "many" or "its"."""
        before = (self.parsed.doc[i] for i in range(token.i - 1, token.sent.start - 1, -1))
        words = list(takewhile(lambda t: self._is_modifier(t, token), before))[::-1]
        bland = self.lexicon.words("Bland", "word")
        while words and (words[0].lower_ in bland or words[0].text == "-" or words[0].dep_ == "advmod"):
            words.pop(0)
        return words

    def _is_modifier(self, token: Token, noun: Token) -> bool:
        named = self.parsed.mentions.get(token.i)
        if named is not None and named.mention.how == "name" and not token.is_lower:
            product = named.kind in self.lexicon.kinds_like("partNoun")
            if not product:
                return False
        if token.i in self.parsed.amounts or token.ent_type_ in _COUNTS_AND_ORIGINS:
            return False
        within = token.head.i == noun.i or token.head.i in range(token.i + 1, noun.i)
        return (
            within
            and token.dep_ in MODIFIERS
            and token.text not in {",", '"', "(", ")"}
            and token.tag_ not in {"JJR", "JJS", "PRP$", "CD"}
        )

    def _owned(self, first: int, last: Token, kind: str) -> Named:
        """A mention with its owner's name in its own: "Larkwell’s pumps"."""
        owner = next((self.parsed.mentions.get(o.i) for o in syn.children(last, "poss")), None)
        if owner is None or owner.kind == kind or owner.mention.how != "name":
            return self.spelled(first, last.i, kind)
        text = self.parsed.doc[first : last.i + 1].text
        genitive = "’" if owner.name.endswith("s") else "’s"
        return self.spelled(first, last.i, kind, f"{owner.name}{genitive} {text}")
