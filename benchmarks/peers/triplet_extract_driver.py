"""Run triplet-extract (GPL-3.0, so only ever as a process of its own) over the text files of a folder.

Prints a JSON object: documents, processor seconds without loading, and how many triplets were found.
"""

import json
import sys
import time
from pathlib import Path

from triplet_extract import OpenIEExtractor

texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
extractor = OpenIEExtractor()  # its default: balanced, on the CPU
extractor.extract_triplet_objects("Marlow Freight pays Kestrel Air.")
start = time.process_time()
found = sum(map(len, extractor.extract_batch(texts)))
print(json.dumps({"documents": len(texts), "seconds": round(time.process_time() - start, 3), "found": found}))
