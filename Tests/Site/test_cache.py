"""What a build leaves to the next one in `.dateline`: whatever befalls it, the site is the same."""

import json
import os
import random
import shutil
import subprocess
import time

import pytest

from conftest import dateline, program
from test_same_bytes import fingerprints

FILES = ["build", "pages", "readings", "readings.index", "search"]


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


def test_a_copy_of_an_archive_keeps_what_was_read(archive, edited):
    kept = len(articles(archive)) - 1
    edit(archive)

    assert f"{kept} articles and" in rebuild(archive)
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
    other = file.parent / FILES[(FILES.index(file.name) + 1) % len(FILES)]
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
    damage(archive / ".dateline" / name)
    edit(archive)

    told = rebuild(archive)

    assert fingerprints(archive / "Public") == edited
    if name == "readings.index" and damage not in (doubled, made_a_link):
        assert "0 articles and" in told
    if damage is made_a_folder:
        assert (archive / ".dateline" / name / "mine.txt").read_text() == "mine\n"
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

    assert "0 articles and 0 pages as at the last build" in told
    assert fingerprints(archive / "Public") == edited


# Kills


def test_rebuilds_killed_at_forty_moments_leave_a_cache_of_use(archive):
    """The clock stands at nothing: after each kill something is edited or not, and built."""
    moments = random.Random(29)
    lines = ["Omar Haddad left Erbil.", "The Red Crescent came to Mosul.", "Lise Grande thanked him."]
    started = time.monotonic()
    shutil.rmtree(archive / "Public")
    dateline("build", "--archive", archive)
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
            settings.write_text(settings.read_text() + f"humans: Round {round}\n")
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
        told = rebuild(archive)
        dateline("build", "--archive", clean)
        assert fingerprints(archive / "Public") == fingerprints(clean / "Public"), round
        left = {file.name for file in (archive / ".dateline").iterdir()}
        assert {name for name in left if "." not in name} == {*FILES, "lock"} - {"readings.index"}
        # What is there is taken: nothing changed since, and the site is made anew.
        shutil.rmtree(archive / "Public")
        assert f"{len(articles(archive))} articles and" in rebuild(archive), told
        assert fingerprints(archive / "Public") == fingerprints(clean / "Public"), round


# Records


def annotate(archive, output, paths):
    dateline("annotate", "--archive", archive, "--records", output, "--from", "-",
             input="\n".join(map(str, paths)))


@pytest.mark.parametrize("seed", range(10))
def test_records_in_any_shards_merged_in_any_order_are_one_file_and_one_site(
        sample_archive, sample, tmp_path, seed):
    chance = random.Random(seed)
    shards = [[] for _ in range(chance.randint(1, 9))]
    for article in articles(sample_archive):
        chance.choice(shards).append(article)
        # Two may read the same.
        if chance.random() < 0.1:
            chance.choice(shards).append(article)
    parts = []
    for number, shard in enumerate(shards):
        chance.shuffle(shard)
        parts.append(tmp_path / f"{number}.records")
        annotate(sample_archive, parts[-1], shard)
    whole = tmp_path / "whole.records"
    annotate(sample_archive, whole, articles(sample_archive))

    # By steps: what was merged is merged again.
    while len(parts) > 1:
        chance.shuffle(parts)
        count = chance.randint(2, len(parts))
        merged = tmp_path / f"merged-{len(parts)}.records"
        dateline("annotate", "--records", merged, "--merge", *parts[:count])
        parts = [merged, *parts[count:]]
    assert parts[0].read_bytes() == whole.read_bytes()

    archive = tmp_path / "paper"
    shutil.copytree(sample_archive / "Content", archive / "Content")
    told = dateline("build", "--archive", archive, "--records", parts[0], "--json").stdout
    assert json.loads(told.splitlines()[-1])["articles_kept"] == len(articles(archive))
    assert fingerprints(archive / "Public") == fingerprints(sample)


def test_a_run_that_is_killed_leaves_no_half_file_of_records(sample_archive, tmp_path):
    chance = random.Random(5)
    whole = tmp_path / "whole.records"
    started = time.monotonic()
    annotate(sample_archive, whole, articles(sample_archive))
    duration = time.monotonic() - started
    # Of fewer articles, so that it is another.
    older = tmp_path / "older.records"
    annotate(sample_archive, older, articles(sample_archive)[:9])
    listed = tmp_path / "list.txt"
    listed.write_text("\n".join(map(str, articles(sample_archive))))

    left = []
    for round in range(30):
        output = tmp_path / "killed" / f"{round}.records"
        output.parent.mkdir(exist_ok=True)
        if round % 2:
            shutil.copy(older, output)
        run = subprocess.Popen(
            [program(), "annotate", "--archive", sample_archive, "--records", output,
             "--from", listed],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        time.sleep(chance.uniform(0, 1.2 * duration))
        run.kill()
        run.wait()
        if output.exists():
            assert output.read_bytes() in (whole.read_bytes(), older.read_bytes())
        assert output.exists() or not round % 2
        left.append(output.exists() and output.read_bytes() == whole.read_bytes())
        annotate(sample_archive, output, articles(sample_archive))
        assert output.read_bytes() == whole.read_bytes()
    # Both ends were met.
    assert {True, False} == set(left)
