"""What a build leaves to the next one in `.dateline`: whatever befalls it, the site is the same."""

import os
import random
import re
import shutil
import subprocess
import time

import pytest

from conftest import dateline, program
from test_same_bytes import fingerprints

FILES = ["build", "pages", "readings", "readings.index", "search", "search-words"]


@pytest.fixture(scope="module")
def built_archive(sample_archive, tmp_path_factory):
    """The sample with the site and the cache of a build, to be copied."""
    archive = tmp_path_factory.mktemp("built") / "paper"
    shutil.copytree(sample_archive / "Content", archive / "Content")
    # All of it is remembered once no file may still be changing.
    until = time.monotonic() + 60
    while not (archive / ".dateline" / "build").exists() and time.monotonic() < until:
        dateline("build", "--archive", archive)
    assert {file.name for file in (archive / ".dateline").iterdir()} == {*FILES, "lock"}
    return archive


@pytest.fixture
def archive(built_archive, tmp_path):
    """A copy that keeps the times of all files, as a moved folder does."""
    return shutil.copytree(built_archive, tmp_path / "paper")


@pytest.fixture(scope="module")
def edited(built_archive, tmp_path_factory):
    """What a clean build makes of it once an article was edited."""
    copy = tmp_path_factory.mktemp("edited") / "paper"
    shutil.copytree(built_archive / "Content", copy / "Content")
    edit(copy)
    dateline("build", "--archive", copy)
    return fingerprints(copy / "Public")


def cached(archive, name):
    """A file of the cache; of a folder of them the first."""
    file = archive / ".dateline" / name
    return sorted(file.iterdir())[0] if file.is_dir() else file


def articles(archive):
    return sorted((archive / "Content" / "articles").rglob("*.md"))


def edit(archive, words="Lise Grande met Omar Haddad in Mosul again."):
    with open(articles(archive)[3], "a") as article:
        article.write(f"\n{words}\n")


def rebuild(archive):
    """Builds, and tells what the summary says; nobody but --verbose hears of the cache."""
    told = dateline("build", "--archive", archive, "--verbose")
    assert "cache" not in told.stderr and ".dateline" not in told.stderr
    return told.stdout


def kept(archive):
    """How many articles a build did not read, since they were as at the last one."""
    return int(re.search(r"(\d+) articles? and \d+ pages? as at the last build", rebuild(archive))[1])


def kept_without_site(archive):
    """The same where there is something to do, though nothing changed."""
    shutil.rmtree(archive / "Public")
    return kept(archive)


def test_a_copy_of_an_archive_keeps_what_was_read(archive, edited):
    all_of_it = kept_without_site(archive)
    edit(archive)

    assert all_of_it >= len(articles(archive))
    assert kept(archive) == all_of_it - 1
    assert fingerprints(archive / "Public") == edited


# Damage


def version_raised(file):
    """The word after the magic, or the fingerprint with which the file begins."""
    place = {"readings.index": 8, "pages": 8}.get(file.name, 0)
    data = bytearray(file.read_bytes())
    data[place] ^= 1
    file.write_bytes(data)


def made_a_folder(file):
    file.unlink()
    file.mkdir()
    (file / "mine.txt").write_text("mine\n")


def made_a_link(file):
    file.rename(file.parent.parent / "elsewhere")
    file.symlink_to(file.parent.parent / "elsewhere")


def swapped(file):
    other = next(
        other for other in sorted(file.parent.iterdir())
        if other.name not in (file.name, "lock") and other.is_file())
    data = file.read_bytes()
    file.write_bytes(other.read_bytes())
    other.write_bytes(data)


def filled_at_random(file):
    file.write_bytes(random.Random(file.name).randbytes(file.stat().st_size))


def doubled(file):
    file.write_bytes(file.read_bytes() * 2)


def cut_to(share):
    def cut(file):
        file.write_bytes(file.read_bytes()[: int(file.stat().st_size * share)])

    cut.__name__ = f"cut_to_{share}"
    return cut


DAMAGES = [
    version_raised, made_a_folder, made_a_link, swapped, filled_at_random, doubled,
    cut_to(0), cut_to(0.3), cut_to(0.9), os.remove,
]


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_cache_that_is_damaged_or_of_another_version_is_passed_over(
        archive, edited, name, damage):
    file = cached(archive, name)
    damage(file)
    edit(archive)

    told = rebuild(archive)

    assert fingerprints(archive / "Public") == edited
    if name == "readings.index" and damage not in (doubled, made_a_link):
        assert "0 articles and" in told
        if damage is not os.remove:
            assert "by .dateline, which is damaged, and was made anew\n" in told
    if damage is made_a_folder:
        assert (file / "mine.txt").read_text() == "mine\n"
    # And the one that this build leaves is of use, or is none.
    edit(archive, "Nobody else was there.")
    rebuild(archive)
    copy = archive.parent / "copy"
    shutil.copytree(archive / "Content", copy / "Content")
    dateline("build", "--archive", copy)
    assert fingerprints(archive / "Public") == fingerprints(copy / "Public")


def test_another_program_reads_all_again(archive, edited, tmp_path):
    """A program that was installed anew may read otherwise: what it finds is not its own."""
    copy = shutil.copy(program(), tmp_path / "dateline")
    edit(archive)
    told = subprocess.run(
        [copy, "build", "--archive", archive, "--verbose"], check=True, capture_output=True, text=True
    ).stdout

    assert (
        "0 articles and 0 pages as at the last build, by .dateline, which another version of Dateline "
        "left" in told)
    assert fingerprints(archive / "Public") == edited


# Kills


def test_rebuilds_killed_at_forty_moments_leave_a_cache_of_use(archive):
    """The clock stands at nothing: after each kill something is edited or not, and built."""
    moments = random.Random(29)
    lines = ["Omar Haddad left Erbil.", "The Red Crescent came to Mosul.", "Lise Grande thanked him."]
    started = time.monotonic()
    all_of_it = kept_without_site(archive)
    duration = time.monotonic() - started
    clean = archive.parent / "clean"
    for round in range(40):
        for _ in range(moments.randrange(3)):
            article = moments.choice(articles(archive))
            text = article.read_text()
            if moments.random() < 0.3:
                article.write_text(text.replace("Mosul", "Erbil", 1))
            else:
                article.write_text(f"{text}\n{moments.choice(lines)}\n")
        if moments.random() < 0.3:
            settings = archive / "Content" / "archive.yml"
            others = re.sub(r"^humans: Round.*\n", "", settings.read_text(), flags=re.M)
            settings.write_text(others + f"humans: Round {round}\n")
        build = subprocess.Popen(
            [program(), "build", "--archive", archive],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        time.sleep(moments.uniform(0, duration))
        build.kill()
        build.wait()
        if round % 4 < 3:
            continue
        shutil.rmtree(clean, ignore_errors=True)
        shutil.copytree(archive / "Content", clean / "Content")
        rebuild(archive)
        dateline("build", "--archive", clean)
        assert fingerprints(archive / "Public") == fingerprints(clean / "Public"), round
        left = {file.name for file in (archive / ".dateline").iterdir()}
        assert {name for name in left if "." not in name} == {*FILES, "lock"} - {"readings.index"}
        # What is there is taken: nothing changed since, and the site is made anew.
        assert kept_without_site(archive) == all_of_it, round
        assert fingerprints(archive / "Public") == fingerprints(clean / "Public"), round
