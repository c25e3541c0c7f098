"""Real RDF servers, each started for the tests and stopped after them."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from kg.push import Login

_VIRTUOSO = """
[Database]
DatabaseFile = virtuoso.db
TransactionFile = virtuoso.trx
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 2000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
[SPARQL]
"""


@dataclass(frozen=True)
class Running:
    """A server that runs: the address of its SPARQL service, who may write, and how its updates are asked for."""

    endpoint: str
    login: Login | None = None
    update: str = ""

    def quads(self, base: str) -> set[tuple[str, ...]]:
        """All that stands in graphs below a base."""
        query = f'SELECT * {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), "{base}")) }}'
        answer = httpx.get(
            self.endpoint, params={"query": query}, headers={"Accept": "application/sparql-results+json"}
        )
        answer.raise_for_status()
        return {
            (row["g"]["value"], row["s"]["value"], row["p"]["value"], *sorted(map(str, row["o"].values())))
            for row in answer.json()["results"]["bindings"]
        }


def program(name: str) -> str | None:
    """A program on the path, or beside Python."""
    return shutil.which(name) or shutil.which(name, path=str(Path(sys.executable).parent))


@contextmanager
def oxigraph(folder: Path) -> Iterator[Running]:
    port = _free_port()
    command = [str(program("oxigraph")), "serve", "--location", str(folder / "data"), "--bind", f"127.0.0.1:{port}"]
    with _process(command, folder, port):
        yield Running(f"http://127.0.0.1:{port}/query", update=f"http://127.0.0.1:{port}/update")


@contextmanager
def virtuoso(folder: Path) -> Iterator[Running]:
    sql, port = _free_port(), _free_port()
    (folder / "server.ini").write_text(_VIRTUOSO.format(sql=sql, http=port))
    with _process([str(program("virtuoso-t")), "+configfile", "server.ini", "+foreground"], folder, port):
        yield Running(f"http://127.0.0.1:{port}/sparql", Login("dba", "dba"))


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def _process(command: list[str], folder: Path, port: int) -> Iterator[None]:
    """A process that listens, killed at the end."""
    with (folder / "log").open("wb") as log:
        running = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    try:
        for _ in range(300):
            with socket.socket() as found:
                if found.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert running.poll() is None, (folder / "log").read_text(errors="replace")
            time.sleep(0.1)
        yield
    finally:
        running.kill()
        running.wait()
