"""The status of a hit: that of its trigger's clause, seen with what the cue itself says and whose words they are."""

from __future__ import annotations

from dataclasses import dataclass

from kg.lexicon import Lexicon
from kg.model import Status
from kg.nlp import Named, Parsed
from kg.nlp import syntax as syn
from kg.ontology import Relation
from kg.relations.pairs import Hit
from kg.relations.status import StatusReader


@dataclass(frozen=True)
class StandingReader:
    """Reads the status of hits."""

    lexicon: Lexicon
    status: StatusReader

    def of(self, hit: Hit, parsed: Parsed) -> Status | None:
        """The status of what a hit says; None where its clause says nothing of that."""
        read = self.status.read(hit.trigger, lasting=None if hit.cue.status else self.is_lasting(hit.cue.relation))
        if self.status.failed(hit.trigger) or (hit.cue.status is Status.PLANNED and read is Status.ENDED):
            return Status.NEGATED  # "nearly bought", "lost its bid"
        if hit.cue.status is Status.ENDED:
            return Status.ENDED if read in {Status.ASSERTED, Status.ENDED} else Status.ASSERTED  # "plans to leave X"
        if self.is_source(hit, parsed):
            # whoever stops buying X's glass does not stop X from making it, and whoever never bought it says nothing
            return {Status.ENDED: Status.ASSERTED, Status.NEGATED: None}.get(read, read)
        return hit.cue.status if hit.cue.status is not None and read is Status.ASSERTED else read

    def speaker(self, hit: Hit, parsed: Parsed) -> str:
        """Who says so: a name, or the words for somebody unnamed; "" where the text itself does."""
        verb = self.status.stated_by(hit.trigger)
        return self.status.speakers.attribution(verb, parsed) if verb is not None else ""

    def beside(self, named: Named, relation: Relation, parsed: Parsed) -> Status | None:
        """What the sentence of a mention says with a noun of the relation: "X, which ..., is no longer a customer"."""
        nouns = {
            phrase[-1]
            for cue in self.lexicon.cues
            if cue.relation == relation
            for phrase in _nouns(cue.form, cue.words)
        }
        root = parsed.doc[named.root]
        for token in root.sent:
            if token.dep_ == "attr" and token.lemma_.lower() in nouns and root in syn.surface_subject(token.head):
                return self.status.read(token, lasting=self.is_lasting(relation))
        return None

    def is_lasting(self, relation: Relation) -> bool:
        """Whether a relation goes on for some time, as being a customer does and a takeover does not."""
        return bool(self.lexicon.words(relation.name, "lasting"))

    def is_source(self, hit: Hit, parsed: Parsed) -> bool:
        """Whether the maker of goods is only named as where somebody else has them from."""
        if "true" not in self.lexicon.words(hit.cue.relation.name, "makerOf"):
            return False
        root = parsed.doc[hit.subject.root]
        if hit.trigger.dep_ == "pobj" and hit.trigger.head.lower_ == "as":
            return True  # "dropped X as its supplier of glass"
        return (root.dep_ == "pobj" and root.head.lower_ == "from") or hit.places[0] == "from"


def _nouns(form: str, words: tuple[str, ...]) -> list[list[str]]:
    return [word.lower().split() for word in words] if form == "noun" else []
