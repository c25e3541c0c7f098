"""Where names stand in a parsed passage, whatever they name.

A name is a run of capitalised tokens, with the small words that belong inside it. The base model's
entities only help to confirm a run and to split it: they miss names they have not seen and glue
neighbours together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token

from kg.lexicon import Lexicon

_NEVER = frozenset({"PRP", "PRP$", "DT", "IN", "CC", "MD", "WDT", "WP", "WP$", "WRB", "EX", "TO", "POS", "PDT"})
_PARTICLES = frozenset(
    {"de", "von", "van", "da", "del", "di", "der", "den", "la", "le", "du", "des", "do", "dos", "y", "af", "al", "bin"}
)
_PARTNERS = 12  # by which a firm is called, at most
_COUNTS = frozenset({"QUANTITY", "CARDINAL", "ORDINAL"})
_TRUSTED = frozenset({"ORG", "PERSON", "GPE", "LOC", "PRODUCT", "FAC", "WORK_OF_ART"})
_ORIGIN_ENDINGS = ("ish", "ese", "ian", "ean", "can", "ench", "utch", "elsh", "eek", "wiss", "i", "ch")


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens `start` to `end` (half-open) that look like a name; `sure` is false at a mere sentence start.

    `chances` are the kinds that the trained model takes it for, with their probabilities; `doubt` is below 1 where
    the model sees no name, and makes other votes for a kind count less; `listed` are the kinds under which the lexicon
    has the name.
    """

    start: int
    end: int
    sure: bool
    chances: tuple[tuple[str, float], ...] = ()
    doubt: float = 1.0
    listed: tuple[str, ...] = ()


@dataclass(frozen=True)
class NameFinder:
    """Finds runs of name tokens with the word lists of a lexicon."""

    lexicon: Lexicon

    @cached_property
    def not_names(self) -> frozenset[str]:
        """Words written with capitals that name nothing."""
        return self.lexicon.words("NotAName", "word")

    @cached_property
    def endings(self) -> frozenset[str]:
        """Legal forms and other last words of names."""
        return self.lexicon.words_of_kinds("nameEnding")

    @cached_property
    def _institutions(self) -> frozenset[str]:
        return self.lexicon.words_of_kinds("institution")

    @cached_property
    def _suffixes(self) -> frozenset[str]:
        return frozenset(w for cue in self.lexicon.cues if cue.form == "suffix" for w in cue.words)

    @cached_property
    def _regions(self) -> frozenset[str]:
        return self.lexicon.words_of_kinds("region")

    @cached_property
    def _titles(self) -> frozenset[str]:
        return self.lexicon.words_of_kinds("title")

    @cached_property
    def _roles(self) -> frozenset[str]:
        """Capitalised words of a post ("Chief", "President"), which stand beside names and are none."""
        words = {w for kind in self.lexicon.kinds_like("title") for w in self.lexicon.words(kind, "descriptor")}
        held = (cue for cue in self.lexicon.cues if dict(cue.qualifiers).get("role") == "words")
        posts = {w.split()[-1] for cue in held for w in cue.words}
        first = self.lexicon.words("Post", "word")
        return frozenset(w.lower() for w in words | posts | first) - self.lexicon.words("Post", "notWord")

    @cached_property
    def _measures(self) -> frozenset[str]:
        return frozenset(w for metric in self.lexicon.ontology.metrics for w in self.lexicon.words(metric, "noun"))

    def is_suffix(self, token: Token) -> bool:
        """Whether a token is the second half of "Leeds-based"."""
        return token.lower_ in self._suffixes and doc_text(token, -1) == "-"

    def is_measure(self, doc: Doc, run: Run) -> bool:
        """Whether a run is only the capitalised first word of a sentence that speaks of a metric."""
        first = doc[run.start]
        return run.end == run.start + 1 and bool(first.is_sent_start) and first.lower_ in self._measures

    def ends_name(self, token: Token) -> bool:
        """Whether a token may stand behind a name as a part of it: a legal form, a region, the comma before them."""
        return token.text in self.endings or token.text in self._regions or token.text in {",", "."}

    def runs(self, doc: Doc) -> Iterator[Run]:
        """The runs of a passage, left to right."""
        position = 0
        while position < len(doc):
            if not self.starts(doc[position]):
                position += 1
                continue
            end = self._partnership(doc, position) or self._extend(doc, position)
            for start, stop in self._split(doc, position, end):
                if doc[start].lower_.split("-")[0] != "ex":  # of "Ex-Larkwell" the name is not certain
                    yield Run(start, stop, self._sure(doc, start, stop))
            position = end

    def starts(self, token: Token) -> bool:
        """Whether a token may be the first of a name."""
        text = token.text
        if text.islower():
            return False  # most words; the rest of the conditions ask for a capital too
        if "$" in text or text in self.not_names or not any(c.isalpha() for c in text):
            return False
        if (token.tag_ in _NEVER and not _mixed(text)) or text.rsplit("-", 1)[-1] in self._suffixes:
            return False
        if token.ent_type_ in {"NORP", "LANGUAGE", "DATE", "TIME", "MONEY", "PERCENT"}:
            return False
        if token.ent_type_ in _COUNTS and token.tag_ not in {"NNP", "NNPS"}:
            return False
        return not _is_origin(token) and (_capital(text) or _mixed(text))

    def _extend(self, doc: Doc, start: int) -> int:
        """The end of the run that starts at a token."""
        end = start + 1
        while end < len(doc):
            step = self._step(doc, start, end)
            if step == 0:
                break
            end += step
        return end

    def _partnership(self, doc: Doc, start: int) -> int:
        """The end of a firm that is called by its partners ("Carver, Lund & Ashe, LLP"), 0 if there is none.

        Without the legal form it might as well be a list of firms.
        """
        end = start + 1
        most = min(len(doc) - 1, start + 2 * _PARTNERS)
        while end < most and doc_text(doc[end - 1], 1) in {",", "&"} and self.starts(doc[end + 1]):
            end += 2
            if doc[end - 2].text == "&":
                break
        if end - start < 5 or doc[end - 2].text != "&":
            return 0
        end += doc_text(doc[end - 1], 1) == ","
        return end + 1 if doc_text(doc[end - 1], 1) in self.endings else 0

    def _step(self, doc: Doc, start: int, end: int) -> int:
        """How many tokens the run goes on with at `end`: 0 ends it."""
        token, last = doc[end], doc[end - 1]
        if token.is_sent_start or self._full_stop(last, token):
            return 0
        following = doc[end + 1] if end + 1 < len(doc) else None
        if self.starts(token) or token.text in self.endings:
            return 1
        if following is not None and self._joins(token, last, following):
            return 2
        if _number_of_name(token, last):
            return 1
        if token.text != "of" or following is None or self._institutions.isdisjoint(t.text for t in doc[start:end]):
            return 0
        if self.starts(following):
            return 2  # "Bank of Ireland"
        return 3 if following.text == "the" and end + 2 < len(doc) and self.starts(doc[end + 2]) else 0

    def _full_stop(self, last: Token, token: Token) -> bool:
        """Whether the point of "Inc." also ends the sentence."""
        pointed = last.text in self.endings and last.text.endswith(".")
        return pointed and token.text not in self.endings | {",", "&"}

    def _joins(self, token: Token, last: Token, following: Token) -> bool:
        """Whether a small token ties its two neighbours into one name."""
        named = self.starts(following)
        if token.text == "&":
            return named
        if token.text in {"-", "/"} and not last.whitespace_ and not token.whitespace_:
            return named or following.is_digit
        if token.text == ",":
            if following.text in self._regions and last.ent_type_ == "GPE":
                return True  # "Duluth, Minnesota"
            return following.text in self.endings and following.text not in {
                "Group",
                "Company",
                "Partners",
                "Associates",
                "Sons",
            }
        if token.text in _PARTICLES:
            return named
        if token.text == "and":
            return named and following.text in self.endings | self._institutions
        return (
            token.text == "'s"
            and last.text not in self.endings
            and last.i > 0
            and doc_text(last, -1) in {"St", "St."}
            and named
        )

    def _split(self, doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Cut a run at words of a post or title, and where the base model sees a person begin."""
        begin = start
        for i in range(start, end):
            token = doc[i]
            post = token.text.lower() in self._roles and not (i + 1 < end and doc[i + 1].text in self.endings)
            # "Chief Financial Officer"
            post = post or (doc_text(token, -1).lower() == "chief" and doc_text(token, 1).lower() == "officer")
            # "Corvane Lionel Prudhoe": a person right behind another entity
            person = (
                i > begin
                and token.ent_type_ == "PERSON"
                and token.ent_iob_ == "B"
                and doc[i - 1].ent_type_ not in {"", "PERSON"}
            )
            if post or token.text in self._titles:
                if i > begin:
                    yield begin, i
                begin = i + 1
            elif person:
                yield begin, i
                begin = i
        while begin < end and doc[end - 1].text in {"-", "/", "&", ",", "of"}:
            end -= 1
        if begin < end and not (doc[begin].is_digit or doc[begin].text in {"-", "&", ",", "of"}):
            yield begin, end

    def _sure(self, doc: Doc, start: int, end: int) -> bool:
        first = doc[start]
        opening = first.is_sent_start or doc_text(first, -1) in {'"', "'", ":", "“"}
        if not opening or _mixed(first.text) or any(t.text in self.endings for t in doc[start:end][1:]):
            return True
        if first.ent_type_ in _TRUSTED and first.tag_ == "NNP":
            return True
        return first.tag_ in {"NNP", "NNPS"} and end - start > 1


def doc_text(token: Token, step: int) -> str:
    """The text of a neighbouring token, or ""."""
    i = token.i + step
    return token.doc[i].text if 0 <= i < len(token.doc) else ""


def _capital(text: str) -> bool:
    return text[0].isupper()


def _mixed(text: str) -> bool:
    """Capitals inside a word, or letters with digits: iPhone, TikTok, F7."""
    return any(c.isupper() for c in text[1:]) or (any(c.isdigit() for c in text) and text[0].isupper())


def _is_origin(token: Token) -> bool:
    """Whether a capitalised adjective that is no entity says where something is from: "the Danish maker"."""
    adjective = token.tag_ == "JJ" and token.dep_ == "amod" and token.ent_type_ == ""
    return adjective and not token.is_sent_start and token.text.endswith(_ORIGIN_ENDINGS)


def _number_of_name(token: Token, last: Token) -> bool:
    """The 3 of "RouteMind 3", but not that of "Intel 3 percent" or "June 3"."""
    following = doc_text(token, 1).lower()
    return (
        token.text.replace(".", "").isdigit()
        and len(token.text) <= 4
        and not (token.text.isdigit() and 1900 <= int(token.text) <= 2100)
        and last.ent_type_ not in {"DATE", "TIME"}
        and token.ent_type_ not in {"MONEY", "PERCENT", "DATE"}
        and following
        not in {"%", "percent", "per", "million", "billion", "trillion", "bn", "m", "points", "pence", "cents"}
        and bool(last.whitespace_)
    )
