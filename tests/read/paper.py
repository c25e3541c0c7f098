"""PDF files as small as they can be: words set in Helvetica at given places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """A line at `x` and `y` points from the lower left corner."""

    x: float
    y: float
    text: str
    size: float = 10


def column(x: float, top: float, lines: Sequence[str], size: float = 10) -> list[Text]:
    """Lines below each other."""
    return [Text(x, top - 12 * number, line, size) for number, line in enumerate(lines)]


def pdf(*pages: Sequence[Text], info: str = "") -> bytes:
    """A file of pages of 612 by 792 points; `info` holds entries such as "/Title (Results)"."""
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< {info} >>",
    ]
    for number, page in enumerate(pages):
        font = "/Resources << /Font << /F 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] {font} /Contents {6 + 2 * number} 0 R >>")
        drawn = "\n".join(f"BT /F {t.size} Tf {t.x} {t.y} Td ({_escaped(t.text)}) Tj ET" for t in page)
        objects.append(f"<< /Length {len(drawn.encode('latin-1'))} >>\nstream\n{drawn}\nendstream")
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R /Info 4 0 R >>\n"
    return data + f"{end}startxref\n{len(data)}\n%%EOF".encode("latin-1")


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
