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


UNRELATED = """---
title: {title}
date: 2019-0{month}-11
---
Orla Quennell visited the Brindle Weavers Guild. Quennell said that the Guild was glad.
"""


def test_an_unrelated_article_changes_no_page_but_lists(sample_archive, tmp_path):
    """Pages of articles and entities stay, byte for byte; lists, feeds, indexes may change, and
    the article before it in time, which leads on to it."""
    archive = tmp_path / "archive"
    shutil.copytree(sample_archive / "Content", archive / "Content")
    before = built(archive, tmp_path / "before")
    for month in range(1, 6):
        article = archive / "Content" / "articles" / f"unrelated-{month}.md"
        article.write_text(UNRELATED.format(title=f"A visit to weavers {month}", month=month))

        after = built(archive, tmp_path / f"after-{month}")

        assert set(before) <= set(after)
        changed = {file for file in before if before[file] != after[file]}
        assert f"2019/0{month}/11/a-visit-to-weavers-{month}/index.html" in after
        pages = {file for file in changed if is_one_things_page(file)}
        assert pages == {"2017/12/31/chronology-of-the-battle/index.html"}
        shutil.rmtree(tmp_path / f"after-{month}")


def is_one_things_page(file):
    """Whether a file is the page of an article or of an entity."""
    parts = file.split("/")
    kinds = ("people", "organizations", "places", "events", "works")
    is_entity = parts[0] in kinds and len(parts) > 2
    return is_entity or (parts[0].isdigit() and len(parts) == 5)
