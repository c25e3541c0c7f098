"""How readable graph.html and explorer.html of some outputs are, by their coordinates.

    kg build seeds -o OUT
    python benchmarks/drawings.py OUT [OUT...] [--json]

It reads the pages, so those of other versions can be compared. Of graph.html: pairs of edges that cross, pairs of
labelled nodes that overlap, edges that run through a labelled node that is not theirs, edges shorter than their label
needs, the mean length of edges and the side of a 1.4 : 1 frame around all (pixels), which tells how small all is shown.
Of explorer.html: crossings, circles that overlap, and the mean length of links as a share of the picture's longer side.
"""

from __future__ import annotations

import argparse
import base64
import json
import re
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

ASPECT = 1.4  # of the frame
LABEL, EDGE_LABEL, LETTER, LINE = 13.0, 11.0, 0.56, 16.0  # font sizes, and the room of a letter and a line
ARROW = 30.0  # pixels of an edge that its label must leave free
CHUNK = 300  # edges that are compared with all others at once

Array = NDArray[Any]


def picture(page: str) -> dict[str, float]:
    """Figures of graph.html."""
    network = json.loads(_found(r'<script type="application/json" id="data">(.*?)</script>', page))["network"]
    nodes = {node["id"]: at for at, node in enumerate(network["nodes"])}
    radii = [node["size"] for node in network["nodes"]]
    places = np.array([(node["x"], node["y"]) for node in network["nodes"]], dtype=float).reshape(-1, 2)
    size = np.array([_box(node) for node in network["nodes"]]).reshape(-1, 2)
    centres = places + [0, 1] * (size / 2 - [[0.0, radius] for radius in radii])
    rooms: dict[tuple[int, int], float] = {}
    for edge in network["edges"]:
        one, other = sorted((nodes[edge["from"]], nodes[edge["to"]]))
        if one != other:
            needed = EDGE_LABEL * LETTER * len(edge["label"]) + radii[one] + radii[other] + ARROW
            rooms[one, other] = max(rooms.get((one, other), 0.0), needed)
    ends = np.array(sorted(rooms), dtype=int).reshape(-1, 2)
    length = np.hypot(*(places[ends[:, 0]] - places[ends[:, 1]]).T)
    low, high = (centres - size / 2).min(axis=0), (centres + size / 2).max(axis=0)
    return {
        "nodes": len(nodes),
        "edges": len(ends),
        "crossings": _crossings(places, ends),
        "overlaps": _overlaps(centres, size),
        "covered": _covered(centres, places, size, ends),
        "short": int((length < [rooms[one, other] for one, other in sorted(rooms)]).sum()),
        "length": round(float(length.mean()), 1),
        "frame": round(float(max(high[0] - low[0], ASPECT * (high[1] - low[1])))),
    }


def _box(node: dict[str, Any]) -> tuple[float, float]:
    """Width and height of a node with its label below."""
    lines = node["label"].split("\n")
    width = max(LABEL * LETTER * max(map(len, lines)), 2 * node["size"])
    return width, 2 * node["size"] + LINE * len(lines)


def explorer(page: str) -> dict[str, float]:
    """Figures of explorer.html, of all entities that have links."""
    packed = base64.b64decode(_found(r'id="block-overview">([^<]*)<', page))
    held = json.loads(zlib.decompress(packed, -15))
    places = np.column_stack((held["entities"]["x"], held["entities"]["y"])).astype(float)
    weights = np.array(held["entities"]["weight"], dtype=float)
    radii = 1 + np.sqrt(weights / (weights.max(initial=0) or 1))
    pairs = zip(held["facts"]["subject"], held["facts"]["object"], strict=True)
    ends = np.array(sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})).reshape(-1, 2)
    linked = np.unique(ends)
    places[:, 0] /= 1.3  # as wide as high
    length = np.hypot(*(places[ends[:, 0]] - places[ends[:, 1]]).T)
    overlaps = 0
    for start in range(0, len(linked), CHUNK):
        some = linked[start : start + CHUNK]
        gap = np.hypot(*(places[some, None] - places[None, linked]).transpose(2, 0, 1))
        overlaps += int((gap < radii[some, None] + radii[None, linked] - 0.05).sum()) - len(some)
    return {
        "entities": len(places),
        "links": len(ends),
        "communities": len(set(held["entities"]["community"])),
        "crossings": _crossings(places, ends),
        "overlaps": overlaps // 2,
        "share": round(float(length.mean() / np.ptp(places[linked], axis=0).max()), 4),
    }


def _found(pattern: str, page: str) -> str:
    """What a page has at this place."""
    match = re.search(pattern, page, re.DOTALL)
    if not match:
        raise ValueError("it is not a page that kg wrote")
    return match[1]


def _crossings(places: Array, ends: Array) -> int:
    """How many pairs of straight edges cross."""
    start, along = places[ends[:, 0]], places[ends[:, 1]] - places[ends[:, 0]]
    found = 0
    for at in range(0, len(ends), CHUNK):
        mine, way = start[at : at + CHUNK, None], along[at : at + CHUNK, None]
        turn = way[..., 0] * along[:, 1] - way[..., 1] * along[:, 0]
        turn = np.where(np.abs(turn) < 1e-9, np.inf, turn)
        off = start[None] - mine
        one = (off[..., 0] * along[:, 1] - off[..., 1] * along[:, 0]) / turn
        other = (off[..., 0] * way[..., 1] - off[..., 1] * way[..., 0]) / turn
        inside = [(share > 1e-6) & (share < 1 - 1e-6) for share in (one, other)]
        found += int((inside[0] & inside[1]).sum())
    return found // 2


def _overlaps(centres: Array, size: Array) -> int:
    """How many pairs of boxes overlap by more than a pixel."""
    gap = np.abs(centres[:, None] - centres[None])
    return int(np.triu((gap < (size[:, None] + size[None]) / 2 - 1).all(axis=2), 1).sum())


def _covered(centres: Array, places: Array, size: Array, ends: Array) -> int:
    """How often an edge runs through the box of a node that is not its own."""
    start, along = places[ends[:, 0]], places[ends[:, 1]] - places[ends[:, 0]]
    length = np.hypot(*along.T) + 1e-9
    off = centres[:, None] - start[None]
    far = np.abs(off[..., 0] * along[:, 1] - off[..., 1] * along[:, 0]) / length
    share = (off * along).sum(axis=2) / length**2
    reach = (np.abs(along[:, ::-1]) * size[:, None] / 2).sum(axis=2) / length
    own = (np.arange(len(places))[:, None, None] == ends[None]).any(axis=2)
    return int(((share > 0.02) & (share < 0.98) & ~own & (far < reach - 1)).sum())


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("given", type=Path, nargs="+", metavar="OUT", help="what kg build wrote")
    parser.add_argument("--json", action="store_true", help="print JSON lines")
    options = parser.parse_args(arguments)
    for folder in options.given:
        try:
            pages = [(folder / name).read_text(encoding="utf-8") for name in ("graph.html", "explorer.html")]
            found = {"graph.html": picture(pages[0]), "explorer.html": explorer(pages[1])}
        except (OSError, ValueError) as error:
            parser.error(f"{folder} cannot be measured: {error}")
        if options.json:
            print(json.dumps({"output": str(folder), **found}))
            continue
        for name, figures in found.items():
            print(f"{folder}/{name}  " + "  ".join(f"{key} {value:,}" for key, value in figures.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
