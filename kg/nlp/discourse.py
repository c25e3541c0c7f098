"""What has been said before a word: mentions by sentence with their roles, and where a word stands among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.nlp.annotation import Named, Parsed
from kg.nlp.syntax import STRETCH, children, conjuncts, governing_verb, is_verb, relative, surface_subject

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ROLES = {"nsubj": "subject", "nsubjpass": "subject", "dobj": "object", "dative": "object", "poss": "owner"}
_WITHIN = frozenset({"compound", "nmod", "amod"})  # a name there only describes another noun
_BESIDE = frozenset({"conj", "appos"})
_FINITE = frozenset({"VBZ", "VBD", "MD", "VBP"})
WE = frozenset({"we", "our", "us", "ours", "ourselves"})
_UNNAMED = frozenset({"NOUN", "PROPN", "DET", "PRON"})


@dataclass(frozen=True, slots=True)
class Said:
    """A mention with its role, the numbers of its sentence and passage, and whether it stands in a quotation."""

    named: Named
    role: str
    sentence: int
    passage: int
    quoted: bool
    is_first: bool
    """Whether it is the first of its sentence in its role."""


@dataclass(slots=True)
class History:
    """The mentions of each sentence so far, and how often each name was mentioned."""

    sentences: list[list[Said]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, said: list[Said]) -> None:
        """Close a sentence."""
        self.sentences.append(said)
        self.counts.update(one.named.name for one in said)


@dataclass(frozen=True, slots=True)
class Spot:
    """A pronoun or noun that may refer back, in its passage, with the sentences before."""

    token: Token
    parsed: Parsed
    history: History
    passage: int
    quotes: frozenset[int] = frozenset()
    """The tokens of the passage that stand in quotation marks."""

    def here(self) -> list[Said]:
        """Mentions earlier in the sentence."""
        start = max(self.token.sent.start, self.token.i - STRETCH)
        return list(said(self, start, self.token.i))

    def clause_mates(self) -> set[str]:
        """Names in the clause of the token: a description beside a name means another thing."""
        verb, sent = governing_verb(self.token), self.token.sent
        mentions = dict.fromkeys(self.parsed.mentions.values())
        near = [n for n in mentions if n.mention.how != "pronoun" and sent.start <= n.start < sent.end]
        return {n.name for n in near if governing_verb(self.parsed.doc[n.root]) == verb}


def said(spot: Spot, start: int, end: int) -> Iterator[Said]:
    """Mentions among tokens `start` to `end` of the passage of a spot."""
    seen: set[int] = set()
    roles: set[str] = set()
    for i in range(start, end):
        named = spot.parsed.mentions.get(i)
        if named is not None and named.start not in seen and named.end <= end:
            seen.add(named.start)
            role = _role_of_name(named, spot.parsed)
            number = len(spot.history.sentences)
            yield Said(named, role, number, spot.passage, named.root in spot.quotes, role not in roles)
            roles.add(role)


def announced(spot: Spot) -> Iterator[Said]:
    """The subject that a clause before it runs ahead of: "after shutting its portal, X said"."""
    token, sent = spot.token, spot.token.sent
    subject = next((s for s in subjects_above(token) if s.i not in own_subjects(token)), None)
    named = spot.parsed.mentions.get(subject.i) if subject is not None and token.i < subject.i < sent.end else None
    if named is not None and named.start > token.i:
        yield Said(named, "subject", len(spot.history.sentences), spot.passage, named.root in spot.quotes, True)


def told_by_we(passages: Sequence[Parsed]) -> frozenset[str]:
    """Names that stand behind "we" in two sentences or more, outside quotation marks."""
    found: Counter[str] = Counter()
    for parsed in passages:
        quotes = quoted(parsed)
        for sent in parsed.doc.sents:
            we = next((t.i for t in sent if t.lower_ in WE and t.i not in quotes), sent.end)
            behind = {parsed.mentions[i].name for i in range(we, sent.end) if i in parsed.mentions}
            found.update(behind)
    return frozenset(name for name, times in found.items() if times > 1)


def role_of(token: Token) -> str:
    """ "subject", "object", "owner", "within" (it describes another noun) or "other"."""
    if token.dep_ in _BESIDE:
        token = next((t for t in token.ancestors if t.dep_ not in _BESIDE), token)
    return "within" if token.dep_ in _WITHIN else _ROLES.get(token.dep_, "other")


def _role_of_name(named: Named, parsed: Parsed) -> str:
    """The role of a mention; before a finite verb it is a subject, whatever the parser takes it for."""
    root, after = parsed.doc[named.root], parsed.doc[named.end : named.end + 1]
    role = role_of(root)
    if role not in {"other", "within"} or not after or after[0].tag_ not in _FINITE:
        return role
    # "by two sisters, X makes": what stands behind the comma is no further sister
    apart = root.dep_ == "conj" and named.start > 0 and parsed.doc[named.start - 1].text == ","
    return "subject" if apart or root.dep_ not in {"pobj", "dobj", "conj", "poss"} else role


def quoted(parsed: Parsed) -> frozenset[int]:
    """The tokens of a passage that stand in quotation marks."""
    if '"' not in parsed.passage.text:
        return frozenset()
    inside, found = False, set()
    for token in parsed.doc:
        if token.text == '"':
            inside = not inside
        elif inside:
            found.add(token.i)
    return frozenset(found)


def subjects_above(token: Token) -> Iterator[Token]:
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


def is_unnamed(subject: Token, spot: Spot) -> bool:
    """Whether a subject before the spot is a thing that no mention names."""
    return subject.i not in spot.parsed.mentions and subject.pos_ in _UNNAMED and subject.i < spot.token.i


def own_subjects(token: Token) -> set[int]:
    """Subjects that a pronoun cannot mean, since it is an object in their clause: "X pays it"."""
    if token.dep_ == "poss" or token.lower_.endswith(("self", "selves")):
        return set()
    verb = governing_verb(token)
    if verb is None or token.dep_ not in {"dobj", "dative", "pobj"}:
        return set()
    return {t.i for s in surface_subject(verb) for t in conjuncts(relative(s))}


def is_joined(token: Token) -> bool:
    """Whether the clause of a token stands beside another, with a subject of its own."""
    verb = governing_verb(token)
    return verb is not None and verb.dep_ == "conj" and bool(children(verb, *SUBJECTS))
