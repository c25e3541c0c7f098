"""Products of matrices for the base model: by NumPy's BLAS, which on current processors is 2 to 3 times faster.

Each product has the same number of rows, the last one filled up with zeros. So the library takes the same way through
it each time, and the result for a word does not depend on what else is read with it, to the last bit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from thinc.api import NumpyOps

ROWS = 128  # of each product: enough to be fast, few enough that filling up costs little
NARROW = 96  # columns below which the product of thinc is as fast

Floats = np.ndarray[Any, np.dtype[np.float32]]


def stretches(rows: int) -> Iterator[slice]:
    """The stretches of ROWS that cover so many rows; the last may be shorter."""
    yield from (slice(start, min(start + ROWS, rows)) for start in range(0, rows, ROWS))


def product(x: Floats, weight: Floats, out: Floats | None = None) -> Floats:
    """The rows of `x` (m, k) times `weight` (k, n)."""
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
        if trans1 or not trans2 or len(y) < NARROW or x.dtype != np.float32 or y.dtype != np.float32:
            found: Floats = super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
            return found
        return product(x, y.T, out)
