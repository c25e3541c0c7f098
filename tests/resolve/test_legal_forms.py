"""Legal forms: which words of a name are one, and which of them agree."""

import tomllib
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.legal_forms import agree, folded, legal_forms, without_form, without_weak


@pytest.mark.parametrize(
    ("name", "rest", "form"),
    [
        ("Larkwell Corp.", "Larkwell", "corporation"),
        ("Larkwell Corporation", "Larkwell", "corporation"),
        ("LARKWELL, INC.", "LARKWELL,", "corporation"),
        ("Larkwell Oyj", "Larkwell", "oyj"),
        ("Norrtand AB (publ)", "Norrtand", "ab"),
        ("Cervelo S. p. A.", "Cervelo", "spa"),
        ("Alcanza S.A.B. de C.V.", "Alcanza", "sa"),
        ("Hansen & Møller A/S", "Hansen & Møller", "as"),
        ("Tofte Motor Co., Ltd.", "Tofte Motor", "limited"),
        ("Larkwell & Co. Ltd", "Larkwell & Co.", "limited"),
        ("Larkwell & Co Inc", "Larkwell & Co", "corporation"),
        ("Köhler GmbH & Co. KG", "Köhler", "gmbh & co kg"),
        ("Zielona Grupa Sp. z o.o.", "Zielona Grupa", "sp z oo"),
        ("PT Sungai Emas", "Sungai Emas", "tbk pt"),
        ("株式会社 ミナト", "ミナト", "kk"),
        ("Larkwell", "Larkwell", ""),
        # a weak form is none, and a name is never left without a word
        ("Larkwell Holdings", "Larkwell Holdings", ""),
        ("Limited", "Limited", ""),
        # two letters before the name are initials
        ("AO Marlow", "AO Marlow", ""),
        ("MARLOW A O CORP", "MARLOW A O", "corporation"),
    ],
)
def test_a_name_is_parted_from_its_form(name: str, rest: str, form: str) -> None:
    assert without_form(name.split()) == (tuple(rest.split()), form)


def test_weak_forms_go_on_demand() -> None:
    assert without_weak(("Acme", "Holdings")) == ("Acme",)
    assert without_weak(("Acme", "Group", "Holdings", "Co")) == ("Acme",)
    assert without_weak(("Acme", "&", "Co.")) == ("Acme",)
    assert without_weak(("Holding",)) == ("Holding",)


def test_forms_of_one_family_agree_and_others_do_not() -> None:
    _, corp = without_form(("Acme", "Corp"))
    _, inc = without_form(("Acme", "Incorporated"))
    _, oyj = without_form(("Acme", "Oyj"))
    assert agree(corp, inc) is True
    assert agree(corp, oyj) is False
    assert agree(corp, "") is None


def test_the_file_gives_each_form_once_with_countries_and_meaning() -> None:
    entries = tomllib.loads(resources.files("kg.resolve").joinpath("legal_forms.toml").read_text("utf-8"))["form"]
    written = [form for entry in entries for form in entry["forms"]]
    assert len(written) == len(set(written)) > 150
    assert all(
        entry["countries"] and entry["long"] and set(entry.get("front", ())) <= set(entry["forms"]) for entry in entries
    )
    # as compared too no form has two meanings, and none is left without a letter
    assert sum(not form.startswith("<") for form in legal_forms()) == len(written)
    assert "" not in legal_forms()


@given(st.text(max_size=60))
def test_any_words_part_without_a_crash_and_leave_one(text: str) -> None:
    words = text.split()
    rest, _ = without_form(words)
    assert set(rest) <= set(words)
    assert bool(rest) == bool(words)
    assert bool(without_weak(words)) == bool(words)


@given(st.text(max_size=20))
def test_folding_twice_changes_nothing(word: str) -> None:
    assert folded(folded(word)) == folded(word)
