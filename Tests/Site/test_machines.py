"""What programs read: heads of pages, feeds, sitemaps, citations, linked data."""

import ast
import datetime
import hashlib
import html.parser
import importlib.util
import json
import pathlib
import re
import shutil
import urllib.parse
import xml.etree.ElementTree as tree

import bibtexparser
import feedparser
import pytest
import rispy
from bibtexparser.bparser import BibTexParser
from citeproc.source.json import CiteProcJSON

from conftest import dateline
from pages import pages

BASE = "https://example.org/paper/"
ATOM = "{http://www.w3.org/2005/Atom}"
HISTORY = "{http://purl.org/syndication/history/1.0}"
TOMBSTONES = "{http://purl.org/atompub/tombstones/1.0}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"

# What authors write to break the files of others.
HOSTILE = [
    "Talks <b>resume</b> & \\\"end\\\" ]]> --> </script>",
    "100% of {$x_1} \\\\ ~ ^ # & _ in {one",
    "}, injected = {yes}",
    "TY  - JOUR\\nER  - \\nTY  - BOOK",
    "السلام عليكم — “Quotes” ‘and’ …",
    "A\\u2028line\\u2029end",
]


@pytest.fixture(scope="module")
def paper(tmp_path_factory) -> pathlib.Path:
    """Six years of 20 articles each, some of them hostile, hidden, withdrawn, a draft."""
    archive = tmp_path_factory.mktemp("paper")
    articles = archive / "Content" / "articles"
    articles.mkdir(parents=True)
    (archive / "Content" / "archive.yml").write_text(
        f"title: The \"Example\" & <Times>\nbase_url: {BASE}\npublisher: Müller & Sons\n"
        "license: CC BY 4.0\nhumans: |\n  Ann Lee, editor\n  Bo Birk, archive\n"
        "security: {contact: [desk@example.org, https://example.org/tell], expires: 2027-12-31}\n"
    )
    (archive / "Content" / "authorities").mkdir()
    (archive / "Content" / "authorities" / "a.yml").write_text(
        "lise-grande: {type: person, name: Lise Grande}\n"
        "hidden-board: {type: organization, name: Hidden Board, index: false}\n"
    )
    for number in range(120):
        year, month = 2001 + number // 20, 1 + number % 20 // 2
        title = HOSTILE[number] if number < len(HOSTILE) else f"Number {number}"
        (articles / f"a{number:03}.md").write_text(
            f"---\ntitle: \"{title}\"\ndate: {year}-{month:02}-{1 + number % 2:02}\n"
            f"authors: [\"{['Ann Lee', 'Ursula von der Leyen', 'Example News Agency', 'Kim'][number % 4]}\"]\n"
            f"section: {['World', 'World/Iraq', 'Culture & Arts'][number % 3]}\n"
            f"tags: [\"a & b\", \"{{c}}\"]\n"
            "---\nLise Grande met the Hidden Board in Mosul & <i>left</i>.\n"
        )
    for name, lines in {
        "unlisted": "noindex: true", "draft": "status: draft",
        "elsewhere": "canonical: https://example.com/original/",
        "gone": "status: withdrawn\ncorrections: [{date: 2006-12-01, text: It was wrong.}]",
        "vague": "date: the 1990s", "year": "date: 2003",
    }.items():
        date = "" if "date:" in lines[:5] else "date: 2006-11-01\n"
        (articles / f"{name}.md").write_text(f"---\ntitle: {name.title()}\n{date}{lines}\n---\nText.\n")
    dateline("build", "--archive", archive)
    return archive / "Public"


def file(site: pathlib.Path, url: str, base=BASE) -> pathlib.Path:
    """The file that a host serves at an address of the site."""
    assert url.startswith(base), url
    path = urllib.parse.unquote(url.removeprefix(base))
    return site / (path + "index.html" if not path or path.endswith("/") else path)


class Head(html.parser.HTMLParser):
    def __init__(self, text: str):
        super().__init__()
        self.metas: list[tuple[str, str]] = []
        self.links: list[dict] = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "meta":
            name = given.get("name") or given.get("property") or given.get("http-equiv")
            self.metas.append((name, given.get("content")))
        if tag == "link":
            self.links.append(given)

    def all(self, name: str) -> list[str]:
        return [content for other, content in self.metas if other == name]


def head(file: pathlib.Path) -> Head:
    return Head(file.read_text(encoding="utf-8"))


# Heads


def test_an_articles_head_says_what_zotero_makes_a_newspaper_article_of(paper):
    found = head(paper / "2001/01/02/100-of-x-1-in-one/index.html")

    cited = [(name, content) for name, content in found.metas
             if name and (name.startswith("DC.") or name.startswith("citation_"))]
    title = "100% of {$x_1} \\ ~ ^ # & _ in {one"
    address = BASE + "2001/01/02/100-of-x-1-in-one/"
    assert cited == [
        ("DC.type", "newspaperArticle"), ("DC.title", title),
        ("DC.creator", "von der Leyen, Ursula"), ("DC.date", "2001-01-02"),
        ("DC.source", 'The "Example" & <Times>'), ("DC.publisher", "Müller & Sons"),
        ("DC.language", "en"), ("DC.rights", "CC BY 4.0"), ("DC.identifier", address),
        ("citation_title", title), ("citation_author", "Ursula von der Leyen"),
        ("citation_publication_date", "2001/01/02"), ("citation_language", "en"),
        ("citation_public_url", address),
    ]
    assert {"rel": "schema.DC", "href": "http://purl.org/dc/elements/1.1/"} in found.links
    assert found.all("og:type") == ["article"]
    assert found.all("og:site_name") == ['The "Example" & <Times>']
    assert found.all("article:section") == ["Iraq"]
    assert found.all("article:published_time") == ["2001-01-02"]


def test_other_pages_are_websites_and_cite_nothing(paper):
    for page in ["index.html", "people/lise-grande/index.html", "2001/index.html"]:
        found = head(paper / page)
        assert found.all("og:type") == ["website"]
        assert found.all("og:title") != [""]
        assert not [name for name, _ in found.metas if name and name.startswith(("DC.", "citation"))]


def test_every_page_names_itself_as_the_original_but_what_names_another(paper):
    for page in paper.rglob("*.html"):
        if page.name == "404.html":
            continue
        found = head(page)
        canonical = [link["href"] for link in found.links if link.get("rel") == "canonical"]
        if page.parent.name == "elsewhere":
            assert canonical == ["https://example.com/original/"]
        else:
            assert [file(paper, url) for url in canonical] == [page]
            assert found.all("og:url") == canonical


def test_every_page_has_the_policy_in_its_head(paper, sample):
    for site in (paper, sample):
        for page in site.rglob("*.html"):
            (policy,) = head(page).all("Content-Security-Policy")
            assert policy.startswith("default-src 'none'; img-src 'self' data:;"), page
            assert "unsafe" not in policy and "http" not in policy, page


# Feeds


def feeds(site: pathlib.Path, suffix: str) -> list[pathlib.Path]:
    return sorted((site / "feeds").rglob("*" + suffix))


@pytest.mark.parametrize("archive", ["paper", "sample", "posts", "inexact"])
def test_every_atom_feed_is_read_without_complaint(archive, request):
    found = feeds(request.getfixturevalue(archive), ".xml")

    assert found
    for feed in found:
        parsed = feedparser.parse(feed.read_bytes())
        assert not parsed.bozo, (feed, parsed.get("bozo_exception"))
        assert parsed.feed.id and parsed.feed.title and parsed.feed.updated_parsed, feed
        ids = [entry.id for entry in parsed.entries]
        assert len(ids) == len(set(ids)), feed
        for entry in parsed.entries:
            assert entry.title and entry.updated_parsed and entry.summary, (feed, entry)


def links(root, rel: str) -> list[str]:
    return [link.get("href") for link in root.findall(ATOM + "link") if link.get("rel") == rel]


def test_whoever_follows_the_archive_documents_gets_every_article(paper):
    """RFC 5005, section 4."""
    chain = [paper / "feeds" / "articles.xml"]
    while found := links(tree.parse(chain[-1]).getroot(), "prev-archive"):
        chain.append(file(paper, found[0]))
        assert len(chain) < 200

    assert tree.parse(chain[0]).getroot().find(HISTORY + "archive") is None
    ids = set()
    for number, document in enumerate(chain):
        root = tree.parse(document).getroot()
        assert [file(paper, url) for url in links(root, "self")] == [document]
        if number > 0:
            assert root.find(HISTORY + "archive") is not None
            assert [file(paper, url) for url in links(root, "current")] == [chain[0]]
            later = [] if number == 1 else [chain[number - 1]]
            assert [file(paper, url) for url in links(root, "next-archive")] == later
        ids |= {entry.findtext(ATOM + "id") for entry in root.findall(ATOM + "entry")}
    shown = {
        page for page in paper.rglob("index.html")
        if head(page).all("DC.type") and not head(page).all("robots")
    }
    assert {file(paper, url) for url in ids} == shown
    assert len(shown) == 123
    # The documents are all that there are.
    assert sorted(chain[1:]) == sorted((paper / "feeds" / "articles").iterdir())


def test_an_archive_document_stays_as_it_is_when_articles_are_added(paper, tmp_path):
    archive = tmp_path / "paper"
    shutil.copytree(paper.parent / "Content", archive / "Content")
    new = archive / "Content" / "articles" / "new.md"
    new.write_text("---\ntitle: New\ndate: 2006-12-24\n---\nText.\n")
    dateline("build", "--archive", archive)

    before = {path.name: path.read_bytes() for path in (paper / "feeds" / "articles").iterdir()}
    after = {path.name: path.read_bytes()
             for path in (archive / "Public" / "feeds" / "articles").iterdir()}
    assert set(after) - set(before) == {"2006-11.xml"}
    # The one before it now knows its successor; its entries are the same.
    next_archive = f'<link rel="next-archive" href="{BASE}feeds/articles/2006-11.xml"/>\n'.encode()
    assert after["2006-10.xml"].replace(next_archive, b"") == before["2006-10.xml"]
    assert [name for name in before if after[name] != before[name]] == ["2006-10.xml"]


def test_a_small_archive_is_complete_in_one_document(inexact):
    root = tree.parse(inexact / "feeds" / "articles.xml").getroot()
    assert root.find(HISTORY + "complete") is not None
    assert not links(root, "prev-archive")
    assert not (inexact / "feeds" / "articles").exists()


def test_the_feed_tells_what_was_withdrawn(paper):
    root = tree.parse(paper / "feeds" / "articles.xml").getroot()
    (gone,) = root.findall(TOMBSTONES + "deleted-entry")
    assert file(paper, gone.get("ref")).exists()
    assert gone.get("when") == "2006-12-01T00:00:00Z"


@pytest.mark.parametrize("archive", ["paper", "sample", "posts"])
def test_json_feeds_have_the_shape_of_version_1_1(archive, request):
    site = request.getfixturevalue(archive)
    moment = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")
    for path in feeds(site, ".json"):
        feed = json.loads(path.read_text(encoding="utf-8"))
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["title"] and feed["home_page_url"] and feed["feed_url"].endswith(path.name)
        assert len(path.read_bytes()) < 250_000
        for item in feed["items"]:
            assert isinstance(item["id"], str) and item["content_text"]
            assert all(author["name"] for author in item.get("authors", []))
            assert "author" not in item
            for key in ("date_published", "date_modified"):
                assert moment.fullmatch(item.get(key, "2001-01-01T00:00:00Z"))
                datetime.datetime.fromisoformat(item.get(key, "2001-01-01T00:00:00Z").replace("Z", "+00:00"))


def test_sections_and_names_have_feeds_and_their_pages_say_so(paper):
    for page, feed in {
        "index.html": "feeds/articles.json",
        "sections/world/iraq/index.html": "feeds/sections/world/iraq.xml",
        "sections/culture-arts/index.html": "feeds/sections/culture-arts.json",
        "people/lise-grande/index.html": "feeds/people/lise-grande.xml",
    }.items():
        told = [link for link in head(paper / page).links if link.get("rel") == "alternate"]
        aims = [(paper / page).parent.joinpath(link["href"]).resolve() for link in told]
        assert (paper / feed).resolve() in aims
        assert all(aim.exists() for aim in aims)
    assert not (paper / "feeds" / "organizations" / "hidden-board.xml").exists()


# Sitemap


@pytest.mark.parametrize(
    ("archive", "base"),
    [("paper", BASE), ("sample", "https://example.org/mosul/"),
     ("posts", "https://example.org/18f/"), ("inexact", "https://example.org/old/")],
)
def test_the_sitemap_has_each_page_that_may_be_listed_and_no_other(archive, base, request):
    site = request.getfixturevalue(archive)
    entries = tree.parse(site / "sitemap.xml").getroot().findall(SITEMAP + "url")

    listed = [file(site, entry.findtext(SITEMAP + "loc"), base) for entry in entries]
    assert len(listed) == len(set(listed))
    may = set()
    for page in site.rglob("*.html"):
        found = head(page)
        canonical = [link["href"] for link in found.links if link.get("rel") == "canonical"]
        hidden = found.all("robots") or found.all("refresh") or page.name == "404.html"
        if not hidden and [file(site, url, base) for url in canonical if url.startswith(base)] == [page]:
            may.add(page)
    assert set(listed) == may
    for entry in entries:
        changed = entry.findtext(SITEMAP + "lastmod") or "2001-01-01"
        assert re.fullmatch(r"\d{4}-\d\d(-\d\d)?", changed)


def test_crawlers_are_told_where_the_sitemap_is(paper):
    assert f"Sitemap: {BASE}sitemap.xml" in (paper / "robots.txt").read_text()


# Citations


def citations(site: pathlib.Path, suffix: str) -> list[pathlib.Path]:
    return sorted((site / "data" / "citations").glob("*" + suffix)) + sorted(site.glob("2*/**/cite" + suffix))


@pytest.mark.parametrize("archive", ["paper", "sample", "posts"])
def test_reference_managers_read_ris(archive, request):
    for path in citations(request.getfixturevalue(archive), ".ris"):
        text = path.read_bytes().decode("utf-8")
        assert text.count("\n") == text.count("\r\n")
        for line in filter(None, text.split("\r\n")):
            assert re.match(r"[A-Z][A-Z0-9]  - ", line), line
        for record in rispy.loads(text.replace("\r\n", "\n")):
            assert record["type_of_reference"] == "NEWS"
            assert record["title"] and record["secondary_title"]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("archive", ["paper", "sample", "posts"])
def test_bibliographies_read_bibtex(archive, request):
    for path in citations(request.getfixturevalue(archive), ".bib"):
        text = path.read_text(encoding="utf-8")
        parser = BibTexParser(common_strings=True)
        entries = bibtexparser.loads(text, parser).entries
        assert len(entries) == text.count("@article{")
        for entry in entries:
            assert entry["ENTRYTYPE"] == "article" and entry["entrysubtype"] == "newspaper"
            assert entry["title"] and entry["journal"]
            assert "injected" not in entry
            for value in entry.values():
                assert value.count("{") == value.count("}")


@pytest.mark.parametrize("archive", ["paper", "sample", "posts"])
def test_citation_processors_read_csl(archive, request):
    known = {"id", "type", "title", "author", "container-title", "issued", "section", "edition",
             "page", "publisher", "publisher-place", "language", "abstract", "archive", "keyword",
             "URL"}
    for path in citations(request.getfixturevalue(archive), ".json"):
        items = json.loads(path.read_text(encoding="utf-8"))
        for item in items:
            assert set(item) <= known
            assert item["type"] == "article-newspaper" and item["title"]
        if path.parent.name == "citations":
            assert set(CiteProcJSON(
                [{key: value for key, value in item.items() if key != "keyword"} for item in items]
            )) == {item["id"].lower() for item in items}


def test_each_article_is_cited_once_in_its_year_and_by_itself(paper):
    together = []
    for path in (paper / "data" / "citations").glob("*.json"):
        together += [item["URL"] for item in json.loads(path.read_text(encoding="utf-8"))]
    assert len(together) == len(set(together)) == 124  # Without the draft and what was withdrawn.
    for url in together:
        page = file(paper, url)
        for suffix in ("ris", "bib", "json"):
            assert (page.parent / f"cite.{suffix}").exists()
        (item,) = json.loads((page.parent / "cite.json").read_text(encoding="utf-8"))
        assert item["URL"] == url


def test_an_authors_name_is_taken_apart_as_libraries_do(paper):
    (record,) = rispy.loads((paper / "2001/01/02/100-of-x-1-in-one/cite.ris").read_text())
    assert record["authors"] == ["von der Leyen, Ursula"]
    (record,) = rispy.loads((paper / "2001/02/01/injected-yes/cite.ris").read_text())
    assert record["authors"] == ["Example News Agency"]
    (item,) = json.loads((paper / "2001/02/01/injected-yes/cite.json").read_text())
    assert item["author"] == [{"literal": "Example News Agency"}]


def test_the_article_page_leads_to_its_citations(paper):
    page = paper / "2001/02/01/injected-yes/index.html"
    hrefs = re.findall(r'href="([^"]*)" type="[^"]*" download', page.read_text(encoding="utf-8"))
    assert [(page.parent / href).resolve().name for href in hrefs] == ["cite.ris", "cite.bib", "cite.json"]
    assert all((page.parent / href).exists() for href in hrefs)


# Linked data


def vocabulary() -> dict[str, set[str]]:
    """The types of schema.org, each with the properties that it and those above it have."""
    folder = pathlib.Path(importlib.util.find_spec("msgspec_schemaorg").origin).parent / "models"
    own, above = {}, {}
    for path in folder.rglob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                own[node.name] = {part.target.id for part in node.body if isinstance(part, ast.AnnAssign)}
                above[node.name] = [base.id for base in node.bases if isinstance(base, ast.Name)]

    def closure(name):
        return own.get(name, set()).union(*(closure(base) for base in above.get(name, [])), set())

    return {name: closure(name) for name in own}


def test_linked_data_have_the_types_and_properties_of_schema_org(paper, sample):
    known = vocabulary()
    assert "headline" in known["NewsArticle"] and "headline" not in known["Person"]
    found = set()

    def check(value, where):
        if isinstance(value, list):
            for part in value:
                check(part, where)
        if not isinstance(value, dict):
            return
        kind = value["@type"]
        found.add(kind)
        assert kind in known, (where, kind)
        for key, part in value.items():
            if not key.startswith("@"):
                assert key in known[kind], (where, kind, key)
                assert part not in ("", None, []), (where, key)
            if key in ("url", "item", "contentUrl", "@id") :
                assert re.match("https?://", part), (where, part)
            if key.startswith("date"):
                assert key == "dateline" or re.match(r"\d{4}", part), (where, part)
            check(part, where)

    for site in (paper, sample):
        for path, page in pages(site).items():
            for block in page.blocks:
                data = json.loads(block)
                assert data["@context"] == "https://schema.org"
                check(data, path)
    assert {"NewsArticle", "Person", "Place", "WebSite", "CollectionPage", "BreadcrumbList",
            "ListItem", "Dataset", "DataDownload", "NewsMediaOrganization"} <= found


# Small files


def test_a_browser_learns_how_to_search(paper):
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    root = tree.parse(paper / "opensearch.xml").getroot()
    assert root.tag == space + "OpenSearchDescription"
    assert 0 < len(root.findtext(space + "ShortName")) <= 16
    assert root.find(space + "Url").get("template") == BASE + "search/#q={searchTerms}"
    told = [link for link in head(paper / "index.html").links if link.get("rel") == "search"]
    assert [link["href"] for link in told] == ["opensearch.xml"]


def test_the_record_of_the_build_vouches_for_all_other_files(paper):
    record = json.loads((paper / "build.json").read_text(encoding="utf-8"))
    lines = (paper / "manifest-sha256.txt").read_bytes().splitlines(keepends=True)
    others = b"".join(line for line in lines if not line.endswith(b"  build.json\n"))
    assert record["files_sha256"] == hashlib.sha256(others).hexdigest()
    assert record["counts"]["articles"] == 124 and record["counts"]["withdrawn"] == 1


def test_those_who_made_the_site_and_whom_to_tell_of_a_hole_are_named_if_the_editor_says_so(
    paper, sample
):
    assert (paper / "humans.txt").read_text() == "Ann Lee, editor\nBo Birk, archive\n"
    assert (paper / ".well-known" / "security.txt").read_text() == (
        "Contact: mailto:desk@example.org\nContact: https://example.org/tell\n"
        f"Expires: 2027-12-31T23:59:59Z\nCanonical: {BASE}.well-known/security.txt\n"
    )
    assert not (sample / "humans.txt").exists() and not (sample / ".well-known").exists()
