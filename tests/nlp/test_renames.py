"""Former and other names: which form of a name the text gives, and what it only seems to give."""

import pytest

GIVEN = """
Kestria, formerly Brelco, makes pumps. | Brelco=Kestria former
Kestria (formerly Brelco) makes pumps. | Brelco=Kestria former
Kestria Holdings Ltd, formerly known as Brelco Foods, makes pumps. | Brelco Foods=Kestria Holdings Ltd former
Kestria, which was formerly called Brelco, makes pumps. | Brelco=Kestria former
Kestria, previously called Brelco, makes pumps. | Brelco=Kestria former
Kestria (previously Brelco) makes pumps. | Brelco=Kestria former
Kestria, the former Brelco, makes pumps. | Brelco=Kestria former
Kestria, originally named Brelco, makes pumps. | Brelco=Kestria former
Kestria, until 2019 known as Brelco, makes pumps. | Brelco=Kestria former
Kestria, known until recently as Brelco, makes pumps. | Brelco=Kestria former
Kestria, known as Brelco until 2019, makes pumps. | Brelco=Kestria former
Kestria, which used to be called Brelco, makes pumps. | Brelco=Kestria former
Kestria was formerly known as Brelco. | Brelco=Kestria former
Kestria changed its name from Brelco in 2019. | Brelco=Kestria former
Kestria (f/k/a Brelco) makes pumps. | Brelco=Kestria former
Brelco, now Kestria, makes pumps. | Brelco=Kestria former
Brelco (now Kestria) makes pumps. | Brelco=Kestria former
Dana Rime joined Brelco, now Kestria. | Brelco=Kestria former
Brelco, now known as Kestria, makes pumps. | Brelco=Kestria former
Brelco, since renamed Kestria, makes pumps. | Brelco=Kestria former
Brelco, which is now called Kestria, makes pumps. | Brelco=Kestria former
Brelco renamed itself Kestria in 2019. | Brelco=Kestria former
Brelco has renamed itself Kestria. | Brelco=Kestria former
Brelco said it had renamed itself Kestria. | Brelco=Kestria former
Brelco changed its name to Kestria last year. | Brelco=Kestria former
Brelco, which changed its name to Kestria in 2019, makes pumps. | Brelco=Kestria former
Brelco officially changed its corporate name to Kestria. | Brelco=Kestria former
Brelco rebranded as Kestria. | Brelco=Kestria former
Brelco was renamed Kestria after the merger. | Brelco=Kestria former
Brelco has been renamed Kestria. | Brelco=Kestria former
Brelco took the name Kestria. | Brelco=Kestria former
In 2019 the firm changed its name from Brelco to Kestria. | Brelco=Kestria former
Kestria, doing business as Pelora, makes pumps. | Pelora=Kestria also
Kestria, which trades as Pelora, makes pumps. | Pelora=Kestria also
Kestria (trading as Pelora) makes pumps. | Pelora=Kestria also
Kestria Ltd d/b/a Pelora makes pumps. | Pelora=Kestria Ltd also
Kestria, also known as Pelora, makes pumps. | Pelora=Kestria also
Kestria (aka Pelora) makes pumps. | Pelora=Kestria also
Kestria, better known as Pelora, makes pumps. | Pelora=Kestria also
Kestria, known as "Pelora", makes pumps that Pelora sells. | Pelora=Kestria also
Brelco Foods sells jam. It changed its name to Kestria in 2019. | Brelco Foods=Kestria former
Brelco Foods sells jam. The company was formerly known as Kestria. | Kestria=Brelco Foods former
"""

NOT_GIVEN = """
Kestria, formerly a unit of Brelco, makes pumps.
Kestria, formerly of Brelco, makes pumps.
Dana Rime, formerly of Brelco, runs Kestria.
Dana Rime, formerly chief executive of Brelco, runs Kestria.
Dana Rime, formerly Brelco's chief executive, runs Kestria.
Kestria, formerly Brelco's biggest supplier, makes pumps.
Kestria, formerly part of Brelco, makes pumps.
Kestria, a former customer of Brelco, makes pumps.
Kestria, the former Brelco supplier, makes pumps.
Kestria, now owned by Brelco, makes pumps.
Kestria, now part of Brelco, makes pumps.
Kestria, now a subsidiary of Brelco, makes pumps.
Kestria, now a Brelco unit, makes pumps.
Kestria, now Brelco's biggest supplier, makes pumps.
First Kestria, now Brelco has raised prices.
Kestria will rename itself Brelco.
Kestria plans to change its name to Brelco.
Kestria would be renamed Brelco.
Kestria is to be renamed Brelco.
Kestria may change its name to Brelco.
Kestria was not renamed Brelco.
Kestria denied that it was renamed Brelco.
Kestria renamed Brelco last year.
Kestria was named supplier of the year by Brelco.
Kestria makes a pump known as Brelco.
Kestria became part of Brelco.
Kestria and Brelco changed places.
It was listed on the Oslo Stock Exchange in 1961 and changed its name to Brelco.
The media division of Kestria, known as Brelco, makes films.
Kestria is known as a supplier of Brelco.
Kestria previously sued Brelco.
Kestria previously bought Brelco.
Kestria, formerly Brelco, makes pumps. Kestria and Brelco are both listed.
"""


@pytest.mark.parametrize("line", GIVEN.strip().splitlines())
def test_other_names_are_given(annotate, line):
    text, _, expected = line.partition(" | ")
    found = {(f"{a.form}={a.name} {a.how}", text[a.start : a.end]) for a in annotate(text).aliases}
    assert expected in {said for said, _ in found}
    ((_, at),) = ((said, at) for said, at in found if said == expected)
    assert at == expected.partition("=")[0] or at.startswith(("It ", "The "))


@pytest.mark.parametrize("text", NOT_GIVEN.strip().splitlines())
def test_other_names_are_not_given(annotate, text):
    assert {(a.form, a.name) for a in annotate(text).aliases if a.how in {"former", "also"}} == set()


def test_a_former_name_means_the_present_one(annotate):
    text = "Kestria Holdings, formerly Brelco Foods Ltd, makes pumps. Brelco Foods was founded in 1950."
    names = {n.mention.text: n.name for p in annotate(text).passages for n in p.mentions.values()}
    assert names["Brelco Foods"] == names["Brelco Foods Ltd"] == "Kestria Holdings"
