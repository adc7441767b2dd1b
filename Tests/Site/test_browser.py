"""Pages as a reader meets them: in a browser, narrow and wide, light and dark, without JavaScript."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

# A page of each kind of the sample.
KINDS = {
    "front page": "",
    "article in a series": "2017/07/19/nine-months-3-the-river/",
    "corrected article": "2017/05/25/centcom-findings-on-17-march/",
    "wire text": "2017/03/26/iraqs-military-said-on-sunday-that-it-had-found-no-sign-of-an-air-strike-on-a/",
    "withdrawn article": "2017/07/11/observatory-says-baghdadi-is-dead/",
    "person": "people/lise-grande/",
    "organisation": "organizations/islamic-state/",
    "place": "places/mosul/",
    "event": "events/battle-of-mosul/",
    "A to Z": "names/",
    "letter": "names/a/",
    "people": "people/",
    "dates": "dates/",
    "year": "2017/",
    "month": "2017/07/",
    "day": "2017/03/26/",
    "section": "sections/world/",
    "topic": "tags/17-march-strike/",
    "topics": "tags/",
    "author": "authors/nora-ellery/",
    "authors": "authors/",
    "series": "series/nine-months-in-mosul/",
    "search": "search/",
    "about": "about/",
    "not found": "404.html",
    "redirect": "news/2017/hadba-minaret-destroyed.html",
}


def hold(page):
    """Lets a redirect show itself, which else is gone at once."""

    def without_refresh(route):
        response = route.fetch()
        route.fulfill(
            response=response, body=re.sub(r'<meta http-equiv="refresh"[^>]*>', "", response.text())
        )

    page.route("**/" + KINDS["redirect"], without_refresh)


def file(path: str) -> str:
    return path + "index.html" if path.endswith("/") or not path else path


def ground(page, selector="body") -> str:
    return page.locator(selector).first.evaluate("e => getComputedStyle(e).backgroundColor")


def test_at_320_pixels_no_kind_of_page_scrolls_sideways(server, open_page):
    page = open_page(server, width=320)
    hold(page)

    widths = {}
    for kind, path in KINDS.items():
        page.goto(server + path)
        widths[kind] = page.evaluate("document.documentElement.scrollWidth")

    assert {kind: width for kind, width in widths.items() if width > 320} == {}


@pytest.mark.parametrize("place", ["on a server", "on a disk"])
def test_pages_ask_for_nothing_outside_their_folder_and_the_console_stays_empty(
    place, server, sample_on_disk, open_page
):
    site = server if place == "on a server" else sample_on_disk.as_uri() + "/"
    page = open_page("about:blank")
    messages, requests = [], []
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))

    for kind, path in KINDS.items():
        if place == "on a disk" and kind == "not found":
            continue  # It is a server that shows it, at any depth: its links begin at the root.
        page.goto(site + (file(path) if place == "on a disk" else path))
        if kind == "redirect":
            page.wait_for_url(lambda url: not url.endswith(path), wait_until="load")

    assert messages == []
    assert [url for url in requests if not url.startswith((site, "data:"))] == []
    assert len(requests) >= len(KINDS)


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
@pytest.mark.parametrize("place", ["on a server", "on a disk"])
def test_a_reader_gets_from_the_front_page_to_a_persons_sentence(
    place, scripts, server, sample_on_disk, open_page
):
    front = server if place == "on a server" else (sample_on_disk / "index.html").as_uri()
    page = open_page(front, scripts=scripts)

    page.get_by_role("navigation", name="Archive").get_by_role("link", name="A to Z").click()
    page.get_by_role("navigation", name="Letters").get_by_role("link", name="L", exact=True).click()
    page.get_by_role("main").get_by_role("link", name="Lise Grande", exact=True).click()
    assert page.get_by_role("heading", level=1).inner_text() == "Lise Grande"
    quotation = page.locator(".entries blockquote").first.get_by_role("link")
    sentence = quotation.inner_text()
    quotation.click()

    assert re.search(r"#m\d+$", page.url)
    mention = page.locator(":target")
    assert mention.inner_text() in sentence
    paragraph = page.locator(".body p", has=mention)
    assert sentence in " ".join(paragraph.inner_text().split())


def test_the_mention_that_a_link_leads_to_is_highlighted_and_in_sight(server, open_page):
    page = open_page(server + KINDS["person"])

    page.locator(".entries blockquote").last.get_by_role("link").click()

    mention = page.locator(":target")
    box = mention.bounding_box()
    assert 0 <= box["y"] and box["y"] + box["height"] <= 800
    assert ground(page, ":target") not in (ground(page), "rgba(0, 0, 0, 0)")
    other = page.locator(".body [id]:not(:target)").first
    assert other.evaluate("e => getComputedStyle(e).backgroundColor") == "rgba(0, 0, 0, 0)"


def test_dark_and_light_differ(server, open_page):
    light, dark = (open_page(server, scheme=scheme) for scheme in ("light", "dark"))

    def brightness(colour):
        return sum(int(part) for part in re.findall(r"\d+", colour)[:3])

    assert brightness(ground(light)) > 700
    assert brightness(ground(dark)) < 100


def test_a_page_is_printed_dark_on_white_without_its_navigation(server, open_page):
    page = open_page(server + KINDS["article in a series"], scheme="dark")

    page.emulate_media(media="print")

    assert ground(page) == "rgb(255, 255, 255)"
    assert page.locator("body").evaluate("e => getComputedStyle(e).color") == "rgb(0, 0, 0)"
    assert not page.locator("nav").first.is_visible()
    assert page.get_by_role("heading", level=1).is_visible()


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


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (768, "light"), (1280, "dark")])
def test_the_accessibility_checker_finds_nothing(width, scheme, server, open_page):
    page = open_page(server, width=width, scheme=scheme)
    hold(page)
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}

    found = []
    for kind, path in KINDS.items():
        page.goto(server + path)
        for violation in Axe().run(page, options=rules).response["violations"]:
            nodes = [node["html"] for node in violation["nodes"][:3]]
            found.append((kind, violation["id"], nodes))

    assert found == []
