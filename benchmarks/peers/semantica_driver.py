"""Build a knowledge graph with semantica's local extractors from the text files of a folder.

Prints a JSON object: documents, processor and wall-clock seconds without loading, how many
relationships were found, of how many kinds, and the commonest of these.
"""

import json
import os
import sys
import time
from collections import Counter
from pathlib import Path

os.environ["SEMANTICA_DISABLE_PROGRESS"] = "1"

from semantica.kg import GraphBuilder

texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
builder = GraphBuilder()  # its defaults: names by spaCy, relations by patterns, no language model service
builder.build([{"text": "Marlow Freight pays Kestrel Air."}])
start, wall = time.process_time(), time.perf_counter()
graph = builder.build([{"text": text} for text in texts], extract_relations=True)
seconds, wall = time.process_time() - start, time.perf_counter() - wall
kinds = Counter(edge["type"] for edge in graph["relationships"])
found = len(graph["relationships"])
print(
    json.dumps(
        {
            "documents": len(texts), "seconds": round(seconds, 3), "wall_seconds": round(wall, 3), "found": found,
            "kinds": len(kinds),
            "commonest": dict(kinds.most_common(10)),
        }
    )
)  # fmt: skip
