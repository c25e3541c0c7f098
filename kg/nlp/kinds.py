"""What kind of thing a name names, by votes that each have a reason.

A vote is (kind, weight, reason). The kinds and their words come from the lexicon; what a verb's
subject or object may be comes from the domains and ranges of the relations the verb evokes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise

from spacy.tokens import Span, Token

from kg.lexicon import Cue, Lexicon
from kg.nlp.listed import has_suffix
from kg.nlp.syntax import VERBAL, descriptions, governing_verb, list_head, surface_subject

Vote = tuple[str, float, str]
LEAST = 0.5  # a name with less support than this for any kind is left alone
# the lists of a kind that give votes, see the head of ontology/lexicon.en.ttl
_LISTS = (
    "label shape title after nameEnding nameWord nameSuffix lastWord descriptor relational genericNoun agentOf ownerOf "
    "possessorOf partyOf"
).split()


@dataclass(frozen=True)
class KindVoter:
    """Collects votes for the kind of a name from its form and its place in a sentence."""

    lexicon: Lexicon
    lent: int | None = None
    """The row of the vector that unknown names are lent; what the base model says of them counts less."""

    @cached_property
    def _lists(self) -> dict[str, dict[str, frozenset[str]]]:
        return {n: {k: self.lexicon.words(k, n) for k in self.lexicon.kinds_with(n)} for n in _LISTS}

    @cached_property
    def _descriptor_kinds(self) -> dict[str, frozenset[str]]:
        table: dict[str, set[str]] = {}
        for kind, words in chain.from_iterable(
            self._lists[n].items() for n in ("descriptor", "relational", "genericNoun")
        ):
            for word in words:
                table.setdefault(word.split()[-1].lower(), set()).add(kind)
        # who calls only his own kind "drug" means it, though products are called so too
        return {w: self.lexicon.ontology.narrowest(k) for w, k in table.items()}

    @cached_property
    def _nameable(self) -> frozenset[str]:
        """Kinds that have proper names; a sector or risk has common nouns."""
        named = frozenset(kind for name in ("label", "nameWord", "descriptor") for kind in self._lists[name])
        return named | frozenset(filter(self.lexicon.names_its_own, self.lexicon.ontology.kinds))

    @cached_property
    def _leaves(self) -> dict[frozenset[str], list[str]]:
        """The kinds that things have, of those that a side of a cue allows."""
        ontology = self.lexicon.ontology
        leaves = set(ontology.leaf_kinds)
        # where any product may stand nothing says that it is of a narrower kind
        return {kinds: sorted(ontology.broadest(leaves & kinds)) for cue in self.lexicon.cues for _, kinds in cue.sides}

    def kind(self, votes: Iterable[Vote]) -> str:
        """The kind with most weight, or "" when none is supported enough; ties go to the first by name.

        What speaks for a product does not speak against a drug, where a drug is a kind of product.
        """
        total: dict[str, float] = {}
        for kind, weight, _ in votes:
            if kind in self._nameable:
                total[kind] = total.get(kind, 0.0) + weight
        broader = self.lexicon.ontology.above
        total |= {
            kind: weight + sum(total.get(b, 0.0) for b in broader(kind))
            for kind, weight in total.items()
            if weight >= LEAST and broader(kind)
        }
        best = max(sorted(total), key=lambda k: (total[k], len(broader(k))), default="")
        return best if best and total[best] >= LEAST else ""

    def votes(self, span: Span) -> Iterator[Vote]:
        """All votes that one occurrence of a name gives."""
        yield from self._form(span)
        yield from self._place(span)
        first = list_head(span.root)
        if first.i not in range(span.start, span.end):
            for kind, weight, reason in chain(self._role(first), self._described(span.doc[first.i : first.i + 1])):
                yield kind, weight / 2, reason + " (listed together)"

    def _form(self, span: Span) -> Iterator[Vote]:
        """What the name itself tells, and the title before it."""
        yield from self._labels(span)
        yield from self._words(span)
        for kind, words in self._lists["shape"].items():
            if "digit" in words and any(c.isdigit() for c in span[-1].text):
                yield kind, 1.5, "number in name"
        before = span.doc[span.start - 1].text if span.start else ""
        for kind, words in self._lists["title"].items():
            if before in words:
                yield kind, 4.0, "title"

    def _labels(self, span: Span) -> Iterator[Vote]:
        """What the base model takes the name for; of a word that it does not know it is less sure."""
        labels = {t.ent_type_ for t in span if t.ent_type_}
        rows = span.vocab.vectors.key2row
        # a pipeline without vectors does not tell which words it knows
        lent = self.lent is not None and any(
            t.text[0].isupper() and rows.get(t.orth, self.lent) == self.lent for t in span
        )
        for kind, words in self._lists["label"].items():
            if labels & words:
                # a lone unknown word is easily taken for a surname
                sure = len(span) > 1 or kind not in self._lists["title"]
                yield kind, (1.0 if sure else 0.6) * (0.6 if lent else 1.0) / len(labels), "base model"

    def _words(self, span: Span) -> Iterator[Vote]:
        """Words of the name that kinds have: a legal form, "Bank", "Ministry of"."""
        texts = [t.text for t in span]
        last, several = texts[-1], len(texts) > 1
        for kind, words in self._lists["lastWord"].items():
            if several and last in words:
                yield kind, 4.0, "last word"
        for kind, suffixes in self._lists["nameSuffix"].items():
            if any(has_suffix(text, suffixes) for text in texts):
                yield kind, 4.0, "suffix"
        for kind, words in self._lists["nameEnding"].items():
            if several and (last in words or last.rstrip(".") in words):
                yield kind, 4.0, "ending"
        for kind, words in self._lists["nameWord"].items():
            if several and (last in words or any(a in words and b == "of" for a, b in pairwise(texts))):
                yield kind, 2.5, "word in name"
            elif words.intersection(texts):
                yield kind, 0.5, "word in name"

    def _place(self, span: Span) -> Iterator[Vote]:
        yield from self._described(span)
        yield from self._owned(span)
        if span.root.dep_ == "pobj" and span.root.head.lower_ == "from" and span.root.head.head.pos_ == "NOUN":
            yield from self._metric_owner(span, span.root.head.head)  # "higher revenue from X"
        yield from self._role(span.root)
        after = span.doc[span.end : span.end + 2]
        if len(after) == 2 and after[0].text == "-" and not after[0].whitespace_:
            for _, cue in self.lexicon.by_word.get(("suffix", after[1].lower_), ()):
                yield from self._allowed(cue, "prefix", 3.0)

    def _described(self, span: Span) -> Iterator[Vote]:
        """Nouns that say what the name is: "X, a chain of shops", "the X pump", "rival X", "services like X"."""
        for noun in descriptions(span):
            kinds = self._descriptor_kinds.get(noun.lemma_.lower(), frozenset())
            for kind in sorted(kinds):
                yield kind, 2.5 / len(kinds), f"is a {noun.lemma_}"
        yield from self._compound(span)

    def _owned(self, span: Span) -> Iterator[Vote]:
        """ "Samsung's SmartThings": what a company owns by name is first of all a product."""
        owners = [c for c in span.root.children if c.dep_ == "poss" and c.ent_type_ == "ORG"]
        for kind in self._lists["shape"] if owners else ():
            yield kind, 0.8, "owned"

    def _compound(self, span: Span) -> Iterator[Vote]:
        """The noun that the name stands before: "the X pump" is X, "X shares" are X's."""
        head = span.root.head
        if span.root.dep_ in {"compound", "nmod", "poss"} and head.i >= span.end:
            for kind, words in self._lists["possessorOf"].items():
                if span.root.dep_ == "poss" and head.lemma_.lower() in words:
                    yield kind, 1.2, f"has {head.lemma_}"
            for kind, words in self._lists["ownerOf"].items():
                if head.lemma_.lower() in words:
                    yield kind, 1.0, f"has {head.lemma_}"
            if span.root.dep_ != "poss" and all(t.dep_ == "compound" for t in span.doc[span.end : head.i]):
                yield from self._named_by(head)
            yield from self._metric_owner(span, head)

    def _named_by(self, head: Token) -> Iterator[Vote]:
        """ "The X pump" is called X, but "the Basel manufacturer" is not called Basel."""
        word = head.lemma_.lower()
        unit = word in self.lexicon.words("Anyone", "never")
        kinds = self._descriptor_kinds.get(word, frozenset())
        for kind in sorted(kinds):
            if kind in self.lexicon.kinds_like("partNoun") or (unit and kind in self._lists["nameEnding"]):
                yield kind, 2.0 / len(kinds), f"names a {head.lemma_}"

    def _metric_owner(self, span: Span, head: Token) -> Iterator[Vote]:
        """A company speaks of the revenue of its product: "Larkwell is upbeat about RouteMind revenue"."""
        verb = governing_verb(head)
        while verb is not None and not surface_subject(verb):
            verb = governing_verb(verb)
        subjects = surface_subject(verb) if verb is not None else []
        named = [t for t in subjects if t.pos_ == "PROPN" and t.i not in range(span.start, span.end)]
        if not named:
            return
        spoken_of = {head.lemma_.lower(), *(c.lower_ for c in head.children if c.dep_ == "compound")}
        if any(spoken_of & words for words in self.lexicon.earning_nouns):
            for kind in self._lists["shape"]:
                yield kind, 0.8, f"{head.lemma_} that another speaks of"

    def _role(self, token: Token) -> Iterator[Vote]:
        """What verbs and prepositions around a name tell."""
        if token.dep_ == "nmod" and any(c.dep_ == "cc" for c in token.children):
            token = token.head  # "of X and related services": X is listed, not a modifier
        head, place = token.head, _verb_place(token)
        if place == "agent":
            for kind, words in self._lists["agentOf"].items():
                if head.lemma_ in words:
                    yield kind, 0.5, f"does {head.lemma_}"
        if token.dep_ == "pobj":
            yield from self._after_noun(head)
            for kind, words in self._lists["after"].items():
                if head.lower_ in words:
                    yield kind, 0.4, f"after {head.lower_}"
            if head.head.pos_ in VERBAL and head.dep_ != "agent":
                place, head = head.lower_, head.head
        if place and head.pos_ in VERBAL:
            for verb in (head, *_infinitives(head)) if place == "agent" else (head,):
                yield from self._part_of(verb, place)

    def _part_of(self, verb: Token, place: str) -> Iterator[Vote]:
        """The kinds that may stand at a place of the relations a verb evokes."""
        cues = self.lexicon.by_word.get(("verb", verb.lemma_.lower()), ())
        weights: dict[str, float] = {}
        for _, cue in cues:
            # a cue for what persons do ("runs a company") says little of names beside companies
            if cue.subject_kind not in self._lists["title"]:
                for kind, weight, _ in self._allowed(cue, place, cue.confidence):
                    weights[kind] = max(weights.get(kind, 0.0), weight)
        for kind in sorted(weights):
            yield kind, 1.2 * weights[kind] / sum(weights.values()), f"{place} of {verb.lemma_}"

    def _after_noun(self, preposition: Token) -> Iterator[Vote]:
        """What a noun asks for behind it: a stake in a company, a bid for one, a firm of a town."""
        noun = preposition.head
        if noun.pos_ == "NOUN":
            parties = {"ownerOf": {"of", "for", "in", "to"}, "partyOf": {"with", "between"}}
            for name, before in parties.items():
                for kind, words in self._lists[name].items():
                    if preposition.lower_ in before and noun.lemma_.lower() in words:
                        yield kind, 0.8, f"{noun.lemma_} {preposition.lower_}"
            for _, cue in self.lexicon.by_word.get(("noun", noun.lemma_.lower()), ()):
                yield from self._allowed(cue, preposition.lower_, 1.2)
        elif noun.pos_ == "PROPN":
            for _, cue in self.lexicon.by_word.get(("postmodifier", preposition.lower_), ()):
                yield from self._allowed(cue, preposition.lower_, 1.5)

    def _allowed(self, cue: Cue, place: str, weight: float) -> Iterator[Vote]:
        """One vote, split among the kinds that a cue allows at a place."""
        for places, kinds in cue.sides:
            if place in places:
                fitting = self._leaves[kinds]
                yield from ((kind, weight / len(fitting), f"{place} of {cue.words[0]}") for kind in fitting)


def _verb_place(token: Token) -> str:
    if token.dep_ == "nsubj":
        return "agent"
    if token.dep_ in {"dobj", "nsubjpass"}:
        return "patient"
    if token.dep_ == "pobj" and token.head.dep_ == "agent":
        return "agent"
    return ""


def _infinitives(verb: Token) -> list[Token]:
    """Verbs that the subject of this one does: "is about to acquire", "plans to buy"."""
    hosts = [verb, *(c for c in verb.children if c.dep_ == "acomp")]
    return [c for h in hosts for c in h.children if c.dep_ == "xcomp" and c.tag_ == "VB"]
