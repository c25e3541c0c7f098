"""XML from strangers: parsed without entities, outside files or the network."""

from __future__ import annotations

import re
from typing import Any

from kg.read.page import Unreadable

_MARKUP = re.compile(rb"<!\s*(?:ENTITY|ELEMENT|ATTLIST)", re.IGNORECASE)
_SEARCHED = 65_536  # bytes within which a document type stands


def parse_xml(data: bytes, *, mend: bool = False) -> Any:
    """The root element; with `mend` what is not well-formed is read as far as it goes.

    Raises:
        Unreadable: it declares entities or is not XML.
    """
    from lxml import etree  # type: ignore[import-untyped]

    if _MARKUP.search(data, 0, _SEARCHED):
        raise Unreadable("declares XML entities, which kg does not expand")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        recover=mend,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("is not well-formed XML") from error
    if root is None:
        raise Unreadable("is not well-formed XML")
    return root


def local(element: Any) -> str:
    """The name of an element without its namespace, "" of what is none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
