"""A site, a mirror and a bag prove what they are: what is missing, altered or foreign is named."""

import hashlib
import json
import os
import random
import shutil
import tarfile

import bagit
import pytest
from conftest import dateline, shared
from publishing import MANIFEST, files, make_paper


@pytest.fixture(scope="module")
def paper(tmp_path_factory):
    archive = make_paper(tmp_path_factory.mktemp("verify") / "paper")
    dateline("build", "--archive", archive)
    return archive


@pytest.fixture
def mirror(paper, tmp_path):
    return shutil.copytree(paper / "Public", tmp_path / "mirror")


def test_a_site_as_it_was_built_is_whole(paper):
    result = dateline("verify", "--archive", paper)

    assert result.stdout.startswith("the site is whole: ")


def test_a_single_bit_anywhere_is_found_and_its_file_named(mirror):
    chance = random.Random(8)
    all_files = sorted(file for file in mirror.rglob("*") if file.is_file())
    chosen = chance.sample(all_files, 40) + [mirror / MANIFEST] * 40
    for file in chosen:
        whole = file.read_bytes()
        bit = chance.randrange(len(whole) * 8)
        altered = bytearray(whole)
        altered[bit // 8] ^= 1 << bit % 8
        file.write_bytes(altered)

        result = dateline("verify", mirror, "--json", expect=1)

        named = {json.loads(line).get("file") for line in result.stdout.splitlines()}
        if file.name != MANIFEST:
            name = str(file.relative_to(mirror))
            assert {name, None} <= named <= {name, None, MANIFEST}
        file.write_bytes(whole)
    dateline("verify", mirror)


def test_what_is_missing_and_what_is_foreign_is_named(mirror):
    (mirror / "index.html").unlink()
    (mirror / ".hidden").write_text("x")
    (mirror / "robots.txt").unlink()
    (mirror / "robots.txt").symlink_to("404.html")

    result = dateline("verify", mirror, expect=1)

    assert "/index.html: is not there" in result.stderr
    assert "/.hidden: is not in the manifest" in result.stderr
    assert "/robots.txt: is a link or no file" in result.stderr
    assert "3 findings" in result.stderr


def test_files_of_ones_own_may_be_allowed(mirror):
    (mirror / "CNAME").write_text("example.org\n")

    dateline("verify", mirror, expect=1)
    dateline("verify", mirror, "--allow-foreign")


def test_a_file_altered_together_with_its_line_is_found_by_the_record_of_the_build(mirror):
    page = mirror / "index.html"
    old = hashlib.sha256(page.read_bytes()).hexdigest()
    page.write_text("forged")
    manifest = mirror / MANIFEST
    new = hashlib.sha256(page.read_bytes()).hexdigest()
    manifest.write_text(manifest.read_text().replace(old, new))

    assert "not the one that build.json tells of" in dateline("verify", mirror, expect=1).stderr


def test_a_mirror_is_compared_with_a_manifest_that_was_fetched(mirror, tmp_path):
    original = tmp_path / "original.txt"
    shutil.copy(mirror / MANIFEST, original)
    dateline("verify", mirror, "--manifest", original)
    lines = original.read_text().splitlines(True)
    original.write_text("".join(lines[1:]))

    result = dateline("verify", mirror, "--manifest", original, expect=1)

    assert lines[0].split("  ")[1].strip() in result.stderr


def test_a_folder_that_is_no_site_or_is_not_there_says_so(tmp_path):
    assert "is not there" in dateline("verify", tmp_path, expect=1).stderr
    dateline("verify", tmp_path / "nowhere", expect=3)


# Bags


ODD_NAMES = ["100 % sure.txt", "two  blanks 🗞.txt", "café.txt", "cafe\u0301.txt", "a\nline.txt"]


@pytest.fixture(scope="module")
def odd_paper(tmp_path_factory):
    archive = make_paper(
        tmp_path_factory.mktemp("bag") / "paper",
        "publisher: The Harbour Press\ncontact: desk@example.org\n")
    for name in ODD_NAMES[1:3]:
        (archive / "Content" / "media" / name).write_text(name)
    return archive


def test_a_bag_is_accepted_by_the_library_of_congress(odd_paper, tmp_path):
    bag = tmp_path / "a bag 🗞"

    result = dateline("export", "bag", bag, "--archive", odd_paper)

    assert "dateline verify" in result.stdout
    read = bagit.Bag(str(bag))
    read.validate()
    assert read.info["Source-Organization"] == "The Harbour Press"
    assert read.info["Contact-Email"] == "desk@example.org"
    assert read.info["Bagging-Date"] == "2017-03-12"
    assert read.info["External-Identifier"] == "https://example.org/times"
    assert files(bag / "data" / "site") == files(odd_paper / "Public")
    assert files(bag / "data" / "content") == files(odd_paper / "Content")
    assert "the bag is whole" in dateline("verify", bag).stdout


def test_the_same_archive_makes_the_same_bag(odd_paper, tmp_path):
    dateline("export", "bag", tmp_path / "one", "--archive", odd_paper, "--quiet")
    dateline("export", "bag", tmp_path / "two", "--archive", odd_paper, "--no-build", "--quiet")

    assert files(tmp_path / "one") == files(tmp_path / "two")
    assert sorted(os.listdir(tmp_path)) == ["one", "two"]


def test_a_bag_that_was_altered_names_each_file(odd_paper, tmp_path):
    bag = tmp_path / "bag"
    dateline("export", "bag", bag, "--archive", odd_paper, "--now", "2026-11-26")
    assert "Bagging-Date: 2026-11-26\n" in (bag / "bag-info.txt").read_text()
    (bag / "data" / "site" / "index.html").write_text("forged")
    (bag / "data" / "content" / "archive.yml").unlink()
    (bag / "data" / "new.txt").write_text("new")
    (bag / "bag-info.txt").write_text("Source-Organization: Mine\n")

    result = dateline("verify", bag, expect=1)

    for words in ["data/site/index.html: has other bytes", "data/content/archive.yml: is not there",
                  "data/new.txt: is not in manifest-sha256.txt", "bag-info.txt: has other bytes"]:
        assert words in result.stderr
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(bag)).validate()


def test_nothing_is_written_over_and_nothing_hidden_gets_out(odd_paper, tmp_path):
    archive = shutil.copytree(odd_paper, tmp_path / "paper")
    bag = tmp_path / "bag"
    bag.mkdir()
    assert "already" in dateline("export", "bag", bag, "--archive", archive, expect=2).stderr
    assert not list(bag.iterdir())
    (archive / "Content" / "privacy.yml").write_text(
        "redact:\n  - {name: Lise Grande, with: X., date: 2026-01-04}\n")

    refused = dateline("export", "bag", tmp_path / "two", "--archive", archive, expect=1)
    assert "--without-content" in refused.stderr and not (tmp_path / "two").exists()

    dateline("export", "bag", tmp_path / "two", "--archive", archive, "--without-content")
    assert not (tmp_path / "two" / "data" / "content").exists()
    assert b"Lise Grande" not in b"".join(
        file.read_bytes() for file in (tmp_path / "two").rglob("*") if file.is_file())
    dateline("verify", tmp_path / "two")
    dateline("export", "bag", tmp_path / "three", "--archive", archive, "--confidential")
    assert (tmp_path / "three" / "data" / "content" / "privacy.yml").exists()


def test_names_that_a_manifest_must_escape_are_escaped(tmp_path):
    """By our own reading of the standard: bagit.py leaves the percent sign as it is."""
    archive = make_paper(tmp_path / "paper")
    (archive / "Content" / "notes").mkdir()
    for name in ODD_NAMES:
        (archive / "Content" / "notes" / name).write_text(name)

    dateline("export", "bag", tmp_path / "bag", "--archive", archive)

    manifest = (tmp_path / "bag" / "manifest-sha256.txt").read_text()
    assert "  data/content/notes/100 %25 sure.txt\n" in manifest
    assert "  data/content/notes/a%0Aline.txt\n" in manifest
    dateline("verify", tmp_path / "bag")


def conformance_bags():
    """The cases of the Library of Congress: how each must come out."""
    file = shared("corpora/imports/bagit/bagit-conformance-suite.tar.gz")
    with tarfile.open(file) as suite:
        names = {"/".join(member.name.removeprefix("./").split("/")[:3]) for member in suite}
    return sorted(
        name for name in names
        if name.split("/")[1:2] and name.split("/")[1] in
        ("valid", "invalid", "warning", "linux-only") and name.count("/") == 2)


def test_the_conformance_suite_comes_out_as_it_must(tmp_path):
    with tarfile.open(shared("corpora/imports/bagit/bagit-conformance-suite.tar.gz")) as suite:
        suite.extractall(tmp_path, filter="data")
    # The archive of the suite lacks the one empty file that every git is told to ignore.
    (tmp_path / "v0.97/warning/special-system-files/data/.DS_Store").touch()
    cases = [name for name in conformance_bags() if (tmp_path / name / "data").is_dir()]
    assert len(cases) >= 50

    wrong = []
    for name in cases:
        kind = name.split("/")[1]
        result = dateline("verify", tmp_path / name, "--json", expect=None)
        found = [json.loads(line) for line in result.stdout.splitlines()]
        expected = 0 if kind in ("valid", "warning") else 1
        has_warning = any(line.get("kind") == "warning" for line in found)
        if name.endswith("/missing-bagit.txt"):
            expected = 1
        if result.returncode != expected or (kind == "warning" and not has_warning):
            wrong.append((name, result.returncode, result.stdout))
    assert wrong == []
