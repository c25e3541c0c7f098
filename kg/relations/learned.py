"""Relations that a trained model sees between mentions of a sentence, beside those that the rules read."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations

from spacy.tokens import Doc, Span, Token

from kg.lexicon import Cue, Lexicon
from kg.model import Status
from kg.models import Judgement, Mark, RelationModel
from kg.nlp import DATE, Annotated, Named, Parsed, first_word, unresolved
from kg.relations.pairs import Hit

LEARNED = "model:relations"  # names the extractor in evidence
THRESHOLD = 0.83  # probability that a relation needs to be said; for a precision of 0.75 and more on newswire
SURE = 0.4  # probability of the model's likeliest status below which nothing is said
WINDOW, LETTERS = 160, 4  # pieces of a text that is judged at once; letters of a piece
MANY = 24  # mentions of one sentence; of more, only pairs less than that far apart are judged
LISTED = 48  # mentions of a stretch of a sentence that only lists them
ENDLESS, NEAR = 6, 3  # stretches of what is no sentence of prose: there, only pairs up to NEAR apart are judged


Pairing = tuple[frozenset[str], int]  # the names of a pair, and where its sentence starts in the document


@dataclass(frozen=True, slots=True)
class Judged:
    """Two mentions of a sentence in a passage (by number), and what the model says of them in this order."""

    passage: int
    subject: Named
    object: Named
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Said:
    """A judgement that is sure enough, as a cue of its relation."""

    judged: Judged
    cue: Cue


@dataclass(frozen=True)
class LearnedReader:
    """Judges the pairs of mentions in each sentence that holds two or more."""

    lexicon: Lexicon
    model: RelationModel

    def read(self, annotated: Annotated, *, loose: bool = False, scheme: str = "guide") -> list[Judged]:
        """A judgement for each ordered pair of a document, passage by passage."""
        passages = range(len(annotated.passages))
        return [j for n in passages for j in self.read_passage(annotated, n, loose=loose, scheme=scheme)]

    def read_passage(
        self,
        annotated: Annotated,
        number: int,
        known: Container[Pairing] = (),
        *,
        loose: bool = False,
        scheme: str = "guide",
    ) -> list[Judged]:
        """A judgement for each ordered pair that a relation allows, by the annotation guide of a `scheme`.

        Pairs that are `known` are left out. With `loose`, mentions are also pronouns that nobody resolved, dates, and
        the first words of products' names.
        """
        parsed = annotated.passages[number]
        if not parsed.passage.is_prose:
            return []
        texts, mentions, pairs = [], [], []
        for sent, far in _stretches(parsed.doc):
            start, _ = parsed.sentence(sent[0])
            found = self._mentions(parsed, sent, annotated.document.id, loose)
            wanted = [
                (s, o)
                for s, o in self._pairs(found, far)
                if (frozenset((found[s].name, found[o].name)), start) not in known
            ]
            if wanted:
                texts.append((sent.text, [self._mark(named, sent) for named in found]))
                mentions.append(found)
                pairs.append(wanted)
        judged = self.model.judge(texts, pairs, scheme)
        return [
            Judged(number, found[j.subject], found[j.object], j)
            for found, judgements in zip(mentions, judged, strict=True)
            for j in judgements
        ]

    @cached_property
    def _things(self) -> frozenset[str]:
        """Kinds of what is made and sold, whose names may begin with their maker's."""
        return frozenset(self.lexicon.kinds_like("partNoun"))

    def _has_maker(self, named: Named, parsed: Parsed) -> bool:
        """Whether the first word of a name may be that of a maker."""
        is_thing = named.kind in self._things and named.mention.how == "name"
        return is_thing and named.end - named.start > 1 and parsed.doc[named.start].is_title

    def _mentions(self, parsed: Parsed, sent: Span, document: str, loose: bool) -> list[Named]:
        inside = range(sent.start, sent.end)
        named = (parsed.mentions[i] for i in inside if i in parsed.mentions)
        found = {n for n in named if n.mention.how != "generic" and n.start in inside and n.end <= sent.end}
        taken = {i for n in found for i in range(n.start, n.end)}
        found |= {n for n in parsed.common if n.start in inside and taken.isdisjoint(range(n.start, n.end))}
        if loose:
            found |= {n for n in unresolved(parsed, document) if n.start in inside and n.end <= sent.end}
            found |= {first_word(n, parsed) for n in found if self._has_maker(n, parsed)}
        return sorted(found, key=lambda n: (n.start, n.end))

    def _pairs(self, found: list[Named], far: int) -> Iterator[tuple[int, int]]:
        near = permutations(range(len(found)), 2) if len(found) < LISTED else ()
        for s, o in near:
            a, b = found[s], found[o]
            if abs(s - o) > far or (a.name and a.name == b.name) or a.mention.how == b.mention.how == "pronoun":
                continue  # of pronouns alone nothing is known
            if self._may_be_related(a.kind, b.kind):
                yield s, o

    def _may_be_related(self, subject: str, object_: str) -> bool:
        """Whether a relation allows two kinds; one that is not known may be any."""
        try:
            return self._related[subject, object_]
        except KeyError:
            unknown = not subject or not object_ or DATE in (subject, object_)
            relations = self.lexicon.ontology.relations.values()
            found = unknown or any(r.allows(subject, object_) for r in relations)
            return self._related.setdefault((subject, object_), found)

    @cached_property
    def _related(self) -> dict[tuple[str, str], bool]:
        return {}

    def _mark(self, named: Named, sent: Span) -> Mark:
        first, last = sent.doc[named.start], sent.doc[named.end - 1]
        start, end = first.idx - sent.start_char, last.idx + len(last.text) - sent.start_char
        kind = next((k for k in (named.kind, *self._above(named.kind)) if k in self.model.kinds), "")
        return self.model.mark(start, end, kind, is_name=named.mention.how == "name")

    def _above(self, kind: str) -> list[str]:
        """The kinds above one that the model was not taught, the nearest first."""
        ontology = self.lexicon.ontology
        return sorted(ontology.above(kind), key=lambda k: (-len(ontology.above(k)), k))


def _stretches(doc: Doc) -> Iterator[tuple[Span, int]]:
    """What is judged at once, and how many mentions apart the pairs in it may be."""
    for sentence in doc.sents:
        windows = list(_windows(sentence))
        if len(windows) < ENDLESS:
            yield from ((window, MANY) for window in windows)
        else:
            yield from ((window, NEAR) for window in (*windows[:-1:2], windows[-1]))  # once over all of it


def _windows(sent: Span) -> Iterator[Span]:
    """A sentence, or of one too long for the model stretches of it, each of which half covers the next."""
    costs = [1 + len(token.text) // LETTERS for token in sent]
    if sum(costs) <= WINDOW:
        yield sent
        return
    start = 0
    while start < len(costs):
        end, room = start, WINDOW
        while end < len(costs) and (room := room - costs[end]) >= 0:
            end += 1
        end = max(end, start + 1)
        yield sent[start:end]
        if end == len(costs):
            return
        start += max(1, (end - start) // 2)


def said_by(judged: Iterable[Judged], lexicon: Lexicon) -> Iterator[Said]:
    """What is said with enough probability, the best wording of each pair of names first."""
    found: dict[tuple[int, str, str, str], Said] = {}
    for j in judged:
        if "generic" in (j.subject.mention.how, j.object.mention.how):
            continue  # right too seldom
        for label, chance in j.judgement.labels.items():
            relation = lexicon.ontology.relations.get(label)
            if relation is None or chance < THRESHOLD or not relation.allows(j.subject.kind, j.object.kind):
                continue
            if relation.symmetric and j.subject.start > j.object.start:
                continue
            key = (j.passage, j.subject.name, label, j.object.name)
            if key not in found or found[key].cue.confidence < chance:
                found[key] = Said(j, Cue(relation, "model", (), (), (), confidence=chance))
    yield from found.values()


def hit(said: Said, parsed: Parsed) -> Hit:
    """What is said in the form of a rule's hit, at the word that ties the two mentions together."""
    judged = said.judged
    return Hit(said.cue, LEARNED, tie(parsed.doc, judged), judged.subject, judged.object, ("", ""))


def tie(doc: Doc, judged: Judged) -> Token:
    """The lowest word of the parse above both mentions, or below it the one that names the bond ("a unit of")."""
    inside = {*range(judged.subject.start, judged.subject.end), *range(judged.object.start, judged.object.end)}
    up = [doc[judged.subject.root], *doc[judged.subject.root].ancestors]
    down = [doc[judged.object.root], *doc[judged.object.root].ancestors]
    common = next((t for t in up if t in down), up[-1])
    if common.i not in inside:
        return common
    path = [*up[: up.index(common)], *(down[: down.index(common)] if common in down else [])][::-1]
    words = [t for t in path if t.i not in inside and t.pos_ in {"NOUN", "VERB", "PROPN", "AUX"}]
    return words[0] if words else common


def status_of(said: Said, read: Status) -> Status | None:
    """The status of the clause unless that is plain; then the one that the model is sure of.

    None, so that nothing is said, where the model is sure of none, or denies what no word of the clause denies.
    """
    if read is not Status.ASSERTED:
        return read
    name, chance = max(said.judged.judgement.statuses.items(), key=lambda item: item[1])
    return Status(name) if chance >= SURE and Status(name) is not Status.NEGATED else None
