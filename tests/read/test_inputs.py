"""Which files are read, and under which ids."""

import os
from itertools import permutations
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Document, Problem
from kg.read import read


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "news"


def write(path: Path, text: str = "Acme bought Foo.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def ids(*inputs: Path) -> list[str]:
    return [item.id for item in read(inputs) if isinstance(item, Document)]


def test_ids_are_paths_below_the_folder_without_ending(folder: Path) -> None:
    write(folder / "b.txt")
    write(folder / "2024" / "q1.report.md")
    write(folder / "UPPER.TXT")
    assert ids(folder) == ["2024/q1.report", "UPPER", "b"]


def test_a_single_file_is_known_by_its_stem(folder: Path) -> None:
    assert ids(write(folder / "deep" / "a.txt")) == ["a"]


def test_files_of_one_name_keep_their_endings(folder: Path) -> None:
    write(folder / "a.txt")
    write(folder / "a.html")
    write(folder / "b.txt")
    assert ids(folder) == ["a.html", "a.txt", "b"]


def test_equal_names_of_two_folders_keep_the_folders(tmp_path: Path) -> None:
    files = [write(tmp_path / year / "news" / "a.txt") for year in ("2023", "2024")]
    assert ids(*(file.parent for file in files)) == ["2023/news/a.txt", "2024/news/a.txt"]


def test_an_id_won_in_a_clash_may_clash_again(folder: Path) -> None:
    for name in ("a.txt", "a.html", "a.txt.md"):
        write(folder / name)
    assert ids(folder) == ["a.html", "a.txt.md", "news/a.txt"]


def test_order_of_the_inputs_does_not_matter(tmp_path: Path) -> None:
    inputs = [write(tmp_path / name) for name in ("x/a.txt", "y/a.txt", "z.md")]
    results = [list(read(order)) for order in permutations(inputs)]
    assert all(result == results[0] for result in results)


def test_a_file_reached_twice_is_read_once(folder: Path) -> None:
    file = write(folder / "2024" / "a.txt")
    (folder / "link.txt").symlink_to(file)
    assert ids(folder, file, folder) == ["2024/a"]


def test_links_in_a_circle_end(folder: Path) -> None:
    write(folder / "a.txt")
    (folder / "again").symlink_to(folder)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    items = list(read([folder]))
    assert [item.id for item in items if isinstance(item, Document)] == ["a"]
    assert [item.document for item in items if isinstance(item, Problem)] == ["self"]


def test_a_linked_folder_is_read(folder: Path, tmp_path: Path) -> None:
    write(tmp_path / "elsewhere" / "a.txt")
    folder.mkdir()
    (folder / "linked").symlink_to(tmp_path / "elsewhere")
    assert ids(folder) == ["linked/a"]


def test_other_formats_are_listed_and_hidden_files_are_not(folder: Path) -> None:
    write(folder / "a.txt")
    write(folder / "sheet.xlsx")
    write(folder / ".git" / "b.txt")
    write(folder / ".c.txt")
    problems = [item for item in read([folder]) if isinstance(item, Problem)]
    assert problems == [Problem("sheet.xlsx", "warning", "is not in a format that kg reads")]
    assert ids(folder) == ["a"]


def test_a_named_file_of_another_format_is_an_error(folder: Path) -> None:
    (problem,) = read([write(folder / "sheet.xlsx")])
    assert isinstance(problem, Problem)
    assert problem.severity == "error"
    assert "format" in problem.message


def test_no_such_path(folder: Path) -> None:
    with pytest.raises(InputError, match="no file or folder"):
        read([folder / "nowhere.txt"])


def test_a_folder_without_documents(folder: Path) -> None:
    write(folder / "picture.jpg")
    with pytest.raises(InputError, match="holds no documents"):
        read([folder])


def test_the_output_of_an_earlier_build_is_passed_over(folder: Path) -> None:
    outputs = [f"output/{name}" for name in ("graph.ttl", "graph.html", "explorer.html", "facts.jsonl")]
    for name in ("a.txt", *outputs, "page/graph.html"):
        write(folder / name)
    items = list(read([folder]))
    assert [item.id for item in items if isinstance(item, Document)] == ["a", "page/graph"]
    assert len(items) == 2


def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    write(folder / "a.txt")
    os.mkfifo(folder / "pipe.txt")
    problems = [item for item in read([folder]) if isinstance(item, Problem)]
    assert problems == [
        Problem(
            "pipe", "error", "is a pipe, not a file: what comes out of it is read as standard input, kg read - < PIPE"
        )
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(folder: Path) -> None:
    write(folder / "a.txt").chmod(0)
    (problem,) = read([folder])
    assert isinstance(problem, Problem)
    assert "Permission denied" in problem.message


def test_a_name_that_is_not_utf8(folder: Path) -> None:
    folder.mkdir()
    Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt")).write_text("Acme bought Foo.", encoding="utf-8")
    assert ids(folder) == ["caf\ufffd"]
