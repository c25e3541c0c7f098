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
from kg.nlp.syntax import conjuncts, descriptions, governing_verb, is_verb, relative, surface_subject

_THING = frozenset({"it", "its", "itself"})
_GROUP = frozenset({"their"})  # of "they" and "them" the text seldom tells whom
_PERSON = frozenset({"he", "she", "his", "her", "him", "himself", "herself"})
_SELF = frozenset({"we", "our", "us", "ours"})
REACH = 4  # sentences back


@dataclass(frozen=True, slots=True)
class Known:
    """What a document tells beforehand: nouns by which names are called, terms it defines, what it is about."""

    descriptions: dict[str, frozenset[str]]
    defined: dict[str, Named]
    topic: Named | None


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

    def resolve(
        self,
        passages: Sequence[Parsed],
        descriptions: dict[str, frozenset[str]],
        defined: dict[str, Named],
        topic: Named | None,
    ) -> None:
        """Add mentions in place.

        `descriptions` maps names to the nouns that the text calls them, `defined` the terms of a
        filing ("company", "we") to who is meant, `topic` is what the document is about.
        """
        history: list[list[tuple[Named, bool]]] = []
        known = Known(descriptions, defined, topic)
        for parsed in passages:
            if parsed.passage.kind == "heading":
                continue
            for sent in parsed.doc.sents:
                for token in sent:
                    if token.i not in parsed.mentions:
                        found = self._antecedent(token, parsed, history, known)
                        if found is not None:
                            self._add(parsed, token, found)
                history.append(list(_said(parsed, sent.start, sent.end)))

    def _add(self, parsed: Parsed, token: Token, antecedent: Named) -> None:
        nominal = token.pos_ != "PRON"
        start = min((t.i for t in token.lefts), default=token.i) if nominal else token.i
        begin, end = parsed.span(start, token.i + 1)
        text = parsed.words(start, token.i + 1)
        mention = replace(antecedent.mention, start=begin, end=end, text=text, how="nominal" if nominal else "pronoun")
        named = Named(start, token.i + 1, token.i, mention)
        parsed.mentions[token.i] = named

    def _antecedent(
        self, token: Token, parsed: Parsed, history: Sequence[Sequence[tuple[Named, bool]]], known: Known
    ) -> Named | None:
        word = token.lower_
        if word in _SELF:
            return known.defined.get("we")
        if (
            word == "its"
            and token.head.dep_ == "conj"
            and (beside := parsed.mentions.get(token.head.head.i)) is not None
        ):
            return beside  # "X and its parent"
        if word in _THING or word in _GROUP:
            products = word in _THING
            return self._search(
                token, parsed, history, lambda n: n.kind in self._bodies or (products and self._has_parts(n.kind))
            )
        if word in _PERSON:
            return self._search(token, parsed, history, lambda n: n.kind in self._people)
        if (
            word in {"former", "latter"}
            and token.dep_ in {"nsubj", "nsubjpass", "pobj", "dobj", "poss"}
            and _definite(token)
        ):
            return self._ordinal(word, parsed, token, history)
        return self._nominal(token, parsed, history, known)

    def _has_parts(self, kind: str) -> bool:
        return bool(self.lexicon.words(kind, "partNoun"))

    def _nominal(
        self, token: Token, parsed: Parsed, history: Sequence[Sequence[tuple[Named, bool]]], known: Known
    ) -> Named | None:
        """ "The company", "the Leeds-based chipmaker": a definite noun for a kind of thing, with nothing behind it."""
        kinds = self._described.get(token.lemma_.lower())
        if (
            not kinds
            or token.lemma_.lower() in self.lexicon.words("Anyone", "never")
            or token.tag_ not in {"NN", "NNP"}
            or not _definite(token)
            or _continued(token)
        ):
            return None
        if any(c.dep_ == "appos" for c in token.children) or token.dep_ in {"appos", "compound", "attr"}:
            return None
        word = token.lemma_.lower()
        descriptions, topic = known.descriptions, known.topic
        if token.text[0].isupper() and word in known.defined:
            return known.defined[word]
        if word in self._bare:
            mates = _clause_mates(token, parsed)
            recent = [
                n
                for sentence in reversed(history[-2:])
                for n, s in sentence
                if s and n.kind in kinds & self._bodies and n.name not in mates
            ]
            if recent or (topic is not None and topic.name not in mates):
                return recent[0] if recent else topic
            return self._search(token, parsed, history, lambda n: n.kind in kinds and n.name not in mates, climb=False)
        called = [n for n in self._earlier(parsed, token, history) if word in descriptions.get(n.name, ())]
        if called:
            return called[0]
        return self._described_anew(token, parsed, history, kinds) if self._bodies & kinds else None

    def _described_anew(
        self, token: Token, parsed: Parsed, history: Sequence[Sequence[tuple[Named, bool]]], kinds: frozenset[str]
    ) -> Named | None:
        """A subject that no text called so yet: the last subject, unless it stands in the same clause."""
        if token.dep_ not in {"nsubj", "nsubjpass", "poss"}:
            return None
        mates = _clause_mates(token, parsed)
        here = list(_said(parsed, token.sent.start, token.i))
        for sentence in (here, *reversed(history[-2:])):
            subjects = [n for n, s in sentence if s and n.kind in kinds & self._bodies and n.name not in mates]
            if subjects:
                return subjects[-1]
        return None

    @cached_property
    def _bare(self) -> frozenset[str]:
        """Nouns that any company may be called and so tell none apart."""
        return self.lexicon.words("Anyone", "bare")

    def _search(
        self,
        token: Token,
        parsed: Parsed,
        history: Sequence[Sequence[tuple[Named, bool]]],
        fits: Callable[[Named], bool],
        climb: bool = True,
    ) -> Named | None:
        if climb:
            own = _own_subjects(token)
            for subject in _subjects_above(token):
                if subject.i in own:
                    continue
                named = parsed.mentions.get(subject.i)
                if named is not None and fits(named) and not named.start <= token.i < named.end:
                    return named
                if named is None and subject.pos_ in {"NOUN", "PROPN", "DET", "PRON"} and subject.i < token.i:
                    # a clause about something unnamed: its pronouns are that thing's
                    return _example(subject, parsed, fits)
        if climb and any(
            t.lower_ in {"this", "that"} and t.dep_ == "nsubj" and t.tag_ == "DT"
            for t in token.sent[: token.i - token.sent.start]
        ):
            return None
        here = [(n, s) for n, s in _said(parsed, token.sent.start, token.i) if fits(n)]
        if climb and len({n.name for n, s in here if s}) == 1:
            subject_here = next(n for n, s in here if s)
            if subject_here.root not in _own_subjects(token):
                return subject_here
        if climb and len({n.name for n, _ in here}) == 1 and here[0][0].root not in _own_subjects(token):
            return here[0][0]
        for sentence in reversed(history[-REACH:]):
            candidates = [(n, s) for n, s in sentence if fits(n)]
            subjects = [n for n, s in candidates if s]
            if subjects:
                return subjects[0]
            names = {n.name for n, _ in candidates}
            if len(names) == 1:
                return candidates[0][0]
        return None

    def _earlier(
        self, parsed: Parsed, token: Token, history: Sequence[Sequence[tuple[Named, bool]]]
    ) -> Iterator[Named]:
        yield from (n for n, _ in reversed(list(_said(parsed, token.sent.start, token.i))))
        for sentence in reversed(history[-3 * REACH :]):
            yield from (n for n, _ in sentence)

    def _ordinal(
        self, word: str, parsed: Parsed, token: Token, history: Sequence[Sequence[tuple[Named, bool]]]
    ) -> Named | None:
        """ "The former" and "the latter": first and second of the last two bodies named."""
        here = [n for n, _ in _said(parsed, token.sent.start, token.i)]
        for names in (here, [n for n, _ in history[-1]] if history else []):
            bodies = list({n.name: n for n in names if n.kind in self._bodies and n.mention.how == "name"}.values())
            if len(bodies) >= 2:
                return bodies[-2 if word == "former" else -1]
        return None


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
            if subject.i != token.i and token.i not in {t.i for t in subject.subtree} | set():
                yield subject
        verb = governing_verb(verb)


def _clause_mates(token: Token, parsed: Parsed) -> set[str]:
    """Names in the clause of a token: a description beside a name means another thing."""
    verb = governing_verb(token)
    near = [
        n
        for n in dict.fromkeys(parsed.mentions.values())
        if n.mention.how != "pronoun" and token.sent.start <= n.start < token.sent.end
    ]
    return {n.name for n in near if governing_verb(parsed.doc[n.root]) == verb}


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


def _definite(token: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in {"the", "this"} for c in token.children)


def _continued(token: Token) -> bool:
    """Whether words behind the noun say which one is meant, so that it is no reference back."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return any(c.dep_ in {"relcl", "acl"} or (c.dep_ == "prep" and c.lower_ == "of") for c in token.rights) or (
        following is not None and (following.pos_ == "PROPN" or following.dep_ == "compound")
    )
