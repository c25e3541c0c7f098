"""Facts end to end, from readings written by hand: passages as KnowledgeNet is scored, and products by document."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from handmade_gold import ONTOLOGY
from labelled import Row, gold_of, passage, place, products
from test_names_scored import counts

from kg.evaluate import Evaluation, Reading, reader_of
from kg.evaluate.marking import BY_TYPE
from kg.evaluate.readings import Read
from kg.evaluate.tasks import evaluate_readings
from kg.lexicon import Lexicon
from kg.model import Document
from kg.nlp import Annotator
from kg.relations import Extractor

TEXT = "Ann Lee, who founded Alder Mills of York, still runs it."
ROW = passage(TEXT, "FOUNDED_BY HEADQUARTERS SPOUSE", ("FOUNDED_BY", "Alder Mills", "Ann Lee"))
MADE = "Alder Mills makes paper mats. Its mats are cheap. Bolt sells glue. Alder Mills likes glue."
ENTITIES = [
    ("Alder Mills", "organization"),
    ("paper mats", "product"),
    ("Its", "organization"),
    ("mats", "product"),
    ("Bolt", "organization"),
    ("glue", "product"),
    ("Alder Mills", "organization"),
]
PROVIDES, SAME = "CompanyProvidesProduct", "Identity"
DOCUMENT = products(MADE, ENTITIES, (SAME, 0, 2), (PROVIDES, 0, 1), (PROVIDES, 2, 3), (PROVIDES, 4, 5))


def reading(*said: str) -> Read:
    """Reads subject, label and object, by the first place of their words: "Alder Mills|foundedBy|Ann Lee"."""

    def read(document: Document) -> Iterator[Reading]:
        for one in said:
            subject, label, object_ = one.split("|")
            ends = (place(document.text, words) for words in (subject, object_))
            (a, b), (c, d) = ends
            yield Reading((a, b), label, (c, d), 0.9)

    return read


def score(folder: Path, row: Row, *said: str) -> Evaluation:
    return evaluate_readings(gold_of(folder, row), reading(*said))[0]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (["Alder Mills|foundedBy|Ann Lee"], (1, 1, 1)),
        (["Alder|foundedBy|Lee"], (1, 1, 1)),  # spans need only overlap
        (["Alder|foundedBy|Lee", "Mills|foundedBy|Ann"], (1, 1, 1)),  # and one gold fact counts once
        (["Ann Lee|foundedBy|Alder Mills"], (0, 1, 1)),
        (["Alder Mills|headquarteredIn|York"], (0, 1, 1)),  # looked for, and not there
        (["Ann Lee|worksFor|Alder Mills"], (0, 0, 1)),  # not looked for
        (["Alder Mills|sued|Ann Lee"], (0, 0, 1)),  # KnowledgeNet has no such property
        ([], (0, 0, 1)),
    ],
)
def test_facts_of_a_passage(tmp_path: Path, said: list[str], expected: tuple[int, int, int]) -> None:
    assert counts(score(tmp_path, ROW, *said)) == expected


def test_a_property_may_read_the_other_way_round(tmp_path: Path) -> None:
    row = passage(TEXT, "CEO", ("CEO", "Alder Mills", "Ann Lee"))
    assert counts(score(tmp_path, row, "Ann Lee|chiefExecutiveOf|Alder Mills"), (BY_TYPE, "CEO")) == (1, 1, 1)


def test_each_mention_of_gold_is_a_fact_to_find(tmp_path: Path) -> None:
    row = passage(TEXT, "FOUNDED_BY", ("FOUNDED_BY", "Alder Mills", "Ann Lee"), ("FOUNDED_BY", "it", "Ann Lee"))
    assert counts(score(tmp_path, row, "Alder Mills|foundedBy|Ann Lee")) == (1, 1, 2)


def test_what_was_read_instead(tmp_path: Path) -> None:
    row = passage(TEXT, "HEADQUARTERS SUBSIDIARY_OF", ("HEADQUARTERS", "Alder Mills", "York"))
    found = score(tmp_path, row, "Alder Mills|subsidiaryOf|York")
    assert found.confusions == (("HEADQUARTERS", "SUBSIDIARY_OF", 1),)
    assert [(e.error, e.subject, e.predicate, e.object) for e in found.errors] == [
        ("wrong", "Alder Mills", "SUBSIDIARY_OF", "York"),
        ("missed", "Alder Mills", "HEADQUARTERS", "York"),
    ]


def test_predictions_of_passages_have_the_form_of_the_gold(tmp_path: Path) -> None:
    read = reading("Alder Mills|foundedBy|Ann Lee", "Alder Mills|headquarteredIn|York")
    _, rows = evaluate_readings(gold_of(tmp_path, ROW), read)
    assert counts(evaluate_readings(gold_of(tmp_path, *rows), read)[0]) == (2, 2, 2)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (["Alder Mills|offers|paper mats"], (1, 1, 3)),
        (["Its|offers|paper mats"], (1, 1, 3)),  # by any mention of the company
        (["Mills|offers|paper"], (1, 1, 3)),
        (["Alder Mills|offers|paper mats", "Its|offers|paper"], (1, 1, 3)),  # said twice
        (["Bolt|offers|glue"], (1, 1, 3)),
        (["Bolt|offers|paper mats"], (0, 1, 3)),
        (["Alder Mills|offers|glue"], (0, 1, 3)),
        (["Alder Mills|offers|cheap", "Alder Mills|offers|cheap"], (0, 1, 3)),
        (["Alder Mills|uses|glue"], (0, 0, 3)),
    ],
)
def test_companies_and_their_products(tmp_path: Path, said: list[str], expected: tuple[int, int, int]) -> None:
    assert counts(score(tmp_path, DOCUMENT, *said)) == expected


def test_a_company_is_also_known_by_its_name(tmp_path: Path) -> None:
    """The second place of the name stands in no chain."""
    second = MADE.rindex("Alder Mills")
    mats = tuple(place(MADE, "paper mats"))
    read = lambda _: [Reading((second, second + 11), "offers", (mats[0], mats[1]), 0.9)]  # noqa: E731
    assert counts(evaluate_readings(gold_of(tmp_path, DOCUMENT), read)[0]) == (1, 1, 3)


def test_predictions_of_products_have_the_form_of_the_gold(tmp_path: Path) -> None:
    read = reading("Alder Mills|offers|paper mats")
    _, rows = evaluate_readings(gold_of(tmp_path, DOCUMENT), read)
    assert counts(evaluate_readings(gold_of(tmp_path, *rows), read)[0]) == (1, 1, 1)


def test_claims_are_readings() -> None:
    lexicon = Lexicon.of(ONTOLOGY)
    read = reader_of(Annotator(lexicon), Extractor(lexicon), "knowledgenet")
    text = "Alder Mills acquired Bolt Paper Inc. in May. It did not acquire Cove Glue Inc."
    found = [(text[slice(*r.subject)], r.label, text[slice(*r.object)]) for r in read(Document("d", text))]
    assert found == [("Alder Mills", "acquired", "Bolt Paper Inc.")]
