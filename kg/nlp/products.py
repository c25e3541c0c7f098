"""Products of matrices for the base model: by NumPy's BLAS, which with AVX-512 is 2 to 3 times faster than thinc's.

Each product has the same number of rows, the last one filled up with zeros, so that the result for a word does not
depend on what else is read with it, to the last bit. With some processors it does even then: a row comes out otherwise
where it stands elsewhere among the rows. That is tried once, and there thinc multiplies.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np
from thinc.api import NumpyOps

ROWS = 144  # of each product: a multiple of the tiles of BLAS (12, 16, 48), so that no row is at an odd end
NARROW = 96  # columns below which the product of thinc is as fast

Floats = np.ndarray[Any, np.dtype[np.float32]]
_THINC = NumpyOps()


def stretches(rows: int) -> Iterator[slice]:
    """The stretches of ROWS that cover so many rows; the last may be shorter."""
    yield from (slice(start, min(start + ROWS, rows)) for start in range(0, rows, ROWS))


@cache
def is_even() -> bool:
    """Whether NumPy gives the same for a row wherever it stands."""
    rng = np.random.default_rng(1)
    for deep, wide in ((96, 74), (288, 288)):
        x, weight = (rng.standard_normal(shape).astype(np.float32) for shape in ((2 * ROWS, deep), (deep, wide)))
        found = [x[start : start + ROWS] @ weight for start in range(13)]
        if any(not np.array_equal(found[0][start:], rows[: ROWS - start]) for start, rows in enumerate(found)):
            return False
    return True


def product(x: Floats, weight: Floats, out: Floats | None = None) -> Floats:
    """The rows of `x` (m, k) times `weight` (k, n)."""
    if not is_even():
        found: Floats = _THINC.gemm(x, weight, out=out)
        return found
    if out is None:
        out = np.empty((len(x), weight.shape[1]), np.float32)
    for part in stretches(len(x)):
        short = ROWS - (part.stop - part.start)
        if short:
            out[part] = (np.pad(x[part], ((0, short), (0, 0))) @ weight)[:-short]
        else:
            np.matmul(x[part], weight, out=out[part])
    return out


class Products(NumpyOps):  # type: ignore[misc]  # thinc's is compiled
    """What thinc computes with, with these products where a layer is applied."""

    def gemm(
        self, x: Floats, y: Floats, *, out: Floats | None = None, trans1: bool = False, trans2: bool = False
    ) -> Floats:
        """The product of two matrices, each turned around first where said."""
        layer = trans2 and not trans1 and len(y) >= NARROW and x.dtype == y.dtype == np.float32
        if not layer or not is_even():
            found: Floats = super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
            return found
        return product(x, y.T, out)
