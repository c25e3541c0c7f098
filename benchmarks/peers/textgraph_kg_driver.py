"""Build a graph with textgraph-kg from the text files of a folder.

Prints a JSON object: documents, processor and wall-clock seconds, how many edges were found, of
how many kinds, and the commonest of these.
"""

import json
import sys
import time
from collections import Counter
from pathlib import Path

from textgraph.pipeline import build

documents = len(list(Path(sys.argv[1]).glob("*.txt")))
start, wall = time.process_time(), time.perf_counter()
edges = build(sys.argv[1]).edges
seconds, wall = time.process_time() - start, time.perf_counter() - wall
kinds = Counter(edge.predicate for edge in edges)
found = len(edges)
print(
    json.dumps(
        {
            "documents": documents, "seconds": round(seconds, 3), "wall_seconds": round(wall, 3), "found": found,
            "kinds": len(kinds),
            "commonest": dict(kinds.most_common(10)),
        }
    )
)  # fmt: skip
