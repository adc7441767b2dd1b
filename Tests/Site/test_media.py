"""Pictures and raw HTML as a reader meets them: shown, described, and never run."""

import pytest

ARTICLE = "2017/03/26/at-the-quay/index.html"


@pytest.fixture
def article(illustrated, open_page):
    messages = []
    page = open_page("about:blank")
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.on("request", lambda request: messages.append(request.url))
    page.goto((illustrated / ARTICLE).as_uri())
    page.messages = messages
    return page


def test_the_lead_picture_stands_above_the_text_with_caption_and_credit(article):
    lead = article.locator("figure.lead")

    assert lead.locator("img").get_attribute("alt") == "The quay"
    assert lead.locator("img").get_attribute("loading") is None
    assert lead.locator("img").evaluate("e => [e.naturalWidth, e.width]") == [80, 80]
    assert lead.locator("figcaption").inner_text() == "Ships at noon Ann Lee"
    assert lead.bounding_box()["y"] < article.locator(".body").bounding_box()["y"]
    assert (
        article.locator("meta[property='og:image']").get_attribute("content")
        == "https://example.org/harbour/media/quay.png"
    )


def test_pictures_in_the_text_are_figures_of_the_files_own_size_and_load_late(article):
    figures = article.locator(".body figure")

    assert figures.locator("figcaption").all_inner_texts() == ["The harbour & the quay", "Noon."]
    images = figures.locator("img")
    assert [image.get_attribute("loading") for image in images.all()] == ["lazy", "lazy"]
    assert [image.get_attribute("width") for image in images.all()] == ["40", "80"]


def test_notes_tables_and_places_lead_where_they_say(article):
    article.locator(".body sup a").click()
    assert "At noon." in article.locator(":target").inner_text()
    article.get_by_role("link", name="start").click()
    assert article.locator(":target").get_attribute("id") == "start"

    tables = article.locator(".body table")
    assert tables.nth(0).locator("td").all_inner_texts() == ["Dove", "1,200"]
    assert tables.nth(1).locator("caption").inner_text() == "Crews"


def test_nothing_that_an_author_wrote_runs_or_asks_another_host(article):
    article.get_by_text("A trap").click()
    article.locator("details").first.click()

    assert article.evaluate("typeof ran") == "undefined"
    assert article.locator("script:not([type='application/ld+json']), style, form, iframe, svg").count() == 0
    assert article.locator("[onclick], [onerror], [onload], [ontoggle]").count() == 0
    assert [message for message in article.messages if not message.startswith("file:")] == []
    for words in ["Dove", "Vote", "unfinished and the rest", "Video on YouTube"]:
        assert words in article.locator(".body").inner_text()


def test_a_drawing_opened_by_its_address_runs_nothing_and_is_shown(illustrated, open_page):
    page = open_page((illustrated / "media/articles/map.svg").as_uri())
    page.locator("#trap").click()

    assert page.evaluate("typeof ran") == "undefined"
    assert page.evaluate("document.querySelector('rect').getAttribute('fill')") == "#468"


@pytest.mark.parametrize("width", [320, 1280])
def test_no_picture_is_wider_than_the_text(width, illustrated, open_page):
    page = open_page((illustrated / ARTICLE).as_uri(), width=width)

    assert page.evaluate("document.documentElement.scrollWidth") == width
