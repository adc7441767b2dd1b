"""What the machine may do to us: kill, fill the disk, refuse a folder, run two of us at once."""

import os
import random
import resource
import shutil
import signal
import subprocess
import time

import pytest
from conftest import dateline, program
from publishing import MANIFEST, broken_links, files, make_paper, publish, write_article
from test_publish import NOBODY, branch_files, git


# Killed


def versions(archive, tmp_path):
    """Two states of an archive, and the files that each makes."""
    built = []
    for text in ("", "Aid arrived."):
        for number in range(0, 12, 2):
            write_article(archive, number, text=text)
        write_article(archive, 40 if text else 41, "Only then")
        (archive / "Content/articles" / ("a41.md" if text else "a40.md")).unlink(missing_ok=True)
        site = tmp_path / f"version{len(built)}"
        dateline("build", "--archive", archive, "--output", site, "--locked")
        built.append(shutil.copytree(archive / "Content", tmp_path / f"content{len(built)}"))
        built.append(files(site))
    return (built[0], built[1]), (built[2], built[3])


def switch(archive, content):
    shutil.rmtree(archive / "Content")
    shutil.copytree(content, archive / "Content")


def killed(archive, moment):
    process = subprocess.Popen(
        [program(), "publish", "--archive", archive, "--locked"], env=NOBODY,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(moment)
    process.kill()
    process.wait()


def test_deliveries_killed_at_fourteen_moments_leave_old_or_new_files_and_no_broken_link(tmp_path):
    archive = make_paper(tmp_path / "paper", "targets: {live: {folder: ../live}}\n")
    live = tmp_path / "live"
    states = versions(archive, tmp_path)
    allowed = [states[0][1], states[1][1]]
    switch(archive, states[0][0])
    publish(archive, "--locked")
    switch(archive, states[1][0])
    started = time.monotonic()
    publish(archive, "--locked")
    duration = time.monotonic() - started

    moments = random.Random(5)
    for round in range(14):
        switch(archive, states[round % 2][0])
        killed(archive, moments.uniform(duration / 4, duration))
        for path, hash in files(live).items():
            if not path.rsplit("/", 1)[-1].startswith(".dateline-") and path != MANIFEST:
                assert hash in [state.get(path) for state in allowed], path
        assert broken_links(live) == []

    switch(archive, states[0][0])
    publish(archive, "--locked")
    assert files(live) == states[0][1]


def test_deliveries_to_git_killed_at_six_moments_leave_whole_commits(tmp_path):
    archive = make_paper(tmp_path / "paper", "targets: {pages: {git: ., branch: site}}\n")
    git(tmp_path, "init", "-q", "-b", "main", archive)
    git(archive, "config", "user.name", "Ann Lee")
    git(archive, "config", "user.email", "ann@example.org")
    states = versions(archive, tmp_path)
    switch(archive, states[0][0])
    started = time.monotonic()
    publish(archive, "--locked", env=NOBODY)
    duration = time.monotonic() - started

    moments = random.Random(6)
    for round in range(6):
        switch(archive, states[(round + 1) % 2][0])
        killed(archive, moments.uniform(duration / 3, duration))
        assert sorted(branch_files(archive, "site")) in (sorted(states[0][1]), sorted(states[1][1]))

    switch(archive, states[0][0])
    publish(archive, "--locked", env=NOBODY)
    assert sorted(branch_files(archive, "site")) == sorted(states[0][1])
    write_article(archive, 20, "One more")
    publish(archive, "--locked", env=NOBODY)
    assert "dateline-index" not in os.listdir(archive / ".git")
    git(archive, "fsck", "--strict")


# A full disk


def with_full_disk(*arguments, bytes):
    """Runs the program where no file may grow beyond so many bytes, as if the disk were full."""
    return subprocess.run(
        [program(), *map(str, arguments)], capture_output=True, text=True, timeout=120, env=NOBODY,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (bytes, bytes)))


def test_a_full_disk_leaves_the_old_site_whole_and_the_next_build_completes_it(tmp_path):
    archive = make_paper(tmp_path / "paper", "targets: {live: {folder: ../live}}\n")
    publish(archive)
    old = files(archive / "Public")
    for number in range(12):
        write_article(archive, number, text="Aid arrived. " * 40)

    largest = max(file.stat().st_size for file in (archive / "Public").rglob("*"))
    shutil.rmtree(archive / ".dateline", ignore_errors=True)
    for limit in (6000, 20_000, largest - 1):
        result = with_full_disk("build", "--archive", archive, "--locked", bytes=limit)
        # A disk with a little room may have enough for what has changed.
        assert result.returncode == 3 or limit > 6000 and result.returncode == 0, result.stderr
    fresh = tmp_path / "fresh"
    result = with_full_disk(
        "build", "--archive", archive, "--locked", "--output", fresh, bytes=largest - 1)
    assert result.returncode == 3, result.stderr
    assert f"cannot write {fresh}/" in result.stderr and "File too large" in result.stderr
    now = files(archive / "Public")
    dateline("build", "--archive", archive, "--locked")
    new = files(archive / "Public")
    for path, hash in files(fresh).items():
        assert path.startswith(".dateline-") or hash == new[path], path
    dateline("build", "--archive", archive, "--locked", "--output", fresh)
    assert files(fresh) == new
    for path, hash in now.items():
        assert path.startswith(".dateline-") or hash in (old.get(path), new.get(path)), path

    before = files(tmp_path / "live")
    result = with_full_disk("publish", "--archive", archive, "--no-build", bytes=6000)
    assert result.returncode == 3, result.stderr
    for path, hash in files(tmp_path / "live").items():
        assert path.startswith(".dateline-") or hash in (before.get(path), new.get(path)), path
    publish(archive, "--no-build")
    assert files(tmp_path / "live") == new


def test_a_full_disk_leaves_the_editors_file_as_it_was(tmp_path):
    archive = make_paper(tmp_path / "paper")
    names = archive / "Content" / "authorities" / "ignored.txt"
    names.parent.mkdir(exist_ok=True)
    names.write_text("".join(f"Spring Offensive {number}\n" for number in range(20000)))
    before = files(archive / "Content")

    result = with_full_disk(
        "entities", "ignore", "Haider al-Abadi", "--archive", archive, bytes=300_000)

    assert result.returncode == 3, result.stdout + result.stderr
    assert files(archive / "Content") == before


def test_a_full_disk_leaves_no_half_bag(tmp_path):
    archive = make_paper(tmp_path / "paper")
    dateline("build", "--archive", archive)

    result = with_full_disk(
        "export", "bag", tmp_path / "bag", "--archive", archive, "--no-build", bytes=6000)

    assert result.returncode == 3, result.stderr
    assert sorted(os.listdir(tmp_path)) == ["paper"]


# Two at once


def test_of_two_builds_into_one_folder_one_refuses_and_nothing_is_mixed(posts, tmp_path):
    site = tmp_path / "site"
    command = [program(), "build", "--archive", posts.parent, "--output", site, "--locked"]
    first = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    end = time.monotonic() + 60
    while not (site / ".dateline-journal").exists() and time.monotonic() < end:
        time.sleep(0.001)
    first.send_signal(signal.SIGSTOP)

    second = subprocess.run(command, capture_output=True, text=True)

    first.send_signal(signal.SIGCONT)
    assert second.returncode == 3 and "another build is writing into it" in second.stderr
    assert first.wait() == 0
    assert files(site) == files(posts)
    dateline("verify", site)


# Folders and names


def test_a_folder_that_takes_nothing_is_named(tmp_path):
    archive = make_paper(tmp_path / "paper", "targets: {live: {folder: /sys/kernel/site}}\n")

    for result in [dateline("build", "--archive", archive, "--output", "/sys/kernel/site", expect=3),
                   publish(archive, expect=3),
                   dateline("export", "bag", "/sys/kernel/bag", "--archive", archive, expect=3)]:
        assert "cannot make" in result.stderr and "/sys/kernel" in result.stderr


@pytest.mark.parametrize("name", ["names with blanks", "Zeitung 🗞", "it's \"quoted\" $HOME `x`",
                                  "a;b&c|d*?[x]", "-rf", "بغداد"])
def test_folders_of_any_name_are_built_published_and_verified(tmp_path, name):
    root = tmp_path / name
    settings = f"targets: {{live: {{folder: '../{name.replace(chr(39), chr(39) * 2)} live'}}}}\n"
    archive = make_paper(root, settings, 3)
    live = tmp_path / f"{name} live"

    publish(archive, "--output", root / name)

    assert files(live) == files(root / name)
    dateline("verify", live)
    dateline("export", "bag", tmp_path / f"{name} bag", "--archive", archive)
    dateline("verify", tmp_path / f"{name} bag")


def test_a_path_of_four_thousand_characters_is_refused_in_words(tmp_path):
    archive = make_paper(tmp_path / "paper", articles=1)
    long = "/".join(["x" * 200] * 21)

    result = dateline("build", "--archive", archive, "--output", f"{tmp_path}/{long}", expect=3)
    assert "File name too long" in result.stderr
    result = dateline("export", "bag", tmp_path / ("y" * 300), "--archive", archive, expect=3)
    assert "File name too long" in result.stderr
