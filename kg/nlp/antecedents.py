"""The ranking of antecedents: of what was named before, what does a pronoun or description mean, and how surely?

A conditional logit. Each name has the sum of the weights of its features, and so has the answer "none of them"; the
chances follow from the sums. The weights are fitted by `kg.train.coreference` and stand in antecedents.toml, by the
sort of word that refers, with the chance from which a name is believed.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from spacy.tokens import Token
from spacy.vocab import Vocab

from kg.nlp.annotation import Named
from kg.nlp.discourse import Said, Spot, is_joined, is_unnamed, own_subjects, role_of, subjects_above
from kg.nlp.syntax import STRETCH, children, conjuncts, descriptions, governing_verb, surface_subject

THING, GROUP, PERSON, SELF, NOMINAL = "thing", "group", "person", "self", "nominal"
REACH = 4  # sentences back for a pronoun
FAR = 12  # sentences back for a description

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Context:
    """What a document tells of a spot's candidates beforehand."""

    topic: str
    often: Mapping[str, int]
    """How often the document names each thing."""
    called: frozenset[str]
    """Names that the text calls by the spot's noun."""
    words: Words


@dataclass(frozen=True, slots=True)
class Words:
    """Kinds of things, and words of the language, that features ask for."""

    sold: frozenset[str]
    """Kinds that are sold."""
    firms: frozenset[str]
    """Kinds of companies."""
    bodies: frozenset[str]
    """Nouns for companies and other bodies."""
    doing: frozenset[str]
    """Verbs whose subject is likely a body."""
    sharing: frozenset[str]
    """Verbs whose subject makes a share of what somebody else has: "X accounts for half of its sales"."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name with the features of its mentions."""

    named: Named
    features: Features


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of a sort of word, and the chance from which its best candidate is believed."""

    least: float
    weights: Mapping[str, float]

    def score(self, features: Features) -> float:
        """The sum of the weights of features."""
        return sum(self.weights.get(name, 0.0) * value for name, value in features.items())

    def best(self, candidates: Sequence[Candidate], none: Features) -> Named | None:
        """The candidate that is likely enough to be meant."""
        if not candidates:
            return None
        scores = [self.score(c.features) for c in candidates]
        top = max(range(len(scores)), key=lambda n: scores[n])
        rest = math.exp(min(self.score(none) - scores[top], 50.0)) + sum(math.exp(s - scores[top]) for s in scores)
        return candidates[top].named if 1 / rest >= self.least else None


@cache
def fitted() -> dict[str, Weights]:
    """The weights of antecedents.toml by the sort of word."""
    table = tomllib.loads(Path(__file__).with_name("antecedents.toml").read_text(encoding="utf-8"))
    return {sort: Weights(float(found["least"]), found["weights"]) for sort, found in table.items()}


def candidates(spot: Spot, context: Context, mentions: Sequence[Said]) -> list[Candidate]:
    """The names among mentions, given in the order of the text, each with its features."""
    own, governing = own_subjects(spot.token), _governing(spot)
    own |= _described_by(spot.token) | _sharers(spot.token, context.words.sharing)
    by_name: dict[str, list[Said]] = {}
    for one in mentions:
        covers = one.named.start <= spot.token.i < one.named.end and one.passage == spot.passage
        if not covers:
            by_name.setdefault(one.named.name, []).append(one)
    now = len(spot.history.sentences)
    barred = {m.named.name for m in mentions if m.sentence == now and m.named.root in own}
    nearest = sorted(by_name, key=lambda n: (-by_name[n][-1].sentence, -by_name[n][-1].named.mention.start))
    frame = _Frame(spot, context, now, governing, {name: rank for rank, name in enumerate(nearest)})
    return [Candidate(by_name[n][-1].named, dict(frame.features(n, by_name[n]))) for n in nearest if n not in barred]


@dataclass(frozen=True, slots=True)
class _Frame:
    """What is the same for all candidates of a spot."""

    spot: Spot
    context: Context
    now: int
    governing: str
    ranks: Mapping[str, int]

    def features(self, name: str, mentions: Sequence[Said]) -> Iterator[tuple[str, float]]:
        last, rank = mentions[-1], self.ranks[name]
        yield from self._distance(last, rank)
        in_last = [m for m in mentions if m.sentence == last.sentence]
        yield from self._roles(in_last)
        yield from self._weight(name, mentions)
        yield from self._kind(name, last)
        if name == self.governing:
            yield "governs", 1.0
            yield "governs_owner" if self.spot.token.dep_ == "poss" else "governs_other", 1.0
        if name == self.context.topic:
            yield "topic", 1.0
            yield f"topic_{role_of(self.spot.token)}", 1.0

    def _distance(self, last: Said, rank: int) -> Iterator[tuple[str, float]]:
        back = self.now - last.sentence
        yield "back_" + ("0" if not back else "1" if back == 1 else "2" if back == 2 else "far"), 1.0
        if back > 2:
            yield "further", math.log(back - 1)
        yield "same_passage", float(last.passage == self.spot.passage)
        yield ("nearest", 1.0) if not rank else ("rank", math.log1p(rank))
        if len(self.ranks) == 1:
            yield "only", 1.0
        apart = (self.spot.token.i in self.spot.quotes) != last.quoted
        yield "apart", float(apart)

    def _roles(self, in_last: Sequence[Said]) -> Iterator[tuple[str, float]]:
        back = min(self.now - in_last[-1].sentence, 1)
        mine = role_of(self.spot.token)
        roles = {m.role for m in in_last}
        for role in sorted(roles):
            yield f"{role}_{back}", 1.0
            yield f"{mine}_for_{role}_{back}", 1.0
        if any(m.role == "subject" and m.is_first for m in in_last):
            yield f"first_subject_{back}", 1.0
        if mine in roles and mine in {"subject", "object", "owner"}:
            yield f"parallel_{mine}", 1.0
        if not back and self.spot.token.dep_ == "poss" and "subject" not in roles and _is_charged(self.spot.token):
            yield "charged", 1.0
        if not back and _beside(self.spot.token, in_last[-1].named):
            yield "beside", 1.0

    def _weight(self, name: str, mentions: Sequence[Said]) -> Iterator[tuple[str, float]]:
        count = self.spot.history.counts[name] + sum(m.sentence == self.now for m in mentions)
        most = max(self.spot.history.counts[other] for other in self.ranks)
        yield "count", math.log1p(count)
        yield "share", count / (most + 1)
        often = self.context.often
        yield "often", often.get(name, 0) / max(often.get(other, 0) for other in self.ranks)
        last = mentions[-1].named.mention
        if last.how == "pronoun":
            yield "spoken", 1.0
            if last.text.lower()[:2] == self.spot.token.lower_[:2]:
                yield "spoken_alike", 1.0
        elif last.how == "nominal":
            yield "described", 1.0

    def _kind(self, name: str, last: Said) -> Iterator[tuple[str, float]]:
        if last.named.kind in self.context.words.sold:
            yield "sold", 1.0
        elif last.named.kind in self.context.words.firms:
            yield "firm", 1.0
        word = self.spot.token.lower_
        if word in _HERS | _HIS:
            yield "gender", (1 if word in _HERS else -1) * _gender(name, self.spot.parsed.doc.vocab)
        if name in self.context.called:
            yield "called", 1.0
        if self.spot.token.pos_ == "NOUN" and _echoes(self.spot.token, name):
            yield "within_name", 1.0


_STEM = 5  # letters that words must have in common to be taken for kin: "chemicals", "Chemie"


def _echoes(noun: Token, name: str) -> bool:
    """Whether a noun, or a word before it that describes it, is kin to a word of a name."""
    said = [noun, *(c for c in noun.lefts if c.dep_ in {"compound", "amod"})]
    stems = {t.lemma_.lower()[:_STEM] for t in said if len(t.text) >= _STEM - 1}
    return any(word.lower()[:_STEM] in stems for word in name.split() if word[0].isupper())


_HERS, _HIS = frozenset({"she", "her", "hers", "herself"}), frozenset({"he", "his", "him", "himself"})
_MEAN = 0.06  # how far names lie from the middle between "she" and "he" on the average


def _gender(name: str, vocab: Vocab) -> float:
    """From -1 to 1, how much rather the vectors of words find a first name beside "she" than beside "he"."""
    if not vocab.vectors_length:
        return 0.0  # a base model without vectors tells nothing of names
    axis, first = _axis(vocab), np.asarray(vocab[name.split()[0]].vector)
    size = float(np.linalg.norm(axis) * np.linalg.norm(first))
    return 5 * (float(first @ axis) / size + _MEAN) if size else 0.0


@cache
def _axis(vocab: Vocab) -> np.ndarray:
    she, he = (np.array(vocab[word].vector) for word in ("she", "he"))
    difference: np.ndarray = she - he
    return difference


def _described_by(token: Token) -> set[int]:
    """What a phrase around a token describes, and the token cannot mean: "X, its customer", "X is its customer"."""
    found = set()
    for t in (token, *token.ancestors):
        if t.dep_ == "appos":
            found.add(t.head.i)
        elif t.dep_ == "attr":
            found |= {s.i for s in surface_subject(t.head)}
        elif t.pos_ in {"VERB", "AUX"}:
            break
    return found


def _sharers(token: Token, verbs: frozenset[str]) -> set[int]:
    """Who makes a share of what the token's owner has: "X accounts for half of its sales"."""
    verb = governing_verb(token)
    if token.dep_ != "poss" or verb is None:
        return set()
    particles = {c.lower_ for c in children(verb, "prt", "prep")}
    is_sharing = verb.lemma_ in verbs or any(f"{verb.lemma_} {p}" in verbs for p in particles)
    return {s.i for s in surface_subject(verb)} if is_sharing else set()


def none_of(spot: Spot, candidates: Sequence[Candidate], context: Context) -> Features:
    """The features of the answer that nothing of what was named is meant."""
    token = spot.token
    found = {"none": 1.0, f"none_{role_of(token)}": 1.0, "none_many": math.log(len(candidates) or 1)}
    before = token.doc[max(token.sent.start, token.i - STRETCH) : token.i]
    unnamed = [t for t in before if t.pos_ == "NOUN" and t.tag_ == "NN" and role_of(t) in {"subject", "object"}]
    subjects = [s for s in subjects_above(token) if s.i < token.i]
    flags = {
        "none_is_noun": any(
            t.pos_ == "NOUN" and t.lemma_.lower() not in context.words.bodies for t in _said_to_be(token)
        ),
        "none_is_body": any(t.lemma_.lower() in context.words.bodies for t in _said_to_be(token)),
        "none_new_word": token.pos_ == "NOUN" and not context.called,
        "none_deictic": any(t.lower_ in {"this", "that"} and t.dep_ == "nsubj" and t.tag_ == "DT" for t in before),
        "none_unnamed": any(t.i not in spot.parsed.mentions for t in unnamed),
        "none_clause_unnamed": bool(subjects) and is_unnamed(subjects[0], spot),
        "none_joined": is_joined(token) and bool(own_subjects(token)) and len(candidates) > 1,
        "none_agent": token.lower_ == "it" and role_of(token) == "subject" and _does(token, context.words.doing),
        "none_quoted": token.i in spot.quotes,
        "none_plural": token.lower_ in {"they", "them", "their"},
        "none_modified": any(c.dep_ in {"amod", "compound"} for c in token.lefts),
        "none_this": any(c.lower_ == "this" for c in token.lefts),
    }
    return found | {name: 1.0 for name, holds in flags.items() if holds}


def _does(token: Token, verbs: frozenset[str]) -> bool:
    """Whether a subject does what bodies do: "it bought", "it plans to sell"."""
    doing = (token.head, *children(token.head, "xcomp", "conj"))
    return token.dep_ == "nsubj" and any(t.lemma_.lower() in verbs for t in doing)


def _said_to_be(token: Token) -> list[Token]:
    """The noun that the subject of "is" is said to be: "it was the largest order"."""
    return children(token.head, "attr") if token.dep_ == "nsubj" and token.head.lemma_ == "be" else []


def is_empty(token: Token, impersonal: frozenset[str]) -> bool:
    """Whether "it" means nothing: "it rained", "it is clear that", "it is said that", "it takes time to"."""
    if token.lower_ != "it" or token.dep_ == "expl":
        return token.dep_ == "expl"
    verb, said = token.head, children(token.head, "acomp", "attr", "oprd", "advmod")
    if token.dep_ == "nsubjpass" or (token.dep_ == "nsubj" and verb.lemma_ in {"seem", "appear", "turn"}):
        return bool(children(verb, "ccomp"))
    if token.dep_ != "nsubj":
        return False
    if verb.lemma_ == "take":
        return any(t.ent_type_ in {"DATE", "TIME"} for t in children(verb, "dobj", "npadvmod"))
    hosts = (verb, *said)
    clauses = [c for t in hosts for c in children(t, "ccomp", "xcomp", "advcl", "acl", "relcl", "csubj", "prep")]
    is_so = not impersonal.isdisjoint(t.lemma_.lower() for t in said)
    return verb.lemma_ in impersonal or (is_so and any(c.i > verb.i and not _has_chance(c, said) for c in clauses))


def _has_chance(clause: Token, said: Sequence[Token]) -> bool:
    """ "It is likely to rise" speaks of something, "it is likely that" does not."""
    return clause.dep_ == "xcomp" and any(t.lemma_.lower() in {"likely", "unlikely", "certain"} for t in said)


def _governing(spot: Spot) -> str:
    """The name of the subject of the innermost clause around a spot that may be meant, "" for one unnamed."""
    own = own_subjects(spot.token)
    for subject in subjects_above(spot.token):
        if subject.i in own:
            continue
        named = spot.parsed.mentions.get(subject.i)
        if named is not None and not named.start <= spot.token.i < named.end:
            return named.name
        if named is None and is_unnamed(subject, spot):
            return _example(subject, spot)
    return ""


def _example(noun: Token, spot: Spot) -> str:
    """X in "companies like X develop their own"."""
    doc, sent = spot.parsed.doc, noun.sent
    named = [n for n in dict.fromkeys(spot.parsed.mentions.values()) if sent.start <= n.start < sent.end]
    return next((n.name for n in named if noun in descriptions(doc[n.start : n.end])), "")


def _is_charged(token: Token) -> bool:
    """Whether it says what somebody is charged with, fined or praised for: "sued X over its prices"."""
    return any(t.dep_ == "prep" and t.lower_ in {"over", "for", "into"} for t in list(token.ancestors)[:3])


def _beside(token: Token, named: Named) -> bool:
    """ "X and its parent"."""
    first = token.head
    verb = governing_verb(first)
    return first.dep_ == "conj" and first.head.i == named.root and (verb is None or first in conjuncts(first.head))
