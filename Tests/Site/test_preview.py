"""The preview as its editors meet it: a browser beside an editor, and whoever else may ask."""

import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import threading
import time

import pytest
from playwright.sync_api import expect

from conftest import dateline, program

expect.set_options(timeout=30_000)

SETTINGS = "title: The Example Times\nbase_url: https://example.org/times/\nlanguage: en\n"

TALKS = """---
title: Talks resume in Mosul
date: 2017-03-26
section: World
---
**Lise Grande** met the governor of Nineveh in Mosul. Grande said that talks would go on.

""" + "\n\n".join(f"Paragraph {number} of the report." for number in range(60)) + "\n"

AID = """---
title: Aid arrives
date: 2017-03-27
---
Lise Grande thanked the drivers in Mosul.
"""


class Preview:
    """A running preview of an archive of its own."""

    def __init__(self, folder, *arguments):
        self.folder = folder
        self.lines = []
        self.process = subprocess.Popen(
            [program(), "preview", "--archive", str(folder), "--port", "0", *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )
        threading.Thread(target=self._read, daemon=True).start()
        self.url = self.wait_for(r"(http://\S+)").group(1)
        self.port = int(re.search(r":(\d+)/", self.url).group(1))
        self.wait_for(r"with a page")

    def _read(self):
        for line in self.process.stdout:
            self.lines.append(line)

    def wait_for(self, pattern, seconds=30, after=0):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            for line in self.lines[after:]:
                if found := re.search(pattern, line):
                    return found
            time.sleep(0.01)
        raise AssertionError(f"no “{pattern}” in " + "".join(self.lines))

    def change(self, pattern, seconds=30):
        """What follows is done, and the preview has told of it."""
        seen = len(self.lines)

        class Waiting:
            def __enter__(waiting):
                return waiting

            def __exit__(waiting, *failure):
                if not failure[0]:
                    self.wait_for(pattern, seconds, after=seen)

        return Waiting()

    def path(self, name):
        return self.folder / "Content" / name

    def write(self, name, text):
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def edit(self, name, old, new):
        text = self.path(name).read_text()
        assert old in text
        self.path(name).write_text(text.replace(old, new))

    def get(self, path, method="GET", body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        fields = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body=body, headers=fields)
        answer = connection.getresponse()
        answer.content = answer.read()
        connection.close()
        return answer

    def end(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        return self.process.wait(20)


@pytest.fixture
def archive(tmp_path):
    content = tmp_path / "paper" / "Content"
    (content / "articles").mkdir(parents=True)
    (content / "archive.yml").write_text(SETTINGS)
    (content / "articles" / "talks.md").write_text(TALKS)
    (content / "articles" / "aid.md").write_text(AID)
    return tmp_path / "paper"


@pytest.fixture
def preview(archive):
    running = Preview(archive)
    yield running
    running.end()


TALKS_PAGE = "/times/2017/03/26/talks-resume-in-mosul/"
AID_PAGE = "/times/2017/03/27/aid-arrives/"


def plain(page: bytes) -> bytes:
    """A page without what the preview adds."""
    return re.sub(rb'<script src="/-/dateline/preview\.js"[^>]*></script>', b"", page)


class Visit:
    """An open page, and how often it was loaded anew since.

    The browser tells of each load. Asking the page itself, with `evaluate`, may wait for ever while
    it is on its way to the next one.
    """

    def __init__(self, page):
        self.page = page
        self.loads = 0
        page.on("domcontentloaded", self._count)

    def _count(self, _):
        self.loads += 1

    def __getattr__(self, name):
        return getattr(self.page, name)

    def was_reloaded(self) -> bool:
        self.page.wait_for_timeout(50)  # What the browser has told meanwhile comes in here.
        return self.loads > 0

    def wait_for_reload(self, seconds=30):
        deadline = time.monotonic() + seconds
        while not self.was_reloaded():
            assert time.monotonic() < deadline, "the page is not loaded anew"


def visit(open_page, preview, path):
    return Visit(open_page(f"http://127.0.0.1:{preview.port}{path}"))


# --- The same site


def test_every_file_is_byte_for_byte_what_a_build_writes(sample_archive, sample, tmp_path):
    folder = tmp_path / "copy"
    shutil.copytree(sample_archive / "Content", folder / "Content")
    running = Preview(folder)
    root = re.search(r"http://[^/]+(/.*)", running.url).group(1)

    files = [path for path in sample.rglob("*") if path.is_file()]
    others = []
    for path in files:
        name = path.relative_to(sample).as_posix()
        # These two tell of the folder that a build has written.
        if name in ("manifest-sha256.txt", "build.json"):
            continue
        answer = running.get(root + name)
        if answer.status != 200 or plain(answer.content) != path.read_bytes():
            others.append(name)

    assert running.end() == 0
    assert others == []
    assert len(files) > 500


def test_nothing_is_written_to_the_archive_or_beside_it(archive):
    def contents():
        return {
            path.relative_to(archive).as_posix(): path.read_bytes()
            for path in archive.rglob("*")
            if path.is_file() and ".dateline" not in path.parts
        }

    before = contents()
    running = Preview(archive)
    assert running.get(TALKS_PAGE).status == 200
    running.end()

    assert contents() == before


def test_folders_old_addresses_and_wrong_ones_are_as_on_a_web_server(preview):
    preview.edit("articles/aid.md", "title: Aid", "aliases: [/old/aid.html]\ntitle: Aid")
    preview.wait_for("brought together")

    assert preview.get("/times/2017/03").getheader("location") == "/times/2017/03/"
    assert preview.get("/").getheader("location") == "/times/"
    assert preview.get("/times").getheader("location") == "/times/"
    assert preview.get(TALKS_PAGE + "index.html").status == 200
    assert b"../2017/03/27/aid-arrives/" in preview.get("/times/old/aid.html").content
    missing = preview.get("/times/no/such/page/")
    assert missing.status == 404
    assert b"preview.js" in missing.content
    assert preview.get("/elsewhere/").status == 404


def test_a_browser_is_sent_only_what_it_does_not_have(preview):
    first = preview.get(TALKS_PAGE)
    tag = first.getheader("etag")

    again = preview.get(TALKS_PAGE, if_none_match=tag)
    assert (again.status, again.content) == (304, b"")
    assert again.getheader("etag") == tag
    assert preview.get(TALKS_PAGE, if_none_match='"other", W/' + tag).status == 304
    assert preview.get(TALKS_PAGE, if_none_match='"other"').status == 200

    head = preview.get(TALKS_PAGE, method="HEAD")
    assert (head.status, head.content) == (200, b"")
    assert head.getheader("content-length") == str(len(first.content))
    assert head.getheader("content-type") == "text/html; charset=utf-8"


def test_a_player_can_look_into_the_middle_of_a_film(archive):
    film = bytes(range(256)) * 2000
    (archive / "Content" / "media").mkdir()
    (archive / "Content" / "media" / "film.mp4").write_bytes(film)
    running = Preview(archive)
    path = "/times/media/film.mp4"

    whole = running.get(path)
    assert whole.content == film
    assert whole.getheader("content-type") == "video/mp4"
    part = running.get(path, range="bytes=100000-100009")
    assert (part.status, part.content) == (206, film[100000:100010])
    assert part.getheader("content-range") == f"bytes 100000-100009/{len(film)}"
    assert running.get(path, range="bytes=-7").content == film[-7:]
    assert running.get(path, range=f"bytes={len(film)}-").status == 416
    stale = running.get(path, range="bytes=0-9", if_range='"another version"')
    assert (stale.status, stale.content) == (200, film)
    assert running.get(path, if_none_match=whole.getheader("etag")).status == 304
    running.end()


def test_links_of_a_site_for_disks_lead_to_files_that_are_there(archive):
    settings = archive / "Content" / "archive.yml"
    settings.write_text(SETTINGS + "links: file\n")
    running = Preview(archive)

    page = running.get("/times/index.html")
    assert page.status == 200
    link = re.search(rb'href="(2017/03/26/[^"]+/index\.html)"', page.content).group(1).decode()
    assert running.get("/times/" + link).status == 200
    running.end()


def test_search_finds_words_in_the_preview(preview, open_page):
    page = visit(open_page, preview, "/times/search/#q=drivers")

    page.locator("#results").get_by_text("Aid arrives").wait_for()


# --- Following


def test_an_edit_reloads_its_page_and_no_other_and_keeps_the_place(preview, open_page):
    talks = visit(open_page, preview, TALKS_PAGE)
    names = visit(open_page, preview, "/times/about/")
    line = talks.get_by_text("Paragraph 45 of")
    expect(line).not_to_be_in_viewport()
    line.scroll_into_view_if_needed()
    place = line.bounding_box()["y"]

    with preview.change("brought together"):
        preview.edit("articles/talks.md", "Paragraph 30 of", "The thirtieth paragraph of")
        talks.get_by_text("The thirtieth paragraph of").wait_for()

    assert talks.was_reloaded()
    talks.wait_for_load_state()  # Then the place is found again for good.
    assert abs(line.bounding_box()["y"] - place) < 3
    names.wait_for_timeout(300)
    assert not names.was_reloaded()


def test_a_page_that_lists_the_article_follows_a_moment_later(preview, open_page):
    front = visit(open_page, preview, "/times/")

    preview.edit("articles/aid.md", "title: Aid arrives", "title: Help arrives at last")

    front.get_by_role("link", name="Help arrives at last").first.wait_for()
    assert front.was_reloaded()


def test_a_save_that_changes_nothing_reloads_nothing(preview, open_page):
    page = visit(open_page, preview, TALKS_PAGE)

    with preview.change("brought together"):
        preview.write("articles/talks.md", TALKS)

    page.wait_for_timeout(300)
    assert not page.was_reloaded()


def test_an_article_that_moves_takes_its_open_page_along(preview, open_page):
    page = visit(open_page, preview, TALKS_PAGE)

    preview.edit("articles/talks.md", "date: 2017-03-26", "date: 2017-04-02")

    page.wait_for_url("**/2017/04/02/talks-resume-in-mosul/")
    assert preview.get(TALKS_PAGE).status == 404


def test_an_article_that_is_new_appears_where_its_page_was_missed(preview, open_page):
    page = visit(open_page, preview, "/times/2017/03/28/a-new-one/")
    assert page.title().startswith("Page not found") or "not" in page.title().lower()

    preview.write("articles/2017/new.md", "---\ntitle: A new one\ndate: 2017-03-28\n---\nText.\n")

    page.get_by_role("heading", level=1, name="A new one").wait_for()


def test_an_article_that_is_deleted_is_gone(preview, open_page):
    page = visit(open_page, preview, AID_PAGE)

    preview.path("articles/aid.md").unlink()

    page.wait_for_reload()
    assert preview.get(AID_PAGE).status == 404
    assert b"Aid arrives" not in preview.get("/times/").content


def test_a_template_a_stylesheet_a_record_and_the_settings_are_followed(preview, open_page):
    page = visit(open_page, preview, TALKS_PAGE)

    preview.write(
        "authorities/people.yml",
        "lise-grande:\n  type: person\n  name: Lise M. Grande\n  names: [Lise Grande]\n  page: always\n",
    )
    page.locator(".body a.name", has_text="Lise Grande").wait_for()
    preview.edit("archive.yml", "The Example Times", "The Other Times")
    expect(page.page).to_have_title(re.compile("The Other Times"))

    styles = preview.folder / "Themes" / "own" / "assets"
    styles.mkdir(parents=True)
    (styles / "settings.css").write_text("h1 { color: rgb(1, 2, 3) }\n")
    preview.edit("archive.yml", "language: en", "language: en\ntheme: own")
    expect(page.get_by_role("heading", level=1)).to_have_css("color", "rgb(1, 2, 3)")
    (styles / "settings.css").write_text("h1 { color: rgb(4, 5, 6) }\n")
    expect(page.get_by_role("heading", level=1)).to_have_css("color", "rgb(4, 5, 6)")


def test_a_picture_that_comes_later_is_shown(preview, illustrated, open_page):
    preview.edit("articles/aid.md", "Lise Grande thanked", "![A quay](quay.png)\n\nLise Grande thanked")
    preview.wait_for("there is no file|media-missing")
    page = visit(open_page, preview, AID_PAGE)

    shutil.copy(illustrated / "media" / "quay.png", preview.path("articles/quay.png"))

    expect(page.locator("main img")).to_have_js_property("naturalWidth", 80)


def test_a_checkout_of_many_files_ends_in_what_a_build_would_write(preview, tmp_path):
    def git(*arguments):
        subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments],
            cwd=preview.folder, check=True, capture_output=True,
        )

    (preview.folder / ".gitignore").write_text(".dateline\n")
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-qm", "one")
    git("checkout", "-qb", "more")
    for number in range(500):
        preview.write(
            f"articles/{number % 20}/a{number}.md",
            f"---\ntitle: Article {number}\ndate: 2017-05-{number % 28 + 1:02}\n---\nIn Mosul, {number}.\n",
        )
    git("add", ".")
    git("commit", "-qm", "two")
    git("checkout", "-q", "main")
    preview.wait_for(r" 2 articles brought together", after=2)
    with preview.change(r"502 articles brought together"):
        git("checkout", "-q", "more")

    dateline("build", "--archive", preview.folder, "--output", tmp_path / "out", "--locked")
    for path in (tmp_path / "out").rglob("*.html"):
        name = path.relative_to(tmp_path / "out").as_posix()
        assert plain(preview.get("/times/" + name).content) == path.read_bytes(), name


# --- Errors


def test_an_error_lies_over_the_last_good_page_until_it_is_mended(preview, open_page):
    page = visit(open_page, preview, TALKS_PAGE)
    dialog = page.get_by_role("dialog")

    preview.edit("articles/talks.md", "date: 2017-03-26", "date: 2017-02-30")
    dialog.wait_for()
    told = dialog.inner_text()
    assert "February 2017 has 28 days" in told
    assert "Content/articles/talks.md:3" in told
    assert "3 | date: 2017-02-30" in told
    assert "help: write 2017-02-28" in told
    heading = page.get_by_role("heading", level=1, name="Talks resume", include_hidden=True)
    expect(heading).to_have_count(1)
    preview.wait_for("error: February 2017 has 28 days")
    assert b"Talks resume in Mosul" in preview.get(TALKS_PAGE).content

    page.keyboard.press("Escape")
    assert not dialog.is_visible()
    page.get_by_role("button", name="1 error").click()
    assert dialog.is_visible()

    preview.edit("articles/talks.md", "date: 2017-02-30", "date: 2017-03-26")
    dialog.wait_for(state="hidden")
    expect(page.get_by_role("button", name="1 error")).to_have_count(0)


def test_settings_that_break_leave_the_site_as_it_was(preview, open_page):
    page = visit(open_page, preview, "/times/")

    with preview.change("the site stays as it was"):
        preview.edit("archive.yml", "language: en", "langauge: en\ntitel: [")
    page.get_by_role("dialog").wait_for()
    assert "Content/archive.yml" in page.get_by_role("dialog").inner_text()
    assert preview.get(TALKS_PAGE).status == 200

    preview.write("archive.yml", SETTINGS.replace("Example", "Mended"))
    expect(page.page).to_have_title("The Mended Times")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_a_template_that_breaks_is_told_with_its_line(preview, open_page):
    page = visit(open_page, preview, "/times/")
    preview.edit("archive.yml", "language: en", "language: en\ntheme: own")
    template = preview.folder / "Themes" / "own" / "templates" / "contact.mustache"
    template.parent.mkdir(parents=True)

    template.write_text("<p>{{nosuchthing}}</p>\n")

    page.get_by_role("dialog").wait_for()
    assert "Themes/own/templates/contact.mustache:1" in page.get_by_role("dialog").inner_text()
    template.unlink()
    page.get_by_role("dialog").wait_for(state="hidden")


def test_without_sound_settings_it_says_what_check_says(archive):
    (archive / "Content" / "archive.yml").write_text("titel: X\n")

    result = dateline("preview", "--archive", archive, "--port", "0", expect=1)

    assert "setting-unknown" in result.stderr
    assert "Content/archive.yml:1:1" in result.stderr


# --- The margin


def open_margin(page):
    page.get_by_role("button", name="Names", exact=True).click()
    margin = page.get_by_role("complementary", name="Names in this article")
    margin.get_by_role("listitem").first.wait_for()
    return margin


def card(page, name):
    margin = page.get_by_role("complementary", name="Names in this article")
    return margin.get_by_role("listitem").filter(
        has=page.get_by_role("button", name=name, exact=True)).first


def test_the_margin_tells_each_name_and_why(preview, open_page):
    page = visit(open_page, preview, TALKS_PAGE)
    open_margin(page)

    told = card(page, "Grande").inner_text()
    assert "person" in told
    assert "people/lise-grande" in told
    assert "short for the one name in the article that ends so" in told
    assert "Grande said that talks would go on." in told
    card(page, "Grande").hover()
    expect(page.locator(".dateline-seen")).to_have_text("Grande")
    explained = dateline("explain", "--archive", preview.folder, "talks.md", "Grande").stdout
    assert "short for the one name in the article that ends so" in explained


def test_what_is_no_name_here_is_said_in_the_article_and_can_be_taken_back(preview, open_page):
    page = visit(open_page, preview, TALKS_PAGE)
    open_margin(page)

    card(page, "Mosul").get_by_role("button", name="Not a name here").click()
    page.wait_for_reload()
    assert "ignore: [Mosul]" in preview.path("articles/talks.md").read_text()
    card(page, "Mosul").get_by_text("stands for nobody").wait_for()
    expect(page.locator(".body a.name", has_text="Mosul")).to_have_count(0)

    # Not by reloads: a page may be loaded anew once more, for what other pages' change does to it.
    page.get_by_role("button", name="Undo the last correction").click()
    page.locator(".body a.name", has_text="Mosul").first.wait_for()
    assert preview.path("articles/talks.md").read_text() == TALKS


def test_what_is_no_name_anywhere_is_said_in_the_list_of_ignored_names(preview, open_page):
    page = visit(open_page, preview, TALKS_PAGE)
    open_margin(page)

    card(page, "Nineveh").get_by_role("button", name="Not a name anywhere").click()

    page.wait_for_reload()
    assert "Nineveh" in preview.path("authorities/ignored.txt").read_text()


def test_a_name_that_is_someone_else_goes_to_that_record(preview, open_page):
    preview.write(
        "authorities/people.yml",
        "ariana-grande:\n  type: person\n  name: Ariana Grande\n  page: always\n",
    )
    preview.write("articles/song.md", "---\ntitle: A song\ndate: 2017-03-20\n---\nAriana Grande sang.\n")
    preview.wait_for("3 articles brought together")
    page = visit(open_page, preview, TALKS_PAGE)
    open_margin(page)

    grande = card(page, "Grande")
    grande.get_by_role("button", name="Someone else…").click()
    grande.get_by_role("combobox").fill("ariana")
    page.locator("datalist option[value='people/ariana-grande']").wait_for(state="attached")
    grande.get_by_role("combobox").fill("people/ariana-grande")
    page.keyboard.press("Enter")

    page.wait_for_reload()
    assert "is: {Grande: ariana-grande}" in preview.path("articles/talks.md").read_text()
    card(page, "Grande").get_by_text("people/ariana-grande").wait_for()


def test_an_unknown_someone_else_is_told_and_nothing_is_written(preview, open_page):
    page = visit(open_page, preview, TALKS_PAGE)
    margin = open_margin(page)

    grande = card(page, "Grande")
    grande.get_by_role("button", name="Someone else…").click()
    grande.get_by_role("combobox").fill("people/lise-grand")
    grande.get_by_role("button", name="Save").click()

    margin.get_by_text("did you mean people/lise-grande?").wait_for()
    assert preview.path("articles/talks.md").read_text() == TALKS


def test_what_is_being_typed_outlives_a_change_and_the_page_follows_after_it(preview, open_page):
    page = visit(open_page, preview, TALKS_PAGE)
    open_margin(page)
    card(page, "Grande").get_by_role("button", name="Someone else…").click()
    name = card(page, "Grande").get_by_role("combobox")
    name.fill("people/lise")

    with preview.change("brought together"):
        preview.edit("articles/talks.md", "Paragraph 1 of", "The first paragraph of")
    page.wait_for_timeout(1000)

    assert not page.was_reloaded()
    expect(name).to_have_value("people/lise")
    name.blur()
    page.get_by_text("The first paragraph of").wait_for()


def test_a_record_is_made_with_a_click(preview, open_page):
    page = visit(open_page, preview, TALKS_PAGE)
    open_margin(page)

    card(page, "Lise Grande").get_by_role("button", name="Make a record").click()

    page.wait_for_reload()
    assert "lise-grande:" in preview.path("authorities/people.yml").read_text()
    card(page, "Lise Grande").wait_for()
    button = card(page, "Lise Grande").get_by_role("button", name="Make a record")
    expect(button).to_have_count(0)


def test_the_margin_has_what_check_says_of_the_article(preview, open_page):
    preview.edit("articles/aid.md", "date: 2017-03-27", "date: 2017-03-27\nstatus: shown")
    page = visit(open_page, preview, TALKS_PAGE)
    preview.write("articles/talks.md", TALKS.replace("Grande said", "[Grande](missing.md) said"))
    page.wait_for_reload()
    page.get_by_role("dialog").wait_for()
    page.keyboard.press("Escape")

    margin = open_margin(page)

    margin.get_by_text("[link-broken]").wait_for()
    assert "aid.md" not in margin.inner_text()


def test_the_margin_is_worked_with_keys_alone(preview, open_page):
    page = visit(open_page, preview, TALKS_PAGE)

    page.keyboard.press("m")
    margin = page.get_by_role("complementary", name="Names in this article")
    names = margin.locator("li > button")
    names.first.wait_for()
    names.first.focus()
    page.keyboard.press("ArrowDown")
    expect(names.nth(1)).to_be_focused()
    expect(page.locator(".dateline-seen").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(margin).to_have_count(0)


def test_the_margin_and_the_overlay_are_accessible(preview, open_page):
    from axe_playwright_python.sync_playwright import Axe

    page = visit(open_page, preview, TALKS_PAGE)
    open_margin(page)
    assert Axe().run(page).response["violations"] == []

    preview.edit("articles/aid.md", "date: 2017-03-27", "date: 2017-02-30")
    page.get_by_role("dialog").wait_for()
    assert Axe().run(page, context="#dateline-errors").response["violations"] == []


def test_no_page_of_a_built_site_has_anything_of_the_preview(sample):
    for path in sample.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert b"/-/dateline" not in content and b"dateline-margin" not in content, path


def test_the_console_stays_empty_and_nothing_is_asked_of_another_host(preview, open_page):
    page = open_page("about:blank")
    messages, requests = [], []
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))

    page.goto(f"http://127.0.0.1:{preview.port}{TALKS_PAGE}")
    open_margin(page)

    assert messages == []
    assert all(url.startswith((f"http://127.0.0.1:{preview.port}/", "data:")) for url in requests)


# --- Strangers


def raw(port, request: bytes, seconds=10) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=seconds) as connection:
        try:
            connection.sendall(request)
        except (BrokenPipeError, ConnectionResetError):
            pass
        answer = b""
        try:
            while part := connection.recv(65536):
                answer += part
        except (ConnectionResetError, TimeoutError):
            pass
        return answer


def asked(port, target: str, host=None, more="") -> bytes:
    host = host or f"127.0.0.1:{port}"
    return raw(
        port, f"GET {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{more}\r\n".encode())


@pytest.mark.parametrize(
    "target",
    [
        "/../../../../etc/passwd", "/times/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd",
        "/times/%2e%2e%2f%2e%2e%2fetc/passwd", "/times/..%5c..%5cetc/passwd", "/times//etc/passwd",
        "//etc/passwd", "/times/%00/etc/passwd", "/times/media/%00", "/times/.dateline/", "/times/%",
        "/times/%zz", "/times/%ff", "http://evil.example/", "http://127.0.0.1/times/", "*",
        "evil.example:80", "/-/dateline/../../etc/passwd", "/-/dateline/%2e%2e/preview.js",
        "/times/Content/archive.yml", "/times/authorities/ids.lock", "file:///etc/passwd",
    ],
)
def test_no_path_leads_out_of_the_site(preview, target):
    answer = asked(preview.port, target)

    assert re.match(rb"HTTP/1.1 40[04] ", answer), answer[:200]
    assert b"root:" not in answer and b"base_url" not in answer


@pytest.mark.parametrize(
    "host",
    [
        "evil.example", "evil.example:{port}", "127.0.0.1:1", "127.0.0.1", "localhost:1", "10.0.0.1:{port}",
        "127.0.0.1.evil.example:{port}", "localhost.evil.example:{port}", "127.0.0.1:{port}@evil.example",
        "[::ffff:10.0.0.1]:{port}", "127.0.0.1:{port}:{port}", "2130706433:{port}", "",
    ],
)
def test_it_answers_to_no_other_name(preview, host):
    answer = asked(preview.port, "/times/", host=host.format(port=preview.port) or " ")

    assert re.match(rb"HTTP/1.1 (421|400) ", answer), answer[:200]
    assert b"Talks resume" not in answer


def test_a_request_without_a_host_or_with_two_is_refused(preview):
    port = preview.port
    none = raw(port, b"GET /times/ HTTP/1.1\r\nConnection: close\r\n\r\n")
    two = asked(port, "/times/", more="Host: evil.example\r\n")
    assert re.match(rb"HTTP/1.1 4(21|00) ", none)
    assert re.match(rb"HTTP/1.1 4(21|00) ", two)


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", "LOCALHOST:{port}"])
def test_it_answers_to_its_own_names(preview, host):
    answer = asked(preview.port, TALKS_PAGE, host=host.format(port=preview.port))

    assert answer.startswith(b"HTTP/1.1 200 ")


@pytest.mark.parametrize(
    "fields",
    [
        {"Origin": "http://evil.example"}, {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"},
        {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"},
    ],
)
def test_a_page_of_another_site_is_given_nothing(preview, fields):
    for path in (TALKS_PAGE, "/-/dateline/margin?file=x", "/-/dateline/events", "/times/search/index.js"):
        answer = preview.get(path, **fields)
        assert answer.status == 403
        assert b"Talks" not in answer.content


def test_a_link_from_another_site_may_be_followed(preview):
    answer = preview.get(
        TALKS_PAGE, sec_fetch_site="cross-site", sec_fetch_mode="navigate", sec_fetch_dest="document")

    assert answer.status == 200
    assert answer.getheader("access-control-allow-origin") is None


def fix_headers(preview, **others):
    token = re.search(rb'data-token="(\w+)"', preview.get(TALKS_PAGE).content).group(1).decode()
    return {
        "Origin": f"http://127.0.0.1:{preview.port}", "Dateline-Token": token,
        "Content-Type": "application/json", **others,
    }


FIX = json.dumps({"action": "ignore", "name": "Nineveh"})


@pytest.mark.parametrize(
    "others, status",
    [
        ({"Origin": "http://evil.example"}, 403), ({"Origin": "http://127.0.0.1:1"}, 403),
        ({"Dateline-Token": "x"}, 403), ({"Dateline-Token": ""}, 403),
        ({"Content-Type": "text/plain"}, 415), ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
    ],
)
def test_a_fix_is_taken_only_from_a_page_of_this_run(preview, others, status):
    answer = preview.get("/-/dateline/fix", "POST", FIX, **fix_headers(preview, **others))

    assert answer.status == status
    assert not preview.path("authorities/ignored.txt").exists()


def test_a_fix_needs_an_origin_and_a_token_and_must_be_one(preview):
    headers = fix_headers(preview)
    without = {name: value for name, value in headers.items() if name != "Origin"}
    assert preview.get("/-/dateline/fix", "POST", FIX, **without).status == 403
    without = {name: value for name, value in headers.items() if name != "Dateline-Token"}
    assert preview.get("/-/dateline/fix", "POST", FIX, **without).status == 403
    for body in ("", "[]", "{", '{"action":"delete"}', '{"action":"ignore"}', '{"action":{}}', FIX + "x"):
        assert preview.get("/-/dateline/fix", "POST", body, **headers).status == 400
    too_long = json.dumps({"action": "ignore", "name": "N" * 100_000})
    assert preview.get("/-/dateline/fix", "POST", too_long, **headers).status == 413
    stranger = json.dumps({"action": "unlink", "name": "May", "article": "../../../etc/passwd"})
    assert preview.get("/-/dateline/fix", "POST", stranger, **headers).status == 409
    assert preview.get("/-/dateline/fix", "GET", **headers).status == 404
    assert preview.get(TALKS_PAGE, "POST", FIX, **headers).status == 405
    assert preview.get("/-/dateline/fix", "POST", FIX, **headers).status == 200
    assert "Nineveh" in preview.path("authorities/ignored.txt").read_text()


def test_a_link_in_media_that_leads_outside_is_not_followed(archive, tmp_path):
    (tmp_path / "secret.txt").write_text("secret")
    media = archive / "Content" / "media"
    media.mkdir()
    (media / "link.txt").symlink_to(tmp_path / "secret.txt")
    (media / "folder").symlink_to(tmp_path)
    (media / "plain.txt").write_text("plain")
    running = Preview(archive)

    assert running.get("/times/media/plain.txt").content == b"plain"
    assert running.get("/times/media/link.txt").status == 404
    assert running.get("/times/media/folder/secret.txt").status == 404
    with running.change("brought together"):
        (media / "plain.txt").unlink()
        (media / "plain.txt").symlink_to(tmp_path / "secret.txt")
    assert running.get("/times/media/plain.txt").status == 404
    running.end()


def test_a_head_of_ten_megabytes_ends_its_own_connection_alone(preview):
    answer = raw(
        preview.port, f"GET /times/ HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\nX: ".encode() + b"x" * 10_000_000)

    assert answer == b"" or answer.startswith(b"HTTP/1.1 400 ") or answer.startswith(b"HTTP/1.1 431 ")
    assert preview.get(TALKS_PAGE).status == 200


def test_what_is_no_request_ends_its_own_connection_alone(preview):
    for request in (b"\0" * 1000 + b"\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00", b"GET\r\n\r\n", b"\xff" * 5000):
        raw(preview.port, request + b"\r\n\r\n", seconds=3)

    assert preview.get(TALKS_PAGE).status == 200


def test_two_thousand_connections_leave_room_for_one_more(preview):
    connections = []
    try:
        for _ in range(2000):
            connections.append(socket.create_connection(("127.0.0.1", preview.port), timeout=10))
        assert preview.get(TALKS_PAGE).status == 200
        head = f"GET {TALKS_PAGE} HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\n\r\n".encode()
        for connection in connections[::100]:
            connection.sendall(head)
            assert connection.recv(100).startswith(b"HTTP/1.1 200 ")
    finally:
        for connection in connections:
            connection.close()


# --- Beginning and ending


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_ends_it_well_even_with_a_page_open(archive, number, open_page):
    running = Preview(archive)
    visit(open_page, running, TALKS_PAGE)

    running.process.send_signal(number)

    assert running.process.wait(5) == 0


def test_a_port_that_is_taken_is_told_with_the_next_free_one(preview, archive):
    result = dateline("preview", "--archive", archive, "--port", preview.port, expect=3)

    assert f"cannot listen on 127.0.0.1:{preview.port}" in result.stderr
    free = int(re.search(r"--port (\d+)", result.stderr).group(1))
    assert free > preview.port


def test_without_an_archive_and_with_a_wrong_port_it_is_misuse(tmp_path):
    assert "no archive" in dateline("preview", "--archive", tmp_path, expect=2).stderr
    assert "--port" in dateline("preview", "--port", "70000", expect=2).stderr


def test_where_others_reach_it_nobody_corrects_names_from_pages(archive):
    running = Preview(archive, "--address", "0.0.0.0")
    running.wait_for("whoever reaches this address")
    headers = fix_headers(running)

    assert running.get("/-/dateline/fix", "POST", FIX, **headers).status == 403
    running.end()


def test_drafts_are_shown_when_asked_for(archive):
    (archive / "Content" / "articles" / "draft.md").write_text(
        "---\ntitle: A draft\ndate: 2017-03-28\nstatus: draft\n---\nText.\n")
    page = "/times/2017/03/28/a-draft/"
    plainly = Preview(archive)
    assert plainly.get(page).status == 404
    plainly.end()
    running = Preview(archive, "--drafts")

    assert running.get(page).status == 200
    running.end()


def test_a_page_outlives_the_preview_and_follows_the_next_one(archive, open_page):
    first = Preview(archive)
    page = visit(open_page, first, TALKS_PAGE)
    first.end()
    edited = TALKS.replace("Paragraph 3 of", "The third of")
    (archive / "Content" / "articles" / "talks.md").write_text(edited)

    second = subprocess.Popen(
        [program(), "preview", "--archive", str(archive), "--port", str(first.port)],
        stdout=subprocess.DEVNULL)
    page.get_by_text("The third of the report.").wait_for()
    second.send_signal(signal.SIGINT)
    assert second.wait(10) == 0
