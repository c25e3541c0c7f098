"""What of a document is handed to the parser, and where each character stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Block, BlockKind
from kg.nlp.passages import MAX_PASSAGE, passages

CLEANED = [
    ("Brelco rose.", "Brelco rose.", "paragraph"),
    ("- Brelco rose 3 percent.", "Brelco rose 3 percent.", "bullet"),
    ("• Brelco rose", "Brelco rose", "bullet"),
    ("1. Brelco rose.", "Brelco rose.", "bullet"),
    ("12) Brelco rose.", "Brelco rose.", "bullet"),
    ("Brelco buys a paper mill", "Brelco buys a paper mill", "heading"),
    ("LISBON, March 3 (Newswire) - Brelco rose.", "Brelco rose.", "paragraph"),
    ("LEEDS (Trade Desk) — Brelco rose.", "Brelco rose.", "paragraph"),
    ("In-Short - Brelco signs with Orlune.", "Brelco signs with Orlune.", "paragraph"),
    ("Brelco said - after a long day - Orlune rose.", "Brelco said - after a long day - Orlune rose.", "paragraph"),
    ("Two rivals – Hexlar and Norvane – cut prices.", "Two rivals – Hexlar and Norvane – cut prices.", "paragraph"),
    ("Brelco (BRL) rose.", "Brelco rose.", "paragraph"),
    ("Brelco (NYSE: BRL) rose.", "Brelco rose.", "paragraph"),
    ("Brelco Plc (BRL.L) rose.", "Brelco Plc rose.", "paragraph"),
    ("Brelco BRL.O rose.", "Brelco rose.", "paragraph"),
    ("The European Paper Council (EPC) met.", "The European Paper Council met.", "paragraph"),
    ("Harbour Paper (the “Company”) makes cartons.", "Harbour Paper makes cartons.", "paragraph"),
    ("Brelco (a maker of cartons) rose.", "Brelco (a maker of cartons) rose.", "paragraph"),
    ("“Brelco’s profit rose,” he said.", '"Brelco\'s profit rose," he said.', "paragraph"),
    ("Brelco\u00a0rose  by\t3 per cent.", "Brelco rose by 3 percent.", "paragraph"),
    ("Brelco agreed to a long-term plan – at last.", "Brelco agreed to a long-term plan – at last.", "paragraph"),
]


@pytest.mark.parametrize(("text", "clean", "kind"), CLEANED)
def test_text_is_cleaned(text, clean, kind):
    (passage,) = passages(text)
    assert (passage.text, passage.kind) == (clean, kind)


@pytest.mark.parametrize("text", ["", "   ", "\n\n\n", "\t\r\n"])
def test_blank_text_has_no_passages(text):
    assert list(passages(text)) == []


def test_lines_are_passages():
    text = "Brelco cuts jobs\n\nBrelco cut 90 jobs.\n* Leeds\n* Porto\nOrlune cut none.\n"
    assert [(p.kind, p.text) for p in passages(text)] == [
        ("heading", "Brelco cuts jobs"),
        ("paragraph", "Brelco cut 90 jobs."),
        ("bullet", "Leeds"),
        ("bullet", "Porto"),
        ("paragraph", "Orlune cut none."),
    ]


def test_windows_line_ends():
    assert [p.text.strip() for p in passages("Brelco rose.\r\nOrlune fell.\r\n")] == ["Brelco rose.", "Orlune fell."]


def test_hard_wrapped_lines_are_one_sentence():
    text = "Brelco agreed to buy the paper mills of its longest standing rival\nfor a price that nobody would name."
    (passage,) = passages(text)
    assert passage.text == text.replace("\n", " ")


def test_narrow_columns_are_one_sentence():
    text = "Brelco agreed to buy the paper mills of its\nlongest standing rival for a price that nobody\nwould name."
    (passage,) = passages(text)
    assert passage.text == text.replace("\n", " ")


def test_a_blank_line_ends_a_paragraph():
    first = "Brelco agreed to buy the paper mills of its longest standing rival"
    assert [p.text for p in passages(first + "\n\nfor a price.")] == [first, "for a price."]


def test_a_very_long_line_is_cut_at_white_space():
    text = "Brelco rose. " * 4000
    found = list(passages(text))
    assert len(found) > 2
    assert all(len(p.text) <= MAX_PASSAGE for p in found)
    assert all(p.text.strip().endswith(".") for p in found)
    assert sum(p.text.count("Brelco") for p in found) == 4000


def test_a_line_without_sentences_is_cut_too():
    found = list(passages("oats, " * MAX_PASSAGE))
    assert all(len(p.text) <= MAX_PASSAGE for p in found)
    assert sum(p.text.count("oats") for p in found) == MAX_PASSAGE


@pytest.mark.parametrize("mark", ["x", "(", '"', "\N{FACTORY}", "\N{ZERO WIDTH SPACE}", "%", "9"])
def test_what_is_no_word_is_passed_over(mark):
    (passage,) = passages(f"Brelco {mark * 10_000} rose. {mark}{mark}")
    assert passage.text == f"Brelco rose. {mark}{mark}"
    assert passage.offsets[passage.text.index("rose")] == 10_008
    assert list(passages(mark * 100_000)) == []


def test_a_bracket_is_kept_beside_the_text():
    text = "Shares of Brelco (LSE: BRL) rose."
    (passage,) = passages(text)
    (aside,) = passage.asides
    assert passage.text[: aside.at] == "Shares of Brelco"
    assert text[aside.start : aside.start + len(aside.text)] == aside.text == "LSE: BRL"


STRAIGHT = {"’": "'", "‘": "'", "“": '"', "”": '"'}
WORDS = [
    "Brelco",
    "rose",
    " ",
    "  ",
    "\n",
    "\n\n",
    ". ",
    "- ",
    "• ",
    " (BRL)",
    "“",
    "”",
    "’s",
    " – ",
    "LEEDS (Desk) - ",
    "3 per cent",
    "\t",
    "\u00a0",
    "é",
    "1. ",
    ": ",
]


@given(st.text(max_size=300) | st.lists(st.sampled_from(WORDS), max_size=60).map("".join))
def test_every_character_knows_where_it_stood(text):
    end = 0
    for passage in passages(text):
        assert len(passage.offsets) == len(passage.text) + 1
        assert all(a < b for a, b in zip(passage.offsets, passage.offsets[1:], strict=False))
        assert end <= passage.offsets[0]
        for letter, place in zip(passage.text, passage.offsets, strict=False):
            original = text[place]
            assert letter == STRAIGHT.get(original, " " if original.isspace() else original)
        end = passage.offsets[-1]
    assert end <= len(text)


@given(st.lists(st.sampled_from(WORDS), max_size=40).map("".join))
def test_a_span_leads_back_to_its_words(text):
    for passage in passages(text):
        start = 0
        for word in passage.text.split():
            start = passage.text.index(word, start)
            first, last = passage.span(start, start + len(word))
            assert text[first] == word[0] or STRAIGHT.get(text[first]) == word[0]
            assert 0 <= first < last <= len(text)
            start += len(word)


def test_what_states_nothing_is_left_out():
    text = "By Jane Doe\n\nLEEDS (Desk) - \n\nBrelco rose.\n\n© Brelco"
    kinds = [BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.PARAGRAPH, BlockKind.BOILERPLATE]
    blocks, at = [], 0
    for part, kind in zip(text.split("\n\n"), kinds, strict=True):
        blocks.append(Block(at, at + len(part), kind))
        at += len(part) + 2
    assert [p.text for p in passages(text, blocks)] == ["Brelco rose."]


def test_a_heading_is_one_however_it_ends():
    text = "Who is Brelco?"
    assert [p.kind for p in passages(text, [Block(0, len(text), BlockKind.HEADING)])] == ["heading"]


ROWS = [
    ("Revenue | 310 | 280", [("table", "Revenue | 310 | 280")]),
    ("310 | 280", []),
    (
        "Brelco | It has bought a mill in Leeds.",
        [("table", "Brelco "), ("paragraph", "It has bought a mill in Leeds.")],
    ),
]


@pytest.mark.parametrize(("text", "found"), ROWS)
def test_of_a_row_only_cells_that_are_sentences_are_read_as_such(text, found):
    cut = [(p.kind, p.text) for p in passages(text, [Block(0, len(text), BlockKind.TABLE)])]
    assert cut == found
