"""Search as a reader meets it: in a browser, on a server and on a disk."""

import functools
import http.server
import pathlib
import re
import threading

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import dateline

POLICY = (
    "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)

SETTINGS = "title: The Harbour Times\nsections: [Town, World]\nminimum_articles: 2\n"

ARTICLES = {
    "quay": """---
title: The old quay opens again
date: 2017-03-26
section: Town
type: news
summary: Ships come back to the old quay.
---
The mayor cut a ribbon.

The harbour was quiet for years.

At noon Anna Ashworth of the board sailed past the lighthouse.
""",
    "tides": """---
title: Tides of the quay
date: 2018-05-01
section: World
type: analysis
---
Lighthouses were built on the rocks. Josef Škvorecký saw the quay from his café.

The quay is old, and Anna Ashworth knows it.
""",
    "hostile": """---
title: '<img src=x onerror="ran = 1"> & "quotes"'
date: 2018-06-01
section: World
summary: '<script>ran = 1</script> seen at the pier'
tags: ['<b>bold</b>']
---
A pier of stone.
""",
    "arabic": "---\ntitle: الموصل اليوم\ndate: 2018-07-01\nlang: ar\n---\nخبر من المدينة.\n",
    "unlisted": "---\ntitle: Hidden barges\ndate: 2018-08-01\nnoindex: true\n---\nBarges.\n",
    "draft": "---\ntitle: Drafted barges\ndate: 2018-08-02\nstatus: draft\n---\nBarges.\n",
    "withdrawn": "---\ntitle: Gone barges\ndate: 2018-08-03\nstatus: withdrawn\n---\nBarges.\n",
}
for number in range(30):
    ARTICLES[f"ferry-{number}"] = (
        f"---\ntitle: Ferry number {number}\ndate: 2019-01-{number % 28 + 1:02}\nsection: Town\n---\n"
        f"Ferry {number} left with Bo Birkdale and Carl Castletown on board.\n"
    )


@pytest.fixture(scope="module")
def harbour(tmp_path_factory) -> pathlib.Path:
    archive = tmp_path_factory.mktemp("harbour")
    articles = archive / "Content" / "articles"
    articles.mkdir(parents=True)
    (archive / "Content" / "archive.yml").write_text(SETTINGS + "links: file\nprivacy: open\n")
    (archive / "Content" / "privacy.yml").write_text("suppress: [people/carl-castletown]\n")
    for name, text in ARTICLES.items():
        (articles / f"{name}.md").write_text(text)
    dateline("build", "--archive", archive)
    return archive / "Public"


@pytest.fixture(scope="module")
def places(harbour):
    """The search page on a server, which sends the policy, and on a disk."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def end_headers(self):
            self.send_header("Content-Security-Policy", POLICY)
            super().end_headers()

        def log_message(self, *_):
            pass

    handler = functools.partial(Handler, directory=harbour)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield {
            "server": f"http://127.0.0.1:{server.server_port}/search/index.html",
            "disk": (harbour / "search" / "index.html").as_uri(),
        }
        server.shutdown()


@pytest.fixture
def search(places, open_page):
    """Searches, and waits for the result: `search("old quay", on="disk")`."""

    def search(query, on="server", **options):
        page = open_page(places[on], **options)
        ask(page, query)
        return page

    return search


def ask(page, query):
    page.get_by_role("searchbox").fill(query)
    page.evaluate("document.getElementById('found').textContent = ''")
    page.keyboard.press("Enter")
    wait(page)


def wait(page):
    until(page, "/^(\\d|No )/.test(document.getElementById('found').textContent)")


def until(page, claim):
    """Waits for a claim to be true; Playwright's own way is to evaluate text, which no page may."""
    for _ in range(200):
        if page.evaluate(claim):
            return
        page.wait_for_timeout(25)
    pytest.fail(f"this was not so in time: {claim}")


def titles(page):
    return page.locator("#results ol h3").all_inner_texts()


def names(page):
    return page.locator("#results ul a").all_inner_texts()


def status(page):
    return page.get_by_role("status").inner_text()


@pytest.mark.parametrize("on", ["server", "disk"])
def test_articles_that_have_all_words_are_found(on, search):
    page = search("quay board", on)

    assert status(page) == "1 article"
    assert titles(page) == ["The old quay opens again"]
    assert page.locator("#results mark").all_inner_texts() == ["quay", "quay"]


def test_a_phrase_is_found_where_its_words_follow_each_other(search):
    page = search('"old quay"')

    assert titles(page) == ["The old quay opens again"]
    ask(page, "old quay")
    assert sorted(titles(page)) == ["The old quay opens again", "Tides of the quay"]


def test_the_last_word_may_be_unfinished_while_it_is_typed(places, open_page):
    page = open_page(places["server"])

    page.get_by_role("searchbox").press_sequentially("lighth")
    page.wait_for_selector("#results ol li:nth-child(2)")

    assert sorted(titles(page)) == ["The old quay opens again", "Tides of the quay"]
    ask(page, "lighthouse")
    assert titles(page) == ["The old quay opens again"]


def test_a_headline_goes_before_a_text(search):
    assert titles(search("tides quay"))[0] == "Tides of the quay"


@pytest.mark.parametrize("on", ["server", "disk"])
def test_a_name_comes_first_and_leads_to_its_page(on, search):
    page = search("anna ashworth", on)

    assert names(page) == ["Anna Ashworth"]
    page.locator("#results a").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "Anna Ashworth"


@pytest.mark.parametrize("on", ["server", "disk"])
def test_a_result_leads_to_the_paragraph(on, search):
    page = search("lighthouse sailed", on)

    page.locator("#results ol a").click()

    assert "#p3" in page.url or page.evaluate("location.hash") == "#p3"
    assert page.locator("#p3").inner_text().startswith("At noon Anna Ashworth")


def test_accents_and_case_do_not_matter(search):
    page = search("SKVORECKY Café")

    assert titles(page) == ["Tides of the quay"]
    ask(page, "škvorecký")
    assert titles(page) == ["Tides of the quay"]


def test_words_are_folded_as_they_were_for_the_index(places, open_page):
    file = pathlib.Path(__file__).parents[1] / "Fixtures" / "Search" / "folding.txt"
    lines = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()]
    page = open_page(places["server"])
    page.get_by_role("searchbox").focus()
    until(page, "!!(window.datelineSearch && datelineSearch.words)")

    folded = page.evaluate(
        """codes => codes.map(code => datelineSearch.words("a" + String.fromCodePoint(code) + "b")
          .map(w => decodeURIComponent(escape(w.word))).join(" "))""",
        [int(code, 16) for code, _ in lines],
    )

    assert len(lines) > 1500
    wrong = [(c, w, f) for (c, w), f in zip(lines, folded) if w != f]
    assert wrong == [], wrong


def test_right_to_left_texts_are_found_and_stand_as_they_are_written(search):
    page = search("الموصل")

    assert titles(page) == ["الموصل اليوم"]
    item = page.locator("#results article")
    assert item.evaluate("e => getComputedStyle(e).direction") == "rtl"


def test_facets_narrow_and_widen_what_is_found(search):
    page = search("quay")
    years = page.get_by_role("group", name="Year").get_by_role("button")
    assert years.all_inner_texts() == ["2018 1", "2017 1"]
    kinds = page.get_by_role("group", name="Kind").get_by_role("button")
    assert sorted(kinds.all_inner_texts()) == ["Analysis 1", "News 1"]

    page.get_by_role("button", name="World").click()
    until(page, "document.querySelectorAll('#results ol li').length === 1")

    assert titles(page) == ["Tides of the quay"]
    pressed = page.get_by_role("button", name="World")
    assert pressed.get_attribute("aria-pressed") == "true"
    assert pressed.evaluate("e => e === document.activeElement")
    pressed.click()
    until(page, "document.querySelectorAll('#results ol li').length === 2")


@pytest.mark.parametrize("on", ["server", "disk"])
def test_the_address_holds_what_is_sought_and_the_way_back_leads_to_it(on, search, open_page):
    page = search("quay", on)
    page.get_by_role("button", name="World").click()
    until(page, "document.querySelectorAll('#results ol li').length === 1")

    assert page.url.endswith("#q=quay&section=World")
    other = open_page(page.url)
    wait(other)
    assert titles(other) == ["Tides of the quay"]
    assert other.get_by_role("searchbox").input_value() == "quay"
    page.go_back()
    until(page, "document.querySelectorAll('#results ol li').length === 2")
    assert page.url.endswith("#q=quay")


def test_more_articles_come_when_they_are_asked_for(search):
    page = search("ferry")
    assert status(page) == "30 articles"
    shown = len(titles(page))

    page.get_by_role("button", name="More articles").click()
    until(page, f"document.querySelectorAll('#results ol li').length > {shown}")

    assert page.locator("#results ol a").nth(shown).evaluate("e => e === document.activeElement")
    assert len(set(titles(page))) == len(titles(page))


def test_what_strangers_wrote_is_text(search):
    page = search("pier")

    assert titles(page) == ['<img src=x onerror="ran = 1"> & "quotes"']
    assert "<script>ran = 1</script>" in page.locator("#results").inner_text()
    assert page.evaluate("window.ran") is None
    for query in ["<img src=x onerror=ran=1>", "constructor __proto__", '"""', "%00\\", "a" * 190]:
        ask_or_clear(page, query)
    assert page.evaluate("window.ran") is None


def ask_or_clear(page, query):
    page.get_by_role("searchbox").fill(query)
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)


def test_the_keyboard_suffices(places, open_page):
    page = open_page(places["server"])
    page.keyboard.press("/")
    assert page.get_by_role("searchbox").evaluate("e => e === document.activeElement")
    page.keyboard.type("quay")
    page.keyboard.press("Enter")
    wait(page)
    page.wait_for_selector("#results ol")

    page.keyboard.press("ArrowDown")
    first = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") != first
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.get_by_role("searchbox").evaluate("e => e === document.activeElement")
    page.keyboard.press("Escape")
    until(page, "document.getElementById('found').textContent === ''")
    assert page.get_by_role("searchbox").input_value() == ""


def test_what_readers_may_not_find_is_not_found(search):
    page = search("barges")

    assert status(page) == "No article has all of these words."
    assert page.get_by_role("link", name="Names from A to Z").is_visible()
    ask(page, "castletown")
    assert names(page) == []
    ask(page, "birkdale")
    assert names(page) == ["Bo Birkdale"]


@pytest.mark.parametrize("on", ["server", "disk"])
def test_without_javascript_the_page_leads_to_names_and_dates(on, places, open_page):
    page = open_page(places[on], scripts=False)

    assert not page.get_by_role("searchbox").is_visible()
    page.get_by_role("main").get_by_role("link", name="Articles by date").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Dates"
    page.go_back()
    page.get_by_role("main").get_by_role("link", name="Names from A to Z").click()
    assert page.get_by_role("heading", level=1).inner_text().startswith("Names")


def test_an_index_that_is_missing_is_told_and_the_other_ways_are_shown(places, open_page):
    page = open_page(places["server"])
    page.route(re.compile(r"/search/\w+w\d+\.js$"), lambda route: route.abort())

    page.get_by_role("searchbox").fill("quay")
    page.keyboard.press("Enter")

    until(page, "/could not be loaded/.test(document.getElementById('found').textContent)")
    assert page.get_by_role("link", name="Names from A to Z").is_visible()


def test_nothing_is_asked_of_others_and_the_policy_holds(places, chromium):
    page = chromium.new_page()
    requests, complaints = [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(places["server"])
    ask(page, '"the quay" anna')

    folder = places["server"].removesuffix("search/index.html")
    assert [url for url in requests if not url.startswith((folder, "data:"))] == []
    assert complaints == []
    assert any(re.search(r"/search/\w[pb]0\.js$", url) for url in requests)
    page.close()


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (768, "light"), (1280, "dark")])
def test_the_accessibility_checker_finds_nothing(width, scheme, search):
    page = search("quay", width=width, scheme=scheme)
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}

    violations = Axe().run(page, options=rules).response["violations"]

    assert [(v["id"], [n["html"] for n in v["nodes"][:3]]) for v in violations] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
