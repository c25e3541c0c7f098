"""Run triplet-extract (GPL-3.0, so only ever as a process of its own) over the text files of a folder.

Prints a JSON object: documents, processor and wall-clock seconds without loading, how many
triplets were found, of how many kinds, and the commonest of these.
"""

import json
import sys
import time
from collections import Counter
from pathlib import Path

from triplet_extract import OpenIEExtractor

texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
extractor = OpenIEExtractor()  # its default: balanced, on the CPU
extractor.extract_triplet_objects("Marlow Freight pays Kestrel Air.")
start, wall = time.process_time(), time.perf_counter()
triplets = [triplet for each in extractor.extract_batch(texts) for triplet in each]
seconds, wall = time.process_time() - start, time.perf_counter() - wall
kinds = Counter(triplet.relation for triplet in triplets)
found = len(triplets)
print(
    json.dumps(
        {
            "documents": len(texts), "seconds": round(seconds, 3), "wall_seconds": round(wall, 3), "found": found,
            "kinds": len(kinds),
            "commonest": dict(kinds.most_common(10)),
        }
    )
)  # fmt: skip
