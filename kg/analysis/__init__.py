"""Reports on a graph: whom a company depends on, what texts gave and what not, how it all hangs together.

found = exposure(graph, "company/microsoft", Rates.load(Path("rates.toml")))
to_html(exposure_page(found))
"""

from kg.analysis.covered import Coverage, coverage
from kg.analysis.exposed import Exposure, exposure
from kg.analysis.exposure_page import exposure_page
from kg.analysis.linked import Network, network
from kg.analysis.other_pages import coverage_page, network_page
from kg.analysis.page import Page, Row, Section, Source, cell_words, short, shown
from kg.analysis.rates import Rates
from kg.analysis.writing import one_line, to_csv, to_html, to_json, to_markdown

__all__ = [
    "Coverage",
    "Exposure",
    "Network",
    "Page",
    "Rates",
    "Row",
    "Section",
    "Source",
    "cell_words",
    "coverage",
    "coverage_page",
    "exposure",
    "exposure_page",
    "network",
    "network_page",
    "one_line",
    "short",
    "shown",
    "to_csv",
    "to_html",
    "to_json",
    "to_markdown",
]
