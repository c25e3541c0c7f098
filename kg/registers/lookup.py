"""Looking names up in several registers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import TracebackType

from kg.registers import matching, shelf
from kg.registers.listing import Match, Query
from kg.registers.register import Register

_LOOKED_UP = 1 << 16  # names of which the answer is kept


@dataclass(frozen=True)
class Registers:
    """Registers that are asked together, in their order. Close them, or use them in a `with`."""

    all: tuple[Register, ...]

    @classmethod
    def load(cls, settings: Sequence[str] = (shelf.ALL,)) -> Registers:
        """Open registers by name or path; "all" are the shipped list and all added ones.

        Raises:
            ConfigError: there is no such register.
            InputError: a register is damaged.
        """
        named = [pair for s in settings for pair in (shelf.places().items() if s == shelf.ALL else [shelf.place(s)])]
        return cls(tuple(Register(name, path) for name, path in dict(named).items()))

    def look_up(
        self,
        name: str,
        *,
        aliases: Sequence[str] = (),
        tickers: Sequence[str] = (),
        country: str = "",
        city: str = "",
        full: bool = False,
    ) -> list[Match]:
        """The company that a name means in each register that has it, best first.

        `aliases` are other forms of the name, `tickers` what the text marks as such, `country` and `city` where
        it is known to be, `full` leaves short forms and acronyms out. A name that means no company for sure, or
        one of several alike, gives nothing.
        """
        return self.answer(Query(name, tuple(aliases), tuple(tickers), country, city, full))

    def answer(self, query: Query) -> list[Match]:
        """What `look_up` gives for a query."""
        found = (matching.best(register, query) for register in self.all)
        return sorted((m for m in found if m is not None), key=lambda m: -m.score)

    def candidates(self, query: Query) -> list[Match]:
        """All companies that share a key with a query, also those that score too low, best first."""
        found = [m for register in self.all for m in matching.candidates(register, query)]
        return sorted(found, key=lambda m: -m.score)

    def look_up_all(self, names: Iterable[str]) -> Iterator[list[Match]]:
        """What `look_up` gives for each of many names; what repeats is looked up once."""
        known: dict[str, list[Match]] = {}
        for name in names:
            found = known.get(name)
            if found is None:
                if len(known) >= _LOOKED_UP:
                    known.clear()
                found = known[name] = self.answer(Query(name))
            yield found

    def close(self) -> None:
        """Let go of the files."""
        for register in self.all:
            register.close()

    def __enter__(self) -> Registers:
        """Open already."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close."""
        self.close()
