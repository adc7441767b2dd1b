"""Constructs of other systems: no reader sees template source, and no word is lost."""

import collections
import html
import html.parser
import json
import re

from conftest import shared

TEMPLATE = re.compile(r"\{\{|\{%|\{:")


class Prose(html.parser.HTMLParser):
    """What a reader reads that is no code, and every attribute."""

    def __init__(self, text):
        super().__init__()
        self.code = 0
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.code += tag in ("code", "pre", "script", "style")
        self.found += [value for _, value in attributes if value and TEMPLATE.search(value)]

    def handle_endtag(self, tag):
        self.code -= tag in ("code", "pre", "script", "style")

    def handle_data(self, data):
        if not self.code and TEMPLATE.search(data):
            self.found.append(data)


def test_no_page_of_real_posts_shows_template_source(posts):
    found = {
        str(file.relative_to(posts)): prose.found
        for file in posts.rglob("*.html")
        if (prose := Prose(file.read_text())).found
    }

    # One post speaks of the braces, in `{% raw %}`.
    assert len(found) == 1 and "Fill out the values in {{ }}" in str(found)


def test_no_word_of_real_posts_is_lost(posts):
    sources = shared("corpora/18f")
    words = lost = 0
    for year in (posts / "data/articles").glob("*.jsonl"):
        for line in year.read_text().splitlines():
            article = json.loads(line)
            if "file" not in article:
                continue
            body = (sources / article["file"].split("/")[-1]).read_text()
            body = re.sub(r"^---\n.*?\n---\s*\n", "", body, count=1, flags=re.S)
            # What is no prose: tags, comments, scripts, addresses, the languages of code.
            for pattern in (
                r"\{%.*?%\}|\{\{.*?\}\}|\{:.*?\}", r"<!--.*?-->|<(script|style)\b.*?</\1>",
                r"\]\([^)]*\)|\]:[^\n]*|<[^>]*>|https?://\S+", r"(?m)^\s*```.*$",
            ):
                body = re.sub(pattern, " ", body, flags=re.S)
            page = (posts / article["address"].strip("/") / "index.html").read_text()
            missing = count(body) - count(re.sub(r"<[^>]*>", " ", page))
            words += sum(count(body).values())
            lost += sum(missing.values())

    # Reference labels and the like are taken for words here: one in ten thousand.
    assert words > 350_000 and lost < words / 10_000, (words, lost)


def count(text):
    return collections.Counter(re.findall(r"[A-Za-z]{3,}", html.unescape(text)))
