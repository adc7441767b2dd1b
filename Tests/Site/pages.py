"""Pages as a browser's parser sees them: links, ids, text, linked data."""

import html.parser
import pathlib
import urllib.parse


class Page(html.parser.HTMLParser):
    def __init__(self, file: pathlib.Path):
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []
        self.ids: list[str] = []
        self.text = ""
        self.names: set[str] = set()  # The links from mentions and from the list of names.
        self.blocks: list[str] = []  # JSON-LD, as it stands in the page.
        self._is_block = False
        self._names_depth = 0  # Of sections, in the list of names.
        self.headings: list[int] = []
        self.tags: set[tuple[str, str]] = set()
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "script" and given.get("type") == "application/ld+json":
            self._is_block = True
            self.blocks.append("")
        if tag == "section" and (self._names_depth or given.get("class") == "names"):
            self._names_depth += 1
        if tag == "a" and (given.get("class") == "name" or self._names_depth):
            self.names.add(given.get("href", ""))
        for name, value in attributes:
            self.tags.add((tag, name))
            if name == "id":
                self.ids.append(value)
            if name in ("href", "src") and value is not None:
                self.links.append(value)
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag):
        if tag == "script":
            self._is_block = False
        if tag == "section" and self._names_depth:
            self._names_depth -= 1

    def handle_data(self, data):
        if self._is_block:
            self.blocks[-1] += data
        else:
            self.text += data


def pages(site: pathlib.Path) -> dict[pathlib.Path, Page]:
    return {file: Page(file) for file in sorted(site.rglob("*.html"))}


def target(page: pathlib.Path, link: str) -> tuple[pathlib.Path, str] | None:
    """The file and the fragment that a link leads to; None where it leaves the site."""
    parts = urllib.parse.urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    path = urllib.parse.unquote(parts.path)
    file = (page.parent / path).resolve() if path else page.resolve()
    if path.endswith("/") or path in (".", "..") or path.endswith("/..") or file.is_dir():
        file = file / "index.html"
    return file, urllib.parse.unquote(parts.fragment)
