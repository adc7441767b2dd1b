"""`dateline check`: what it tells, how it ends, and that it writes nothing."""

import hashlib
import json
import shutil

import pytest
from conftest import REPOSITORY, dateline, shared


def an_archive(folder, **articles):
    content = folder / "Content"
    (content / "articles").mkdir(parents=True)
    (content / "archive.yml").write_text("title: Test\nbase_url: https://example.org/\n")
    for name, text in articles.items():
        (content / "articles" / f"{name}.md").write_text(text)
    return folder


TALKS = "---\ntitle: Talks resume\ndate: 2017-02-27\n---\nSee [the aid](aid.md).\n"
AID = "---\ntitle: Aid arrives\ndate: 2017-02-30\nmood: calm\n---\nText.\n"


def tree(folder):
    """All that a folder holds: names, bytes, times."""
    return {
        str(path.relative_to(folder)): (
            path.stat().st_mtime_ns,
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None,
        )
        for path in folder.rglob("*")
    }


def json_lines(text):
    return [json.loads(line) for line in text.splitlines()]


def test_it_writes_nothing(tmp_path):
    shutil.copytree(REPOSITORY / "Content", tmp_path / "Content")
    before = tree(tmp_path)

    dateline("check", "--archive", tmp_path)

    assert tree(tmp_path) == before


def test_it_needs_no_right_to_write(tmp_path):
    archive = an_archive(tmp_path / "archive", talks=TALKS)
    folders = [archive, archive / "Content", archive / "Content" / "articles"]
    for folder in folders:
        folder.chmod(0o555)
    try:
        dateline("check", "--archive", archive)
    finally:
        for folder in folders:
            folder.chmod(0o755)


def test_problems_go_to_standard_error_and_the_inventory_to_standard_output(tmp_path):
    an_archive(tmp_path, talks=TALKS, aid=AID)

    result = dateline("check", "--archive", tmp_path, expect=1)

    assert "aid.md:3:7: error: February 2017 has 28 days [date-impossible]" in result.stderr
    assert "date-impossible" in result.stdout and "mood  1" in result.stdout
    assert "28 days" not in result.stdout


def test_a_warning_makes_the_exit_code_1_only_when_strict(tmp_path):
    an_archive(tmp_path, talks=TALKS)

    dateline("check", "--archive", tmp_path)
    dateline("check", "--archive", tmp_path, "--strict", expect=1)


def test_a_hook_hears_of_the_files_it_names_alone(tmp_path):
    an_archive(tmp_path, talks=TALKS, aid=AID)

    result = dateline("check", "Content/articles/talks.md", cwd=tmp_path)

    assert "aid.md" not in result.stderr and "1 article" in result.stdout
    dateline("check", "Content/articles", cwd=tmp_path, expect=1)


@pytest.mark.parametrize("path", ["Content/articles/gone.md", ".."])
def test_what_is_not_in_the_archive_is_misuse(tmp_path, path):
    an_archive(tmp_path, talks=TALKS)

    assert dateline("check", path, cwd=tmp_path, expect=2).stderr.startswith("error: ")


def test_json_lines_have_all_that_the_page_has(tmp_path):
    an_archive(tmp_path, talks=TALKS, aid=AID, copy=TALKS)

    lines = json_lines(dateline("check", "--archive", tmp_path, "--json", expect=1).stdout)

    assert lines[0] == {"schema": 1, "type": "check", "title": "Test"}
    kinds = [line["type"] for line in lines[1:]]
    assert kinds == sorted(kinds, key=["diagnostic", "article", "alike", "inventory"].index)
    articles = {line["file"]: line for line in lines if line["type"] == "article"}
    assert articles["articles/talks.md"]["address"] == "/2017/02/27/talks-resume-2/"
    assert articles["articles/aid.md"]["left_out"] and not articles["articles/aid.md"]["address"]
    assert articles["articles/aid.md"]["unknown_keys"] == ["mood"]
    alike = [line for line in lines if line["type"] == "alike"]
    assert [line["kind"] for line in alike] == ["same-headline"]
    assert lines[-1]["articles"] == 3 and lines[-1]["unknown_keys"] == {"mood": 1}


def test_the_same_archive_gives_the_same_lines_in_one_task_and_in_many(tmp_path):
    articles = tmp_path / "Content" / "articles"
    shutil.copytree(shared("corpora/18f"), articles)
    shutil.copytree(shared("corpora/wire"), articles / "wire")

    one, many = (
        dateline("check", "--archive", tmp_path, "--json", "--jobs", jobs, expect=None).stdout
        for jobs in (1, 4)
    )

    assert one == many and len(one.splitlines()) > 800
