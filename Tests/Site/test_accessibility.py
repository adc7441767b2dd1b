"""Pages for every reader: by WCAG 2.2 AA, by keyboard, with text spaced out and twice as large."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from kinds import KINDS, MORE_KINDS, hold

ALL_KINDS = KINDS | MORE_KINDS

RULES = {
    "runOnly": [
        "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice",
    ],
    "resultTypes": ["violations"],
}

# What WCAG 1.4.12 lets a reader set, each at once.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }"""

# The parts of a page that are cut off, or whose lines lie on each other, as texts.
LOST = """() => {
  const lost = [];
  const hidden = e => e.closest(".skip, .unseen, svg, noscript, script, style");
  for (const e of document.body.querySelectorAll("*")) {
    const style = getComputedStyle(e);
    if (hidden(e) || e.closest(".table, pre") || style.display === "inline") continue;
    if (style.overflowX !== "visible" && e.scrollWidth > e.clientWidth + 1
        || style.overflowY !== "visible" && e.scrollHeight > e.clientHeight + 1)
      lost.push("cut off: " + e.textContent.trim().slice(0, 60));
  }
  const lines = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode;
    if (!node.data.trim() || hidden(node.parentElement)) continue;
    if (!node.parentElement.checkVisibility({visibilityProperty: true})) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects())
      // Of a line's box the middle half: ascenders may reach into the line above.
      if (box.width > 2) lines.push({
        left: box.left + 1, right: box.right - 1, text: node.data.trim().slice(0, 40), node,
        top: box.top + box.height / 4, bottom: box.bottom - box.height / 4});
  }
  lines.sort((a, b) => a.top - b.top);
  lines.forEach((line, i) => {
    if (line.right > innerWidth + 1 && !line.node.parentElement.closest(".table, pre"))
      lost.push("beyond the edge: " + line.text);
    for (let j = i + 1; j < lines.length && lines[j].top < line.bottom; j++) {
      const other = lines[j];
      if (other.left < line.right && line.left < other.right)
        lost.push("overlap: " + line.text + " | " + other.text);
    }
  });
  if (document.documentElement.scrollWidth > innerWidth)
    lost.push("the page is " + document.documentElement.scrollWidth + " wide");
  return lost;
}"""

# Where the focus is: its place in the document, and whether a reader sees it.
# By places in the body, since the engine of the search comes into the head meanwhile.
FOCUS = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const box = e.getClientRects()[0], style = getComputedStyle(e);
  const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return {
    place: [...document.body.querySelectorAll("*")].indexOf(e),
    text: e.textContent.trim().slice(0, 40) || e.tagName,
    isOutlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    isSeen: box.top >= 0 && box.bottom <= innerHeight && at !== null
      && (e.contains(at) || at.contains(e)),
  };
}"""


@pytest.fixture
def window(chromium):
    """A page that no policy keeps from what a reader's own settings do."""
    contexts = []

    def open(width=1280, height=800, **options):
        contexts.append(
            chromium.new_context(
                viewport={"width": width, "height": height}, bypass_csp=True, **options
            )
        )
        page = contexts[-1].new_page()
        hold(page)
        return page

    yield open
    for context in contexts:
        context.close()


def violations(page, sizes) -> list:
    """What the checker finds on a page at each width, light and dark; the checker is loaded once."""
    page.evaluate(Axe().axe_script)
    found = []
    for width in sizes:
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in ["light", "dark"]:
            page.emulate_media(color_scheme=scheme)
            result = page.evaluate("rules => axe.run(document, rules)", RULES)
            for violation in result["violations"]:
                nodes = [node["html"][:200] for node in violation["nodes"][:3]]
                found.append((width, scheme, violation["id"], nodes))
    return found


def test_the_checker_finds_nothing_on_any_kind_of_page(every_kind, window):
    page = window()

    found = {}
    for kind, path in ALL_KINDS.items():
        page.goto(every_kind + path)
        found[kind] = violations(page, [320, 768, 1280])

    assert {kind: of_kind for kind, of_kind in found.items() if of_kind} == {}


def test_the_checker_finds_nothing_in_the_second_theme(every_kind_in_plain, window):
    page = window()

    found = {}
    for kind in ["front page", "article with pictures", "corrected article", "place", "letter",
                 "year", "search", "about"]:
        page.goto(every_kind_in_plain + ALL_KINDS[kind])
        found[kind] = violations(page, [320, 1280])

    assert {kind: of_kind for kind, of_kind in found.items() if of_kind} == {}


def test_the_checker_would_find_something(every_kind, window):
    page = window()
    page.goto(every_kind)
    page.add_style_tag(content=".dek { color: #bbb }")
    page.evaluate("document.querySelector('nav').innerHTML += '<img src=x>'")

    found = {rule for _, _, rule, _ in violations(page, [1280])}

    assert {"color-contrast", "image-alt"} <= found


def test_at_320_pixels_no_kind_of_page_scrolls_sideways(every_kind, window):
    page = window(width=320)

    widths = {}
    for kind, path in ALL_KINDS.items():
        page.goto(every_kind + path)
        widths[kind] = page.evaluate("document.documentElement.scrollWidth")

    assert {kind: width for kind, width in widths.items() if width > 320} == {}


@pytest.mark.parametrize(
    ("case", "width", "factor", "style"),
    [
        ("spaced out", 1280, 1, SPACED),
        ("spaced out, narrow", 320, 1, SPACED),
        ("zoomed", 640, 2, ""),
        ("type twice as large", 1280, 1, "html { font-size: 200% !important }"),
        ("type twice as large, narrow", 640, 1, "html { font-size: 200% !important }"),
    ],
)
def test_nothing_is_lost_where_readers_change_the_text(
    case, width, factor, style, every_kind, window
):
    page = window(width=width, device_scale_factor=factor)

    lost = {}
    for kind, path in ALL_KINDS.items():
        page.goto(every_kind + path)
        if style:
            page.add_style_tag(content=style)
        lost[kind] = page.evaluate(LOST)[:5]

    assert {kind: of_kind for kind, of_kind in lost.items() if of_kind} == {}


def test_what_is_lost_would_be_found(every_kind, window):
    page = window()
    page.goto(every_kind)
    page.add_style_tag(
        content=".item h3 { block-size: 5px } .dek { inline-size: 5rem; overflow: hidden; "
        "white-space: nowrap } .masthead nav { inline-size: 1400px }"
    )

    lost = {line.split(":")[0] for line in page.evaluate(LOST)}

    assert {"cut off", "overlap"} <= lost
    assert any("wide" in line for line in lost)


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_the_first_tab_offers_to_skip_to_the_content(scripts, server, open_page):
    page = open_page(server + KINDS["person"], scripts=scripts)
    skip = page.get_by_role("link", name="Skip to the content")
    assert skip.bounding_box()["width"] <= 1

    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the content"
    assert skip.bounding_box()["width"] > 100
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.url.endswith("#main")
    assert page.locator("main :focus").count() == 1


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize(
    "kind", ["front page", "corrected article", "place", "letter", "month", "search", "about"]
)
def test_the_tab_key_goes_through_a_page_in_the_order_in_which_it_is_read(
    kind, width, every_kind, window
):
    page = window(width=width)
    page.goto(every_kind + KINDS[kind])
    wanted = page.evaluate(
        """() => [...document.querySelectorAll("a[href], button, input, summary, [tabindex]")]
          .filter(e => e.checkVisibility() && e.tabIndex >= 0).length"""
    )

    stops = []
    while len(stops) <= wanted:
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus is None:
            break
        stops.append(focus)

    assert [stop["text"] for stop in stops if not stop["isOutlined"]] == []
    assert [stop["text"] for stop in stops if not stop["isSeen"]] == []
    places = [stop["place"] for stop in stops]
    assert places == sorted(set(places))
    assert len(stops) == wanted > 10


def test_a_reader_searches_and_opens_what_was_found_with_the_keyboard_alone(server, open_page):
    page = open_page(server)

    def tab_to(selector: str):
        for _ in range(200):
            page.keyboard.press("Tab")
            if page.evaluate("s => document.activeElement.matches(s)", selector):
                return
        pytest.fail(f"the focus never came to {selector}")

    tab_to("nav a[href$='search/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/")
    tab_to("#query")
    page.keyboard.type("minaret")
    page.keyboard.press("Enter")
    page.locator("#results a").first.wait_for()
    tab_to("#results a")
    wanted = page.evaluate("document.activeElement.href")
    page.keyboard.press("Enter")

    page.wait_for_url(re.compile(r"^[^?]*/\d{4}/|/(places|people|organizations|works|events)/"))
    assert page.url == wanted
    assert "minaret" in page.get_by_role("main").inner_text().lower()
