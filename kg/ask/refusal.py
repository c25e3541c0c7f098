"""What is said where a question is not understood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.ask.english import english
from kg.ask.names import Names
from kg.ask.reading import Reading
from kg.ask.words import Word, texts, words_of
from kg.errors import QueryError, UnknownNameError
from kg.query import Dataset, in_kinds
from kg.questions import questions

_COMMON = 8  # in so many titles a word may stand to tell questions apart


def nothing_asked() -> QueryError:
    """There are no words."""
    return QueryError('Ask a question, such as "Who are the customers of Some Company?".')


def not_understood(words: str, asked: Sequence[Word]) -> QueryError:
    """No shipped question says this; the nearest are named."""
    near = _near(asked)
    hint = "Near it are: " + "; ".join(near) + "." if near else "kg query OUT --list shows what can be asked."
    return QueryError(f"kg does not understand {' '.join(words.split())!r}. {hint}")


def unknown_name(data: Dataset, reading: Reading) -> UnknownNameError:
    """A question that would be understood, were it not for a name."""
    (name, *_) = reading.unknown
    parameter = next(p for p in reading.question.parameters if reading.parameters.get(p.name) == "?" + name)
    near = Names.of(data).near(name)
    hint = f"; did you mean {' or '.join(near)}?" if near else "."
    wanted = in_kinds(parameter.kinds)
    return UnknownNameError(f"The graph has nothing called {name!r}, where {wanted} is asked for{hint}")


def relative_time(time: str) -> QueryError:
    """A time that depends on today."""
    return QueryError(f"kg does not know when {time!r} is; give a year, such as in 2024.")


def timeless(reading: Reading, name: str) -> QueryError:
    """A time for a question that takes none."""
    return QueryError(
        f"The question {reading.question.name} ({reading.question.title}) takes no {name}; ask without it."
    )


def several(readings: Sequence[Reading]) -> QueryError:
    """More than one meaning."""
    shown = sorted({_shown(r) for r in readings})
    return QueryError(f"This can mean {' or '.join(shown[:4])}; ask one of them with kg query.")


def _shown(reading: Reading) -> str:
    values = (f'{name}="{value}"' for name, value in reading.parameters.items())
    return " ".join([reading.question.name, *values])


def _near(asked: Sequence[Word]) -> list[str]:
    """Shipped questions whose titles share words with the question, rare words first."""
    titles = {q.name: set(texts(words_of(f"{q.name} {q.title}"))) for q in questions().values()}
    counted = Counter(word for words in titles.values() for word in words)
    said = {w for w in texts(tuple(asked)) if w not in english().never and 0 < _count(counted, w) <= _COMMON}
    scores = {name: sum(1 / _count(counted, w) for w in said if _alike(w, words)) for name, words in titles.items()}
    ordered = sorted((name for name, score in scores.items() if score), key=lambda name: (-scores[name], name))
    return [f"{name} ({questions()[name].title})" for name in ordered[:3]]


def _count(counted: Counter[str], word: str) -> int:
    return sum(number for other, number in counted.items() if _alike(word, {other}))


def _alike(word: str, others: set[str]) -> bool:
    """Whether a word is among others but for a plural's ending."""
    return bool({word, word + "s", word.removesuffix("s")} & others)
