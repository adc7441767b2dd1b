"""What the tests of whole sites share: the program, the archives, the sites built of them."""

import functools
import http.server
import os
import pathlib
import shutil
import struct
import subprocess
import threading
import zlib

import pytest
from playwright.sync_api import sync_playwright

import kinds

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
SHARED = pathlib.Path(os.environ.get("DATELINE_SHARED", REPOSITORY.parent / "shared"))


def program() -> str:
    named = os.environ.get("DATELINE")
    if named is None:
        pytest.exit("DATELINE must name the program to test: bash Tests/run.sh does so", 2)
    return named


def dateline(*arguments, expect=0, **options):
    """Run the program; its exit code is part of what is tested, unless None is expected."""
    result = subprocess.run(
        [program(), *map(str, arguments)], capture_output=True, text=True, timeout=300, **options
    )
    assert expect in (result.returncode, None), result.stdout + result.stderr
    return result


def shared(path: str) -> pathlib.Path:
    """A folder of the shared data, which must be there in CI and may be missing elsewhere."""
    folder = SHARED / path
    if not folder.exists():
        message = f"the shared data are missing: no {folder}"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return folder


def make_archive(folder: pathlib.Path, articles: pathlib.Path, pattern: str, settings: str):
    """An archive of our own around articles that come without one."""
    content = folder / "Content" / "articles"
    content.mkdir(parents=True)
    for file in sorted(articles.glob(pattern)):
        shutil.copy(file, content)
    (folder / "Content" / "archive.yml").write_text(settings)
    return folder


@pytest.fixture(scope="session")
def sample_archive(tmp_path_factory) -> pathlib.Path:
    folder = tmp_path_factory.mktemp("sample")
    shutil.copytree(REPOSITORY / "Content", folder / "Content")
    return folder


@pytest.fixture(scope="session")
def sample(sample_archive) -> pathlib.Path:
    dateline("build", "--archive", sample_archive)
    return sample_archive / "Public"


@pytest.fixture(scope="session")
def posts(tmp_path_factory) -> pathlib.Path:
    """The site of 509 real posts."""
    archive = make_archive(
        tmp_path_factory.mktemp("posts"),
        shared("corpora/18f"),
        "20*.md",
        "title: 18F\nbase_url: https://example.org/18f/\n",
    )
    dateline("build", "--archive", archive)
    return archive / "Public"


@pytest.fixture(scope="session")
def wires(tmp_path_factory) -> pathlib.Path:
    """The site of raw wire texts."""
    archive = make_archive(
        tmp_path_factory.mktemp("wires"), shared("corpora/wire"), "*.txt", "title: Wires\n"
    )
    dateline("build", "--archive", archive)
    return archive / "Public"


@pytest.fixture(scope="session")
def inexact(tmp_path_factory) -> pathlib.Path:
    """The site of articles whose dates are inexact wherever a page shows one."""
    archive = tmp_path_factory.mktemp("inexact")
    articles = archive / "Content" / "articles"
    articles.mkdir(parents=True)
    (archive / "Content" / "archive.yml").write_text(
        "title: Old papers\nbase_url: https://example.org/old/\n"
    )
    dates = [
        "26 March 2017", "2017-03-26?", "circa March 1923", "spring 1923", "1923", "1923-XX",
        "1923-1925", "17 to 22 March 2017", "1985-04-12/..", "../1950", "the 1920s", "19XX", "",
    ]
    for number, date in enumerate(dates):
        other = dates[(number + 1) % len(dates)]
        status = "withdrawn" if number % 3 == 2 else "published"
        (articles / f"a{number}.md").write_text(
            f"---\ntitle: Article {number}\ndate: {date}\nupdated: {other}\nexpires: {other}\n"
            f"retrieved: {other}\nstatus: {status}\n"
            f"corrections: [{{date: '{other}', text: It was noon.}}]\n---\nText.\n"
        )
    dateline("build", "--archive", archive)
    return archive / "Public"


ILLUSTRATED = """---
title: At the quay
date: 2017-03-26
image: {src: /media/quay.png, alt: The quay, caption: Ships at noon, credit: Ann Lee}
---
<a name="start"></a>The ships came[^1] in. <b onclick="ran = 1">Back to the [start](#start).</b>

![A map of the harbour](map.svg "The harbour & the quay")

<figure><img src="/media/quay.png" width="9" height="9" alt=""><figcaption>Noon.</figcaption></figure>

| Ship | Tons |
|:-----|-----:|
| Dove | 1,200 |

<table><caption>Crews</caption><tr><th scope="row">Dove<td>12</table>

<iframe src="https://www.youtube.com/embed/aB-1" onload="ran = 1"></iframe>

<script>ran = 1</script><img src="x.png" onerror="ran = 1"><svg onload="ran = 1"><text>Dove</text></svg>
<a href="java&#115;cript:ran=1" id="trap">A trap</a>

<details ontoggle="ran = 1"><summary>More</summary>Text.</details>

<style>body { display: none }</style><form action="https://example.com/"><button>Vote</button></form>
<a href="unfinished and the rest

[^1]: At noon.
"""

DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30" onload="ran = 1">
<script>ran = 1</script><rect width="40" height="30" fill="#468"/>
<a href="javascript:ran=1"><text id="trap" x="4" y="20">Quay</text></a></svg>
"""


def picture(width: int, height: int) -> bytes:
    """A PNG of one colour."""
    rows = (b"\0" + b"\x44\x66\x88" * width) * height
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


@pytest.fixture(scope="session")
def illustrated(tmp_path_factory) -> pathlib.Path:
    """The site of an article with pictures, tables, notes, and what strangers put into theirs."""
    archive = tmp_path_factory.mktemp("illustrated")
    articles = archive / "Content" / "articles"
    articles.mkdir(parents=True)
    (archive / "Content" / "media").mkdir()
    (archive / "Content" / "archive.yml").write_text(
        "title: Harbour news\nbase_url: https://example.org/harbour/\n"
    )
    (articles / "quay.md").write_text(ILLUSTRATED)
    (articles / "map.svg").write_text(DRAWING)
    (archive / "Content" / "media" / "quay.png").write_bytes(picture(80, 60))
    dateline("build", "--archive", archive)
    return archive / "Public"


@pytest.fixture(scope="session")
def sample_on_disk(sample_archive, tmp_path_factory) -> pathlib.Path:
    """The sample as a site that is opened from a disk: its links name files."""
    archive = tmp_path_factory.mktemp("disk")
    shutil.copytree(sample_archive / "Content", archive / "Content")
    settings = archive / "Content" / "archive.yml"
    settings.write_text(settings.read_text() + "links: file\n")
    dateline("build", "--archive", archive)
    return archive / "Public"


def plain_http(root: pathlib.Path):
    """Serves a folder as `python -m http.server` does, and yields the port while it does."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    handler = functools.partial(Quiet, directory=root)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


@pytest.fixture(scope="session")
def server(sample, tmp_path_factory):
    """The address of the sample on a web server, in a folder as its `base_url` has it."""
    root = tmp_path_factory.mktemp("server")
    (root / "mosul").symlink_to(sample, target_is_directory=True)

    for port in plain_http(root):
        yield f"http://127.0.0.1:{port}/mosul/"


def complete_site(folder: pathlib.Path, theme: str):
    """Serves the sample with what it has none of, in a theme; yields the address."""
    shutil.copytree(REPOSITORY / "Content", folder / "Content")
    shutil.copytree(REPOSITORY / "Themes", folder / "Themes")
    kinds.complete(folder / "Content", picture(800, 600))
    settings = folder / "Content" / "archive.yml"
    settings.write_text(settings.read_text().replace("theme: broadsheet", f"theme: {theme}"))
    dateline("build", "--archive", folder)
    (folder / "mosul").symlink_to(folder / "Public", target_is_directory=True)
    for port in plain_http(folder):
        yield f"http://127.0.0.1:{port}/mosul/"


@pytest.fixture(scope="session")
def every_kind(tmp_path_factory):
    """The address of a site that has each kind of page."""
    yield from complete_site(tmp_path_factory.mktemp("every"), "broadsheet")


@pytest.fixture(scope="session")
def every_kind_in_plain(tmp_path_factory):
    """The same in the second theme."""
    yield from complete_site(tmp_path_factory.mktemp("plain"), "plain")


@pytest.fixture(scope="session")
def chromium():
    """Debian's browser; `CHROMIUM` names another."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium):
    """Opens pages: `open_page(address, width=320, scheme="dark", scripts=False)`."""
    contexts = []

    def open(address: str, width=1280, scheme="light", scripts=True):
        context = chromium.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme,
            java_script_enabled=scripts,
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    yield open
    for context in contexts:
        context.close()
