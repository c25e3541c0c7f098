"""From the head of a noun phrase to the entities meant.

Lists are taken apart, "clients such as X" becomes X, "half of X" becomes X, a relative pronoun its noun,
and a common noun becomes a mention of its own where the relation wants a product, sector or risk.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.nlp import Named, Parsed
from kg.nlp import syntax as syn
from kg.relations.common_nouns import CommonNouns
from kg.relations.places import MODIFIERS, Places

_PARTS = 8  # parts of parts ("half of a third of X") that are followed


@dataclass(frozen=True)
class Arguments:
    """Finds the arguments of cues within one parsed passage of a document."""

    parsed: Parsed
    lexicon: Lexicon
    document: str
    topic: Named | None = None
    """What the whole document is mostly about."""
    lead: Named | None = None
    """Whom it names most, by however little."""

    @cached_property
    def places(self) -> Places:
        """Where arguments stand."""
        return Places(self.parsed, self.lexicon)

    @cached_property
    def nouns(self) -> CommonNouns:
        """Mentions by common noun."""
        return CommonNouns(self.parsed, self.lexicon, self.document)

    @cached_property
    def described(self) -> dict[int, list[Named]]:
        """Names by the index of each noun that says what they are."""
        table: dict[int, list[Named]] = {}
        for named in dict.fromkeys(self.parsed.mentions.values()):
            if named.mention.how != "name":
                continue
            span = self.parsed.doc[named.start : named.end]
            for noun in [*syn.descriptions(span), *self._named_by(named)]:
                if self.in_name(noun):
                    continue
                group = syn.conjuncts(syn.list_head(span.root)) if noun.tag_ == "NNS" else [span.root]
                members = [self.parsed.mentions[t.i] for t in group if t.i in self.parsed.mentions]
                row = table.setdefault(noun.i, [])
                row += [m for m in (members if named in members else [named]) if m not in row]
        return table

    def topic_at(self, token: Token) -> Named | None:
        """What the document is about, unless the sentence before is about another body."""
        if self.topic is None or token.sent.start == 0:
            return self.topic
        before = self.parsed.doc[token.sent.start - 1].sent
        subjects = (self.parsed.mentions.get(t.i) for t in before if t.dep_ in {"nsubj", "nsubjpass"})
        others = (n for n in subjects if n is not None and n.kind == self.topic.kind and n.name != self.topic.name)
        return None if next(others, None) is not None else self.topic

    def in_name(self, token: Token) -> bool:
        """Whether a token is part of a name and so no word of the language."""
        return self.named(token) is not None

    def named(self, token: Token) -> Named | None:
        """The mention by name that a token is part of."""
        named = self.parsed.mentions.get(token.i)
        return named if named is not None and named.mention.how == "name" else None

    def expand(self, token: Token, kinds: frozenset[str], loose: bool = False, one: bool = False) -> list[Named]:
        """The mentions that a noun phrase with this head stands for, as far as they are of the kinds.

        `loose` takes any common noun that is not known to be no product, not only listed ones; `one`
        leaves out what is listed behind the head.
        """
        return self._expanded(syn.relative(token), kinds, loose, one)

    def _expanded(
        self, token: Token, kinds: frozenset[str], loose: bool, one: bool = False, parts: int = 0
    ) -> list[Named]:
        """The same of a head that is looked for as the whole of so many parts of parts."""
        listed = [token] if one else syn.conjuncts(token)
        return list(dict.fromkeys(n for t in listed for n in self._one(t, kinds, loose, parts)))

    def is_part(self, token: Token) -> bool:
        """Whether a noun is a measure or part of what follows: "half of X", "shares in X"."""
        amounts = self.parsed.amounts
        if syn.is_measure(token) or token.i in amounts or token.lemma_.lower() in self._part_nouns:
            return True
        return any(c.i in amounts for c in token.children)

    def is_goods(self, token: Token) -> bool:
        """Whether a noun phrase without a name is a product that somebody owns: "X's glass"."""
        owned = token.i not in self.parsed.mentions and bool(syn.children(token, "poss"))
        return owned and not self.is_part(token) and self.generic(token, self._products, loose=True) is not None

    def generic(self, token: Token, kinds: frozenset[str], loose: bool = False) -> Named | None:
        """A mention by common noun, unless a name says what is meant."""
        if any(n.kind in kinds for n in self.described.get(token.i, ())):
            return None
        return self.nouns.mention(token, kinds, loose)

    def _named_by(self, named: Named) -> list[Token]:
        """The noun right behind a name that it names: "the X pump", "its X unit"."""
        root = self.parsed.doc[named.root]
        head = root.head
        if head.i < named.end or head.pos_ != "NOUN" or root.dep_ not in {"compound", "nmod"}:
            return []
        if any(t.dep_ not in MODIFIERS for t in self.parsed.doc[named.end : head.i]):
            return []
        return [head] if named.kind in self._products or syn.children(head, "poss") else []

    def _one(self, token: Token, kinds: frozenset[str], loose: bool, parts: int = 0) -> list[Named]:
        named = self.parsed.mentions.get(token.i)
        if named is not None:
            return [named] if named.kind in kinds else self._owner_of_product(token, named, kinds)
        if examples := [n for n in self.described.get(token.i, ()) if n.kind in kinds]:
            return examples
        if parts < _PARTS and self.is_part(token):
            wholes = syn.objects_of(token, "of", "in") or self.places.owners(token)
            if inner := [n for t in wholes for n in self._expanded(syn.relative(t), kinds, loose, parts=parts + 1)]:
                return inner
        if (generic := self.generic(token, kinds, loose)) is not None:
            return [generic]
        if token.dep_ in {"dobj", "nsubjpass"} and token.lemma_.lower() in self.lexicon.words("Deputy", "asset"):
            return []  # "sold X's films business" does not sell X
        return self._principal(token, kinds) or self._owner_of_product(token, None, kinds)

    def _principal(self, token: Token, kinds: frozenset[str]) -> list[Named]:
        """X where "X's strategy" or "the board of X" acts for it."""
        if token.lemma_.lower() not in self.lexicon.words("Deputy", "word"):
            return []
        found = [self.parsed.mentions.get(o.i) for o in self.places.owners(token)]
        return [n for n in found if n is not None and n.kind in kinds]

    def _owner_of_product(self, token: Token, named: Named | None, kinds: frozenset[str]) -> list[Named]:
        """Who pays for a product pays its owner: "spends on X's services" is spending with X."""
        if kinds & self._products:
            return []
        if named is None:
            product = self.generic(token, self._products, loose=True) is not None
        else:
            product = named.kind in self._products
        owners = [syn.relative(o) for o in syn.children(token, "poss")] if product else []
        return [n for o in owners for n in self._one(o, kinds, loose=False) if n.mention.how != "generic"]

    @cached_property
    def _part_nouns(self) -> frozenset[str]:
        return self.lexicon.words_of_kinds("partNoun") | self.lexicon.words("Part", "word")

    @cached_property
    def _products(self) -> frozenset[str]:
        return frozenset(self.lexicon.kinds_like("partNoun"))
