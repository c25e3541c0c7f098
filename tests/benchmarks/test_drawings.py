"""The measure of how readable pages are."""

import json

import drawings
import pytest

from kg.graph import KnowledgeGraph
from kg.model import Document, Entity, Evidence, Fact, Status
from kg.ontology import Ontology


def test_crossings_and_overlaps_are_counted(tmp_path, capsys):
    ontology = Ontology.load()
    names = ["Alder", "Birch", "Cedar", "Dogwood"]
    entities = tuple(Entity(f"company/{n.lower()}", ontology.leaf_kinds[0], n) for n in names)
    relation = next(iter(ontology.relations))
    said = (Evidence("a", 0, 18, "Alder pays Birch.", "hand"),)
    facts = tuple(
        Fact(f"f{a}{b}", entities[a].id, relation, entities[b].id, Status.ASSERTED, 0.9, (), said)
        for a in range(4)
        for b in range(a)
    )
    KnowledgeGraph((Document("a", "Alder pays Birch."),), entities, facts, (), (), ontology).write(tmp_path)
    assert drawings.main([str(tmp_path), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["graph.html"]["nodes"] == 4
    assert found["graph.html"]["edges"] == 6
    assert found["graph.html"]["crossings"] <= 1
    assert found["graph.html"]["overlaps"] == found["explorer.html"]["overlaps"] == 0
    page = (tmp_path / "graph.html").read_text(encoding="utf-8")
    squeezed = page.replace('"x":', '"x":0,"was":').replace('"y":', '"y":0,"stood":')
    assert drawings.picture(squeezed)["overlaps"] == 6


def test_what_is_no_page_is_told_in_a_sentence(tmp_path, capsys):
    (tmp_path / "graph.html").write_text("nothing")
    (tmp_path / "explorer.html").write_text("nothing")
    with pytest.raises(SystemExit):
        drawings.main([str(tmp_path)])
    assert "is not a page that kg wrote" in capsys.readouterr().err
