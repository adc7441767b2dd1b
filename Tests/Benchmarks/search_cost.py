#!/usr/bin/env python3
"""What a reader's first search costs on a site that Dateline built, and whether it finds all.

    search_cost.py SITE QUERIES [--archive ARCHIVE] [--headlines 50] [--chromium PROGRAM]

QUERIES has a line for each: its kind, a tab, what is typed. For each a fresh profile of the browser
opens the search page of SITE from a local server, and searches. The bytes are those of the bodies
of the page's script and of the index, as they are sent, without compression. "ms" runs from the
return key (of a prefix: from the letter) until the results stand on the page. With ARCHIVE, the folder that the site was built
of, "scan" is the number of articles that a look at every text finds, and HEADLINES articles drawn
at random are searched by the three rarest words of their headlines.
"""

import argparse
import collections
import functools
import http.server
import os
import pathlib
import random
import re
import shutil
import statistics
import sys
import threading
import unicodedata

from playwright.sync_api import sync_playwright

SEARCH = """([query, isTyped]) => new Promise(done => {
  const input = document.getElementById("query"), found = document.getElementById("found");
  const began = performance.now();
  const look = new MutationObserver(() => {
    if (!/^(\\d|No |The )/.test(found.textContent)) return;
    look.disconnect();
    done([performance.now() - began - (isTyped ? 120 : 0), found.textContent,
      [...document.querySelectorAll("#results ol a")].map(a => a.textContent)]);
  });
  look.observe(found, {childList: true});
  input.value = query;
  if (isTyped) input.dispatchEvent(new Event("input"));
  else document.getElementById("search").requestSubmit();
})"""


class Server(http.server.ThreadingHTTPServer):
    """Serves a folder, and counts what it sends of the search."""

    daemon_threads = True

    def __init__(self, folder):
        self.sent = []
        super().__init__(("127.0.0.1", 0), functools.partial(Handler, directory=folder))
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def send_head(self):
        path = self.translate_path(self.path)
        if path.endswith(".js") and os.path.isfile(path):
            self.server.sent.append((self.path, os.path.getsize(path)))
        return super().send_head()

    def log_message(self, *_):
        pass


def words(text):
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", plain.lower())


def read(archive):
    """The words of each article, field by field: of title, dek, authors, topics and paragraphs."""
    articles = []
    for file in sorted((archive / "Content" / "articles").rglob("*.md")):
        front, body = file.read_text(encoding="utf-8").split("\n---\n", 1)
        values = dict(re.findall(r"^(\w+): ?(.*)$", front, re.M))
        title = values["title"].strip('"')
        fields = [title, values.get("summary", "")]
        for name in ("authors", "tags"):
            fields += values.get(name, "").strip("[]").split(",")
        body = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", body)
        body = re.sub(r"^(\d+\.|[-*>#]+) ", "\n\n", body, flags=re.M)
        fields += re.split(r"\n\s*\n", body)
        articles.append((title, [f" {' '.join(words(field))} " for field in fields]))
    return articles


def scan(articles, query, is_prefix):
    """How many articles have all words, or the phrase, of a query."""
    if query.startswith('"'):
        phrase = f" {' '.join(words(query))} "
        return sum(any(phrase in field for field in fields) for _, fields in articles)
    terms = [f" {word} " for word in words(query)]
    if is_prefix:
        terms[-1] = terms[-1].rstrip()
    return sum(all(any(t in f for f in fields) for t in terms) for _, fields in articles)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("site", type=pathlib.Path)
    parser.add_argument("queries", type=pathlib.Path)
    parser.add_argument("--archive", type=pathlib.Path)
    parser.add_argument("--headlines", type=int, default=50)
    parser.add_argument("--chromium", default=shutil.which("chromium"))
    options = parser.parse_args()
    lines = options.queries.read_text(encoding="utf-8").splitlines()
    queries = [line.split("\t", 1) for line in lines if line and not line.startswith("#")]
    articles = read(options.archive) if options.archive else None
    index = [f for f in (options.site / "search").iterdir() if f.suffix == ".js"]
    kinds = collections.defaultdict(list)
    for file in index:
        kinds[re.sub(r"^(?:n|e|\d+)(?=\w)|\d*\.js$", "", file.name)].append(file.stat().st_size)
    print(f"index: {sum(f.stat().st_size for f in index) / 1e6:.2f} MB in {len(index)} files")
    for kind, sizes in sorted(kinds.items()):
        print(f"  {kind:<6}{len(sizes):>5} files, {sum(sizes) / 1e3:>9.1f} KB")

    server = Server(options.site)
    page_address = f"http://127.0.0.1:{server.server_port}/search/"
    rows, wrong = [], 0
    print(f"{'kind':<12}{'query':<34}{'found':>7}{'scan':>7}{'requests':>9}{'KB':>8}{'ms':>7}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=options.chromium, args=["--no-sandbox"])

        def search(query, is_typed):
            context = browser.new_context()
            page = context.new_page()
            server.sent.clear()
            page.goto(page_address)
            ms, status, titles = page.evaluate(SEARCH, [query, is_typed])
            page.wait_for_timeout(30)
            context.close()
            count = re.sub(r"\D", "", status)
            return int(count or 0), titles, list(server.sent), ms

        search("warm up", False)
        for kind, query in queries:
            found, _, sent, ms = search(query, kind == "prefix")
            expected = scan(articles, query, kind == "prefix") if articles else ""
            wrong += articles is not None and found != expected
            rows.append((len(sent), sum(size for _, size in sent) / 1e3, ms))
            print(
                f"{kind:<12}{query[:33]:<34}{found:>7}{expected:>7}{len(sent):>9}"
                f"{rows[-1][1]:>8.1f}{ms:>7.0f}", flush=True)
        for name, measure in (("median", statistics.median), ("highest", max)):
            requests, size, ms = (measure(column) for column in zip(*rows))
            print(f"{name:<60}{requests:>9.0f}{size:>8.1f}{ms:>7.0f}")
        if articles:
            print(f"{wrong} of {len(queries)} queries found other articles than the scan")
            frequency = collections.Counter(
                word for _, fields in articles for word in set(" ".join(fields).split()))
            drawn = random.Random(1).sample(articles, min(options.headlines, len(articles)))
            hits = 0
            for title, _ in drawn:
                rare = sorted(set(words(title)), key=lambda word: (frequency[word], word))[:3]
                hits += title in [" ".join(t.split()) for t in search(" ".join(rare), False)[1][:3]]
            print(f"{hits} of {len(drawn)} headlines stand in the first three by three of their words")
        browser.close()
    server.shutdown()
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
