"""The words of a language that evoke what the ontology holds, read from its lexicon.

The format is explained at the head of ontology/lexicon.en.ttl.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kg.errors import OntologyError
from kg.model import Status
from kg.ontology import LEX, Ontology, Relation, local_name, node_key

FORMS = ("verb", "noun", "adjective", "suffix", "genitive", "postmodifier")
PREPOSITIONS = (
    "to from with in into for on of at by about against between near through after inside within onto among"
).split()
PLACES = frozenset(
    "agent patient self owner holder modifier prefix fellow clause topic metric beneficiary purpose "
    "money contract loan penalty round".split()
).union(PREPOSITIONS)
NAMING = ("name", "nameSuffix", "lastWord")
QUALIFIERS = ("for", "role", "seller", "buyer")
PROPERTIES = frozenset((*FORMS, *QUALIFIERS)) | frozenset(
    (
        "descriptorOf subject object subjectKind objectKind patientKind needs unless needsMetric unlessMetric "
        "requiresAdverb unlessAdverb open viaProduct part status confidence"
    ).split()
)
CONFIDENCE = {"verb": 0.85, "noun": 0.8, "adjective": 0.75, "suffix": 0.9, "genitive": 0.7, "postmodifier": 0.8}


Side = tuple[tuple[str, ...], frozenset[str]]
"""Places, and the kinds that may stand there."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that evoke a relation, where its subject and object stand, and what else must hold.

    The fields are the cue's properties in the lexicon, under the same names and explained there.
    """

    relation: Relation
    form: str
    words: tuple[str, ...]
    subject: tuple[str, ...]
    object: tuple[str, ...]
    subject_kind: str = ""
    object_kind: str = ""
    subject_kinds: frozenset[str] = frozenset()
    """The kinds of the relation's domain that `subject_kind` allows."""
    object_kinds: frozenset[str] = frozenset()
    """The kinds of its range that `object_kind` allows."""
    patient_kind: str = ""
    needs: str = ""
    unless: str = ""
    needs_metric: str = ""
    unless_metric: str = ""
    adverbs: frozenset[str] = frozenset()
    unless_adverbs: frozenset[str] = frozenset()
    open: bool = False
    via_product: bool = False
    part: bool | None = None
    qualifiers: tuple[tuple[str, str], ...] = ()
    """Names of qualifiers with the places of their words, or "words" for the cue's own."""
    status: Status | None = None
    confidence: float = 0.0

    @property
    def sides(self) -> tuple[Side, Side]:
        """Where subject and object stand, and which kinds they may be."""
        return (self.subject, self.subject_kinds), (self.object, self.object_kinds)


@dataclass(frozen=True)
class Lexicon:
    """Cues by the word that is looked up first, and word lists of kinds, statuses, metrics and changes."""

    ontology: Ontology
    cues: tuple[Cue, ...]

    @classmethod
    def of(cls, ontology: Ontology) -> Lexicon:
        """The lexicon within an ontology's triples.

        Raises:
            OntologyError: a cue names no words, or an unknown place or kind.
        """
        return _lexicon(ontology.namespace, _Identity(ontology))

    @cached_property
    def by_word(self) -> dict[tuple[str, str], list[tuple[tuple[str, ...], Cue]]]:
        """(form, key word) to the whole phrase and its cue; the key is a verb's first and a noun's last word."""
        table: dict[tuple[str, str], list[tuple[tuple[str, ...], Cue]]] = defaultdict(list)
        for cue in self.cues:
            for phrase in cue.words:
                parts = tuple(phrase.lower().split())
                table[cue.form, parts[-1] if cue.form == "noun" else parts[0]].append((parts, cue))
        return dict(table)

    def words(self, term: str, list_name: str) -> frozenset[str]:
        """The words that a list such as "descriptor" or "governor" gives for a kind, status, metric or change."""
        # asked for several times a word of the text; there are no more entries than lists in the lexicon
        try:
            return self._words[term, list_name]
        except KeyError:
            return self._words.setdefault((term, list_name), _words(self.ontology, term, list_name))

    def kinds_with(self, list_name: str) -> tuple[str, ...]:
        """Kinds that have such a list, sorted."""
        return self._kinds_with.get(list_name, ())

    def inherited(self, kind: str, list_name: str) -> frozenset[str]:
        """The words of such a list of a kind or, where it has none, of the kinds above it."""
        return self.words(kind, list_name) or frozenset(
            w for broader in self.ontology.above(kind) for w in self.words(broader, list_name)
        )

    def kinds_like(self, list_name: str) -> tuple[str, ...]:
        """Kinds that such a list marks and all below them: where products have parts, so has a drug."""
        try:
            return self._kinds_like[list_name]
        except KeyError:
            below = {k for kind in self.kinds_with(list_name) for k in self.ontology.below(kind)}
            return self._kinds_like.setdefault(list_name, tuple(sorted(below)))

    def names_its_own(self, kind: str) -> bool:
        """Whether the lexicon tells what names of a kind look like, or lists them."""
        return any(self.words(kind, name) for name in NAMING)

    def words_of_kinds(self, list_name: str) -> frozenset[str]:
        """The words that such a list gives for any kind."""
        return frozenset(w for kind in self.kinds_with(list_name) for w in self.words(kind, list_name))

    @cached_property
    def earning_nouns(self) -> tuple[frozenset[str], ...]:
        """The words of each metric of money that customers bring."""
        metrics = (m for m in self.ontology.metrics if self.words(m, "impliesCustomer"))
        return tuple(self.words(m, "noun") for m in metrics)

    @cached_property
    def _words(self) -> dict[tuple[str, str], frozenset[str]]:
        return {}

    @cached_property
    def _kinds_like(self) -> dict[str, tuple[str, ...]]:
        return {}

    @cached_property
    def _kinds_with(self) -> dict[str, tuple[str, ...]]:
        table: dict[str, set[str]] = defaultdict(set)
        for subject, properties in self.ontology.triples.items():
            if (kind := local_name(subject)) in self.ontology.kinds:
                for iri in properties:
                    table[iri.removeprefix(LEX)].add(kind)
        return {name: tuple(sorted(kinds)) for name, kinds in table.items()}


class _Identity:
    """Makes an ontology a cache key by identity."""

    __slots__ = ("ontology",)

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology

    def __hash__(self) -> int:
        return id(self.ontology)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and other.ontology is self.ontology


@lru_cache(maxsize=8)
def _lexicon(namespace: str, held: _Identity) -> Lexicon:
    ontology = held.ontology
    cues = [
        cue
        for relation in ontology.relations.values()
        for node in ontology.triples[relation.iri].get(LEX + "cue", ())
        for cue in cues_of(ontology, relation, node_key(node))
    ]
    return Lexicon(ontology, tuple(sorted(cues, key=lambda c: (c.relation.name, c.form, c.words, c.subject, c.object))))


def _words(ontology: Ontology, term: str, list_name: str) -> frozenset[str]:
    metric = ontology.metrics.get(term)
    iri = LEX + term if LEX + term in ontology.triples else metric.iri if metric else ontology.iri(term)
    return frozenset(node_key(v) for v in ontology.triples.get(iri, {}).get(LEX + list_name, ()))


def cues_of(ontology: Ontology, relation: Relation, node: str) -> Iterator[Cue]:
    """The cues that one node of a relation's lex:cue describes, one for each form of its words.

    Raises:
        OntologyError: the cue names no words, or a property, place, kind or status that there is not.
    """
    properties = {local_name(p): [node_key(v) for v in values] for p, values in ontology.triples.get(node, {}).items()}
    words = {form: tuple(sorted(properties[form])) for form in FORMS if form in properties}
    for kind in properties.get("descriptorOf", ()):
        name = local_name(kind)
        words["noun"] = tuple(sorted(_words(ontology, name, "descriptor") | _words(ontology, name, "genericNoun")))
    _check_properties(ontology, relation, properties)
    if not words:
        raise OntologyError(f"A cue of {relation.name} names no words: give it one of {', '.join(FORMS)}.")
    for form, phrases in words.items():
        yield _cue(ontology, relation, (form, phrases), properties)


def _cue(
    ontology: Ontology, relation: Relation, words: tuple[str, tuple[str, ...]], properties: dict[str, list[str]]
) -> Cue:
    def one(name: str, default: str = "") -> str:
        return properties.get(name, [default])[0]

    def narrowed(kinds: frozenset[str], to: str) -> frozenset[str]:
        return frozenset(k for k in kinds if ontology.is_a(k, to)) if to else kinds

    form, phrases = words
    subject_kind, object_kind = local_name(one("subjectKind")), local_name(one("objectKind"))
    cue = Cue(
        relation=relation,
        form=form,
        words=phrases,
        subject=tuple(one("subject", "agent").split()),
        object=tuple(one("object", "patient").split()),
        subject_kind=subject_kind,
        object_kind=object_kind,
        subject_kinds=narrowed(relation.domain, subject_kind),
        object_kinds=narrowed(relation.range, object_kind),
        patient_kind=local_name(one("patientKind")),
        needs=one("needs"),
        unless=one("unless"),
        needs_metric=one("needsMetric"),
        unless_metric=one("unlessMetric"),
        adverbs=frozenset(properties.get("requiresAdverb", ())),
        unless_adverbs=frozenset(properties.get("unlessAdverb", ())),
        open=one("open") == "true",
        via_product=one("viaProduct") == "true",
        part={"true": True, "false": False}.get(one("part")),
        qualifiers=tuple((name, one(name)) for name in QUALIFIERS if name in properties),
        status=Status(local_name(one("status"))) if "status" in properties else None,
        confidence=float(one("confidence") or CONFIDENCE[form]),
    )
    _check(cue, ontology)
    return cue


def _check_properties(ontology: Ontology, relation: Relation, properties: dict[str, list[str]]) -> None:
    """Refuse misspelt properties and values that cannot be read.

    Raises:
        OntologyError: the property or value and the relation whose cue has it.
    """
    unknown = sorted(set(properties) - PROPERTIES - {"type"})
    if unknown:
        raise OntologyError(f"A cue of {relation.name} has the unknown property {unknown[0]}.")
    for status in properties.get("status", ()):
        if local_name(status) not in set(Status) & set(ontology.statuses):
            raise OntologyError(f"A cue of {relation.name} names the unknown status {local_name(status)}.")
    for value in properties.get("confidence", ()):
        try:
            fits = 0 <= float(value) <= 1
        except ValueError:
            fits = False
        if not fits:
            raise OntologyError(f"A cue of {relation.name} has the confidence {value!r}, which is not between 0 and 1.")
    if any(not phrase.strip() for form in FORMS for phrase in properties.get(form, ())):
        raise OntologyError(f"A cue of {relation.name} has an empty word.")


def _check(cue: Cue, ontology: Ontology) -> None:
    """Refuse a cue that names what does not exist.

    Raises:
        OntologyError: the name and the relation whose cue has it.
    """
    for kind in filter(None, (cue.subject_kind, cue.object_kind, cue.patient_kind)):
        if kind not in ontology.kinds:
            raise OntologyError(f"A cue of {cue.relation.name} names the unknown kind {kind}.")
    for place in filter(None, (*cue.subject, *cue.object, cue.needs, cue.unless)):
        if place not in PLACES:
            raise OntologyError(f"A cue of {cue.relation.name} names the unknown place {place!r}.")
