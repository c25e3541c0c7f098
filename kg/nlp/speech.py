"""Who speaks in a quotation, and for which body: "we" there is the body of whoever speaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.nlp.annotation import Named, Parsed
from kg.nlp.discourse import SUBJECTS
from kg.nlp.syntax import children

_NEAR = 14  # tokens between a person and the body in one phrase


@dataclass(frozen=True)
class Speech:
    """Speakers of the quotations of a document's passages."""

    passages: Sequence[Parsed]
    lexicon: Lexicon

    @cached_property
    def _people(self) -> frozenset[str]:
        return frozenset(self.lexicon.kinds_like("title"))

    @cached_property
    def _bodies(self) -> frozenset[str]:
        return frozenset(self.lexicon.kinds_like("nameWord")) - self._people

    @cached_property
    def _employers(self) -> dict[str, Named]:
        """The body that the text first names in one phrase with a person."""
        found: dict[str, Named] = {}
        for parsed in self.passages:
            mentions = [n for n in dict.fromkeys(parsed.mentions.values()) if n.mention.how != "generic"]
            bodies = [n for n in mentions if n.kind in self._bodies]
            for person in (n for n in mentions if n.kind in self._people and n.mention.how == "name"):
                near = [b for b in bodies if abs(b.root - person.root) <= _NEAR and _one_phrase(person, b, parsed)]
                if near:
                    found.setdefault(person.name, _nearest(person, near))
        return found

    def body_of(self, token: Token, number: int) -> Named | None:
        """The body that a word in quotation marks speaks for, where the passage or the one before tells."""
        speaker = self._speaker(self.passages[number], token)
        if speaker is None and number:
            earlier = list(self._speakers(self.passages[number - 1]))
            speaker = earlier[-1][1] if earlier else None
        if speaker is None or speaker.kind in self._bodies:
            return speaker
        return self._employers.get(speaker.name)

    def _speaker(self, parsed: Parsed, token: Token) -> Named | None:
        """The subject of the verb of saying in a sentence of the quotation, else of the nearest sentence."""
        speakers = list(self._speakers(parsed))
        if not speakers:
            return None
        first, last = _quotation(token)

        def apart(verb: Token) -> tuple[int, int]:
            sent = verb.sent
            return max(first - sent.end + 1, sent.start - last, 0), abs(verb.i - token.i)

        return min(speakers, key=lambda pair: apart(pair[0]))[1]

    def _speakers(self, parsed: Parsed) -> Iterator[tuple[Token, Named]]:
        inside = False
        verbs = self.lexicon.words("Report", "verb")
        for token in parsed.doc:
            inside = inside != (token.text == '"')
            if not inside and token.lemma_.lower() in verbs:
                for subject in children(token, *SUBJECTS):
                    if (named := parsed.mentions.get(_meant(subject, parsed))) is not None:
                        yield token, named


def _meant(subject: Token, parsed: Parsed) -> int:
    """The token of a subject that is a mention: itself, or a name beside "chief executive"."""
    beside: Iterable[Token] = (subject, *children(subject, "appos"))
    return next((t.i for t in beside if t.i in parsed.mentions), subject.i)


def _quotation(token: Token) -> tuple[int, int]:
    """The first and last token of the quotation around a token."""
    doc, first, last = token.doc, token.i, token.i
    while first > 0 and doc[first - 1].text != '"':
        first -= 1
    while last + 1 < len(doc) and doc[last + 1].text != '"':
        last += 1
    return first, last


def _nearest(person: Named, bodies: Sequence[Named]) -> Named:
    return min(bodies, key=lambda body: (abs(body.root - person.root), body.root))


def _one_phrase(person: Named, body: Named, parsed: Parsed) -> bool:
    """Whether a body is that of a person's post: "X, chief executive of Y", "Y's chief executive X"."""
    doc = parsed.doc
    between = doc[min(person.end, body.end) : max(person.start, body.start)]
    if any(t.lower_ in {"former", "formerly", "ex"} for t in between):
        return False
    one, post = doc[person.root], _post(doc[body.root])
    near = {one, one.head, *children(one, "appos", "nmod", "compound")}
    return post in near and post.pos_ not in {"VERB", "AUX"} and post.i != body.root


def _post(body: Token) -> Token:
    """The noun that a body's name belongs to: "executive" in "executive of Y", "Y's executive"."""
    if body.dep_ == "pobj" and body.head.lower_ in {"of", "for", "at", "with"}:
        head: Token = body.head.head
        return head
    return body.head if body.dep_ in {"poss", "compound", "nmod"} else body
