"""What a reader sees of a built page, as lines of text: to compare two builds of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Comment, Tag
from bs4.element import PageElement

BLOCKS = [
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "pre", "ul", "ol", "li", "dl", "dt", "dd"),
    *("table", "thead", "tbody", "tr", "blockquote", "details", "summary", "figure", "figcaption"),
    *("div", "section", "article", "main", "header", "footer", "nav", "form"),
]
# What is named even where it begins with another block, and whose content is indented.
BOXES = re.compile(r"li|details|blockquote|figure|footer|div\S*\.admonition")
SENTENCE = re.compile(
    r"(?<=[。！？])(?![*」』”）)])|(?<=[。！？]\*\*)|(?<=[.!?])\s+|(?<=[.!?]\*\*)\s+"
)
MARKS = {"code": "`", "strong": "**", "em": "*"}
TEX = {
    "mfrac": r"\frac{{{}}}{{{}}}",
    "msup": "{}^{{{}}}",
    "mover": "{}^{{{}}}",
    "msub": "{}_{{{}}}",
    "munder": "{}_{{{}}}",
    "msubsup": "{}_{{{}}}^{{{}}}",
    "munderover": "{}_{{{}}}^{{{}}}",
}
JOINTS = {"mtable": r" \\ ", "mtr": " & "}

Line = tuple[str, str]  # what it is, such as `p` or `h2 #kernel-flip`; its text


def seen(page: str, address: str, part: str = "body") -> list[str]:
    """The lines of a page: its head, then its text in the order of reading.

    Args:
        page: HTML.
        address: that of the file, from the root of the site.
        part: the tag to read, such as `article` for the text without what is around it.
    """
    soup = BeautifulSoup(page, "html.parser")
    for contents in soup.select(".md-nav--secondary"):  # the headings once more
        contents.decompose()
    lines = [*head(soup, address), *blocks(soup.find(part) or soup, address)]
    return [f"{kind}: {text}".rstrip() for kind, text in lines]


def head(soup: Tag, address: str) -> Iterator[Line]:
    """What a page says about itself, and what it loads."""
    for tag in soup.select("html, head > *"):
        if tag.name == "html":
            yield "lang", str(tag.get("lang", ""))
        elif tag.name == "meta":
            name = tag.get("name") or tag.get("property") or " ".join(tag.attrs)
            yield str(name), str(tag.get("content") or tag.get("charset") or "")
        elif tag.name == "link":
            names = [*tag.get_attribute_list("rel"), tag.get("hreflang")]
            yield " ".join(str(it) for it in names if it), target(tag, "href", address)
        elif tag.name != "head":
            yield tag.name, squeezed(inline(tag, address))


def blocks(tag: Tag, address: str, depth: int = 0) -> Iterator[Line]:
    """The text in `tag`: block by block, in them sentence by sentence; code line by line."""
    indent = "  " * depth
    names = [it for it in tag.get_attribute_list("class") if it and not it.startswith("md-")]
    kind = indent + ".".join([tag.name, *names])
    if tag.name == "pre":
        output = tag.parent and "output" in tag.parent.get_attribute_list("class")
        lines = tag.get_text().strip("\n").split("\n")
        yield from ((f"{indent}{'output' if output else 'code'}", line) for line in lines)
        return
    if tag.name == "tr":
        cells = [squeezed(inline(cell, address)) for cell in tag.find_all(["th", "td"])]
        yield kind, " | ".join(cells)
        return
    if re.fullmatch(r"h\d", tag.name):
        kind = f"{indent}{tag.name} #{tag.get('id', '')}"
    box = BOXES.match(kind.strip())
    if box and tag.name != "li":
        yield kind, ""
    loose = ""
    for child in [*tag.children, None]:
        if child is None or (
            isinstance(child, Tag) and (child.name in BLOCKS or child.find(BLOCKS))
        ):
            if loose.strip():
                first, *more = SENTENCE.split(squeezed(loose))
                yield kind, first
                yield from ((f"{indent}…", it.strip()) for it in more if it)
            loose = ""
            if child is not None:
                yield from blocks(child, address, depth + bool(box))
        else:
            loose += inline(child, address)


def inline(node: PageElement, address: str) -> str:
    """The text of a node: links with their targets, pictures, code, formulas."""
    if not isinstance(node, Tag):
        return "" if isinstance(node, Comment) else str(node)
    if node.name == "math":
        return f"${formula(node)}$"
    if node.name in {"script", "style", "svg"}:
        return f"[{node.name} {target(node, 'src', address) or digest(node.decode())}]"
    if "headerlink" in node.get_attribute_list("class"):
        return ""
    text = "".join(inline(child, address) for child in node.children)
    text = text if text.strip() else str(node.get("alt") or node.get("aria-label") or text)
    if node.name == "a" and node.get("href"):
        return f"[{text.strip()}]({target(node, 'href', address)})"
    if node.name == "img":
        return f"![{text}]({target(node, 'src', address)})"
    mark = MARKS.get(node.name, "")
    return f"{mark}{text}{mark}"


def formula(tag: Tag) -> str:
    """MathML as something like the TeX it was made from."""
    parts = [
        formula(it) if isinstance(it, Tag) else str(it).strip()
        for it in tag.children
        if isinstance(it, Tag) or str(it).strip()
    ]
    if tag.name in TEX and len(parts) == TEX[tag.name].count("{}"):
        return TEX[tag.name].format(*parts)
    text = JOINTS.get(tag.name, "").join(parts)
    return rf"\sqrt{{{text}}}" if tag.name == "msqrt" else text


def target(tag: Tag, attribute: str, address: str) -> str:
    """Where `tag` leads, from the root of the site: so that it reads the same on any page."""
    link = str(tag.get(attribute) or "")
    if link.startswith("data:"):
        return f"data {digest(link)}"
    return urljoin(f"/{address}", link) if link and not link.startswith("#") else link


def squeezed(text: str) -> str:
    """`text` with one space where there is any white space, as a browser shows it."""
    return " ".join(text.split())


def digest(text: str) -> str:
    """A short name for a text that is too long to show."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]
