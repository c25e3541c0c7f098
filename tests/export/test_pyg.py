"""Tensors, loaded by torch and, where it is installed, by PyTorch Geometric."""

import json
import math

import pytest
from varied import NASTY, varied

from kg.export.encodable import encodable
from kg.export.jsonl import to_objects

torch = pytest.importorskip("torch", reason='pip install "kg-business[pyg]"')


def exported(graph, folder):
    graph.export(folder, "pyg")
    return torch.load(folder / "graph.pt", weights_only=True)


def rows(found):
    """Each fact with its ends, by what the tensors say."""
    for key, store in found.items():
        if isinstance(key, tuple):
            subjects, objects = ([found[kind]["id"][n] for n in store["edge_index"][row]] for row, kind in
                                 enumerate((key[0], key[2])))  # fmt: skip
            for n, id in enumerate(store["id"]):
                status = found["status_names"][store["status"][n]]
                amount = store["amount"][n].item()
                ends = (subjects[n], key[1], objects[n])
                yield id, (*ends, status, None if math.isnan(amount) else amount, store["evidence"][n].item())


@pytest.mark.parametrize("text", ["Hexlar Foods", *NASTY])
def test_nodes_facts_status_amounts_and_evidence(text, tmp_path):
    graph = varied(text)
    found = exported(graph, tmp_path)
    assert found["Company"]["id"] == sorted(graph.by_id)
    assert found["Company"]["name"][1] == encodable(graph).by_id["company/hexlar"].name
    amounts = {"f1": 20e6}
    assert dict(rows(found)) == {
        f.id: (f.subject, f.relation, f.object, f.status.value, amounts.get(f.id), len(f.evidence)) for f in graph.facts
    }


def test_all_else_is_there_as_json(tmp_path):
    graph = varied()
    found, objects = exported(graph, tmp_path), to_objects(graph)
    stores = [store for key, store in found.items() if isinstance(key, tuple)]
    told = sorted((json.loads(text) for store in stores for text in store["json"]), key=lambda f: f["id"])
    assert told == list(objects["facts.jsonl"])
    assert [json.loads(text) for text in found["observations"]] == list(objects["observations.jsonl"])
    assert [json.loads(text) for text in found["Company"]["json"]] == list(objects["entities.jsonl"])


def test_features(tmp_path):
    found = exported(varied(), tmp_path)
    assert found["x_names"] == ["mentions", "facts_as_subject", "facts_as_object", "observations"]
    assert found["Company"]["x"].tolist() == [[1, 0, 1, 0], [1, 0, 4, 1], [2, 6, 1, 1]]


def test_pytorch_geometric_takes_it(tmp_path):
    hetero = pytest.importorskip("torch_geometric.data", reason='pip install "kg-business[pyg]"').HeteroData
    graph = varied()
    data = hetero(exported(graph, tmp_path))
    assert data.validate()
    assert (data.num_nodes, data.num_edges) == (len(graph.entities), len(graph.facts))
    assert ("Company", "customerOf", "Company") in data.edge_types
