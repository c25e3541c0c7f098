"""The scripts that measure: made-up text, samples, processes watched, results gone on with, and the picture."""

import json
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import business_text
import findings
import measured
import panel
import picture
import pytest
import sampled
import watched

STARTS = "import subprocess, sys; subprocess.run([sys.executable, '-c', sys.argv[1]])"
BUSY = "import time; end = time.process_time() + {0}\nwhile time.process_time() < end: pass"


def run(system: str, documents: int, seconds: float, **more: object) -> dict[str, object]:
    figures = {"work_seconds": seconds, "work_cpu_seconds": seconds, "seconds": seconds + 3, "others": 0.0}
    sizes = {"peak_mb": 100 + documents / 10, "all_peak_mb": 700 + documents / 10, "read": documents}
    return {"set": "made up", "system": system, "documents": documents, "turn": 0, **figures, **sizes, **more}


def stage(seconds: float) -> dict[str, float]:
    return {"seconds": seconds, "cpu_seconds": seconds, "peak_mb": 700.0}


RUNS = [
    run("kg 1 worker", 100, 20), run("kg 2 workers", 100, 12), run("kg 1 worker", 1000, 210),
    run("kg 1 worker", 1000, 200, turn=1), run("spaCy", 100, 8, stages={"start": stage(4), "pipe": stage(8)}),
    run("semantica", 100, 40, peer="0.7.0", found=10, kinds=3), {**run("semantica", 1000, 1), "error": "too late"},
    run("kg stages", 100, 20, stages={n: stage(5) for n in ("start", "read", "extract", "resolve", "write")}),
]  # fmt: skip
ABOUT = {
    "machine": {"processor": "Some <Processor> & more", "processors": 2, "memory_gb": 8, "system": "Linux"},
    "versions": {"kg": "1.0", "spacy": "3.8"},
}


def test_a_made_up_document_depends_on_its_number_alone() -> None:
    found = list(business_text.documents(60))
    assert found[40:] == list(business_text.documents(20, first=40))
    assert found[7] == business_text.document(7)
    assert business_text.document(7, seed=2) != found[7]


def test_made_up_text_has_the_length_that_is_asked_for() -> None:
    for characters in (500, 3000):
        found = business_text.described(300, characters=characters)
        assert characters * 0.85 < found["median_characters"] < characters * 1.15


def test_the_shortest_document_says_something() -> None:
    assert all(record["text"] for record in business_text.documents(300, characters=60))


def test_made_up_names_and_sentences_never_cease_to_be_new() -> None:
    few, many = business_text.described(100), business_text.described(1000)
    assert many["different_names"] > 4 * few["different_names"]
    assert many["different_words"] > 3 * few["different_words"]
    assert many["different_sentences"] > 8 * few["different_sentences"]
    assert many["names_in_one_document"] > many["different_names"] / 2 < 1000 * many["documents_of_commonest_name"]
    assert many["documents_of_commonest_name"] > 30
    assert 20 < many["copies"] < 80


def test_made_up_sentences_are_whole() -> None:
    text = "\n".join(record["title"] + "\n" + record["text"] for record in business_text.documents(300))
    assert not set("[]{}|") & set(text)
    assert ".." not in text
    assert "s's " not in text


def test_the_first_documents_of_lines_tables_and_folders(tmp_path: Path) -> None:
    lines, table, folder = tmp_path / "a.jsonl", tmp_path / "a.parquet", tmp_path / "texts"
    business_text.write(lines, 9)
    business_text.write(table, 9)
    for number in range(9):
        (folder / str(number % 2)).mkdir(parents=True, exist_ok=True)
        (folder / str(number % 2) / f"{number}.txt").write_text("Marlow Freight buys engines.")
    assert [sampled.available(given) for given in (lines, table, folder)] == [9, 9, 9]
    for given in (lines, table, folder):
        place = tmp_path / f"{given.name}-sample"
        place.mkdir()
        found = sampled.sampled(given, 4, place)
        assert sampled.available(found) == 4
    assert sampled.sampled(lines, None, tmp_path) == lines


def test_a_watched_process_tells_what_those_cost_that_it_started(tmp_path: Path) -> None:
    code = f"held = bytearray(b'x') * (60 << 20); {STARTS}"
    done = watched.watch([sys.executable, "-c", code, BUSY.format(0.6)], tmp_path, 60)
    assert done.status == 0
    assert done.cpu_seconds >= 0.6
    assert 60 < done.peak_mb < 200
    assert done.all_peak_mb >= done.peak_mb - 10


def test_the_memory_of_the_first_process_is_not_that_of_another(tmp_path: Path) -> None:
    holding = "import time; held = bytearray(b'x') * (90 << 20); time.sleep(0.5)"
    done = watched.watch([sys.executable, "-c", STARTS, holding], tmp_path, 60)
    assert done.peak_mb < 60
    assert done.all_peak_mb > 90


def test_a_process_that_takes_too_long_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    late = f"import time; time.sleep(1.5); open({str(tmp_path / 'late')!r}, 'w')"
    done = watched.watch([sys.executable, "-c", STARTS, late], tmp_path, 0.4)
    assert done.status == -9
    assert done.seconds < 1.4
    watched.watch([sys.executable, "-c", "import time; time.sleep(1.5)"], tmp_path, 60)
    assert not (tmp_path / "late").exists()


def test_a_run_ends_with_the_script_that_started_it(tmp_path: Path) -> None:
    pid = tmp_path / "pid"
    noting = f"import os, time; open({str(pid)!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    watching = (
        f"import sys; sys.path.insert(0, {str(Path(watched.__file__).parent)!r}); from pathlib import Path; "
        f"import watched; watched.watch([sys.executable, '-c', {noting!r}], Path({str(tmp_path)!r}), 60)"
    )
    with subprocess.Popen([sys.executable, "-c", watching]) as script:
        while not (pid.exists() and pid.read_text()):
            time.sleep(0.05)
        script.kill()
    for _ in range(100):
        if not Path(f"/proc/{pid.read_text()}").exists() or _state(pid.read_text()) == "Z":
            return
        time.sleep(0.05)
    pytest.fail("the run goes on")


def _state(pid: str) -> str:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]


def test_results_are_gone_on_with_but_for_those_that_failed(tmp_path: Path) -> None:
    file = tmp_path / "results.json"
    results = measured.Results.open(file, resume=False)
    for each in RUNS:
        results.add(each)
    again = measured.Results.open(file, resume=True)
    assert again.has("made up", "kg 1 worker", 1000, 1)
    assert not again.has("made up", "semantica", 1000, 0)
    with pytest.raises(measured.ResultsError, match="--resume"):
        measured.Results.open(file, resume=False)


def test_results_of_another_machine_are_not_gone_on_with(tmp_path: Path) -> None:
    file = tmp_path / "results.json"
    file.write_text(json.dumps({"about": ABOUT, "runs": RUNS}))
    with pytest.raises(measured.ResultsError, match="Some <Processor>"):
        measured.Results.open(file, resume=True)
    assert measured.Results.open(file, resume=True, strict=False).runs == RUNS
    file.write_text("{]")
    with pytest.raises(measured.ResultsError, match="not a file of results"):
        measured.Results.open(file, resume=True)


def test_what_one_number_is_to_another() -> None:
    assert "\n".join(findings.ratios(RUNS)).splitlines() == [
        "",
        "made up, 100 documents",
        "  the build takes 1.88 times the bare spaCy pipeline, 2.50 with its files (one process each, processor "
        "seconds)",
        "  2 workers are 1.67 times as fast as one",
        "  kg reads 2.00 times as many documents a processor second as semantica, the fastest peer",
        "",
        "made up, ten times the documents",
        "  kg 1 worker, 100 to 1,000: 10.0 times the seconds, 10.0 times the processor seconds, 1.8 times the memory "
        "of the first process",
    ]
    assert len(findings.table(RUNS)) == 7


def test_the_picture_is_whole_and_escapes_what_it_is_given() -> None:
    content = {"about": ABOUT, "runs": RUNS}
    drawn = picture.drawn(content)
    root = ElementTree.fromstring(drawn)
    words = " ".join(root.itertext())
    assert "kg, 2 workers · 8.3/s" in words
    assert "Some <Processor> & more" in words
    assert drawn == picture.drawn(json.loads(json.dumps(content)))
    with pytest.raises(ValueError, match="no set 'other', only made up"):
        picture.drawn(content, "other")


def test_names_of_lines_do_not_lie_on_each_other() -> None:
    heights = panel._apart([10.0, 11.0, 12.0, 80.0, 81.0, 200.0])
    assert all(b - a >= 15 for a, b in pairwise(heights))
    assert heights[-1] == 200
    assert sum(heights[:3]) == pytest.approx(33)
