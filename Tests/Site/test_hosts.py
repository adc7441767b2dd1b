"""Sites as hosts serve them: what each is told, what it takes, and that pages ask nobody else."""

import http.client
import json
import pathlib
import re
import shutil

import pytest

from conftest import dateline, make_archive, plain_http, shared
from pages import pages, target
from test_browser import KINDS, file
from test_redirects import free_port, served

POLICY = ("default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'self'; "
          "script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'")


def built(sample_archive, folder: pathlib.Path, settings: str) -> pathlib.Path:
    """The sample with other settings, in the folder that its `base_url` names: the host's root."""
    shutil.copytree(sample_archive / "Content", folder / "Content")
    given = folder / "Content" / "archive.yml"
    given.write_text(given.read_text() + settings)
    (folder / "Content" / "media").mkdir(exist_ok=True)
    (folder / "Content" / "media" / "note.txt").write_text("“Noon”\n")
    dateline("build", "--archive", folder, "--output", folder / "root" / "mosul", "--strict")
    return folder / "root"


@pytest.fixture(scope="module")
def nginx(sample_archive, tmp_path_factory):
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    folder = tmp_path_factory.mktemp("nginx")
    root = built(sample_archive, folder, "host: nginx\n")
    port = free_port()
    config = folder / "nginx.conf"
    config.write_text(f"""
        daemon off; pid {folder}/pid; error_log {folder}/error.log;
        events {{}}
        http {{
          access_log off; include /etc/nginx/mime.types;
          client_body_temp_path {folder}/b; proxy_temp_path {folder}/p;
          fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
          include {root}/mosul/redirects.nginx.conf;
          server {{
            listen 127.0.0.1:{port}; root {root};
            if ($dateline_redirect) {{ return 301 $dateline_redirect; }}
            if ($dateline_gone) {{ return 410; }}
            error_page 410 $dateline_gone;
            location "/mosul/" {{ include {root}/mosul/site.nginx.conf; }}
          }}
        }}""")
    yield from served(
        folder, port, [program, "-p", folder, "-c", config, "-e", folder / "error.log"])


@pytest.fixture(scope="module")
def apache(sample_archive, tmp_path_factory):
    program = shutil.which("apache2") or "/usr/sbin/apache2"
    folder = tmp_path_factory.mktemp("apache")
    root = built(sample_archive, folder, "host: apache\n")
    port = free_port()
    load = "".join(
        f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"
        for name in ["mpm_event", "authz_core", "dir", "mime", "rewrite", "headers"]
    )
    config = folder / "apache.conf"
    config.write_text(f"""{load}
        ServerName 127.0.0.1
        Listen 127.0.0.1:{port}
        PidFile {folder}/pid
        ErrorLog {folder}/error.log
        User nobody
        Group nogroup
        TypesConfig /etc/mime.types
        DirectoryIndex index.html
        DocumentRoot {root}
        <Directory {root}>
          AllowOverride FileInfo
          Require all granted
        </Directory>""")
    yield from served(folder, port, [program, "-f", config, "-DFOREGROUND"])


def answer(port: int, path: str):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path)
    response = connection.getresponse()
    response.read()
    return response


ARTICLE = "/mosul/2017/07/19/nine-months-3-the-river/"


@pytest.mark.parametrize("name", ["nginx", "apache"])
def test_a_server_with_our_file_says_type_charset_policy_and_how_long_to_keep(name, request):
    port = request.getfixturevalue(name)
    for path, kind in {
        "/mosul/": "text/html; charset=utf-8", ARTICLE: "text/html; charset=utf-8",
        "/mosul/assets/broadsheet.css": "text/css; charset=utf-8",
        ARTICLE + "cite.ris": "application/x-research-info-systems; charset=utf-8",
        ARTICLE + "cite.bib": "application/x-bibtex; charset=utf-8",
        "/mosul/data/articles/2017.jsonl": "application/jsonl; charset=utf-8",
        "/mosul/media/note.txt": "text/plain; charset=utf-8",
        "/mosul/no/such/page/": "text/html; charset=utf-8",
    }.items():
        response = answer(port, path)
        assert response.status == (404 if "no/such" in path else 200), path
        assert response.getheader("Content-Type").lower() == kind, path
        assert response.headers.get_all("Content-Security-Policy") == [POLICY], path
        assert response.headers.get_all("X-Content-Type-Options") == ["nosniff"], path
        assert response.headers.get_all("Referrer-Policy") == ["no-referrer"], path
        if response.status == 200:
            (kept,) = response.headers.get_all("Cache-Control")
            assert ("max-age=86400" in kept) == ("/media/" in path), path
            assert "/media/" in path or "max-age=0" in kept, path
    feed = answer(port, "/mosul/feeds/articles.xml").getheader("Content-Type")
    assert re.match(r"(application/atom\+xml|application/xml|text/xml)", feed)


@pytest.fixture(scope="module")
def plain_server(sample_archive, tmp_path_factory):
    """`python -m http.server`, with the site in a folder."""
    root = built(sample_archive, tmp_path_factory.mktemp("plain"), "host: plain\n")
    yield from plain_http(root)


@pytest.mark.parametrize("place", ["nginx", "apache", "plain_server", "disk"])
def test_no_page_asks_for_anything_outside_its_folder_and_the_policy_holds(
    place, request, sample_on_disk, chromium
):
    if place == "disk":
        site = sample_on_disk.as_uri() + "/"
    else:
        site = f"http://127.0.0.1:{request.getfixturevalue(place)}/mosul/"
    context = chromium.new_context()
    # Runs before the page, whatever its policy: each violation is told to the console.
    context.add_init_script(
        "document.addEventListener('securitypolicyviolation', e =>"
        " console.error('violation: ' + e.violatedDirective + ' ' + e.blockedURI))"
    )
    page = context.new_page()
    messages, requests = [], []
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))

    styled = 0
    for kind, path in KINDS.items():
        if kind in ("not found", "withdrawn article") and place != "plain_server":
            continue  # Servers answer with another status, which the console tells.
        page.goto(site + (file(path) if place == "disk" else path))
        if kind == "redirect":
            page.wait_for_url(lambda url: not url.endswith(path), wait_until="load")
        styled += page.evaluate("getComputedStyle(document.body).marginTop") == "0px"
    page.goto(site + file("search/") + "#q=Mosul" if place == "disk" else site + "search/#q=Mosul")
    page.locator("#results a").first.wait_for()
    # That violations are seen at all:
    said, asked = list(messages), list(requests)
    page.goto(site + ("index.html" if place == "disk" else ""))
    page.evaluate("document.body.appendChild(Object.assign(document.createElement('img'),"
                  " {src: 'https://example.com/x.png'}))")
    page.wait_for_timeout(100)
    context.close()

    assert said == []
    assert [url for url in asked if not url.startswith((site, "data:"))] == []
    assert len(asked) >= len(KINDS)
    assert styled >= len(KINDS) - 3
    assert any("violation: img-src" in message for message in messages)


def test_no_file_of_a_page_has_what_the_policy_forbids(sample, posts, illustrated):
    for site in (sample, posts, illustrated):
        for path, page in pages(site).items():
            forbidden = [name for tag, name in page.tags if name == "style" or name.startswith("on")]
            assert forbidden == [], path
            scripts = re.findall(r"<script\b[^>]*>", path.read_text(encoding="utf-8"))
            assert all("src=" in script or "ld+json" in script for script in scripts), path
            assert not re.search(r"<(style|iframe|object|embed|base)\b", path.read_text(encoding="utf-8"))


# Files of hosts


@pytest.mark.parametrize("host", ["netlify", "cloudflare"])
def test_a_host_of_headers_files_is_told_policy_and_caching(host, sample_archive, tmp_path):
    site = built(sample_archive, tmp_path, f"host: {host}\n") / "mosul"

    rules: dict[str, dict[str, str]] = {}
    for line in (site / "_headers").read_text().splitlines():
        if line.startswith("  "):
            name, value = line.strip().split(": ", 1)
            rules[path][name] = value
        else:
            path = line
            rules[path] = {}
    assert rules["/mosul/*"]["Content-Security-Policy"] == POLICY
    assert rules["/mosul/media/*"] == {"Cache-Control": "public, max-age=86400"}
    assert len(rules) <= 100 and max(map(len, (site / "_headers").read_text().splitlines())) < 2000
    redirects = (site / "_redirects").read_text().splitlines()
    assert "/mosul/news/2017/hadba-minaret-destroyed.html" in redirects[0]


def test_github_leaves_names_with_an_underscore_alone_and_gitlab_reads_redirects(
    sample_archive, tmp_path
):
    github = built(sample_archive, tmp_path / "github", "host: github\n") / "mosul"
    gitlab = built(sample_archive, tmp_path / "gitlab", "host: gitlab\n") / "mosul"

    assert (github / ".nojekyll").read_bytes() == b""
    assert (gitlab / "_redirects").read_text().split()[2] == "301"


def test_the_table_for_s3_gives_every_file_a_type_and_every_old_address_a_place(
    sample_archive, tmp_path
):
    site = built(sample_archive, tmp_path, "host: s3\n") / "mosul"

    first, *lines = map(json.loads, (site / "s3-objects.jsonl").read_text().splitlines())
    assert first == {"schema": 1, "type": "s3-objects"}
    suffixes = {line["suffix"]: line["content_type"] for line in lines if "suffix" in line}
    for path in site.rglob("*"):
        if path.is_file():
            assert path.suffix in suffixes, path
    assert suffixes[".html"] == "text/html; charset=utf-8"
    redirects = {line["key"]: line["redirect"] for line in lines if "key" in line}
    assert "news/2017/hadba-minaret-destroyed.html" in redirects
    for goal in redirects.values():
        assert (site / goal.removeprefix("/mosul/") / "index.html").exists()


# Limits


def test_with_few_files_to_spare_kinds_go_in_the_order_that_is_documented(sample_archive, tmp_path):
    def site(limit: int | None):
        folder = tmp_path / str(limit)
        options = [] if limit is None else ["--max-files", limit]
        result = dateline("build", "--archive", sample_archive, "--output", folder, "--locked", *options)
        return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}, result.stdout

    whole, said = site(None)
    assert "left out" not in said
    kinds = [
        ("citation files of articles", r"\d{4}/.*/cite\.\w+|undated/.*/cite\.\w+"),
        ("feeds of names", r"feeds/(people|organizations|places|events|works)/.*"),
        ("feeds of sections", r"feeds/sections/.*"),
        ("pages of days", r"\d{4}/\d\d/\d\d/(page/\d+/)?index\.html"),
    ]
    names = [kind for kind, _ in kinds]
    left, gone = len(whole), 0
    while gone < len(kinds):
        files, said = site(left - 1)
        assert len(files) <= left - 1
        absent = [kind for kind, pattern in kinds
                  if not any(re.fullmatch(pattern, path) for path in files)]
        # Room is reserved for the search index, so that two may go at once.
        assert absent == names[:len(absent)] and len(absent) > gone
        assert "left out, to stay within" in said and all(kind in said for kind in absent)
        assert dead(tmp_path / str(left - 1)) == []
        left, gone = len(files), len(absent)


def dead(folder: pathlib.Path):
    found = []
    for path, page in pages(folder).items():
        if path.name == "404.html":
            continue
        for link in page.links:
            aim = target(path, link)
            if aim is not None and not aim[0].exists():
                found.append((str(path.relative_to(folder)), link))
    return found


def test_cloudflare_takes_20_000_files_and_the_build_plans_for_that(tmp_path):
    archive = tmp_path / "many"
    articles = archive / "Content" / "articles"
    articles.mkdir(parents=True)
    (archive / "Content" / "archive.yml").write_text(
        "title: Many\nbase_url: https://example.org/\nhost: cloudflare\ncitations: articles\n")
    for number in range(5200):
        (articles / f"a{number}.md").write_text(
            f"---\ntitle: Number {number}\ndate: {2001 + number % 15}-{1 + number % 12:02}-{1 + number % 28:02}\n"
            "---\nText.\n")

    said = dateline("build", "--archive", archive, "--strict").stdout

    assert "left out, to stay within 20,000 files: 15,600 citation files of articles" in said
    assert sum(path.is_file() for path in (archive / "Public").rglob("*")) <= 20_000


def test_a_file_that_is_too_large_for_its_host_is_told(tmp_path):
    archive = tmp_path / "large"
    (archive / "Content" / "articles").mkdir(parents=True)
    (archive / "Content" / "media").mkdir()
    (archive / "Content" / "archive.yml").write_text(
        "title: Large\nbase_url: https://example.org/\nhost: cloudflare\n")
    (archive / "Content" / "articles" / "a.md").write_text("Text.\n")
    with open(archive / "Content" / "media" / "film.mp4", "wb") as film:
        film.truncate(26 << 20)

    result = dateline("build", "--archive", archive, "--strict", expect=1)

    assert "Content/media/film.mp4" in result.stderr
    assert "[host-limit]" in result.stderr and "26,214,400 bytes" in result.stderr
