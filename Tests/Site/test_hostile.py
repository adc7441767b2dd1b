"""Hostile archives: each file ends as `expect.md` beside it says, alone and with all others."""

import hashlib
import html.parser
import json
import os
import pathlib
import re
import resource
import shutil
import socket
import subprocess
import xml.etree.ElementTree

import pytest
from conftest import dateline, program, shared
from pages import pages

SETTINGS = "title: Test\nbase_url: https://example.org/\nhost: netlify\nredirects: both\n"
PLAIN = "---\ntitle: Plain\ndate: 2016-01-01\n---\nText.\n"

# What a file of hostile/articles must be told; "built" where its page stands without a word.
# `CODE:LINE` is a diagnostic at a line; those that begin with "!" are errors.
ARTICLES = {
    "backticks": ["built"],
    "bidi-names": ["control-characters:2", "control-characters:4"],
    "capitals": ["built"],
    "collision-article-and-alias": ["built"],
    "collision-case-1": ["built"],
    "collision-case-2": ["built"],
    "collision-nfc": ["built"],
    "collision-nfd": ["built"],
    "collision-same-id-1": ["built"],
    "collision-same-id-2": ["built"],
    "control-characters": ["control-characters:5"],
    "csv-formula": ["control-characters:5"],
    "deep-brackets": ["built"],
    "deep-emphasis": ["built"],
    "deep-lists": ["built"],
    "deep-quotes": ["built"],
    "empty-slug": ["built"],
    "feed-cdata": ["built"],
    "future-date": ["date-outlying:3"],
    "html-entities": ["built"],
    "huge-year": ["!date-invalid:3"],
    "inject-all-fields": ["language-invalid:13"],
    "inject-urls": ["value-type:4"],
    "json-ld-breakout": ["built"],
    "link-definitions": ["built"],
    "long-line": ["built"],
    "long-slug": ["value-type:4"],
    "long-slug-multibyte": ["built"],
    "long-word": ["built"],
    "markdown-links": ["link-unsafe:5"],
    "media-traversal": ["media-outside:6"],
    "raw-html": ["html-dropped:5", "embed-linked:9", "link-unsafe:25"],
    "redirect-header-injection": ["!alias-invalid:5", "!address-escapes:6", "!address-escapes:7"],
    "reserved-names": ["built"],
    "ris-bibtex-injection": ["built"],
    "robots-embargo": ["unseen"],
    "template-injection": ["built"],
    "traversal-aliases": [f"!address-escapes:{line}" for line in range(5, 13)],
    "traversal-author": ["built"],
    "traversal-backslash": ["!address-escapes:4"],
    "traversal-id": ["!identifier-invalid:4"],
    "traversal-lang": ["!address-escapes:4"],
    "traversal-nul": ["!address-escapes:4"],
    "traversal-section": ["built"],
    "traversal-slug-absolute": ["!slug-invalid:4"],
    "traversal-slug-dots": ["!slug-invalid:4"],
    "traversal-tag": ["built"],
    "traversal-url-dots": ["!address-escapes:4"],
    "traversal-url-double-encoded": ["!address-escapes:4"],
    "traversal-url-encoded": ["!address-escapes:4"],
    "withdrawn": ["tombstone"],
    "yaml-bomb": ["!front-matter-invalid:6"],
    "yaml-deep": ["!front-matter-invalid:3"],
    "yaml-many-keys": ["built"],
    "yaml-tag": ["!front-matter-invalid:2"],
    "year-zero": ["!date-invalid:3"],
}

# What stands in no file of a site; elements and attributes are looked at one by one.
FORBIDDEN = re.compile(rb"<script>alert|<svg onload|SECRET-|-secret@")


def hostile(*names) -> list[pathlib.Path]:
    folder = shared("corpora/hostile") / "articles"
    return [folder / f"{name}.md" for name in names] if names else sorted(folder.glob("*.md"))


def archive_of(folder: pathlib.Path, files: list[pathlib.Path]) -> pathlib.Path:
    articles = folder / "Content" / "articles"
    articles.mkdir(parents=True)
    (folder / "Content" / "archive.yml").write_text(SETTINGS)
    (articles / "plain.md").write_text(PLAIN)
    for file in files:
        shutil.copy(file, articles)
    return folder


def build(archive: pathlib.Path, *arguments):
    """Builds, with a bound on memory; returns exit code, diagnostics, summary.

    The seconds are those of the processor, which other programs on the machine do not lengthen.
    """
    def bound():
        resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))

    before = tree(archive.parent, besides=archive)
    start = processor_seconds()
    result = subprocess.run(
        [program(), "build", "--archive", archive, "--json", *arguments],
        capture_output=True, text=True, timeout=60, preexec_fn=bound,
    )
    seconds = processor_seconds() - start
    assert result.returncode in (0, 1), result.stderr
    assert tree(archive.parent, besides=archive) == before
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    summary = next(line for line in lines if line["type"] == "summary")
    summary["seconds"] = seconds
    problems = [line for line in lines if line["type"] != "summary"]
    return result.returncode, problems, summary


def processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def tree(folder: pathlib.Path, besides: pathlib.Path):
    return sorted(
        str(path) for path in folder.rglob("*") if path != besides and besides not in path.parents
    )


def told(problems) -> set[str]:
    return {
        ("!" if problem["severity"] == "error" else "") + f"{problem['code']}:{problem['line']}"
        for problem in problems
        if problem["file"].endswith(".md")
    }


class Links(html.parser.HTMLParser):
    """Every address that a page names, and every element and attribute."""

    def __init__(self, text):
        super().__init__()
        self.addresses, self.names, self.scripts = [], set(), []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.names.add(tag)
        for name, value in attributes:
            self.names.add(f"{tag}@{name}")
            if name in ("href", "src", "action", "data", "poster", "formaction"):
                self.addresses.append((tag, name, value or ""))
        if tag == "script":
            self.scripts.append(dict(attributes).get("type"))


def check_site(site: pathlib.Path):
    """What no hostile archive may change in a site."""
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        relative = str(file.relative_to(site))
        data = file.read_bytes()
        assert all(len(part.encode()) <= 90 for part in relative.split("/")), relative
        assert re.fullmatch(r"[A-Za-z0-9._/-]+", relative), relative
        assert not re.search(r"(^|/)(con|prn|aux|nul|com\d|lpt\d)(\.|/|$)", relative), relative
        # The index of the search is packed, seven bits to a character: data, in a script's string.
        is_packed = re.fullmatch(r"search/(?!index)\w+\.js", relative)
        if is_packed:
            assert re.fullmatch(r'datelineSearch\((?:"[^"\r\n]*",?)+\)\n', data.decode("utf-8")), relative
        elif file.suffix in (".html", ".xml", ".json", ".jsonl", ".txt", ".css", ".js"):
            text = data.decode("utf-8")
            assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]", text), relative
        if file.suffix == ".xml":
            xml.etree.ElementTree.fromstring(data)
        if file.suffix == ".html":
            page = Links(text)
            for tag, name, address in page.addresses:
                if (tag, address) == ("link", "data:,"):
                    continue  # No icon: so says each page, that no browser asks for one.
                scheme = re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", address)
                assert not scheme or scheme[0] in ("http:", "https:", "mailto:", "tel:"), (
                    relative, address)
                assert not (tag in ("img", "script", "link", "iframe", "video", "audio", "source")
                            and name != "href" and re.match("(https?:)?//", address)), (
                    relative, address)
            events = {name for name in page.names if re.search("@on|@style$|@srcdoc", name)}
            assert not events, (relative, events)
            assert not page.names & {
                "iframe", "object", "embed", "base", "form@action", "math", "template"}, relative
            assert set(page.scripts) <= {None, "application/ld+json", "module"}, relative
            for script in re.findall(r"<script[^>]*>(.*?)</script>", text, re.DOTALL):
                assert "<" not in script and "\u2028" not in script, relative
            for block in re.findall(
                r'<script type="?application/ld\+json"?>(.*?)</script>', text, re.DOTALL
            ):
                json.loads(block)
        if file.suffix in (".html", ".xml", ".json", ".jsonl", ".txt"):
            assert not FORBIDDEN.search(data), relative


def test_every_file_of_the_set_has_an_expectation():
    assert {file.stem for file in hostile()} == set(ARTICLES)


@pytest.mark.parametrize("name", sorted(ARTICLES))
def test_a_hostile_article_alone(name, tmp_path):
    archive = archive_of(tmp_path / "archive", hostile(name))

    code, problems, summary = build(archive)

    expected = set(ARTICLES[name])
    errors = {line for line in expected if line.startswith("!")}
    assert expected - {"built", "unseen", "tombstone"} <= told(problems)
    assert code == (1 if errors else 0)
    assert {line for line in told(problems) if line.startswith("!")} >= errors
    assert summary["articles"] == (2 if "built" in expected or not errors and ":" in ARTICLES[name][0] else 1)
    assert summary["seconds"] < 1
    site = archive / "Public"
    assert (site / "2016/01/01/plain/index.html").exists()
    check_site(site)


def test_all_hostile_articles_together(tmp_path):
    archive = archive_of(tmp_path / "archive", hostile())

    code, problems, summary = build(archive)

    assert code == 1
    tombstones = 1
    counted = summary["articles"] + summary["left_out"] + summary["not_shown"] + tombstones
    assert counted == len(ARTICLES) + 1
    check_site(archive / "Public")
    again, _, second = build(archive)
    assert (again, second["written"], second["removed"]) == (1, 0, 0)


def test_names_that_differ_in_case_or_form_alone_have_addresses_of_their_own(tmp_path):
    archive = archive_of(
        tmp_path / "archive",
        hostile("collision-case-1", "collision-case-2", "collision-nfc", "collision-nfd"),
    )

    code, _, _ = build(archive)

    day = archive / "Public/2017/03/26"
    assert code == 0
    assert sorted(path.name for path in day.iterdir() if path.is_dir()) == [
        "cafe-zoe", "cafe-zoe-2", "mosul", "mosul-2"]
    lock = (archive / "Content/authorities/ids.lock").read_text()
    assert "mosul-2" in lock and "cafe-zoe-2" in lock


def test_one_id_of_two_articles_is_an_error_that_names_both(tmp_path):
    archive = archive_of(tmp_path / "archive", hostile("collision-same-id-1", "collision-same-id-2"))

    result = dateline("build", "--archive", archive, expect=1)

    assert "collision-same-id-1.md:3:5" in result.stderr
    assert "collision-same-id-2.md:3:5" in result.stderr


def test_an_alias_on_another_articles_page_is_an_error_that_names_both(tmp_path):
    archive = archive_of(
        tmp_path / "archive", hostile("collision-article-and-alias", "collision-case-1"))

    result = dateline("build", "--archive", archive, expect=1)

    assert "collision-article-and-alias.md:4" in result.stderr
    assert "collision-case-1.md" in result.stderr


def test_aliases_over_own_pages_are_errors_and_sound_ones_are_written(tmp_path):
    archive = archive_of(tmp_path / "archive", [])
    article = archive / "Content/articles/aliases.md"
    text = "---\ntitle: Aliases\ndate: 2017-03-26\naliases: [{}, /ok/old/, '/?p=12']\n---\nText.\n"
    for alias in ("/index.html", "/search/", "/.dateline-manifest", "/manifest-sha256.txt"):
        article.write_text(text.format(alias))
        result = dateline("build", "--archive", archive, expect=1)
        assert re.search(r"aliases\.md:4:\d+: error", result.stderr), alias

    article.write_text(text.format("/old/"))
    dateline("build", "--archive", archive)
    assert (archive / "Public/ok/old/index.html").exists()


def test_redirect_maps_keep_one_rule_a_line(tmp_path):
    for host in ("netlify", "nginx", "apache"):
        archive = archive_of(tmp_path / host, hostile("inject-all-fields"))
        (archive / "Content/archive.yml").write_text(SETTINGS.replace("netlify", host))
        (archive / "Content/articles/old.md").write_text(
            "---\ntitle: Old\ndate: 2016-02-02\n"
            "aliases: [\"/e'$1;\", '/?p=12', /c;d]\n"
            "---\nText.\n")
        result = dateline("build", "--archive", archive)
        maps = [path for path in (archive / "Public").rglob("*")
                if path.name in ("_redirects", ".htaccess") or path.name == "redirects.nginx.conf"]
        assert maps, result.stderr
        for path in maps:
            for line in filter(lambda line: not line.startswith("#"), path.read_text().splitlines()):
                bare = re.sub(r'"[^"]*"', "", line)
                assert "evil" not in line and bare.count(";") <= 1, line


def test_a_bomb_of_aliases_takes_neither_time_nor_memory(tmp_path):
    archive = archive_of(tmp_path / "archive", hostile("yaml-bomb"))

    start = processor_seconds()
    subprocess.run([program(), "build", "--archive", archive], capture_output=True, timeout=10)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss

    assert processor_seconds() - start < 1
    assert peak < 1 << 20, "in KiB"


@pytest.mark.parametrize(
    "line", ["base-url: \"javascript:alert(1)\"", "language: \"en\\\" onload=alert(1)\"",
             "permalinks: \"/../../:slug/\"", "output: ../../../../tmp", "theme: ../../../etc"])
def test_a_hostile_setting_is_an_error_at_its_line_and_writes_nothing(line, tmp_path):
    archive = archive_of(tmp_path / "archive", [])
    (archive / "Content/archive.yml").write_text(f"title: \"<script>alert(1)</script>\"\n{line}\n")

    result = dateline("build", "--archive", archive, expect=1)

    assert re.search(r"archive\.yml:2:\d+: error", result.stderr)
    assert not (archive / "Public").exists()


def test_the_hostile_settings_together_write_nothing(tmp_path):
    archive = archive_of(tmp_path / "archive", [])
    shutil.copy(shared("corpora/hostile") / "archive.yml", archive / "Content")

    result = dateline("build", "--archive", archive, expect=1)

    for line in range(2, 7):
        assert re.search(rf"archive\.yml:{line}:\d+: error", result.stderr), line
    assert sorted(path.name for path in archive.iterdir()) in (["Content"], [".dateline", "Content"])


def test_hostile_records_are_named_and_the_names_are_literal(tmp_path):
    archive = archive_of(tmp_path / "archive", [])
    (archive / "Content/authorities").mkdir()
    shutil.copy(shared("corpora/hostile") / "authorities/hostile.yml",
                archive / "Content/authorities")
    (archive / "Content/articles/text.md").write_text(
        "---\ntitle: Text\ndate: 2017-01-01\n---\n" + "aaaaaaaaaaaaaaaaaaaaaaaa! IS and (a+)+$.\n")

    code, problems, summary = build(archive)

    assert code == 1 and summary["seconds"] < 1
    told = {(problem["line"], problem["code"]) for problem in problems
            if problem["file"].endswith("hostile.yml")}
    assert told >= {
        (1, "value-type"), (2, "authority-invalid"), (3, "authority-invalid"),
        (4, "authority-cycle"), (7, "authority-clash"), (8, "authority-invalid"),
        (9, "authority-invalid"), (10, "authority-common-name")}
    check_site(archive / "Public")


# MARK: What cannot be kept in a repository: see hostile/names/README.md.


def names(tmp_path) -> pathlib.Path:
    shared("corpora/hostile/names")
    return archive_of(tmp_path / "archive", [])


def test_links_in_circles_and_out_of_the_archive_are_passed_over(tmp_path):
    archive = names(tmp_path)
    articles = archive / "Content/articles"
    (articles / "loop").symlink_to("..")
    (articles / "a").symlink_to("b")
    (articles / "b").symlink_to("a")
    (articles / "leak.md").symlink_to("/etc/passwd")
    (archive / "Content/media").mkdir()
    (tmp_path / "secret.png").write_bytes(b"SECRET-PICTURE")
    (archive / "Content/media/leak.png").symlink_to("../../../secret.png")

    result = dateline("build", "--archive", archive)

    for name in ("articles/loop", "articles/a", "articles/b", "leak.md", "leak.png"):
        assert name in result.stderr
    assert not any(b"SECRET" in file.read_bytes() or b"root:" in file.read_bytes()
                   for file in (archive / "Public").rglob("*") if file.is_file())


def test_an_output_folder_that_is_a_link_is_refused(tmp_path):
    archive = names(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    (archive / "Public").symlink_to(tmp_path / "elsewhere")

    result = dateline("build", "--archive", archive, expect=2)

    assert "Public is a symbolic link" in result.stderr
    assert not list((tmp_path / "elsewhere").iterdir())
    dateline("build", "--archive", archive, "--output", archive / "Public")
    assert (tmp_path / "elsewhere/index.html").exists()


def test_nothing_is_written_through_a_link_inside_the_output(tmp_path):
    archive = names(tmp_path)
    dateline("build", "--archive", archive)
    (tmp_path / "elsewhere").mkdir()
    shutil.rmtree(archive / "Public/2016")
    (archive / "Public/2016").symlink_to(tmp_path / "elsewhere")

    result = subprocess.run(
        [program(), "build", "--archive", archive], capture_output=True, text=True)

    assert result.returncode in (1, 3) and "2016" in result.stderr
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_page_made_by_hand_is_left_as_it_is(tmp_path):
    archive = names(tmp_path)
    (archive / "Public").mkdir()
    (archive / "Public/index.html").write_text("mine")

    result = dateline("build", "--archive", archive, expect=1)

    assert "index.html" in result.stderr
    assert (archive / "Public/index.html").read_text() == "mine"


@pytest.mark.parametrize("manifest", [
    b"%s  ../../victim\n" % hashlib.sha256(b"mine").hexdigest().encode(),
    b"%s  /etc/hostname\n" % hashlib.sha256(b"mine").hexdigest().encode(),
    b"\xff" * 4096, b"e3b0c442", b"",
])
def test_a_manifest_that_lies_removes_nothing(manifest, tmp_path):
    archive = names(tmp_path)
    (tmp_path / "victim").write_text("mine")
    dateline("build", "--archive", archive)
    (archive / "Public/mine.txt").write_text("mine")
    (archive / "Public/manifest-sha256.txt").write_bytes(manifest)

    subprocess.run([program(), "build", "--archive", archive], capture_output=True, timeout=10)

    assert (tmp_path / "victim").read_text() == "mine"
    assert (archive / "Public/mine.txt").read_text() == "mine"


ODD = ["-rf.md", "--help.md", "a b.md", "a%20b.md", "a#b.md", "a?b.md", 'a"b.md', "<x>.md",
       "line\nfeed.md", "esc\x1b[31m.md", "x" * 247 + ".md"]


@pytest.mark.parametrize("name", ODD)
def test_an_odd_file_name_is_built_and_shown_without_control_characters(name, tmp_path):
    archive = names(tmp_path)
    (archive / "Content/articles" / name).write_text("---\ntitel: Odd\n---\nText.\n")

    result = subprocess.run(
        [program(), "build", "--archive", archive], capture_output=True, text=True, timeout=10)

    assert result.returncode in (0, 1)
    assert "\x1b" not in result.stderr + result.stdout
    assert all(re.match(r"[ -~\u00a0-\uffff]*$", line) for line in result.stderr.splitlines())
    assert (archive / "Public/2016/01/01/plain/index.html").exists()
    check_site(archive / "Public")


def test_a_file_name_that_is_no_text_is_refused_with_a_message(tmp_path):
    archive = names(tmp_path)
    folder = os.fsencode(archive / "Content/articles")
    with open(folder + b"/\xff.md", "w") as file:
        file.write("---\ntitle: Odd\n---\nText.\n")

    result = subprocess.run([program(), "build", "--archive", archive], capture_output=True)

    assert result.returncode in (0, 1)
    assert b"UTF-8" in result.stderr
    assert (archive / "Public/2016/01/01/plain/index.html").exists()


def test_one_name_in_two_normal_forms_is_an_error(tmp_path):
    archive = names(tmp_path)
    for name in ("Caf\u00e9.md", "Cafe\u0301.md"):
        (archive / "Content/articles" / name).write_text(
            "---\ntitle: Caf\u00e9\ndate: 2017-01-01\n---\nText.\n")

    code, problems, summary = build(archive)

    assert (code, summary["articles"]) == (1, 2)
    assert [problem["code"] for problem in problems] == ["identifier-duplicate"]


def test_what_is_no_file_is_passed_over_and_never_waited_for(tmp_path):
    archive = names(tmp_path)
    articles = archive / "Content/articles"
    os.mkfifo(articles / "pipe.md")
    (articles / "folder.md").mkdir()
    (articles / "folder.md/inner.md").write_text("---\ntitle: Inner\ndate: 2016-02-02\n---\nText.\n")
    with socket.socket(socket.AF_UNIX) as listener:
        here = os.getcwd()
        os.chdir(articles)
        listener.bind("socket.md")
        os.chdir(here)

        result = dateline("build", "--archive", archive)

    assert "pipe.md" in result.stderr and "socket.md" in result.stderr
    assert (archive / "Public/2016/02/02/inner/index.html").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser reads every file")
def test_a_file_without_permission_is_an_error_with_its_name(tmp_path):
    archive = names(tmp_path)
    (archive / "Content/articles/shut.md").write_text(PLAIN)
    (archive / "Content/articles/shut.md").chmod(0)

    assert "shut.md" in dateline("build", "--archive", archive, expect=1).stderr


def test_a_file_of_two_gigabytes_is_refused(tmp_path):
    archive = names(tmp_path)
    with open(archive / "Content/articles/huge.md", "wb") as file:
        file.truncate(2 << 30)

    start = processor_seconds()
    result = dateline("build", "--archive", archive, expect=1)

    assert "huge.md" in result.stderr and processor_seconds() - start < 1
    assert (archive / "Public/2016/01/01/plain/index.html").exists()


def test_folders_a_thousand_deep_end_with_pages_or_a_message(tmp_path):
    archive = names(tmp_path)
    script = "cd Content/articles && for i in $(seq 1100); do mkdir d && cd d; done; cat > deep.md"
    subprocess.run(["bash", "-c", script], cwd=archive, input=PLAIN, text=True, check=True)

    result = subprocess.run(
        [program(), "build", "--archive", archive], capture_output=True, text=True, timeout=20)

    assert result.returncode in (0, 1)
    assert "d/d" in result.stderr or "2 articles" in result.stdout
    subprocess.run(["rm", "-rf", archive / "Content"], check=True)


def test_an_article_that_changes_during_the_build_breaks_nothing(tmp_path):
    archive = names(tmp_path)
    articles = archive / "Content/articles"
    for number in range(400):
        (articles / f"{number}.md").write_text(
            f"---\ntitle: Text {number}\ndate: 2016-02-02\n---\n" + "Words of a text. " * 400)
    running = subprocess.Popen(
        [program(), "build", "--archive", archive], stderr=subprocess.PIPE, text=True)
    for number in range(400):
        if number % 2:
            (articles / f"{number}.md").unlink()
        else:
            (articles / f"{number}.md").write_text("---\ntitle: Sho")
    running.communicate(timeout=60)

    assert running.returncode in (0, 1)
    code, _, summary = build(archive)
    assert summary["articles"] + summary["left_out"] == 201
    check_site(archive / "Public")
