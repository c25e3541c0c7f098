"""Numbers and directions about named things: "revenue rose 9 percent to $612 million".

A metric word is found first, then whose it is, then what is said of it. `READERS` are tried in order;
the first that understands a metric word wins. All words are the lexicon's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.model import Change, Qualifier, Status, Value
from kg.nlp import Amount, Named
from kg.nlp import syntax as syn
from kg.relations.arguments import Arguments
from kg.relations.status import StatusReader

_COUNTED = frozenset({"number", "volume", "amount", "total", "level", "value"})
_SET_APART = frozenset({"despite", "after", "following", "amid", "because", "since", "although", "though"})
_LEVEL_BY = frozenset({"at", "of", "about", ""})


@dataclass(frozen=True, slots=True)
class Reading:
    """One number or direction: the metric, its words, whose it is and what is said."""

    metric: str
    trigger: Token
    subject: Named
    change: Change
    value: Value | None
    status: Status
    qualifiers: tuple[tuple[str, Qualifier], ...] = ()
    rule: str = "level"
    counterparty: Named | None = None


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric word in a sentence: tokens `start` to the head `token`."""

    name: str
    token: Token
    start: int


@dataclass(frozen=True, slots=True)
class Said:
    """A change with its value, if any, and the value it started from."""

    change: Change
    value: Value | None
    verb: Token
    origin: Value | None = None


@dataclass(frozen=True)
class ObservationReader:
    """Reads observations from one passage."""

    args: Arguments
    status: StatusReader
    past: list[Reading] = field(default_factory=list)
    """What was read before, for "this spending"."""

    @property
    def lexicon(self) -> Lexicon:
        """The words of metrics and changes."""
        return self.args.lexicon

    def read(self) -> Iterator[Reading]:
        """All observations of the passage, each once."""
        topic = self.args.topic
        for sent in self.args.parsed.doc.sents:
            if sent.text.rstrip().endswith("?"):
                continue
            found = [r for m in self._metrics(sent) for r in self._of_noun(m, topic)]
            found += [r for token in sent for r in self._of_verb(token)]
            for reading in _distinct(found):
                self.past.append(reading)
                yield reading
            topic = self._topic(sent) or topic

    def _topic(self, sent: Iterable[Token]) -> Named | None:
        """The body that a sentence is about: its first subject or the owner of it."""
        for token in sent:
            if token.dep_ in {"nsubj", "nsubjpass"}:
                owners = [token, *self.args.owners(token)]
                named = [
                    n
                    for t in owners
                    if (n := self.args.parsed.mentions.get(t.i)) is not None and n.kind in self._bodies
                ]
                if named:
                    return named[0]
        return None

    @cached_property
    def _bodies(self) -> frozenset[str]:
        return frozenset(self.lexicon.kinds_with("nameWord"))

    # ------------------------------------------------------------ metric words

    def _metrics(self, sent: Iterable[Token]) -> Iterator[Metric]:
        for token in sent:
            if (
                token.pos_ in {"NOUN", "PROPN"}
                and token.i not in self.args.parsed.mentions
                and token.i not in self.args.parsed.amounts
            ):
                metric = self._metric(token)
                if metric is not None:
                    yield metric

    def _metric(self, token: Token) -> Metric | None:
        """The metric that the longest phrase ending at a token names; not where the phrase goes on."""
        doc = token.doc
        following = doc[token.i + 1] if token.i + 1 < len(doc) else None
        if (
            following is not None
            and token.dep_ == "compound"
            and following.head.i == token.head.i
            and self._named(following, 2)
        ):
            return None
        for length in (3, 2, 1):
            if (metric := self._named(token, length)) and self._stands_alone(token):
                return Metric(metric, token, token.i - length + 1)
        return None

    def _stands_alone(self, token: Token) -> bool:
        """Not as "stock" in "stock rating", but as "revenue" in "revenue growth"."""
        if token.dep_ not in {"compound", "nmod"} or token.head.i < token.i:
            return True
        head = token.head
        return head.lemma_.lower() in self._change_nouns or bool(self._named(head, 1)) or bool(self._named(head, 2))

    def _named(self, token: Token, length: int) -> str:
        start = token.i - length + 1
        if start < 0:
            return ""
        words = [t.lower_ for t in token.doc[start : token.i]]
        phrases = {" ".join([*words, token.lower_])}
        if length > 1 or token.tag_ == "NN":
            phrases.add(" ".join([*words, token.lemma_.lower()]))
        joined = {p.replace(" - ", "-") for p in phrases}
        return self._phrases.get(next((p for p in sorted(phrases | joined) if p in self._phrases), ""), "")

    @cached_property
    def _phrases(self) -> dict[str, str]:
        return {w.lower(): m for m in sorted(self.lexicon.ontology.metrics) for w in self.lexicon.words(m, "noun")}

    # ------------------------------------------------------------ what is said of a metric word

    def _of_noun(self, metric: Metric, topic: Named | None) -> Iterator[Reading]:
        for reader in READERS:
            said = list(reader(self, metric))
            if said:
                owner = self._owner(metric, said[0], topic)
                for s in said if owner is not None else ():
                    if owner is not None and self._sound(metric, s):
                        yield from self._reading(metric, owner, s, reader.__name__)
                return

    def _sound(self, metric: Metric, said: Said) -> bool:
        """A level has the metric's unit; a bare direction is said of what is or will be, not of a mere wish."""
        if said.value is None:
            wish = (
                syn.is_verb(said.verb) and said.verb.tag_ == "VB" and not syn.children(said.verb, "nsubj", "nsubjpass")
            )
            modal = any(c.tag_ == "MD" for c in syn.children(said.verb, "aux"))
            return not wish or modal or self._status(metric.token, said) is Status.EXPECTED
        units = self.lexicon.words(metric.name, "unit")
        return (
            said.change in {Change.SHARE}
            or said.value.unit in {"percent", "points", "times"}
            or not units
            or said.value.unit in units
        )

    def _reading(self, metric: Metric, owner: Named, said: Said, rule: str) -> Iterator[Reading]:
        qualifiers: dict[str, Qualifier] = {}
        counterparty: Named | None = None
        if segment := self._segment(metric, owner):
            qualifiers["segment"] = segment
        if period := self._period(metric.token, said):
            qualifiers["period"] = period
        if said.origin is not None:
            qualifiers["from"] = said.origin.text
        if said.change is Change.SHARE:
            qualifiers["of"] = owner.name
            party = self._parties(said.verb, owner) if syn.is_verb(said.verb) else []
            if party:
                qualifiers["counterparty"] = party[0].name
                counterparty = party[0]
        yield Reading(
            metric.name,
            metric.token,
            owner,
            said.change,
            said.value,
            self._status(metric.token, said),
            tuple(sorted(qualifiers.items())),
            rule,
            counterparty,
        )

    def _parties(self, verb: Token, owner: Named) -> list[Named]:
        """Who makes a share: "X represents 25% of", "gets 25% of its revenue from X", "depends on X for 25%"."""
        for tokens in (syn.agent(verb), syn.objects_of(verb, "from", "on")):
            named = [n for t in tokens for n in self._payers(t) if n.name != owner.name]
            if named:
                return named
        return []

    def _payers(self, token: Token) -> list[Named]:
        """Who a share is of: a body, or whose spending it is."""
        named = [
            n
            for t in (token, *self.args.owners(token))
            for n in self.args.expand(t, self._bodies)
            if n.mention.how != "generic"
        ]
        if not named and any(c.lower_ in {"this", "that", "the"} for c in syn.children(token, "det")):
            metric = self._metric(token)
            said = {metric.name} if metric is not None else self._meant_by(token)
            named = [r.subject for r in reversed(self.past) if r.metric in said][:1]
        return named

    def _meant_by(self, noun: Token) -> set[str]:
        """The metrics that a bare "this amount" may refer back to."""
        return {m for m in self.lexicon.ontology.metrics if noun.lemma_.lower() in self.lexicon.words(m, "anaphor")}

    def _status(self, token: Token, said: Said) -> Status:
        read = self.status.read(said.verb)
        nouns = [t for t in (token, token.head) if t.pos_ == "NOUN"]
        if any(self.status.read(t) is Status.NEGATED for t in nouns):
            return Status.NEGATED  # "denied reports of job cuts"
        if read is Status.NEGATED:
            return read
        around = {
            token,
            said.verb,
            *syn.children(token, "amod", "compound", "aux", "advmod", "nmod"),
            *self._governors(token),
            *self._governors(said.verb),
        }
        words = {f for t in around for f in (t.lemma_.lower(), t.lower_)}
        if words & (self.lexicon.words(Status.EXPECTED, "modifier") | self.lexicon.words(Status.EXPECTED, "governor")):
            unsure = {"may", "might", "could"} & words
            return Status.POSSIBLE if unsure else Status.EXPECTED
        return {Status.PLANNED: Status.EXPECTED, Status.POSSIBLE: Status.POSSIBLE}.get(read, Status.ASSERTED)

    def _governors(self, token: Token) -> Iterator[Token]:
        """Words above a token up to its clause's reporting verb, with their auxiliaries."""
        for ancestor in token.ancestors:
            if ancestor.dep_ in {"relcl", "acl"} or ancestor.lower_ in _SET_APART:
                return
            if syn.is_verb(ancestor):
                yield from syn.children(ancestor, "aux")
                expected = ancestor.lemma_ in self.lexicon.words(Status.EXPECTED, "governor")
                if not expected or ancestor.lemma_ not in self.lexicon.words(Change.LEVEL, "verb"):
                    yield ancestor
            elif ancestor.pos_ in {"NOUN", "ADJ"}:
                yield ancestor

    # ------------------------------------------------------------ whose it is

    def _owner(self, metric: Metric, said: Said, topic: Named | None) -> Named | None:
        for tokens in self._owner_places(metric, said):
            named = [n for t in tokens if (n := self._body_or_product(t, metric)) is not None]
            if named:
                return named[0]
        if said.change is Change.SHARE:
            topic = self.args.topic
        return topic if topic is not None and self.lexicon.words(topic.kind, "nameEnding") else None

    def _owner_places(self, metric: Metric, said: Said) -> Iterator[list[Token]]:
        token = metric.token
        first = token.doc[metric.start]
        yield syn.children(token, "poss") or syn.children(first, "poss")
        yield self.args.owners(token)
        yield syn.objects_of(token, "at", "for", "of")
        yield [t for t in syn.objects_of(token, "from", "to") if self._is_product(t)]
        if said.change is Change.SHARE:
            return  # whoever makes the part is not whose whole it is
        head = token.head
        if token.dep_ in {"compound", "pobj"} or head.pos_ == "NOUN":
            noun = head.head if token.dep_ == "pobj" else head
            if noun.pos_ == "NOUN":
                yield (
                    self.args.owners(noun)
                    if token.dep_ == "compound" or noun.lemma_.lower() in self._change_nouns
                    else []
                )
                yield syn.objects_of(noun, "at", "for")
        if syn.is_verb(said.verb):
            yield [t for t in syn.agent(said.verb) if t.i != token.i]
            yield [
                p for q in syn.children(said.verb, "prep") if q.lower_ in {"at", "for"} for p in syn.children(q, "pobj")
            ]
        yield self._same_elsewhere(metric)
        yield self._subjects(token)

    def _is_product(self, token: Token) -> bool:
        named = self.args.parsed.mentions.get(token.i)
        return named is not None and named.mention.how == "name" and bool(self.lexicon.words(named.kind, "partNoun"))

    def _subjects(self, token: Token) -> list[Token]:
        verb = syn.governing_verb(token)
        while verb is not None:
            if subjects := [t for t in syn.surface_subject(verb) if t.i != token.i]:
                return [t for t in subjects if self._is_company(t)]
            verb = syn.governing_verb(verb)
        return []

    def _is_company(self, token: Token) -> bool:
        """Only companies are spoken of by the mere clause around a number."""
        named = self.args.parsed.mentions.get(syn.relative(token).i)
        return named is None or bool(self.lexicon.words(named.kind, "nameEnding"))

    def _same_elsewhere(self, metric: Metric) -> list[Token]:
        """The owner of the same metric earlier in the sentence: "X's revenue ..., an expected revenue of"."""
        before = [t for t in metric.token.sent if t.i < metric.start and t.lower_ == metric.token.lower_]
        return [o for t in reversed(before) for o in self.args.owners(t)]

    @cached_property
    def _subject_kinds(self) -> frozenset[str]:
        return self._bodies | frozenset(self.lexicon.kinds_with("partNoun"))

    def _body_or_product(self, token: Token, metric: Metric) -> Named | None:
        token = syn.relative(token)
        named = self.args.parsed.mentions.get(token.i)
        if named is not None and named.kind in self._subject_kinds:
            return named
        examples = [n for n in self.args.described.get(token.i, ()) if n.kind in self._subject_kinds]
        if examples and token.tag_ != "NNS":
            return examples[0]
        if (
            token.lemma_.lower() in self.lexicon.words("Deputy", "word")
            or self._metric(token) is not None
            or syn.is_measure(token)
        ):
            found = [n for o in self.args.owners(token) if (n := self.args.parsed.mentions.get(o.i)) is not None]
            return next((n for n in found if n.kind in self._subject_kinds), None)
        return None

    # ------------------------------------------------------------ qualifiers

    def _segment(self, metric: Metric, owner: Named) -> str:
        """The words that narrow a metric: "cloud" of "cloud revenue", "AI business" of "revenue from AI business"."""
        plain = self.lexicon.words("Bland", "word") | {
            "annual",
            "quarterly",
            "monthly",
            "net",
            "total",
            "operating",
            "overall",
            "expected",
        }
        words = [
            t
            for t in metric.token.doc[max(metric.start - 4, 0) : metric.start]
            if t.head.i >= metric.start
            and t.dep_ in {"compound", "amod", "nmod"}
            and t.i not in self.args.parsed.amounts
            and t.tag_ not in {"JJR", "JJS"}
            and t.i not in self.args.parsed.mentions
        ]
        kept = [
            t.text
            for t in words
            if t.lower_ not in plain and not owner.start <= t.i < owner.end and t.ent_type_ not in {"DATE", "PERCENT"}
        ]
        if kept:
            return " ".join(kept)
        known = self.args.parsed.amounts.keys() | self.args.parsed.mentions.keys()
        phrases = [t for t in syn.objects_of(metric.token, "from") if t.i not in known]
        return metric.token.doc[phrases[0].left_edge.i : phrases[0].i + 1].text if phrases else ""

    def _period(self, token: Token, said: Said) -> str:
        if said.value is not None and said.value.per:
            return {"month": "monthly", "quarter": "quarterly", "year": "annual"}.get(
                said.value.per, f"a {said.value.per}"
            )
        near = (said.verb, token)
        for ent in token.sent.ents:
            if ent.label_ == "DATE" and not any(i in self.args.parsed.mentions for i in range(ent.start, ent.end)):
                above = {ent.root.head, ent.root.head.head}
                if above & set(near) or syn.governing_verb(ent.root) == syn.governing_verb(token):
                    return ent.text
        return ""

    # ------------------------------------------------------------ metric verbs

    def _of_verb(self, verb: Token) -> Iterator[Reading]:
        """ "employs 140 people", "costs €19 a month", "pays X $2 million"."""
        if not syn.is_verb(verb):
            return
        yield from self._billed(verb)
        for metric, change in self._verb_metrics(verb):
            if self.args.buys_property(verb) or (metric in self._deal_verbs and self._is_deal(verb)):
                continue
            for amount in self._amounts_of(verb):
                if not self._suits(metric, amount, verb):
                    continue
                owners = [
                    n
                    for t in syn.agent(verb)
                    for n in self.args.expand(t, self._subject_kinds)
                    if n.mention.how != "generic"
                ]
                for owner in owners:
                    said = Said(change, amount.value, verb)
                    yield from self._reading(Metric(metric, verb, verb.i), owner, said, "verb")
                break

    def _verb_metrics(self, verb: Token) -> Iterator[tuple[str, Change]]:
        for metric in sorted(self.lexicon.ontology.metrics):
            for name, change in (("verb", Change.LEVEL), ("verbUp", Change.INCREASE)):
                if any(self._is(verb, phrase) for phrase in self.lexicon.words(metric, name)):
                    yield metric, change

    @cached_property
    def _deal_verbs(self) -> frozenset[str]:
        return frozenset(m for m in self.lexicon.ontology.metrics if self.lexicon.words(m, "notWithCompany"))

    def _billed(self, verb: Token) -> Iterator[Reading]:
        """ "is charged €4 million a month": what the patient spends."""
        for metric in sorted(self.lexicon.ontology.metrics):
            if verb.lemma_.lower() not in self.lexicon.words(metric, "ofPatient"):
                continue
            amounts = [a for a in self._amounts_of(verb) if a.value.unit == "money" and a.start > verb.i]
            payers = [
                n for t in syn.patient(verb) for n in self.args.expand(t, self._bodies) if n.mention.how != "generic"
            ]
            for payer in payers if amounts else ():
                yield from self._reading(
                    Metric(metric, verb, verb.i), payer, Said(Change.LEVEL, amounts[0].value, verb), "verb"
                )

    def _is_deal(self, verb: Token) -> bool:
        """Whether the money goes into a named company: then it belongs to that fact."""
        return any(
            (n := self.args.parsed.mentions.get(t.i)) is not None and n.kind in self._bodies
            for t in syn.objects_of(verb, "in", "into")
        )

    def _is(self, verb: Token, phrase: str) -> bool:
        first, *rest = phrase.split()
        return verb.lemma_.lower() == first and all(any(c.lower_ == r for c in verb.children) for r in rest)

    def _suits(self, metric: str, amount: Amount, verb: Token) -> bool:
        """Money for money metrics; for counts the counted noun must be the metric's."""
        counts = self.lexicon.words(metric, "counts")
        noun = self._counted(amount)
        if counts:
            return amount.value.unit == "count" and noun in counts
        units = self.lexicon.words(metric, "unit")
        following = self.args.parsed.doc[amount.end : amount.end + 2].text.lower()
        if following in {"a share", "per share"}:
            return False  # earnings or dividends a share
        if amount.value.unit == "money":
            return amount.start > verb.i and (not units or "money" in units)
        return amount.value.unit == "count" and bool(noun) and "nouns" in self.lexicon.words(metric, "countsAny")

    def _counted(self, amount: Amount) -> str:
        doc = self.args.parsed.doc
        head = doc[amount.end - 1].head
        return head.lemma_.lower() if head.pos_ == "NOUN" and head.i >= amount.end else ""

    def _amounts_of(self, head: Token) -> list[Amount]:
        """Quantities whose nearest verb, or whose noun, is the given token, in reading order."""
        found = []
        for amount in dict.fromkeys(self.args.parsed.amounts.values()):
            root = self.args.parsed.doc[amount.start : amount.end].root
            chain = [root, *root.ancestors]
            if any(t.i == head.i for t in chain) and _nearest(chain, head):
                found.append(amount)
        return sorted(found, key=lambda a: a.start)

    @cached_property
    def _change_nouns(self) -> frozenset[str]:
        return frozenset(w for c in (Change.INCREASE, Change.DECREASE) for w in self.lexicon.words(c, "noun"))

    def direction(self, token: Token, list_name: str) -> Change | None:
        """The change that a verb, noun or adverb expresses."""
        forms = {token.lemma_.lower(), token.lower_}
        forms |= {f"{token.lemma_.lower()} {c.lower_}" for c in token.children if c.dep_ in {"prt", "advmod"}}
        for change in (Change.INCREASE, Change.DECREASE):
            if forms & self.lexicon.words(change, list_name):
                return change
        return None

    def beside(self, verb: Token) -> Change | None:
        """The change in an adverb of a neutral verb: "closed 3% higher"."""
        other = self.lexicon.words(Change.SHARE, "verb")  # "make up" a part is no rise
        beside = [c for c in syn.children(verb, "advmod", "acomp", "advcl", "prt") if not syn.is_verb(c)]
        adverbs = [c for c in beside if f"{verb.lemma_} {c.lower_}" not in other]
        return next((d for c in adverbs if (d := self.direction(c, "adverb")) is not None), None)

    def before(self, amount: Amount) -> str:
        """The preposition right before a quantity."""
        i = amount.start - 1
        doc = self.args.parsed.doc
        while i >= 0 and doc[i].dep_ in {"advmod", "det", "amod", "quantmod"} and doc[i].pos_ != "ADP":
            i -= 1
        return doc[i].lower_ if i >= 0 and doc[i].pos_ in {"ADP", "PART", "SCONJ"} and doc[i].tag_ != "POS" else ""


def _nearest(chain: list[Token], head: Token) -> bool:
    """Whether no other verb stands between a quantity and the head."""
    between = chain[: next(i for i, t in enumerate(chain) if t.i == head.i)]
    return not any(syn.is_verb(t) and (t.tag_ != "VBN" or t.dep_ == "relcl") for t in between)


def shares(reader: ObservationReader, metric: Metric) -> Iterator[Said]:
    """ "represents 25% of X's revenue": the metric is the whole that a percentage is taken of."""
    token = metric.token
    if token.dep_ != "pobj" or token.head.lower_ != "of":
        return
    part = token.head.head
    amount = reader.args.parsed.amounts.get(part.i)
    if amount is None or amount.value.unit != "percent" or "shares" in {metric.token.lower_}:
        return
    verb = syn.governing_verb(part)
    if verb is not None and (change := reader.direction(verb, "verb")) is not None and part.dep_ == "dobj":
        yield Said(change, amount.value, verb)  # "cut 15 percent of its workforce"
        return
    words = reader.lexicon.words(Change.SHARE, "verb")
    made = {
        w
        for v in (verb,)
        if v is not None
        for w in (v.lemma_.lower(), *(f"{v.lemma_.lower()} {c.lower_}" for c in v.children))
    }
    if not made & words:
        return
    if verb is not None and not any(c.lower_ == "no" for t in syn.surface_subject(verb) for c in t.children):
        yield Said(Change.SHARE, amount.value, verb)


def changed_nouns(reader: ObservationReader, metric: Metric) -> Iterator[Said]:
    """ "a 29% increase in revenue", "a drop in the share price", "revenue growth", "a doubling of subscriptions"."""
    token = metric.token
    noun = token.head.head if token.dep_ == "pobj" and token.head.lower_ in {"in", "of", "for"} else token.head
    if token.dep_ not in {"pobj", "compound", "nmod", "poss"} or (change := reader.direction(noun, "noun")) is None:
        return
    amounts = [a for a in reader._amounts_of(noun) if a.value.unit != "count" or a.start < noun.i]
    amounts += [a for a in [reader.args.parsed.amounts.get(noun.i)] if a is not None and a not in amounts]
    if not amounts and noun.dep_ == "dobj":
        amounts = [a for a in reader._amounts_of(noun.head) if reader.before(a) == "at"]  # "put growth at 5%"
    first = next((a.value for a in amounts if reader.before(a) != "from"), None)
    yield Said(change, first, _verb_or(noun))


def changing_verbs(reader: ObservationReader, metric: Metric) -> Iterator[Said]:
    """ "revenue rose 9 percent to $612 million from $560 million", "lift X's debt to $4.1 billion"."""
    verb = syn.governing_verb(metric.token)
    if verb is None or (change := reader.direction(verb, "verb") or reader.beside(verb)) is None:
        return
    objects = {t.i for t in (*syn.children(verb, "dobj"), *syn.surface_subject(verb), *syn.patient(verb))}
    if not objects & {t.i for t in (metric.token, syn.list_head(metric.token), *_heads(metric.token))}:
        return
    amounts = reader._amounts_of(verb)
    if (itself := reader.args.parsed.amounts.get(verb.i)) is not None and itself.value.unit == "times":
        yield Said(change, itself.value, verb)
        return
    origin = next((a.value for a in amounts if reader.before(a) == "from"), None)
    values = [
        a
        for a in amounts
        if (reader.before(a) in {"", "to", "by", "at", "about"} and a.value.unit != "count") or reader.before(a) == "to"
    ]
    values = [a for a in values if a.start > min(verb.i, metric.token.i)]
    for amount in values:
        yield Said(change, amount.value, verb, origin if reader.before(amount) == "to" else None)
    if not values:
        yield Said(change, None, verb)


def levels(reader: ObservationReader, metric: Metric) -> Iterator[Said]:
    """ "revenue of $61 million", "a $20 million spend", "revenue was $61 million", "up 17 percent"."""
    token = metric.token
    own = [a for a in reader._amounts_of(token) if reader.before(a) in _LEVEL_BY and a.value.unit != "percent"]
    verb = _verb_or(token)
    if token.lemma_.lower() in reader.lexicon.words(metric.name, "counts") and verb.lemma_ not in {"have", "employ"}:
        return  # some workers, not the workforce
    if own:
        yield Said(Change.LEVEL, own[0].value, verb)
    elif (
        syn.is_verb(verb)
        and reader.lexicon.words(Change.LEVEL, "verb") & {verb.lemma_.lower()}
        and token.dep_ in {"nsubj", "nsubjpass"}
    ):
        amounts = [a for a in reader._amounts_of(verb) if reader.before(a) in _LEVEL_BY and a.start > verb.i]
        if amounts:
            yield Said(Change.LEVEL, amounts[0].value, verb)
    else:
        return
    for adverb in (
        t for h in (token, verb) for t in h.children if t.dep_ in {"advmod", "prep", "acomp", "amod", "advcl"}
    ):
        change = reader.direction(adverb, "adverb")
        moved = (
            [a for a in reader._amounts_of(adverb) or reader._amounts_of(token) if a.value.unit == "percent"]
            if change
            else []
        )
        if change and moved:
            yield Said(change, moved[0].value, verb)


def comparatives(reader: ObservationReader, metric: Metric) -> Iterator[Said]:
    """ "predicts higher revenue", "rising sales"."""
    for child in syn.children(metric.token, "amod", "compound"):
        change = reader.direction(child, "adverb") or (reader.direction(child, "verb") if child.tag_ == "VBG" else None)
        if change is not None:
            yield Said(change, None, _verb_or(metric.token))
            return


READERS: tuple[Callable[[ObservationReader, Metric], Iterator[Said]], ...] = (
    shares,
    changed_nouns,
    changing_verbs,
    levels,
    comparatives,
)


def _heads(token: Token) -> Iterator[Token]:
    """A noun that the metric word belongs to as modifier: "shares" of "Corvane shares" is itself."""
    while (token.dep_ in {"compound", "poss", "nmod"} and token.head.pos_ == "NOUN") or (
        token.dep_ == "pobj" and token.head.head.lower_ in _COUNTED
    ):
        token = token.head if token.dep_ != "pobj" else token.head.head
        yield token


def _verb_or(token: Token) -> Token:
    verb = syn.governing_verb(token)
    return verb if verb is not None else token


def _distinct(readings: list[Reading]) -> Iterator[Reading]:
    """Each number once; a bare direction only where no number says it."""
    seen: set[tuple[object, ...]] = set()
    valued = {(r.subject.name, r.metric, r.change) for r in readings if r.value is not None}
    for r in readings:
        key = (r.subject.name, r.metric, r.change, r.value.text if r.value else "")
        if key in seen or (r.value is None and key[:3] in valued):
            continue
        seen.add(key)
        yield _worded(r)


def _worded(reading: Reading) -> Reading:
    """A fraction in words ("a third") is kept as words; its number goes into the share."""
    value = reading.value
    if value is None or value.unit != "percent" or any(c.isdigit() for c in value.text):
        return reading
    bare = replace(value, number=None, high=None, unit="")
    return replace(
        reading, value=bare, qualifiers=tuple(sorted([*reading.qualifiers, ("share", value)], key=lambda q: q[0]))
    )
