"""Same input, same bytes: on any number of cores, in any time zone, locale, folder order."""

import hashlib
import os
import shutil

from conftest import dateline


def fingerprints(site):
    return {
        str(file.relative_to(site)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in site.rglob("*")
        if file.is_file()
    }


def built(archive, folder, *options, **environment):
    dateline("build", "--archive", archive, "--output", folder, *options,
             env={**os.environ, **environment})
    return fingerprints(folder)


def test_one_core_and_two_make_the_same_site(sample_archive, tmp_path):
    one = built(sample_archive, tmp_path / "one", "--jobs", "1")
    two = built(sample_archive, tmp_path / "two", "--jobs", "2")

    assert one == two


def test_neither_time_zone_nor_locale_nor_the_order_of_files_matters(sample_archive, tmp_path):
    here = built(sample_archive, tmp_path / "here")
    # Copied from the last file to the first, so that folders list in another order.
    away = tmp_path / "away"
    for file in sorted(sample_archive.joinpath("Content").rglob("*"), reverse=True):
        if file.is_file():
            copy = away / "Content" / file.relative_to(sample_archive / "Content")
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, copy)

    there = built(away, tmp_path / "there", TZ="Pacific/Kiritimati", LC_ALL="tr_TR.UTF-8")

    assert here == there


def test_a_second_build_writes_nothing(sample_archive, tmp_path):
    built(sample_archive, tmp_path / "site")
    before = written_at(tmp_path / "site")

    again = dateline("build", "--archive", sample_archive, "--output", tmp_path / "site")

    assert " 0 written, 0 removed" in again.stdout
    assert written_at(tmp_path / "site") == before


def written_at(site):
    """When each page was written; the manifest's own time vouches for them, so it moves on."""
    return {
        file: file.stat().st_mtime_ns
        for file in site.rglob("*")
        if file.is_file() and file.name != "manifest-sha256.txt"
    }


def test_the_lock_that_a_build_writes_changes_nothing_in_the_next(posts):
    again = dateline("build", "--archive", posts.parent)

    assert " 0 written, 0 removed" in again.stdout, again.stdout + again.stderr[-2000:]
