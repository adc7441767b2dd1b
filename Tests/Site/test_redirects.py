"""Old addresses as a reader meets them: from a disk, and through the web servers that read our maps."""

import http.client
import pathlib
import shutil
import socket
import subprocess
import time

import pytest

from conftest import dateline

ALIASES = ["/?p=12", "/index.php?id=7&lang=en", "/old/page.html", "/old/path/", "/café/100%25/",
           "/a;b/", "/$1/$uri/", "/(.*)/", "/~x/", "/default/", "/q?x={};", "/x[G]/", "/a'b/", "/*/"]
NEW = "/times/2017/03/26/talks-resume/"
GONE = "/times/2017/03/27/gone/"


def build(folder: pathlib.Path, settings: str) -> pathlib.Path:
    articles = folder / "Content" / "articles"
    articles.mkdir(parents=True)
    (folder / "Content" / "archive.yml").write_text(
        f"title: The Example Times\nbase_url: http://127.0.0.1/times/\n{settings}\n"
    )
    aliases = "".join(f'\n  - "{alias}"' for alias in ALIASES)
    (articles / "talks.md").write_text(
        f"---\ntitle: Talks resume\ndate: 2017-03-26\naliases:{aliases}\n---\nThe talks resumed.\n"
    )
    (articles / "gone.md").write_text(
        "---\ntitle: Gone\ndate: 2017-03-27\nstatus: withdrawn\n"
        "corrections: [{kind: retraction, text: It was wrong.}]\n---\nText.\n"
    )
    dateline("build", "--archive", folder, "--output", folder / "root" / "times", "--strict")
    return folder / "root"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def get(port: int, path: str):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    response = connection.getresponse()
    location = response.getheader("Location") or ""
    return response.status, location.removeprefix(f"http://127.0.0.1:{port}"), response.read().decode()


def wait_for(port: int, server: subprocess.Popen):
    for _ in range(100):
        assert server.poll() is None, "the server ended: its configuration is wrong"
        try:
            get(port, "/times/")
            return
        except ConnectionError:
            time.sleep(0.05)
    pytest.fail("the server does not answer")


def served(folder: pathlib.Path, port: int, command: list):
    """Runs a server, and yields its port while it answers."""
    # Its workers may run as another user than the tests.
    for part in [folder, *folder.parents][:4]:
        part.chmod(part.stat().st_mode | 0o055)
    server = subprocess.Popen(command)
    try:
        wait_for(port, server)
        yield port
    finally:
        server.terminate()
        server.wait()


@pytest.fixture(scope="module")
def nginx(tmp_path_factory):
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    folder = tmp_path_factory.mktemp("nginx")
    root = build(folder, "host: nginx\nredirects: maps")
    port = free_port()
    config = folder / "nginx.conf"
    config.write_text(f"""
        daemon off; pid {folder}/pid; error_log {folder}/error.log;
        events {{}}
        http {{
          access_log off; charset utf-8; types {{ text/html html; }}
          client_body_temp_path {folder}/b; proxy_temp_path {folder}/p;
          fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
          include {root}/times/redirects.nginx.conf;
          server {{
            listen 127.0.0.1:{port}; root {root};
            if ($dateline_redirect) {{ return 301 $dateline_redirect; }}
            if ($dateline_gone) {{ return 410; }}
            error_page 410 $dateline_gone;
            error_page 404 /times/404.html;
          }}
        }}""")
    yield from served(
        folder, port, [program, "-p", folder, "-c", config, "-e", folder / "error.log"])


@pytest.fixture(scope="module")
def apache(tmp_path_factory):
    program = shutil.which("apache2") or "/usr/sbin/apache2"
    folder = tmp_path_factory.mktemp("apache")
    root = build(folder, "host: apache\nredirects: maps")
    port = free_port()
    modules = "/usr/lib/apache2/modules"
    load = "".join(
        f"LoadModule {name}_module {modules}/mod_{name}.so\n"
        for name in ["mpm_event", "authz_core", "dir", "mime", "rewrite"]
    )
    config = folder / "apache.conf"
    config.write_text(f"""{load}
        ServerName 127.0.0.1
        Listen 127.0.0.1:{port}
        PidFile {folder}/pid
        ErrorLog {folder}/error.log
        User nobody
        Group nogroup
        TypesConfig /dev/null
        AddType text/html .html
        DirectoryIndex index.html
        DocumentRoot {root}
        <Directory {root}>
          AllowOverride FileInfo
          Require all granted
        </Directory>""")
    yield from served(folder, port, [program, "-f", config, "-DFOREGROUND"])


OLD = ["/times/?p=12", "/times/index.php?id=7&lang=en", "/times/old/page.html", "/times/old/path/",
       "/times/old/path", "/times/caf%C3%A9/100%25/", "/times/a;b/", "/times/$1/$uri/",
       "/times/(.*)/", "/times/~x/", "/times/default/", "/times/q?x=%7B%7D%3B", "/times/x%5BG%5D/",
       "/times/a'b/", "/times/*/"]


@pytest.mark.parametrize("name", ["nginx", "apache"])
def test_a_server_with_our_map_sends_readers_of_old_addresses_to_the_new_one(name, request):
    port = request.getfixturevalue(name)
    for old in OLD:
        status, location, _ = get(port, old)
        assert (status, location) == (301, NEW), old


@pytest.mark.parametrize("name", ["nginx", "apache"])
def test_a_server_with_our_map_tells_what_was_withdrawn_and_still_shows_why(name, request):
    status, _, page = get(request.getfixturevalue(name), GONE)
    assert status == 410
    assert "It was wrong." in page


@pytest.mark.parametrize("name", ["nginx", "apache"])
def test_a_server_with_our_map_serves_everything_else_as_before(name, request):
    port = request.getfixturevalue(name)
    assert get(port, NEW)[0] == 200
    assert get(port, "/times/")[0] == 200
    assert get(port, "/times/?p=13")[0] == 200
    assert get(port, "/times/abc/")[0] == 404
    status, _, page = get(port, "/times/no/such/page/")
    assert status == 404
    assert "list of old addresses" in page


def test_from_a_disk_the_page_at_an_old_address_leads_to_the_new_one(tmp_path, open_page):
    root = build(tmp_path, "links: file") / "times"
    for old in ["old/page.html", "old/path/index.html", "café/100%25/index.html"]:
        page = open_page(f"file://{root}/{old}")
        page.wait_for_url("**/2017/03/26/talks-resume/index.html")
        assert page.locator("h1").inner_text() == "Talks resume"


def test_whoever_turns_refreshing_off_finds_the_link(tmp_path):
    root = build(tmp_path, "") / "times"
    text = (root / "old" / "page.html").read_text()
    assert '<a href="../2017/03/26/talks-resume/" dir="auto">Talks resume</a>' in text
