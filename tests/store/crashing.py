"""Real processes that write to a store and are killed; run as a program, since it forks.

    python crashing.py kill FOLDER SEED POINTS      killed after so many steps of SQLite, or at random moments
    python crashing.py full FOLDER SEED POINTS      writing until the system refuses to let the file grow

Before each transaction the child says on a pipe what the store will hold, after it that this is so. The parent
then opens the store: it must hold the last state that was said to be so, or the one that was being written.
"""

import contextlib
import json
import os
import random
import resource
import signal
import sys
import time
from pathlib import Path

from handmade_records import extraction

from kg.errors import StoreError
from kg.store import FILE, Store, hash_of

State = dict[str, int]  # the version of each document
ROUNDS = 40  # transactions of a child that nothing stops
MOST = 12  # documents
BIG = 9000  # bytes of a record: some pages of the file
HASHES = {hash_of(extraction(f"d{n}", v, size=BIG).document): (f"d{n}", v) for n in range(MOST) for v in range(9)}


def write(folder: Path, state: State, dice: random.Random, say, *, steps: int = 0) -> None:
    """Change the store again and again."""
    with Store.open(folder, wait=5) as store:
        if steps:
            left = [steps]

            def count() -> None:
                left[0] -= 1
                if left[0] == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

            store._connection.set_progress_handler(count, 1)
        for _ in range(ROUNDS):
            state = dict(state)
            moves = [(f"d{dice.randrange(MOST)}", dice.randrange(9)) for _ in range(dice.randint(1, 4))]
            gone = {id_ for id_, _ in moves if dice.random() < 0.3}
            for id_, version in moves:
                state[id_] = version
            for id_ in gone:
                del state[id_]
            say("try", state)
            with store.change("add") as change:
                for id_, version in moves:
                    change.put(extraction(id_, version, size=BIG), reader="r")
                for id_ in gone:
                    change.remove(id_)
            say("done", state)


def child(folder: Path, state: State, seed: int, pipe: int, mode: str, steps: int) -> None:
    def say(what: str, state: State) -> None:
        os.write(pipe, (json.dumps([what, state]) + "\n").encode())

    dice = random.Random(seed)
    if mode == "full":
        most = max((folder / FILE).stat().st_size + dice.randrange(-30_000, 60_000), 2000)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
    try:
        write(folder, state, dice, say, steps=steps)
    except StoreError as error:
        say("refused", {str(error): 0})


def lines(pipe: int) -> list:
    with os.fdopen(pipe, "rb") as reader:
        found = reader.read().split(b"\n")
    return [json.loads(line) for line in found[:-1]]  # the last line may be torn


def held(folder: Path) -> State:
    """What the store holds, each record whole and the log telling the same."""
    with Store.open(folder) as store:
        assert store.verify() == []
        found = {id_: HASHES[known.sha256] for id_, known in store.documents().items()}
        assert all(id_ == of for id_, (of, _) in found.items())
        versions = {id_: version for id_, (_, version) in found.items()}
        for each in store.snapshot():
            assert each == extraction(each.document.id, versions[each.document.id], size=BIG)
        logged = {d.document: d for entry in store.log() for d in entry.documents}
        told = {id_: HASHES[d.sha256][1] for id_, d in logged.items() if d.what != "removed"}
        assert told == versions
        return versions


def main(mode: str, place: str, seed: str, points: str) -> None:
    folder, dice = Path(place), random.Random(int(seed))
    Store.open(folder, create={}).close()
    state: State = {}
    counts = {"points": 0, "transactions": 0, "cut": 0, "kept": 0, "journals": 0, "refused": 0}
    for point in range(int(points)):
        steps = dice.randrange(1, 4000) if mode == "kill" and point % 2 == 0 else 0
        of_child = dice.randrange(10**9)
        reader, writer = os.pipe()
        if (pid := os.fork()) == 0:
            with contextlib.suppress(BaseException):
                os.close(reader)
                child(folder, state, of_child, writer, mode, steps)
            os._exit(0)
        os.close(writer)
        if mode == "kill" and not steps:
            time.sleep(dice.uniform(0.004, 0.05))
            os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        counts["journals"] += os.path.exists(folder / f"{FILE}-journal")
        said = lines(reader)
        counts["refused"] += sum(what == "refused" for what, _ in said)
        said = [(what, found) for what, found in said if what != "refused"]
        done = [found for what, found in said if what == "done"]
        committed = done[-1] if done else state
        trying = said[-1][1] if said and said[-1][0] == "try" else committed
        now = held(folder)
        assert now in (committed, trying), (now, committed, trying)
        counts["points"] += 1
        counts["transactions"] += len(done)
        counts["cut"] += trying != committed and now == committed
        counts["kept"] += trying != committed and now == trying
        state = now
    print(json.dumps(counts))


if __name__ == "__main__":
    main(*sys.argv[1:])
