"""Which language a text is in; English full of foreign names stays English."""

from pathlib import Path

import pytest
from reads import read_bytes

from kg.model import Problem
from kg.read.language import language_of

GERMAN = (
    "Die Brelco AG hat am Montag mitgeteilt, dass sie den Zulieferer Hexlar für rund 20 Millionen Euro kaufen will. "
    "Der Vorstand erwartet, dass die Behörden dem Geschäft noch in diesem Jahr zustimmen werden."
)
FRENCH = (
    "Le groupe Brelco a annoncé lundi qu'il allait racheter son fournisseur Hexlar pour vingt millions d'euros. "
    "La direction s'attend à ce que les autorités approuvent l'opération avant la fin de l'année."
)
DUTCH = (
    "Brelco heeft maandag gezegd dat het de leverancier Hexlar voor ongeveer twintig miljoen euro wil overnemen. "
    "Het bestuur verwacht dat de toezichthouders de overname nog dit jaar zullen goedkeuren en dat niemand weg moet."
)
SPANISH = (
    "El grupo Brelco comunicó el lunes que comprará a su proveedor Hexlar por unos veinte millones de euros. "
    "La dirección espera que las autoridades aprueben la operación antes de que termine el año en curso."
)
RUSSIAN = "Компания Брелко сообщила в понедельник, что покупает поставщика Хекслар за двадцать миллионов евро."
CHINESE = "布雷尔科公司周一表示将以两千万欧元收购其供应商海克斯拉,预计监管机构将在今年年底之前批准这项交易。"
ENGLISH = "Brelco said on Monday that it would buy Hexlar, a supplier of the group, for 20 million euros in cash."


@pytest.mark.parametrize(
    ("text", "language"),
    [(GERMAN, "de"), (FRENCH, "fr"), (DUTCH, "nl"), (SPANISH, "es"), (RUSSIAN, "ru"), (ENGLISH, "en"), (CHINESE, "zh")],
)
def test_languages(text: str, language: str) -> None:
    assert language_of(text) in ({language, "wuu", "yue"} if language == "zh" else {language})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Brelco",
        "Acquisition: Brelco, Hexlar",
        "Société Générale SA, Crédit Agricole SA and Deutsche Börse AG were advised by Banco Santander.",
        "Übernahme",
        "12 345 678",
        "Brelco AG, Hexlar GmbH, Müller & Söhne KG, Bayerische Motoren Werke AG, Landesbank Baden-Württemberg, "
        "Crédit Industriel et Commercial SA, Banco Bilbao Vizcaya Argentaria, Koninklijke Philips NV, Assicurazioni "
        "Generali SpA: shares of all of them fell, and with that the index.",
        "\u202e\u200b\u200f" * 99,
        "🏦" * 300,
    ],
)
def test_short_texts_and_names_are_never_taken_for_another_language(text: str) -> None:
    assert language_of(text) in ("", "en")


@pytest.mark.parametrize("other", [GERMAN, FRENCH, RUSSIAN])
def test_a_text_that_is_partly_english_is_read(other: str) -> None:
    assert language_of(f"{other}\n\n{ENGLISH} The deal needs the consent of the shareholders of both of them.") in (
        "",
        "en",
    )


def test_other_languages_are_listed_and_not_read(tmp_path: Path) -> None:
    documents, problems = read_bytes(tmp_path, "a.txt", GERMAN.encode())
    assert documents == []
    assert problems == [Problem("a", "error", "is in German, and kg reads English, so it was left out")]


def test_any_language_may_be_asked_for(tmp_path: Path) -> None:
    ((document,), problems) = read_bytes(tmp_path, "a.txt", GERMAN.encode(), language="any")
    assert (document.language, problems) == ("de", [])
