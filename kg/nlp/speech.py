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

_WITHIN_PHRASE = frozenset({"compound", "nmod", "poss", "appos", "prep", "pobj"})
_NEAR = 14  # tokens between a person and the body in one phrase


@dataclass(frozen=True)
class Speech:
    """Speakers of the quotations of a document's passages."""

    passages: Sequence[Parsed]
    lexicon: Lexicon

    @cached_property
    def _people(self) -> frozenset[str]:
        return frozenset(self.lexicon.kinds_with("title"))

    @cached_property
    def _bodies(self) -> frozenset[str]:
        return frozenset(self.lexicon.kinds_with("nameWord")) - self._people

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
                    found.setdefault(person.name, min(near, key=lambda b, at=person.root: (abs(b.root - at), b.root)))
        return found

    def body_of(self, token: Token, number: int) -> Named | None:
        """The body that a word in quotation marks speaks for, where the passage or the one before tells."""
        for parsed in (self.passages[number], *self.passages[max(number - 1, 0) : number]):
            speaker = self._speaker(parsed, token if parsed is self.passages[number] else None)
            if speaker is not None:
                return speaker if speaker.kind in self._bodies else self._employers.get(speaker.name)
        return None

    def _speaker(self, parsed: Parsed, token: Token | None) -> Named | None:
        """The subject of the verb of saying nearest to a word, outside quotation marks."""
        at = token.i if token is not None else len(parsed.doc)
        speakers = sorted(self._speakers(parsed), key=lambda pair: (abs(pair[0] - at), pair[0]))
        return speakers[0][1] if speakers else None

    def _speakers(self, parsed: Parsed) -> Iterator[tuple[int, Named]]:
        inside = False
        verbs = self.lexicon.words("Report", "verb")
        for token in parsed.doc:
            inside = inside != (token.text == '"')
            if not inside and token.lemma_.lower() in verbs:
                for subject in children(token, *SUBJECTS):
                    if (named := parsed.mentions.get(_meant(subject, parsed))) is not None:
                        yield token.i, named


def _meant(subject: Token, parsed: Parsed) -> int:
    """The token of a subject that is a mention: itself, or a name beside "chief executive"."""
    beside: Iterable[Token] = (subject, *children(subject, "appos"))
    return next((t.i for t in beside if t.i in parsed.mentions), subject.i)


def _one_phrase(person: Named, body: Named, parsed: Parsed) -> bool:
    """Whether no verb stands between: "X, chief executive of Y", "Y's chief executive X"."""
    return _top(parsed.doc[person.root]) == _top(parsed.doc[body.root])


def _top(token: Token) -> int:
    while token.dep_ in _WITHIN_PHRASE and token.head.i != token.i and token.head.pos_ not in {"VERB", "AUX"}:
        token = token.head
    return token.i
