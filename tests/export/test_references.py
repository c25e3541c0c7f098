"""What pronouns and descriptions mean is written with the places it was followed through, and read back."""

import json
from pathlib import Path

from kg import Document, build
from kg.export import read_graph, write

TEXT = "Brelco Group makes cartons. It bought Hexlar Foods in May. Its rival Kestria sells paper."


def test_references_are_written_and_read_back(tmp_path: Path) -> None:
    graph = build(Document("d", TEXT))
    write(graph, tmp_path)
    assert read_graph(tmp_path).entities == graph.entities
    rows = map(json.loads, (tmp_path / "entities.jsonl").read_text(encoding="utf-8").splitlines())
    (brelco,) = [row for row in rows if row["name"] == "Brelco Group"]
    assert [(m["text"], m["chain"][-1]) for m in brelco["references"]] == [("It", [0, 12]), ("Its", [0, 12])]
    assert [m["text"] for m in brelco["mentions"]] == ["Brelco Group"]


def test_evidence_marks_the_name_that_a_pronoun_means() -> None:
    (fact,) = [f for f in build(Document("d", TEXT)).facts if f.relation == "acquired"]
    marks = {part: TEXT[start:end] for part, start, end in fact.evidence[0].marks}
    assert (marks["subject"], marks["antecedent"]) == ("It", "Brelco Group")
