"""The file of decisions: what a person wrote is read, what kg writes is read back, what is wrong is said in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ConfigError
from kg.resolve import Decision, read_decisions, written

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)


def test_no_file_is_no_decision(tmp_path):
    assert read_decisions(None) == ()
    assert read_decisions(tmp_path / "decisions.toml") == ()


def test_decisions_are_read(tmp_path):
    file = tmp_path / "decisions.toml"
    file.write_text(
        """
        [[same]]
        names = ["Brelco Foods", "Ottavia"]
        why = "renamed in 2021"

        [[different]]
        names = ["Summit", "Summit"]
        documents = [["a"], ["b", "c"]]
        """,
        encoding="utf-8",
    )
    different, same = read_decisions(file)
    assert same == Decision(True, ("Brelco Foods", "Ottavia"), (), "renamed in 2021")
    assert same.pairs == (("brelco foods", "ottavia"),)
    assert different.documents == (("a",), ("b", "c"))


@given(st.lists(st.builds(Decision, st.booleans(), st.lists(TEXTS, min_size=2, max_size=3).map(tuple)), max_size=4))
def test_what_is_written_is_read_back(tmp_path_factory, decisions):
    file = tmp_path_factory.mktemp("decisions") / "decisions.toml"
    file.write_bytes("\n".join(map(written, decisions)).encode())
    assert read_decisions(file) == tuple(sorted(set(decisions)))


WRONG = [
    ("same", "not valid TOML"),
    ("same = 1", "two brackets"),
    ("[same]\nnames = ['a', 'b']", "two brackets"),
    ("[[alike]]\nnames = ['a', 'b']", 'unknown key "alike"'),
    ("[[same]]\nnames = ['a']", "at least two"),
    ("[[same]]\nnames = ['a', 1]", "at least two"),
    ("[[same]]\nnames = ['a', ' ']", "at least two"),
    ("[[same]]\nname = ['a', 'b']", 'unknown key "name"'),
    ("[[different]]\nnames = ['a', 'b']\ndocuments = [['x']]", "for each"),
    ("[[different]]\nnames = ['a', 'b']\ndocuments = ['x', 'y']", "for each"),
]


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_what_is_wrong_is_said(tmp_path, text, message):
    file = tmp_path / "decisions.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=message):
        read_decisions(file)
