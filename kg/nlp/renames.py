"""Former and other names: "X, formerly Y", "Y renamed itself X", "X, doing business as Y".

What stands between two names, and behind the second, decides; the phrases are those of renames.toml. A renaming
that is only planned gives no name, nor does what somebody formerly was of somebody ("formerly a unit of Y").
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.nlp.aliases import Names, key
from kg.nlp.apart import held_apart, pairs
from kg.nlp.given import Found, Given

FORMER, ALSO = "former", "also"
_BEFORE = 60  # characters before the first name that may take back what is said
_OPENS, _CLOSES = r"^\s?(?:\(|,|-|–|—)?\s?", r'\s(?:the )?["“]?$'
_ENDS = frozenset({",", ".", ")", ";", ":", '"', "”", "!", "?", "-", "–", "—"})
_GOES_ON = frozenset({"in", "since", "after", "when", "until", "till", "before", "following", "to", "as", "last"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class _Phrases:
    """Patterns by what they mean."""

    former: re.Pattern[str]
    now: re.Pattern[str]
    change: re.Pattern[str]
    also: re.Pattern[str]
    start: re.Pattern[str]
    to: re.Pattern[str]
    until: re.Pattern[str]
    unless: re.Pattern[str]
    word: re.Pattern[str]


@cache
def _phrases() -> _Phrases:
    data = tomllib.loads(Path(__file__).with_name("renames.toml").read_text(encoding="utf-8"))
    words: dict[str, str] = data["words"]

    def either(name: str) -> str:
        pattern = "|".join(data[name])
        for _ in range(2):  # a word may hold another
            for word, meaning in words.items():
                pattern = pattern.replace("{" + word + "}", meaning)
        return f"(?:{pattern})"

    def between(name: str, before: str = "") -> re.Pattern[str]:
        return re.compile(_OPENS + before + either(name) + _CLOSES, re.IGNORECASE)

    return _Phrases(
        *(between("former"), between("now"), between("change", f"(?:{either('helping')}\\s)*"), between("also")),
        start=re.compile(either("from") + r"\s(?:the )?$", re.IGNORECASE),
        to=re.compile(rf"^\s{either('to')}{_CLOSES}"),
        word=re.compile(rf"{either('former')}|{either('now')}", re.IGNORECASE),
        until=re.compile(rf",?\s{either('until')}\b"),
        unless=re.compile(rf"\b{either('unless')}\s(?:\w+\s)?$", re.IGNORECASE),
    )


def renamed(names: Sequence[Found], known: Names, spoken: Sequence[Found] = ()) -> Iterator[Given]:
    """Former and other names among the names of a document, where the text does not hold the two apart.

    With `spoken`, pronouns and descriptions, only what is said of those is given ("It was formerly known as Y").
    """
    said = [*_between(names, spoken or names, known)]
    held = held_apart(names, {frozenset((key(g.form), key(g.name))) for g in said})
    yield from (g for g in said if frozenset((key(g.form), key(g.name))) not in held)


def _between(names: Sequence[Found], firsts: Sequence[Found], known: Names) -> Iterator[Given]:
    for first, second, gap in pairs(firsts, names):
        if key(first.name) == key(second.name) or _is_other_kind(first.name, second.name, known):
            continue
        how, is_old_first = _way(first, second, gap)
        if how and _is_whole(second, gap):
            old, new = (first, second) if is_old_first else (second, first)
            # for a pronoun's name stand the words that say so
            at = old.span if not old.means else first.parsed.passage.span(first.begin, second.past)
            yield Given(old.name, new.name, *at, how)


def _way(first: Found, second: Found, gap: str) -> tuple[str, bool]:
    """In what way two names are one, and whether the old or other form stands first."""
    phrases, text = _phrases(), first.parsed.passage.text
    before = text[max(first.begin - _BEFORE, 0) : first.begin]
    is_parted = not gap.strip().isalpha()  # "X renamed Y" is another thing than "X, renamed Y"
    way = "", False
    if is_parted and phrases.former.match(gap):
        way = FORMER, False
    elif (is_parted and _is_now(first, gap)) or (phrases.to.match(gap) and phrases.start.search(before)):
        way = FORMER, True
    elif phrases.also.match(gap) and not _is_of(first, gap):
        way = (FORMER if phrases.until.match(text, second.past) else ALSO), False
    return ("", False) if way[0] and phrases.unless.search(before) else way


def _is_now(first: Found, gap: str) -> bool:
    """Whether the name behind is the present one: "Y, now X", "Y renamed itself X"."""
    phrases = _phrases()
    return bool(phrases.now.match(gap)) or (bool(phrases.change.match(gap)) and _is_subject(first, gap))


def _is_other_kind(one: str, other: str, known: Names) -> bool:
    """Whether only one of two is a person, or a place, or one is a word of such a phrase ("Now known as")."""
    kinds = [known.kinds.get(n, "") for n in (one, other)]
    is_place = all(kinds) and (kinds[0] in known.places) != (kinds[1] in known.places)
    is_person = (one in known.people) != (other in known.people)
    return is_place or is_person or any(_phrases().word.fullmatch(n) for n in (one, other))


def _is_subject(found: Found, gap: str) -> bool:
    """Whether a verb behind a name is of the name: "it was listed in X and changed its name" is not."""
    root = found.parsed.doc[found.run.start : found.run.end].root
    return root.dep_ not in {"pobj", "dobj"} or gap.lstrip(" ,(").startswith("which")


def _is_of(found: Found, gap: str) -> bool:
    """Whether what is known as something may be what stands before: "the media division of X, known as Y"."""
    above = found.parsed.doc[found.run.start : found.run.end].root.head
    return above.lower_ == "of" and above.head.text.islower() and "known" in gap


def _is_whole(second: Found, gap: str) -> bool:
    """Whether the second name stands by itself: of "formerly Y's chief" and "now Y shares" it does not."""
    doc, text = second.parsed.doc, second.parsed.passage.text
    if text.startswith("'", second.past):
        return False
    if second.run.end >= len(doc):
        return True
    following = doc[second.run.end]
    if following.is_sent_start or following.text in _ENDS:
        return not (following.text == "-" and not following.whitespace_)
    if following.lower_ in _GOES_ON:
        return True
    is_bare = gap.strip(" ,").lower() in {"now", "renamed", "the former"}
    return not is_bare and (following.tag_ in _FINITE or following.lower_ == "and")
