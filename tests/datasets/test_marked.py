"""Passages with their marks in the text."""

from pathlib import Path

import pytest

from kg.datasets import read_marked
from kg.errors import InputError
from kg.model import Status
from kg.ontology import Ontology

ONTOLOGY = Ontology.load()
GOOD = """# a comment
{a:Company|Tidewell} left {b:Company|Orran Mills}, {b*|its} supplier.
a customerOf b ended

{a:Person|Ann Lee} smiled.
"""


def file_of(folder: Path, text: str) -> Path:
    file = folder / "deals.txt"
    file.write_text(text, encoding="utf-8")
    return file


def test_marks_become_offsets(tmp_path: Path) -> None:
    first, second = read_marked(file_of(tmp_path, GOOD), ONTOLOGY)
    assert first.text == "Tidewell left Orran Mills, its supplier."
    found = [(first.text[m.start : m.end], m.entity, m.kind, m.is_name) for m in first.mentions]
    assert found[1:] == [("Orran Mills", "b", "Company", True), ("its", "b", "Company", False)]
    assert [(f.subject, f.relation, f.object, f.status) for f in first.facts] == [
        ("a", "customerOf", "b", Status.ENDED)
    ]
    assert (first.id, second.id, second.facts) == ("deals:2", "deals:5", ())


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("{a:Thing|Tidewell} left.", "Line 1 of .* names the unknown kind 'Thing'"),
        ("{a|Tidewell} left.", "Line 1 of .* does not say the kind of a at its first mark"),
        ("{a:Company|Tidewell} met {a:Person|Lee}.", "Line 1 of .* has a as Company and as Person"),
        ("{a:Company|Tidewell left.", "Line 1 of .* has a mark that is not closed"),
        ("{a*|It} left.", "Line 1 of .* never names a"),
        ("{a:Company|Tidewell} left.\na sued b", "Line 2 of .* names b, which is not marked"),
        ("{a:Company|Tidewell} left.\na sued", "Line 2 of .* is no fact"),
        ("{a:Company|Tidewell} left.\na sued a", "Line 2 of .* has a fact whose subject is its object"),
        ("{a:Company|Ald} left {b:Company|Bo}.\na left b", "Line 2 of .* names the unknown relation 'left'"),
        ("{a:Company|Ald} left {b:Company|Bo}.\na worksFor b", "Line 2 of .* which the ontology does not allow"),
        ("{a:Company|Ald} left {b:Company|Bo}.\na sued b hoped", "Line 2 of .* names the unknown status"),
    ],
)
def test_a_wrong_line_is_told_by_its_number(tmp_path: Path, text: str, trouble: str) -> None:
    with pytest.raises(InputError, match=trouble):
        list(read_marked(file_of(tmp_path, text), ONTOLOGY))
