from collections.abc import Iterator

import pytest
from servers import Running, oxigraph, program, virtuoso


@pytest.fixture(scope="session")
def oxigraph_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    if program("oxigraph") is None:
        pytest.skip("oxigraph is not installed")
    with oxigraph(tmp_path_factory.mktemp("oxigraph")) as running:
        yield running


@pytest.fixture(scope="session")
def virtuoso_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    if program("virtuoso-t") is None:
        pytest.skip("virtuoso-opensource is not installed")
    with virtuoso(tmp_path_factory.mktemp("virtuoso")) as running:
        yield running


@pytest.fixture(params=["oxigraph", "virtuoso"])
def running(request: pytest.FixtureRequest) -> Running:
    """Each server in turn."""
    found: Running = request.getfixturevalue(f"{request.param}_server")
    return found
