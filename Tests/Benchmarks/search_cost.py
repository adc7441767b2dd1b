#!/usr/bin/env python3
"""What a reader's first search costs on a site that Dateline built, and whether it finds all.

    search_cost.py SITE QUERIES [--archive ARCHIVE] [--headlines 50] [--pagefind DIR]
                   [--results 10] [--runs 3] [--chromium PROGRAM]

QUERIES has a line for each: its kind, a tab, what is typed. For each a fresh profile of the browser
searches SITE, sent by a local server. The bytes are those of the bodies of the page's script and of
the index, as they are sent, without compression.

"ms" runs from the return key (of a prefix: from the letter) in a box that has had the focus for 300
ms, until the results stand there: what is brought while somebody types is counted in the bytes. "cold ms" runs from the beginning of the navigation to the address of that search until
then: page, script and all. Both are medians of RUNS.

With ARCHIVE, the folder that the site was built of, "scan" is the number of articles that a look at
every text finds, and HEADLINES articles drawn at random are searched by the three rarest words of
their headlines.

With DIR, a folder that has Pagefind's program somewhere (a virtual environment with PyPI's
"pagefind[bin]", say), Pagefind indexes the pages of SITE's articles, and searches the same queries
in the same run, each beside ours: a fresh profile with an empty page imports its script, starts it,
searches, and loads the first RESULTS results ("cold ms"; without import and start: "ms"). Each
shows what it shows by itself: the search page its first six articles and three names.
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
import subprocess
import sys
import tempfile
import threading
import time
import unicodedata

from playwright.sync_api import sync_playwright

DONE = """/^(\\d|No |The )/.test(found.textContent)"""
SEARCH = """([query, isTyped]) => new Promise(done => {
  const input = document.getElementById("query"), found = document.getElementById("found");
  const began = performance.now();
  const look = new MutationObserver(() => {
    if (!DONE) return;
    look.disconnect();
    done([performance.now() - began - (isTyped ? 120 : 0), found.textContent,
      [...document.querySelectorAll("#results ol a")].map(a => a.textContent)]);
  });
  look.observe(found, {childList: true});
  input.value = query;
  if (isTyped) input.dispatchEvent(new Event("input"));
  else document.getElementById("search").requestSubmit();
})""".replace("DONE", DONE)
# performance.now() counts from the beginning of the navigation.
ARRIVE = """() => {
  const look = new MutationObserver(() => {
    const found = document.getElementById("found");
    if (found && DONE) {
      window.doneAt = performance.now();
      look.disconnect();
    }
  });
  look.observe(document, {childList: true, subtree: true});
}""".replace("DONE", DONE)
PAGEFIND = """async ([query, count]) => {
  const began = performance.now();
  const pagefind = await import("/pagefind/pagefind.js");
  await pagefind.init();
  const started = performance.now();
  const found = await pagefind.search(query);
  await Promise.all(found.results.slice(0, count).map(result => result.data()));
  const now = performance.now();
  return [now - started, now - began, found.results.length];
}"""
ARTICLES = "[0-9][0-9][0-9][0-9]/[0-9][0-9]/[0-9][0-9]/*/index.html"


class Server(http.server.ThreadingHTTPServer):
    """Serves folders, and counts what it sends of a search."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, folder, counts):
        self.sent = []
        self.counts = counts
        super().__init__(("127.0.0.1", 0), functools.partial(Handler, directory=folder))
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}"


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Header and body in one packet, which else waits for the answer to the one before.
    wbufsize = -1
    disable_nagle_algorithm = True

    def send_head(self):
        path = self.translate_path(self.path)
        if self.server.counts(path) and os.path.isfile(path):
            self.server.sent.append((self.path, os.path.getsize(path)))
        return super().send_head()

    def log_message(self, *_):
        pass


class Dateline:
    """The search page."""

    def __init__(self, site):
        self.server = Server(site, lambda path: path.endswith(".js"))
        self.address = self.server.address + "/search/"

    def ask(self, browser, query, is_typed):
        """From the key: milliseconds, requests and bytes, number found and headlines shown."""
        context = browser.new_context()
        page = context.new_page()
        self.server.sent.clear()
        page.goto(self.address)
        page.focus("#query")
        page.wait_for_timeout(300)
        ms, status, titles = page.evaluate(SEARCH, [query, is_typed])
        page.wait_for_timeout(30)
        sent = list(self.server.sent)
        context.close()
        return ms, len(sent), sum(s for _, s in sent), int(re.sub(r"\D", "", status) or 0), titles

    def arrive(self, browser, query):
        """From the navigation: milliseconds."""
        context = browser.new_context()
        page = context.new_page()
        page.add_init_script(f"({ARRIVE})()")
        page.goto(f"{self.address}#q={query.replace('%', '%25').replace('&', '%26')}")
        page.wait_for_function("window.doneAt")
        ms = page.evaluate("window.doneAt")
        context.close()
        return ms


class Pagefind:
    """Pagefind over the same pages."""

    def __init__(self, folder, site, scratch, results):
        programs = [
            file for file in sorted(pathlib.Path(folder).rglob("pagefind*"))
            if file.is_file() and os.access(file, os.X_OK) and file.read_bytes()[:4] == b"\x7fELF"]
        if not programs:
            sys.exit(f"search_cost.py: no program of Pagefind stands below {folder}")
        self.results = results
        self.bundle = pathlib.Path(scratch) / "pagefind"
        began = time.monotonic()
        process = subprocess.Popen(
            [programs[0], "--site", site, "--output-path", self.bundle, "--quiet",
             "--glob", ARTICLES], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            sys.exit("search_cost.py: Pagefind failed")
        self.seconds, self.mebibytes = time.monotonic() - began, usage.ru_maxrss / 1024
        self.cpu = usage.ru_utime + usage.ru_stime
        (pathlib.Path(scratch) / "index.html").write_text("<!DOCTYPE html><title>empty</title>")
        self.server = Server(scratch, lambda path: "/pagefind/" in path)

    def ask(self, browser, query):
        context = browser.new_context()
        page = context.new_page()
        page.goto(self.server.address)
        self.server.sent.clear()
        ms, cold, found = page.evaluate(PAGEFIND, [query, self.results])
        sent = list(self.server.sent)
        context.close()
        return ms, len(sent), sum(size for _, size in sent), found, cold


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


def size(files):
    sizes = [file.stat().st_size for file in files if file.is_file()]
    return f"{sum(sizes) / 1e6:.2f} MB in {len(sizes)} files"


def describe(site):
    index = [file for file in (site / "search").iterdir() if file.suffix == ".js"]
    kinds = collections.defaultdict(list)
    for file in index:
        kinds[re.sub(r"^(?:n|e|\d+)(?=\w)|\d*\.js$", "", file.name)].append(file.stat().st_size)
    print(f"index: {size(index)}")
    for kind, sizes in sorted(kinds.items()):
        print(f"  {kind:<6}{len(sizes):>5} files, {sum(sizes) / 1e3:>9.1f} KB")


def headlines(articles, count, ours, browser):
    frequency = collections.Counter(
        word for _, fields in articles for word in set(" ".join(fields).split()))
    drawn = random.Random(1).sample(articles, min(count, len(articles)))
    hits = 0
    for title, _ in drawn:
        rare = sorted(set(words(title)), key=lambda word: (frequency[word], word))[:3]
        shown = ours.ask(browser, " ".join(rare), False)[4][:3]
        hits += title in [" ".join(t.split()) for t in shown]
    print(f"{hits} of {len(drawn)} headlines stand in the first three by three of their words")


def summarize(rows, title):
    for name, measure in (("median", statistics.median), ("highest", max)):
        columns = [measure(column) for column in zip(*rows)]
        cells = "".join(
            f"{r:>9.0f}{k / 1e3:>8.1f}{ms:>7.0f}{cold:>7.0f}" for r, k, ms, cold in
            (columns[i:i + 4] for i in range(0, len(columns), 4)))
        print(f"{f'{name}, {title}':<60}{cells}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("site", type=pathlib.Path)
    parser.add_argument("queries", type=pathlib.Path)
    parser.add_argument("--archive", type=pathlib.Path)
    parser.add_argument("--headlines", type=int, default=50)
    parser.add_argument("--pagefind", type=pathlib.Path, metavar="DIR")
    parser.add_argument("--results", type=int, default=10)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--chromium", default=shutil.which("chromium"))
    options = parser.parse_args()
    lines = options.queries.read_text(encoding="utf-8").splitlines()
    queries = [line.split("\t", 1) for line in lines if line and not line.startswith("#")]
    articles = read(options.archive) if options.archive else None
    describe(options.site)
    ours, theirs = Dateline(options.site), None
    scratch = tempfile.TemporaryDirectory()
    if options.pagefind:
        theirs = Pagefind(options.pagefind, options.site, scratch.name, options.results)
        print(
            f"Pagefind: {size(theirs.bundle.rglob('*'))}; {theirs.seconds:.2f} s, "
            f"{theirs.cpu:.2f} s of processor, {theirs.mebibytes:.0f} MiB")
    columns = f"{'requests':>9}{'KB':>8}{'ms':>7}{'cold':>7}"
    print(f"{'kind':<12}{'query':<34}{'found':>7}{'scan':>7}{columns}{columns if theirs else ''}")
    rows, wrong = collections.defaultdict(list), 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=options.chromium, args=["--no-sandbox"])
        ours.ask(browser, "warm up", False)
        for kind, query in queries:
            is_prefix = kind == "prefix"
            asked, cold, other = [], [], []
            for _ in range(options.runs):
                asked.append(ours.ask(browser, query, is_prefix))
                if not is_prefix:
                    cold.append(ours.arrive(browser, query))
                if theirs:
                    other.append(theirs.ask(browser, query))
            _, requests, sent, found, _ = asked[0]
            expected = scan(articles, query, is_prefix) if articles else ""
            wrong += articles is not None and found != expected
            ms = statistics.median(row[0] for row in asked)
            row = [requests, sent, ms, statistics.median(cold) if cold else ms]
            if theirs:
                row += [other[0][1], other[0][2], statistics.median(r[0] for r in other),
                        statistics.median(r[4] for r in other)]
            rows["all"].append(row)
            rows["phrases" if kind == "phrase" else "others"].append(row)
            cells = "".join(
                f"{r:>9.0f}{k / 1e3:>8.1f}{ms:>7.0f}{cold:>7.0f}" for r, k, ms, cold in
                (row[i:i + 4] for i in range(0, len(row), 4)))
            print(f"{kind:<12}{query[:33]:<34}{found:>7}{expected:>7}{cells}", flush=True)
        for title, own in rows.items():
            summarize(own, title)
        if articles:
            print(f"{wrong} of {len(queries)} queries found other articles than the scan")
            headlines(articles, options.headlines, ours, browser)
        browser.close()
    scratch.cleanup()
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
