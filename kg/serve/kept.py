"""Answers that were given before: an edition never changes, so the same question has the same answer."""

from __future__ import annotations

from collections import OrderedDict

from kg.serve.messages import Reply

_OWN = 500  # bytes that an answer takes beside its words


class Kept:
    """The answers that were asked for last, of at most so many bytes together."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._size = 0
        self._replies: OrderedDict[bytes, Reply] = OrderedDict()

    def get(self, question: bytes) -> Reply | None:
        """The answer to a question, if it is kept."""
        if (found := self._replies.get(question)) is not None:
            self._replies.move_to_end(question)
        return found

    def keep(self, question: bytes, reply: Reply) -> None:
        """Keep an answer that is good and whole, and forget the oldest beyond the limit."""
        size = len(question) + len(reply.body) + _OWN
        if reply.status != 200 or reply.file or size > self._most // 10 or question in self._replies:
            return
        self._replies[question] = reply
        self._size += size
        while self._size > self._most:
            old, gone = self._replies.popitem(last=False)
            self._size -= len(old) + len(gone.body) + _OWN
