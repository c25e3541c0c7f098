"""A report, the same edited as newswire is, and one on the same event in own words."""

REPORT = (
    "Brelco Group said on Tuesday that it had agreed to buy the tinned fish business of Hexlar Foods for 84 million "
    "euros, its third purchase in as many years. The maker of ready meals, which runs 12 plants in Portugal and Spain, "
    "will pay 60 million euros at once and the rest over 5 years. “We have wanted Hexlar's canneries since 2019,” said "
    "Rosalind Teague, chief executive of Brelco. Hexlar keeps its frozen peas, which bring in two thirds of sales. "
    "Analysts at Norvane Bank called the price full. Shares of Brelco fell 3 percent in Lisbon. The deal needs the "
    "consent of the competition authority, which blocked a similar one of Marrick Stores in 2021. Brelco expects an "
    "answer by the end of March and savings of 7 million euros a year."
)
OWN_WORDS = (
    "Hexlar Foods is parting with its canneries. Brelco Group takes them over and pays 84 million euros for them, of "
    "which 60 million are due when the papers are signed. For Brelco, whose 12 Iberian plants cook ready meals, it is "
    "the third takeover in three years; chief executive Rosalind Teague has had her eye on tinned fish since 2019. "
    "Norvane Bank finds it dear, and the stock lost 3 percent. Antitrust officials, who stopped Marrick Stores in "
    "2021, are to decide by the end of March. Frozen peas stay with Hexlar. Savings are put at 7 million euros yearly."
)
COPIES = {
    "the same": REPORT,
    "another headline": "UPDATE 1 - Brelco nets Hexlar's fish\n\nBy Ines Quill\n\n" + REPORT,
    "a dateline": "LISBON, 14 May (Wire) - " + REPORT,
    "cut at the end": REPORT[: len(REPORT) * 2 // 3],
    "other line ends, quotes and case": REPORT.replace(". ", ".\n\n").replace("“", '"').replace("”", '"'),
    "small edits": REPORT.replace("said on Tuesday", "announced").replace("called the price full", "thought it dear"),
    "a new paragraph": REPORT + " Brelco was founded by two brothers in a railway shed and has been public since 1998.",
}
