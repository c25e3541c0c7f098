"""Build a knowledge graph with semantica's local extractors from the text files of a folder.

Prints a JSON object: documents, processor seconds without loading, and how many relationships were found.
"""

import json
import os
import sys
import time
from pathlib import Path

os.environ["SEMANTICA_DISABLE_PROGRESS"] = "1"

from semantica.kg import GraphBuilder

texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
builder = GraphBuilder()  # its defaults: names by spaCy, relations by patterns, no language model service
builder.build([{"text": "Marlow Freight pays Kestrel Air."}])
start = time.process_time()
graph = builder.build([{"text": text} for text in texts], extract_relations=True)
found = len(graph["relationships"])
print(json.dumps({"documents": len(texts), "seconds": round(time.process_time() - start, 3), "found": found}))
