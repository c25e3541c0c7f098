"""GraphML and GEXF, read back by networkx; GEXF held against its schema."""

import json
import math
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from lxml import etree
from varied import NASTY, nasty, passages, told, varied

from kg.export.encodable import encodable
from kg.export.flat import plain

SCHEMA = etree.RelaxNG(file=str(Path(__file__).parent / "gexf.rng"))
READERS = {
    "graphml": lambda path: nx.read_graphml(path, force_multigraph=True),
    "gexf": lambda path: nx.read_gexf(path, version="1.3"),
}


def read(form, graph, folder):
    (written,) = graph.export(folder, form)
    return READERS[form](written.files[0])


def edges(form, found):
    """Attributes of the edges by fact, with both ends."""
    for subject, value, key, attributes in found.edges(keys=True, data=True):
        yield attributes.get("id", key), {**attributes, "subject": subject, "object": value}


@pytest.mark.parametrize("form", READERS)
def test_nodes_facts_status_amounts_and_evidence_are_those_of_the_graph(form, tmp_path):
    graph = varied()
    found = read(form, graph, tmp_path)
    assert set(found.nodes) == set(graph.by_id)
    read_back = {
        id: (
            e["subject"], e["relation"], e["object"], e["status"],
            tuple(passages(e["evidence_json"])), e.get("amount") if not math.isnan(e.get("amount", 0)) else None,
        )
        for id, e in edges(form, found)
    }  # fmt: skip
    assert read_back == told(graph)


@pytest.mark.parametrize("form", READERS)
def test_the_same_attributes_as_in_networkx(form, tmp_path):
    graph = varied()
    found, view = read(form, graph, tmp_path), graph.to_networkx()
    for id, attributes in edges(form, found):
        mine = view.edges[attributes["subject"], attributes["object"], id]
        assert {name: attributes[name] for name in mine} == mine
    for id, attributes in view.nodes(data=True):
        theirs = found.nodes[id]
        assert {name: theirs[name] for name in attributes} == attributes
    assert json.loads(found.nodes["company/kestria"]["observations_json"])[0]["value"]["value"] == "20000000"


@pytest.mark.parametrize("form", READERS)
@settings(max_examples=60, deadline=None)
@given(text=nasty)
def test_any_name_comes_back(form, text, tmp_path_factory):
    graph = varied(text, key="odd: key")
    found = read(form, graph, tmp_path_factory.mktemp(form))
    expected = plain(encodable(graph).by_id["company/hexlar"].name)
    node = found.nodes["company/hexlar"]
    assert len(found) == 3
    assert len(found.edges) == 6
    if form == "graphml":
        assert (node.get("label") or "") == expected
    else:
        assert node.get("name", "") == expected
    assert (node.get("odd__key") or "") == expected


@pytest.mark.parametrize("text", [*NASTY, "long " * 200_000])
def test_gexf_follows_its_schema(text, tmp_path):
    varied(text).export(tmp_path, "gexf")
    tree = etree.parse(tmp_path / "graph.gexf", etree.XMLParser(huge_tree=True))
    assert SCHEMA.validate(tree), SCHEMA.error_log


def test_gexf_declares_what_it_uses(tmp_path):
    varied().export(tmp_path, "gexf")
    tree = etree.parse(tmp_path / "graph.gexf")
    space = {"g": "http://gexf.net/1.3"}
    for owner in ("node", "edge"):
        declared = tree.xpath(f"//g:attributes[@class='{owner}']/g:attribute/@id", namespaces=space)
        used = tree.xpath(f"//g:{owner}//g:attvalue/@for", namespaces=space)
        assert len(declared) == len(set(declared))
        assert set(used) <= set(declared)


def test_a_name_of_a_megabyte(tmp_path):
    name = "Kestria & <Sons> " * 60_000
    found = read("graphml", varied(name), tmp_path)
    assert found.nodes["company/hexlar"]["label"] == name
