"""Pages as a reader meets them: in a browser, narrow and wide, light and dark, without JavaScript."""

import re

import pytest

from kinds import KINDS


def file(path: str) -> str:
    return path + "index.html" if path.endswith("/") or not path else path


def ground(page, selector="body") -> str:
    return page.locator(selector).first.evaluate("e => getComputedStyle(e).backgroundColor")


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


def test_a_page_is_printed_dark_on_white_with_all_that_a_court_asks_for(server, open_page):
    page = open_page(server + KINDS["corrected article"], scheme="dark")

    page.emulate_media(media="print")

    assert ground(page) == "rgb(255, 255, 255)"
    assert page.locator("body").evaluate("e => getComputedStyle(e).color") == "rgb(0, 0, 0)"
    paper = page.locator(".masthead .site-title")
    assert paper.is_visible() and paper.inner_text() == "The Mosul File"
    assert page.get_by_role("heading", level=1).is_visible()
    assert page.locator(".correction").is_visible()
    assert page.locator(".story > header time").first.inner_text() == "25 May 2017"
    citation = page.locator(".record .citation dd").first.inner_text()
    address = "https://example.org/mosul/" + KINDS["corrected article"]
    assert "The Mosul File, 25 May 2017, " + address in citation
    assert page.locator(".permalink").inner_text() == address


@pytest.mark.parametrize("kind", ["corrected article", "person", "place", "month", "letter"])
def test_what_only_leads_elsewhere_is_not_printed(kind, server, open_page):
    page = open_page(server + KINDS[kind])

    page.emulate_media(media="print")

    for selector in ["nav", ".pager", ".imprint ul", "summary", ".forms", ".skip"]:
        for part in page.locator(selector).all():
            assert not part.is_visible(), selector
    assert page.locator(".permalink").inner_text().endswith(KINDS[kind])
    for part in page.locator("h1, h2, h3").all():
        assert part.evaluate("e => getComputedStyle(e).breakAfter") == "avoid"
    for part in page.locator("figure, .chart, .entries > li").all():
        assert part.evaluate("e => getComputedStyle(e).breakInside") == "avoid"


def test_the_address_behind_a_link_of_the_text_is_printed(server, open_page):
    page = open_page(server + KINDS["person"])
    link = page.locator(".note a[href^='http']").first
    content = "e => getComputedStyle(e, '::after').content"
    assert link.evaluate(content) == "none"

    page.emulate_media(media="print")

    assert "https://www.unocha.org/" in link.get_attribute("href")
    assert link.evaluate(content) not in ("none", "normal")