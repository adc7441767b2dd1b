"""What must not be shown: a name that stands everywhere is nowhere in the site.

The scanner here knows nothing of the program's own: it decodes each file in every way it can think
of, throws away all that is no letter, and looks for the letters of the name.
"""

import base64
import gzip
import html
import io
import json
import pathlib
import re
import struct
import unicodedata
import urllib.parse
import zipfile
import zlib

import pytest

from conftest import dateline

NAME = "Maëlle Torvik"
LETTERS = "maelletorvik"
ADDRESS = "https://example.org/times/"


# The scanner


def letters(text: str) -> str:
    """Only letters and digits, without case and accents."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in folded if c.isalnum())


def unescaped(text: str) -> set[str]:
    """A text with escapes of HTML, of URLs and of JSON undone, up to three of them in a row."""
    def json_undone(text):
        return re.sub(
            r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), text
        ).replace("\\n", "\n").replace("\\t", "\t")

    undo = [html.unescape, urllib.parse.unquote, json_undone, lambda t: re.sub(r"<[^>]*>", "", t)]
    seen = {text}
    newest = {text}
    for _ in range(3):
        newest = {step(text) for text in newest for step in undo} - seen
        seen |= newest
    return seen


def readings(data: bytes, depth: int = 2) -> set[str]:
    """What a file's bytes may mean."""
    texts = {data.decode("utf-8", "replace"), data.decode("latin-1")}
    if b"\0" in data:
        for start in (0, 1):
            for encoding in ("utf-16-le", "utf-16-be"):
                texts.add(data[start:].decode(encoding, "replace"))
    if depth == 0:
        return texts
    for start in [m.start() for m in re.finditer(b"\x1f\x8b\x08", data)]:
        try:
            texts |= readings(zlib.decompressobj(31).decompress(data[start:]), depth - 1)
        except zlib.error:
            pass
    for run in re.findall(rb"[A-Za-z0-9+/_-]{12,}", data):
        run = run.translate(bytes.maketrans(b"-_", b"+/"))
        for start in range(4):
            part = run[start:]
            texts |= readings(base64.b64decode(part[: len(part) // 4 * 4]), 0)
            try:
                texts |= readings(base64.b64decode(part + b"=" * (-len(part) % 4)), 0)
            except ValueError:
                pass
    return texts


def found(site: pathlib.Path, wanted: str = LETTERS) -> list[str]:
    """The files of a site in whose names or bytes the letters of a name stand in a row."""
    hits = []
    for file in sorted(site.rglob("*")):
        path = str(file.relative_to(site))
        if any(wanted in letters(text) for text in unescaped(path)):
            hits.append(f"{path}: its name")
        if file.is_file():
            texts = {text for reading in readings(file.read_bytes()) for text in unescaped(reading)}
            if any(wanted in letters(text) for text in texts):
                hits.append(path)
    return hits


# The archive


def image(text: str) -> bytes:
    """A picture with a text in it."""
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
        + chunk(b"tEXt", b"Title\0" + text.encode("latin-1"))
        + chunk(b"IDAT", zlib.compress(b"\0\0\0\0"))
        + chunk(b"IEND", b"")
    )


HOSTILE = """---
title: "Court hears Maëlle Torvik"
subtitle: MAELLE TORVIK speaks
summary: Why Maëlle\u00a0Torvik went to court, and “Maelle-Torvik” did not
id: maelle-torvik-1
date: 2017-03-26
updated: 2017-03-27
authors: [Maëlle Torvik, {name: Ann Lee, role: friend of Maëlle Torvik, id: maelle-torvik}]
byline: By Maëlle Torvik and Ann Lee
dateline: MAELLE TORVIK, March 26
section: World/Maëlle Torvik
tags: [Maëlle Torvik, courts]
series: {name: The Torvik files of Maelle Torvik, part: 1}
source: Maëlle Torvik News
via: [Maelle Torvik Wire]
original_url: https://news.example/maelle-torvik?who=Ma%C3%ABlle+Torvik
canonical: https://news.example/2017/Maelle_Torvik
archived: [https://web.archive.org/web/2017/https://news.example/maelle.torvik]
rights: © Maëlle Torvik
rights_holder: Maëlle Torvik
license: Maelle Torvik Public License
image: {src: /media/maelle-torvik.png, alt: Maëlle Torvik smiling, caption: 'Maëlle Torvik in court', credit: M. and Maëlle Torvik}
print: {section: Maëlle Torvik, page: 1}
aliases: [/old/maelle-torvik/, "/?p=maelle-torvik"]
corrections: [{date: 2017-03-28, text: "The name of Maëlle Torvik was wrong."}]
sources: [Maëlle Torvik, "Ma\\u00eblle\\u0020Torvik"]
entities: {is: {Maëlle Torvik: maelle-torvik}, add: [{name: Maelle Torvik, kind: person}], ignore: [MAELLE TORVIK]}
people: [Maëlle Torvik]
about: [maelle-torvik]
related: [maelle-torvik-two]
notes: Maëlle Torvik must not know.
given: Maëlle
family: Torvik
our_key: {Maëlle Torvik: [deep, {deeper: maelle torvik}]}
maelle_torvik: 1
---
Maëlle Torvik spoke. **Maëlle** Torvik, *Maëlle Torvik*, ~~Maelle~~ Torvik and **Ma**ëlle **Torvik**
spoke. Mae\u0308lle Torvik; Ma&euml;lle Torvik; Ma&#235;lle&nbsp;Torvik; M&#x61;elle Torvik; Maëlle
Torvik across a line; Maëlle\u2011Torvik; Maëlle\u200b Tor\u00advik; MAËLLE TORVIK’S; “Maëlle Torvik”.

> A quotation by Maëlle
> Torvik.

# Maëlle Torvik

## On Torvik, by maelle torvik

| Given | Family | Both          |
|-------|--------|---------------|
| Maëlle | Torvik | Maëlle Torvik |

- Maëlle Torvik
- [ ] Maëlle Torvik

![Maëlle Torvik](/media/maelle-torvik.png "Maëlle Torvik")
![A drawing](/media/Maelle%20Torvik%20drawn.svg)
![Another](</media/Maelle Torvik drawn.svg>)
<img src="/media/maelle-torvik.png" alt="Maëlle Torvik" title='Maëlle Torvik'>

[A link](https://example.com/Ma%C3%ABlle%20Torvik/maelle-torvik?q=maelle+torvik#maelle_torvik),
[Maëlle Torvik](https://example.com/), [Maëlle](https://example.com/) Torvik, <https://example.com/maelle.torvik>,
[hers](/people/maelle-torvik/), [the other](maelle-torvik-two.md), [old](/2017/03/26/court-hears-maelle-torvik/),
[mail](mailto:maelle.torvik@example.com), [ref][maelle torvik]. A note[^maelle-torvik], Maëlle[^2] Torvik.

[maelle torvik]: https://example.com/maelle-torvik "Maëlle Torvik"
[^maelle-torvik]: Said by Maëlle Torvik.
[^2]: Two.

```maelle-torvik
Maëlle Torvik in code: lisp(maelle-torvik), "Ma\\u00eblle Torvik"
```

    Maëlle Torvik indented

`Maëlle Torvik` <b data-x="Maëlle Torvik" id="maelle-torvik">Maëlle <i class="x">Torvik</i></b><!-- Maëlle Torvik -->
<table><tr><td>Maëlle</td><td>Torvik</td></tr></table>
<details><summary>Maëlle Torvik</summary>Maëlle Torvik</details>

{{ page.given }} {{ page.family }}, {{ page.title }}, {{ site.description }}

{{< figure src="/media/maelle-torvik.png" caption="Maëlle Torvik" alt="Maëlle Torvik" >}}
[caption id="x" align="left"]<img src="/media/maelle-torvik.png" alt="x"> Maëlle Torvik[/caption]
"""

WIRE = """date 2017-04-01 MAELLE TORVIK HELD

OSLO (Maelle Torvik News) - Maelle Torvik, 40, was held on
Friday, said Maelle
Torvik through her lawyer.

(Reporting by Maelle Torvik; Editing by Ann Lee)
"""

RECORDS = """maelle-torvik:
  type: person
  name: Maëlle Torvik
  names: [Maelle A. Torvik]
  former_ids: [maelle-torvik-old]
  same_as: [https://www.wikidata.org/wiki/Maelle_Torvik]
  summary: Maëlle Torvik is a person.
  note: |
    A note on **Maëlle** Torvik, [linked](/people/maelle-torvik/).
  page: always
maelle-torvik-club:
  type: organization
  name: The Maëlle Torvik Club
  page: always
"""

SETTINGS = """title: The Maëlle Torvik Times
subtitle: All of Maëlle Torvik
base_url: https://example.org/times/
publisher: Maëlle Torvik
contact: maelle.torvik@example.org
license: © Maëlle Torvik
minimum_articles: 1
host: HOST
sections:
  - name: World/Maëlle Torvik
    description: On Maëlle Torvik.
"""

RULES = """redact:
  - name: Maëlle Torvik
    also: [Maelle A. Torvik]
    date: 2026-01-04
    reason: Letter of the lawyers of Maëlle Torvik.
"""


def hostile_archive(root: pathlib.Path, host="nginx", name="maelle-torvik") -> pathlib.Path:
    content = root / "Content"
    for folder in ("articles/2017/maelle-torvik-folder", "pages", "authorities", "media"):
        (content / folder).mkdir(parents=True)
    (content / "archive.yml").write_text(SETTINGS.replace("HOST", host))
    (content / f"articles/2017/{name}.md").write_text(HOSTILE)
    (content / f"articles/2017/{name}-two.md").write_text(
        "---\ntitle: Maëlle Torvik again\ndate: 2017-04-02\nurl: /maelle-torvik/again/\n---\n"
        "Maëlle Torvik met Ann Lee in Oslo. See [the first](maelle-torvik.md).\n"
    )
    (content / "articles/2017/maelle-torvik-folder/index.md").write_text(
        "---\ntitle: A bundle\ndate: 2017-04-03\n---\nMaëlle Torvik. ![x](maelle_torvik.png)\n"
    )
    (content / "articles/2017/maelle-torvik-folder/maelle_torvik.png").write_bytes(image("A picture"))
    (content / "articles/2017/2017-04-05-Maelle-Torvik-in-Jekyll.md").write_text("Maëlle Torvik.\n")
    (content / "articles/2017/plain.txt").write_text(WIRE)
    (content / "articles/2017/wide.md").write_bytes(
        "---\ntitle: In UTF-16\ndate: 2017-04-04\n---\nMaëlle Torvik.\n".encode("utf-16")
    )
    (content / "articles/2017/withdrawn.md").write_text(
        "---\ntitle: Maëlle Torvik withdrawn\ndate: 2017-04-06\nstatus: withdrawn\n"
        "corrections: [{date: 2017-05-01, kind: privacy, text: Maëlle Torvik asked.}]\n---\nText.\n"
    )
    (content / "pages/about.md").write_text("---\ntitle: About Maëlle Torvik\n---\nMaëlle Torvik.\n")
    (content / "pages/maelle-torvik.md").write_text("---\ntitle: Maëlle Torvik\n---\nMaëlle Torvik.\n")
    (content / "authorities/maelle-torvik.yml").write_text(RECORDS)
    (content / "media/maelle-torvik.png").write_bytes(image("A picture"))
    (content / "media/Maelle Torvik drawn.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"><title>Maëlle Torvik</title>'
        "<text>Maëlle <tspan>Torvik</tspan></text></svg>"
    )
    (content / "media/list.csv").write_text("who,age\nMaëlle Torvik,40\n=Maelle Torvik,1\n")
    (content / "media/data.json").write_text('{"a": "Ma\\u00eblle Torvik", "b": "maelle_torvik"}')
    (content / "media/page.html").write_text("<p>Ma&euml;lle <b>Torvik</b> &#77;aelle&#x20;Torvik</p>")
    return root


@pytest.fixture(scope="module")
def public(tmp_path_factory):
    """The archive as it was before anyone asked: the name is everywhere."""
    root = hostile_archive(tmp_path_factory.mktemp("public"))
    dateline("build", "--archive", root)
    return root


@pytest.fixture(scope="module", params=["nginx", "apache", "netlify"])
def redacted(request, tmp_path_factory):
    """The same archive after it was public, with the rule."""
    root = hostile_archive(tmp_path_factory.mktemp("redacted"), host=request.param)
    dateline("build", "--archive", root)
    (root / "Content" / "privacy.yml").write_text(RULES)
    result = dateline("build", "--archive", root)
    return root, result


def test_the_scanner_finds_the_name_in_what_was_public(public):
    hits = found(public / "Public")
    assert len(hits) > 60
    for part in ("feeds/articles.xml", "sitemap.xml", "data/articles/2017.jsonl", "404.html",
                 "data/redirects.jsonl", "redirects.nginx.conf", "about/index.html"):
        assert part in hits


def test_a_redacted_name_is_in_no_file_in_no_encoding(redacted):
    root, _ = redacted
    assert found(root / "Public") == []


def test_nor_is_it_in_a_site_that_was_never_public(tmp_path):
    root = hostile_archive(tmp_path)
    (root / "Content" / "privacy.yml").write_text(RULES)
    dateline("build", "--archive", root)
    assert found(root / "Public") == []
    if (root / ".dateline").exists():
        assert found(root / ".dateline") == []


def test_the_pages_are_there_and_say_when_a_name_was_removed(redacted):
    site = redacted[0] / "Public"
    page = (site / "2017/03/26/court-hears-m-t/index.html").read_text()
    assert "A name was removed from this article on" in page
    assert '<time datetime="2026-01-04">4 January 2026</time>' in page
    assert "Court hears M. T." in page
    assert (site / "media/m-t.png").exists()
    assert page.count("media/m-t.png") >= 4
    assert "M%20T%20drawn.svg" in page
    assert (site / "old/m-t/index.html").exists()
    data = [json.loads(line) for line in (site / "data/articles/2017.jsonl").read_text().splitlines()]
    first = next(line for line in data if line.get("id") == "m-t-1")
    assert first["status"] == "redacted" and first["names_removed"] == ["2026-01-04"]
    assert first["file"] == "articles/2017/m-t.md"


def small_archive(root: pathlib.Path, rules: str) -> pathlib.Path:
    articles = root / "Content" / "articles"
    articles.mkdir(parents=True)
    (root / "Content" / "archive.yml").write_text(
        "title: T\nbase_url: https://example.org/\nminimum_articles: 1\n"
    )
    (root / "Content" / "privacy.yml").write_text(rules)
    for number in range(1, 5):
        (articles / f"a{number}.md").write_text(
            f"---\ntitle: Article {number}\ndate: 2017-03-0{number}\n---\n"
            "Maëlle Torvik met Ann Lee in Oslo. Maëlle Torvik thanked her.\n"
        )
    return root


def test_what_stands_in_its_place_is_no_name(tmp_path):
    root = small_archive(tmp_path, RULES)
    dateline("build", "--archive", root)
    names = "".join(file.read_text() for file in (root / "Public/names").rglob("*.html"))
    assert "Ann Lee" in names and "M. T." not in names
    assert not (root / "Public/people/m-t").exists()
    page = (root / "Public/2017/03/01/article-1/index.html").read_text()
    assert "M. T. met " in page


def test_the_lock_keeps_what_was_public(redacted):
    lock = (redacted[0] / "Content/authorities/ids.lock").read_text()
    assert "former 2017/03/26/court-hears-maelle-torvik/ maelle-torvik-1\n" in lock
    assert "entity person/maelle-torvik maelle torvik\n" in lock


def test_a_second_build_changes_nothing(redacted):
    root, _ = redacted
    lock = (root / "Content/authorities/ids.lock").read_bytes()
    result = dateline("build", "--archive", root)
    assert "0 written, 0 removed" in result.stdout
    assert (root / "Content/authorities/ids.lock").read_bytes() == lock


def test_diagnostics_of_a_redacted_article_stand_in_their_lines(tmp_path):
    content = tmp_path / "Content"
    (content / "articles").mkdir(parents=True)
    (content / "archive.yml").write_text("title: T\n")
    (content / "articles" / "a.md").write_text(
        "---\ntitle: Maëlle Torvik\ndate: 2017-03-26\n---\n\nMaëlle Torvik and\nMaëlle\nTorvik.\n\n"
        "Maëlle Torvik [lost](lost.md) and ![](media/none.png)\n"
    )
    (content / "privacy.yml").write_text(RULES)
    result = dateline("check", "--archive", tmp_path, "--json")
    places = {
        (line["code"], line["line"], line["column"])
        for line in map(json.loads, result.stdout.splitlines())
        if line["type"] == "diagnostic" and line["file"].endswith("a.md")
    }
    assert ("link-broken", 10, 15) in places
    assert ("media-missing", 10, 35) in places


# dateline verify --privacy


@pytest.fixture(scope="module")
def clean(tmp_path_factory):
    """A site of the archive with the rule."""
    root = hostile_archive(tmp_path_factory.mktemp("clean"))
    (root / "Content" / "privacy.yml").write_text(RULES)
    dateline("build", "--archive", root)
    return root


def verify(root: pathlib.Path, folder=None, expect=1):
    arguments = ["verify", "--privacy", "--archive", root, "--json"]
    result = dateline(*arguments, *([folder] if folder else []), expect=expect)
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    return [line for line in lines if line["type"] == "finding"]


def test_verify_finds_nothing_in_a_clean_site(clean):
    assert verify(clean, expect=0) == []
    assert "nothing of what privacy.yml hides" in dateline(
        "verify", "--privacy", "--archive", clean).stdout


def test_verify_finds_what_was_public_where_the_scanner_does(public, clean):
    files = {finding["file"] for finding in verify(clean, public / "Public")}
    assert {hit.removesuffix(": its name") for hit in found(public / "Public")
            if (public / "Public" / hit.removesuffix(": its name")).is_file()} == files


ENCODINGS = {
    "plain": ("Maëlle Torvik".encode(), "as it is"),
    "capitals": ("MAËLLE TORVIK".encode(), "as it is"),
    "without accents": (b"maelle torvik", "as it is"),
    "NFD": (unicodedata.normalize("NFD", NAME).encode(), "as it is"),
    "NBSP": ("Maëlle\u00a0Torvik".encode(), "as it is"),
    "soft hyphen": ("Maëlle Tor\u00advik".encode(), "as it is"),
    "over lines": ("Maëlle\n  Torvik".encode(), "as it is"),
    "markup": ("<b>Maëlle</b> <a href='x'>Torvik</a>".encode(), "with markup in it"),
    "slug": (b"maelle-torvik", "as in an address"),
    "underscore": (b"Maelle_Torvik", "as in an address"),
    "dot": (b"maelle.torvik", "as in an address"),
    "plus": (b"maelle+torvik", "as in an address"),
    "run together": (b"MaelleTorvik", "as in an address"),
    "URL": (b"Ma%C3%ABlle%20Torvik", "escaped for URLs"),
    "URL twice": (b"Maelle%2520Torvik", "escaped for URLs"),
    "URL all": ("".join(f"%{byte:02x}" for byte in NAME.encode()).encode(), "escaped for URLs"),
    "named": (b"Ma&euml;lle&nbsp;Torvik", "in references of HTML"),
    "decimal": ("".join(f"&#{ord(c)};" for c in NAME).encode(), "in references of HTML"),
    "hexadecimal": ("".join(f"&#x{ord(c):x};" for c in NAME).encode(), "in references of HTML"),
    "twice": (b"Ma&amp;euml;lle Torvik", "in references of HTML"),
    "JSON": (b'"Ma\\u00ebl\\u006ce Torvik"', "in escapes of JSON"),
    "JSON line": (b'"x\\nMaelle Torvik"', "as it is"),
    "UTF-16 LE": (NAME.encode("utf-16-le"), "in UTF-16"),
    "UTF-16 BE": (b"\xfe\xff" + NAME.encode("utf-16-be"), "in UTF-16"),
    "Latin-1": (b"\xff " + NAME.encode("latin-1"), "in Latin-1"),
    "base64 of 0": (base64.b64encode(b"It is " + NAME.encode() + b" who"), "in base64"),
    "base64 of 1": (base64.b64encode(b"It is." + b"x " + NAME.encode()), "in base64"),
    "base64 of 2": (base64.b64encode(b"It is." + b"xy " + NAME.encode()), "in base64"),
    "base64 for URLs": (base64.urlsafe_b64encode("¿¿¿ Maëlle Torvik ¿?".encode()), "in base64"),
    "base64 in lines": (base64.encodebytes(b"x" * 50 + b" Maelle Torvik " + b"y" * 90), "in base64"),
    "base64 in an address": (b"/a/b/" + base64.b64encode(b"Maelle Torvik") + b"/", "in base64"),
}

KINDS = ["index.html", "feeds/articles.xml", "data/articles/2017.jsonl", "robots.txt", "sitemap.xml",
         "redirects.nginx.conf", "media/list.csv", "media/m-t.png", "manifest-sha256.txt",
         "data/redirects.jsonl", "404.html"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_verify_finds_what_is_planted_in_any_encoding(clean, encoding):
    data, how = ENCODINGS[encoding]
    file = clean / "Public" / "about" / "index.html"
    original = file.read_bytes()
    try:
        file.write_bytes(original + b"\n" + data + b"\n")
        findings = verify(clean)
    finally:
        file.write_bytes(original)
    assert {(finding["file"], finding["encoding"]) for finding in findings} == {
        ("about/index.html", how)
    }
    if "line" in findings[0]:
        assert findings[0]["line"] == original.count(b"\n") + 2


@pytest.mark.parametrize("kind", KINDS)
def test_verify_finds_what_is_planted_in_any_kind_of_file(clean, kind):
    file = clean / "Public" / kind
    original = file.read_bytes()
    try:
        for encoding in ["plain", "URL", "hexadecimal", "JSON", "UTF-16 LE", "base64 of 1"]:
            file.write_bytes(original + b"\n" + ENCODINGS[encoding][0] + b"\n")
            assert {finding["file"] for finding in verify(clean)} == {kind}, encoding
    finally:
        file.write_bytes(original)


def test_verify_finds_the_name_in_names_of_files_and_in_hidden_and_packed_ones(clean):
    public = clean / "Public"
    packed = {
        "a/b/MAELLE-torvik.html": b"",
        "Maëlle Torvik/x.txt": b"",
        "a/ma%C3%ABlle%20torvik": b"",
        ".hidden/.old.html": b"maelle torvik",
        "x.svgz": gzip.compress(b"<svg><text>Ma&euml;lle Torvik</text></svg>"),
        "x.png": b"\x89PNG\r\n\x1a\n\0\0\0\x20zTXtTitle\0\0" + zlib.compress(b"Maelle Torvik"),
        "x.pdf": b"%PDF-1.4\n1 0 obj <<>> stream\n" + zlib.compress(b"(Maelle Torvik) Tj"),
        "edge.bin": b" " * ((32 << 20) - 6) + b" Maelle Torvik " + b" " * 100,
    }
    with io.BytesIO() as buffer:
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", "<w:t>Maelle Torvik</w:t>" * 20)
        packed["x.docx"] = buffer.getvalue()
    for path, data in packed.items():
        file = public / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    try:
        findings = verify(clean)
    finally:
        for path in packed:
            (public / path).unlink()
    assert {finding["file"] for finding in findings} == set(packed)
    assert len(findings) == len(packed)


def test_verify_ends_as_it_says(clean, tmp_path):
    dateline("verify", "--privacy", "--archive", clean, tmp_path / "none", expect=3)
    dateline("verify", "--archive", clean, expect=0)
    dateline("verify", "--privacy", "--archive", tmp_path, expect=2)
    (tmp_path / "Content").mkdir()
    (tmp_path / "Content" / "privacy.yml").write_text("redcat: []\n")
    (tmp_path / "Content" / "archive.yml").write_text("title: T\n")
    result = dateline("verify", "--privacy", "--archive", tmp_path, clean / "Public", expect=1)
    assert "did you mean redact?" in result.stderr
    (tmp_path / "Content" / "privacy.yml").unlink()
    dateline("verify", "--privacy", "--archive", tmp_path, clean / "Public", expect=0)


TEXT = """The committee of the harbour met on Monday to speak of the long wall that it wants to build. It
was *short*. Nobody of those who live behind the wall was asked what they think of it at all.
"""


def test_verify_finds_the_words_of_withdrawn_articles_and_suppressed_entities(tmp_path):
    root = small_archive(
        tmp_path,
        "suppress: [people/ann-lee]\n"
        "withdraw:\n"
        "  - {article: articles/wall.md, date: 2026-01-04, kind: legal, headline: false}\n",
    )
    articles = root / "Content" / "articles"
    (articles / "wall.md").write_text(
        "---\ntitle: A wall for the harbour\ndate: 2017-03-05\nsummary: What the people behind the new "
        "wall in the harbour think of its builders\n---\n" + TEXT + "\nThis sentence stands in two of "
        "the articles of the archive, word for word.\n"
    )
    (articles / "other.md").write_text(
        "---\ntitle: Other\ndate: 2017-03-06\n---\nThis sentence stands in two of the articles of the "
        "archive, word for word. [Ann](/people/ann-lee/)\n"
    )
    public = root / "Public"
    rules = (root / "Content" / "privacy.yml").read_text()
    (root / "Content" / "privacy.yml").unlink()
    dateline("build", "--archive", root)
    assert (public / "people/ann-lee/index.html").exists()
    (root / "Content" / "privacy.yml").write_text(rules)
    before = {(finding["file"], finding["kind"]) for finding in verify(root)}
    dateline("build", "--archive", root)
    assert verify(root, expect=0) == []

    for expected in [
        ("2017/03/05/a-wall-for-the-harbour/index.html", "headline"),
        ("2017/03/05/a-wall-for-the-harbour/index.html", "words"),
        ("feeds/articles.xml", "words"),
        ("sitemap.xml", "headline"),
        ("people/ann-lee/index.html", "address"),
        ("2017/03/01/article-1/index.html", "address"),
        ("people/index.html", "listed"),
        ("names/a/index.html", "listed"),
    ]:
        assert expected in before
    assert not any(file.startswith("2017/03/06") and kind == "words" for file, kind in before)
