"""Killed at any moment, a build leaves every file whole, and the next one completes it."""

import random
import shutil
import subprocess
import time

from conftest import dateline, program
from test_same_bytes import fingerprints


def test_builds_killed_at_thirty_moments_leave_whole_files(sample_archive, tmp_path):
    archive = tmp_path / "archive"
    shutil.copytree(sample_archive / "Content", archive / "Content")
    site = tmp_path / "site"
    started = time.monotonic()
    dateline("build", "--archive", archive, "--output", site)
    duration = time.monotonic() - started
    settings = archive / "Content" / "archive.yml"
    original = settings.read_text()
    versions = {"A": fingerprints(site)}
    settings.write_text(original.replace("subtitle:", "subtitle: Changed,", 1))
    dateline("build", "--archive", archive, "--output", tmp_path / "changed")
    versions["B"] = fingerprints(tmp_path / "changed")
    assert versions["A"] != versions["B"]

    moments = random.Random(17)
    for round in range(30):
        settings.write_text(original if round % 2 else settings.read_text())
        if not round % 2:
            settings.write_text(original.replace("subtitle:", "subtitle: Changed,", 1))
        build = subprocess.Popen(
            [program(), "build", "--archive", archive, "--output", site],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        time.sleep(moments.uniform(0, duration))
        build.kill()
        build.wait()
        for path, hash in fingerprints(site).items():
            if path.endswith((".html", ".xml", ".css", ".txt")) and not path.startswith("."):
                if path.startswith("manifest"):
                    continue
                assert hash in (versions["A"].get(path), versions["B"].get(path)), path

    settings.write_text(original)
    dateline("build", "--archive", archive, "--output", site)
    assert fingerprints(site) == versions["A"]


def test_a_file_of_the_users_own_is_never_touched(sample_archive, tmp_path):
    site = tmp_path / "site"
    (site / "2017").mkdir(parents=True)
    (site / "CNAME").write_text("example.org\n")
    (site / "2017" / "index.html").write_text("mine\n")

    result = dateline("build", "--archive", sample_archive, "--output", site, expect=1)

    assert (site / "CNAME").read_text() == "example.org\n"
    assert (site / "2017" / "index.html").read_text() == "mine\n"
    assert "2017/index.html" in result.stderr
