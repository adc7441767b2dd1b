"""What the tests of publishing share: an archive to change, servers to publish to, a reader's look."""

import contextlib
import os
import pathlib
import posixpath
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.parse

from conftest import REPOSITORY, dateline, program
from test_same_bytes import fingerprints

MANIFEST = "manifest-sha256.txt"


def make_paper(folder: pathlib.Path, targets: str = "", articles: int = 12) -> pathlib.Path:
    """An archive of a few articles that name the same people."""
    for number in range(articles):
        write_article(folder, number)
    (folder / "Content" / "media").mkdir()
    (folder / "Content" / "media" / "plan.txt").write_text("The plan of the harbour.\n")
    settings = "title: The Harbour Times\nbase_url: https://example.org/times/\n"
    (folder / "Content" / "archive.yml").write_text(settings + targets)
    return folder


def write_article(folder, number, headline=None, text=""):
    articles = folder / "Content" / "articles"
    articles.mkdir(parents=True, exist_ok=True)
    headline = headline or f"Ships wait at quay {number}"
    (articles / f"a{number}.md").write_text(
        f"---\ntitle: {headline}\ndate: 2017-03-{number % 28 + 1:02}\nsection: World\n---\n"
        f"Lise Grande met Haider al-Abadi in Mosul. {text}\n"
    )


def publish(archive, *arguments, expect=0, **options):
    return dateline("publish", "--archive", archive, *arguments, expect=expect, **options)


def files(folder) -> dict[str, str]:
    """What readers get of a folder: the site, not what a version control keeps beside it."""
    return {path: hash for path, hash in fingerprints(folder).items()
            if not path.startswith(".git/")}


def broken_links(site: pathlib.Path) -> list[str]:
    """Relative links and pictures of pages that lead to no file of the folder."""
    broken = []
    present = {str(file.relative_to(site)) for file in site.rglob("*") if file.is_file()}
    for path in sorted(present):
        if not path.endswith(".html") or path == "404.html":
            continue
        for target in re.findall(r'(?:href|src)="?([^"\s>]+)', (site / path).read_text()):
            target = urllib.parse.unquote(target.split("#")[0].split("?")[0])
            if not target or re.match(r"[a-z]+:|/", target):
                continue
            place = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
            if place not in present and posixpath.normpath(place + "/index.html") not in present:
                broken.append(f"{path} → {target}")
    return broken


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@contextlib.contextmanager
def running(command, port, **options):
    """A server, from when it answers on its port until the end of the block."""
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    try:
        end = time.monotonic() + 60
        while True:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            assert process.poll() is None, f"{command[0]} ended with {process.returncode}"
            assert time.monotonic() < end, f"{command[0]} does not answer"
            time.sleep(0.05)
        yield process
    finally:
        process.terminate()
        process.wait()


@contextlib.contextmanager
def rsync_daemon(folder: pathlib.Path):
    """A daemon of rsync, and its address."""
    port = free_port()
    root = folder / "rsync"
    (root / "web").mkdir(parents=True)
    owner = f"uid = {os.getuid()}\ngid = {os.getgid()}\n" if os.getuid() == 0 else ""
    (root / "rsyncd.conf").write_text(
        f"pid file = {root}/pid\nuse chroot = no\nreverse lookup = no\n{owner}"
        f"[web]\npath = {root}/web\nread only = no\n"
    )
    command = ["rsync", "--daemon", "--no-detach", "--address=127.0.0.1", f"--port={port}",
               f"--config={root}/rsyncd.conf"]
    with running(command, port):
        yield f"rsync://127.0.0.1:{port}/web/", root / "web"


@contextlib.contextmanager
def ssh_server(folder: pathlib.Path):
    """A server of ssh that lets us in, and the variable by which rsync goes there."""
    port = free_port()
    root = folder / "ssh"
    root.mkdir()
    for name in ("host", "own"):
        subprocess.run(
            ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", root / name], check=True)
    shutil.copy(root / "own.pub", root / "authorized")
    (root / "config").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {root}/host\nPidFile {root}/pid\n"
        f"AuthorizedKeysFile {root}/authorized\nStrictModes no\nUsePAM no\n"
        "PasswordAuthentication no\nPermitRootLogin yes\nUseDNS no\nMaxStartups 50\n"
    )
    if os.getuid() == 0:
        pathlib.Path("/run/sshd").mkdir(exist_ok=True)
    server = shutil.which("sshd") or "/usr/sbin/sshd"
    with running([server, "-D", "-f", root / "config"], port):
        yield (f"ssh -F none -p {port} -i {root}/own -o BatchMode=yes "
               f"-o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR")


@contextlib.contextmanager
def s3_store():
    """A store that speaks S3, with a bucket, and the environment by which rclone finds it."""
    port = free_port()
    server = pathlib.Path(sys.executable).parent / "moto_server"
    with running([str(server), "-H", "127.0.0.1", "-p", str(port)], port):
        # What this machine says of Amazon's own store is not meant for this one.
        ours = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
        environment = {
            **ours, "RCLONE_CONFIG": "/dev/null", "RCLONE_CONFIG_STORE_TYPE": "s3",
            "RCLONE_CONFIG_STORE_PROVIDER": "Other", "RCLONE_CONFIG_STORE_ACCESS_KEY_ID": "test",
            "RCLONE_CONFIG_STORE_SECRET_ACCESS_KEY": "test",
            "RCLONE_CONFIG_STORE_REGION": "us-east-1",
            "RCLONE_CONFIG_STORE_ENDPOINT": f"http://127.0.0.1:{port}",
        }
        subprocess.run(["rclone", "mkdir", "store:paper"], env=environment, check=True)
        yield environment
