from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(autouse=True, scope="session")
def no_added_registers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Graphs of tests do not depend on what the person who runs them has added."""
    folder = tmp_path_factory.mktemp("registers")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KG_REGISTERS", str(folder))
        yield folder


@pytest.fixture(autouse=True, scope="session")
def read_in_this_process() -> Iterator[None]:
    """Models are loaded once for all tests; those of several processes ask for them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KG_WORKERS", "0")
        yield
