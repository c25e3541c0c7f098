"""Build a graph with textgraph-kg from the text files of a folder.

Prints a JSON object: documents, processor seconds, and how many edges were found.
"""

import json
import sys
import time
from pathlib import Path

from textgraph.pipeline import build

documents = len(list(Path(sys.argv[1]).glob("*.txt")))
start = time.process_time()
found = len(build(sys.argv[1]).edges)
print(json.dumps({"documents": documents, "seconds": round(time.process_time() - start, 3), "found": found}))
