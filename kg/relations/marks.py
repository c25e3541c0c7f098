"""The words within an evidence that carry the parts of a claim."""

from __future__ import annotations

from kg.nlp import Named

Marks = tuple[tuple[str, int, int], ...]


def marked(cue: tuple[int, int], subject: Named, object_: Named | None = None) -> Marks:
    """Marks of the ends and of the cue, and of the names that pronouns and nominals were followed to."""
    ends = {"subject": subject} | ({"object": object_} if object_ is not None else {})
    marks = [(part, named.mention.start, named.mention.end) for part, named in ends.items()]
    marks.append(("cue", *cue))
    taken = {(start, end) for _, start, end in marks}
    names = dict.fromkeys(named.mention.chain[-1] for named in ends.values() if named.mention.chain)
    return (*marks, *(("antecedent", *place) for place in names if place not in taken))
