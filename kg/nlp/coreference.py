"""Which named thing a pronoun or a phrase such as "the company" means.

Precision first: a phrase whose best candidate is not clear stays unresolved. The order of search is
that of Hobbs (1978) in the small: subjects of the clauses above, then earlier sentences, their
subjects before the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.nlp.annotation import Named, Parsed
from kg.nlp.syntax import children, conjuncts, descriptions, governing_verb, is_verb, relative, surface_subject

_THING = frozenset({"it", "its", "itself"})
_GROUP = frozenset({"their"})  # of "they" and "them" the text seldom tells whom
_PERSON = frozenset({"he", "she", "his", "her", "him", "himself", "herself"})
_SELF = frozenset({"we", "our", "us", "ours"})
_ARGUMENT = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "poss"})
REACH = 4  # sentences back


@dataclass(frozen=True, slots=True)
class Known:
    """What a document tells beforehand."""

    descriptions: dict[str, frozenset[str]]
    """Names, with the nouns that the text calls them."""
    defined: dict[str, Named]
    """The terms of a filing ("company", "we"), with who is meant."""
    topic: Named | None
    """What the document is about."""


History = list[list[tuple[Named, bool]]]
"""The mentions of each sentence before, with whether each was a subject."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A pronoun or noun that may refer back, in its passage, with the sentences before."""

    token: Token
    parsed: Parsed
    history: History

    def said_here(self) -> list[tuple[Named, bool]]:
        """Mentions earlier in the sentence, with whether each is a subject."""
        return list(_said(self.parsed, self.token.sent.start, self.token.i))

    def clause_mates(self) -> set[str]:
        """Names in the clause of the token: a description beside a name means another thing."""
        verb, sent = governing_verb(self.token), self.token.sent
        mentions = dict.fromkeys(self.parsed.mentions.values())
        near = [n for n in mentions if n.mention.how != "pronoun" and sent.start <= n.start < sent.end]
        return {n.name for n in near if governing_verb(self.parsed.doc[n.root]) == verb}


@dataclass(frozen=True)
class Resolver:
    """Adds mentions by pronoun and description to parsed passages."""

    lexicon: Lexicon

    @cached_property
    def _people(self) -> frozenset[str]:
        return frozenset(self.lexicon.kinds_with("title"))

    @cached_property
    def _bodies(self) -> frozenset[str]:
        return frozenset(k for k in self.lexicon.kinds_with("nameWord") if k not in self._people)

    @cached_property
    def _described(self) -> dict[str, frozenset[str]]:
        table: dict[str, set[str]] = {}
        for kind in self.lexicon.kinds_with("descriptor"):
            for word in self.lexicon.words(kind, "descriptor"):
                table.setdefault(word.lower(), set()).add(kind)
        return {w: frozenset(k) for w, k in table.items()}

    def resolve(self, passages: Sequence[Parsed], known: Known) -> None:
        """Add mentions in place."""
        history: History = []
        for parsed in passages:
            if parsed.passage.kind == "heading":
                continue
            for sent in parsed.doc.sents:
                for token in sent:
                    if token.i not in parsed.mentions:
                        found = self._antecedent(Spot(token, parsed, history), known)
                        if found is not None:
                            _add(parsed, token, found)
                history.append(list(_said(parsed, sent.start, sent.end)))

    def _antecedent(self, spot: Spot, known: Known) -> Named | None:
        """Who is meant, by the kind of word that refers."""
        token, word = spot.token, spot.token.lower_
        if word in _SELF:
            return known.defined.get("we")
        if word == "its" and token.head.dep_ == "conj":
            beside = spot.parsed.mentions.get(token.head.head.i)
            if beside is not None:
                return beside  # "X and its parent"
        if word in _THING:
            return self._search(spot, lambda n: n.kind in self._bodies or self._is_sold(n.kind))
        if word in _GROUP:
            return self._search(spot, lambda n: n.kind in self._bodies)
        if word in _PERSON:
            return self._search(spot, lambda n: n.kind in self._people)
        if word in {"former", "latter"} and token.dep_ in _ARGUMENT and _definite(token):
            return self._ordinal(spot)
        return self._nominal(spot, known)

    def _is_sold(self, kind: str) -> bool:
        return bool(self.lexicon.words(kind, "partNoun"))

    def _nominal(self, spot: Spot, known: Known) -> Named | None:
        """ "The company", "the Leeds-based chipmaker": a definite noun for a kind of thing, with nothing behind it."""
        token, word = spot.token, spot.token.lemma_.lower()
        kinds = self._described.get(word, frozenset())
        if not kinds or word in self.lexicon.words("Anyone", "never") or not _refers_back(token):
            return None
        if token.text[0].isupper() and word in known.defined:
            return known.defined[word]
        if word in self.lexicon.words("Anyone", "bare"):
            return self._anyone(spot, kinds, known.topic)
        called = (n for n in _earlier(spot) if word in known.descriptions.get(n.name, ()))
        found = next(called, None)
        if found is not None:
            return found
        return self._described_anew(spot, kinds) if self._bodies & kinds else None

    def _anyone(self, spot: Spot, kinds: frozenset[str], topic: Named | None) -> Named | None:
        """A noun that any company may be called: the last subject, else what the text is about, else the only one."""
        mates = spot.clause_mates()
        for sentence in reversed(spot.history[-2:]):
            for named, subject in sentence:
                if subject and named.kind in kinds & self._bodies and named.name not in mates:
                    return named
        if topic is not None and topic.name not in mates:
            return topic
        return _in_earlier_sentences(spot, lambda n: n.kind in kinds and n.name not in mates)

    def _described_anew(self, spot: Spot, kinds: frozenset[str]) -> Named | None:
        """A subject that no text called so yet: the last subject, unless it stands in the same clause."""
        if spot.token.dep_ not in {"nsubj", "nsubjpass", "poss"}:
            return None
        mates = spot.clause_mates()
        for sentence in (spot.said_here(), *reversed(spot.history[-2:])):
            subjects = [n for n, s in sentence if s and n.kind in kinds & self._bodies and n.name not in mates]
            if subjects:
                return subjects[-1]
        return None

    def _search(self, spot: Spot, fits: Callable[[Named], bool]) -> Named | None:
        """The antecedent of a pronoun: clauses above, the sentence so far, the sentences before."""
        token, parsed = spot.token, spot.parsed
        own = _own_subjects(token)
        if own and _joined(token):
            # "X owns part of Y, and Z lent it money": of two before the "and", nobody can tell which
            others = {n.name: n for n, _ in spot.said_here() if fits(n) and n.root not in own}
            if len(others) > 1:
                return None
        for subject in _subjects_above(token):
            if subject.i in own:
                continue
            named = parsed.mentions.get(subject.i)
            if named is not None and fits(named) and not named.start <= token.i < named.end:
                return named
            if named is None and subject.pos_ in {"NOUN", "PROPN", "DET", "PRON"} and subject.i < token.i:
                # a clause about something unnamed: its pronouns are that thing's
                return _example(subject, parsed, fits)
        before = token.sent[: token.i - token.sent.start]
        if any(t.lower_ in {"this", "that"} and t.dep_ == "nsubj" and t.tag_ == "DT" for t in before):
            return None
        here = [(n, s) for n, s in spot.said_here() if fits(n)]
        for candidates in ([n for n, s in here if s], [n for n, _ in here]):
            if len({n.name for n in candidates}) == 1 and candidates[0].root not in own:
                return candidates[0]
        return _in_earlier_sentences(spot, fits)

    def _ordinal(self, spot: Spot) -> Named | None:
        """ "The former" and "the latter": first and second of the last two bodies named."""
        for sentence in (spot.said_here(), *spot.history[-1:]):
            names = [n for n, _ in sentence if n.kind in self._bodies and n.mention.how == "name"]
            bodies = list({n.name: n for n in names}.values())
            if len(bodies) >= 2:
                return bodies[-2 if spot.token.lower_ == "former" else -1]
        return None


def _add(parsed: Parsed, token: Token, antecedent: Named) -> None:
    """Make a pronoun, or a noun with what stands before it, a mention of its antecedent."""
    nominal = token.pos_ != "PRON"
    start = min((t.i for t in token.lefts), default=token.i) if nominal else token.i
    begin, end = parsed.span(start, token.i + 1)
    text = parsed.words(start, token.i + 1)
    before = antecedent.mention
    chain = ((before.start, before.end), *before.chain)
    mention = replace(before, start=begin, end=end, text=text, how="nominal" if nominal else "pronoun", chain=chain)
    parsed.mentions[token.i] = Named(start, token.i + 1, token.i, mention)


def _in_earlier_sentences(spot: Spot, fits: Callable[[Named], bool]) -> Named | None:
    """The first subject of the nearest sentence that has a fitting one, or its only fitting name."""
    for sentence in reversed(spot.history[-REACH:]):
        candidates = [(n, s) for n, s in sentence if fits(n)]
        subjects = [n for n, s in candidates if s]
        if subjects:
            return subjects[0]
        if len({n.name for n, _ in candidates}) == 1:
            return candidates[0][0]
    return None


def _earlier(spot: Spot) -> Iterator[Named]:
    """What was named before: in the sentence from the end, then sentence by sentence."""
    yield from (n for n, _ in reversed(spot.said_here()))
    for sentence in reversed(spot.history[-3 * REACH :]):
        yield from (n for n, _ in sentence)


def _said(parsed: Parsed, start: int, end: int) -> Iterator[tuple[Named, bool]]:
    """Mentions among tokens `start` to `end`, with whether each is a subject."""
    seen: set[int] = set()
    for i in range(start, end):
        named = parsed.mentions.get(i)
        if named is not None and named.start not in seen:
            seen.add(named.start)
            yield named, parsed.doc[named.root].dep_ in {"nsubj", "nsubjpass"}


def _subjects_above(token: Token) -> Iterator[Token]:
    """Subjects of the clauses around a token, from the inside out."""
    verb = token if is_verb(token) else governing_verb(token)
    for _ in range(6):
        if verb is None:
            return
        for subject in surface_subject(verb):
            subject = relative(subject)
            if subject.i != token.i and token.i not in {t.i for t in subject.subtree}:
                yield subject
        verb = governing_verb(verb)


def _example(noun: Token, parsed: Parsed, fits: Callable[[Named], bool]) -> Named | None:
    """X in "companies like X develop their own"."""
    named = [n for n in dict.fromkeys(parsed.mentions.values()) if noun.sent.start <= n.start < noun.sent.end]
    return next((n for n in named if fits(n) and noun in descriptions(parsed.doc[n.start : n.end])), None)


def _own_subjects(token: Token) -> set[int]:
    """Subjects that a pronoun cannot mean, since it is an object in their clause: "X pays it"."""
    if token.dep_ == "poss" or token.lower_.endswith(("self", "selves")):
        return set()
    verb = governing_verb(token)
    if verb is None or token.dep_ not in {"dobj", "dative", "pobj"}:
        return set()
    return {t.i for s in surface_subject(verb) for t in conjuncts(relative(s))}


def _joined(token: Token) -> bool:
    """Whether the clause of a token stands beside another, with a subject of its own."""
    verb = governing_verb(token)
    return verb is not None and verb.dep_ == "conj" and bool(children(verb, "nsubj", "nsubjpass"))


def _definite(token: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in {"the", "this"} for c in token.children)


def _refers_back(token: Token) -> bool:
    """Whether "the" and a noun stand alone, so that they can mean what was named before."""
    if token.tag_ not in {"NN", "NNP"} or token.dep_ in {"appos", "compound", "attr"}:
        return False
    return _definite(token) and not _continued(token) and not any(c.dep_ == "appos" for c in token.children)


def _continued(token: Token) -> bool:
    """Whether words behind the noun say which one is meant, so that it is no reference back."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return any(c.dep_ in {"relcl", "acl"} or (c.dep_ == "prep" and c.lower_ == "of") for c in token.rights) or (
        following is not None and (following.pos_ == "PROPN" or following.dep_ == "compound")
    )
