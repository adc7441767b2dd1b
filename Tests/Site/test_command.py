"""The command line: exit codes, messages, JSON."""

import json

import pytest
from conftest import REPOSITORY, dateline, shared


def one_article(folder, text, name="talks.md"):
    articles = folder / "Content" / "articles"
    articles.mkdir(parents=True, exist_ok=True)
    (folder / "Content" / "archive.yml").write_text("title: Test\nbase_url: https://example.org/\n")
    (articles / name).write_text(text)
    return folder


def test_a_folder_without_an_archive_is_misuse(tmp_path):
    result = dateline("build", "--archive", tmp_path, expect=2)

    assert "is no archive" in result.stderr


@pytest.mark.parametrize("arguments", [["build", "--jobs", "0"], ["build", "--nonsense"],
                                       ["bild"], ["build", "--now", "soon"]])
def test_wrong_words_on_the_command_line_are_misuse(arguments):
    dateline(*arguments, expect=2)


def test_help_is_no_error():
    assert "build" in dateline("--help").stdout


def test_a_bad_article_is_named_with_line_and_column_and_the_others_are_built(tmp_path):
    one_article(tmp_path, "---\ntitle: Talks resume\ndate: 2017-02-30\n---\nText.\n")
    one_article(tmp_path, "---\ntitle: Aid arrives\ndate: 2017-02-27\n---\nText.\n", "aid.md")

    result = dateline("build", "--archive", tmp_path, expect=1)

    assert "talks.md:3:7: error: February 2017 has 28 days [date-impossible]" in result.stderr
    assert "write 2017-02-28" in result.stderr
    assert (tmp_path / "Public/2017/02/27/aid-arrives/index.html").exists()


def test_a_folder_that_cannot_be_written_is_the_machines_fault(tmp_path):
    one_article(tmp_path, "---\ntitle: Talks resume\n---\nText.\n")
    (tmp_path / "file").write_text("in the way")

    dateline("build", "--archive", tmp_path, "--output", tmp_path / "file" / "site", expect=3)


def test_a_warning_makes_the_exit_code_1_only_when_strict(tmp_path):
    one_article(tmp_path, "---\ntitle: Talks resume\ntags: {a: b}\n---\nText.\n")

    assert "warning" in dateline("build", "--archive", tmp_path).stderr
    dateline("build", "--archive", tmp_path, "--strict", expect=1)


def test_json_lines_tell_the_same_as_the_text(tmp_path):
    one_article(tmp_path, "---\ntitle: Talks resume\ndate: 2017-02-30\n---\nText.\n")

    lines = [json.loads(line) for line in
             dateline("build", "--archive", tmp_path, "--json", expect=1).stdout.splitlines()]

    problem = next(line for line in lines if line["type"] == "diagnostic")
    assert (problem["line"], problem["column"], problem["code"]) == (3, 7, "date-impossible")
    assert lines[-1]["type"] == "summary" and lines[-1]["errors"] == 1


def test_annotate_finds_the_names_of_the_seed_text():
    seed = next(shared("corpora/seed").glob("*.txt"))
    gold = json.loads((seed.parent / "gold.json").read_text())

    line = json.loads(dateline("annotate", "--json", seed, cwd=REPOSITORY).stdout)

    assert line["schema"] == 1 and line["date"] == "2017-03-26"
    assert line["quotations"] == line["figures"] == line["dates"] == []
    found = [(m["text"], m["kind"], m["name"]) for m in line["mentions"] + line["title_mentions"]]
    for mention in line["mentions"]:
        assert line["text"][mention["start"]:mention["end"]] == mention["text"]
    missed = [tuple(name) for name in gold["mentions"] if tuple(name) not in found]
    assert len(missed) <= 4, missed


def test_annotate_reads_an_article_as_its_page_does_also_in_another_language(tmp_path):
    text = "---\ntitle: Gespräche\nlang: {}\n---\nPresident Anna Ashworth spoke.\n"
    one_article(tmp_path, text.format("en"), "english.md")
    one_article(tmp_path, text.format("de"), "german.md")
    articles = tmp_path / "Content" / "articles"

    lines = dateline("annotate", "--json", "--archive", tmp_path,
                     articles / "english.md", articles / "german.md").stdout.splitlines()

    # The rules on how names look are for English; in other languages lists of names are matched.
    names = [(m["honorific"], m["text"]) for m in json.loads(lines[0])["mentions"]]
    assert names == [("President", "Anna Ashworth")]
    assert json.loads(lines[1])["mentions"] == []


def test_annotate_shows_a_person_the_names_and_a_pipe_no_colours(tmp_path):
    one_article(tmp_path, "---\ntitle: Talks\n---\nPresident Anna Ashworth spoke in Mosul.\n")
    talks = tmp_path / "Content" / "articles" / "talks.md"

    sheet = dateline("annotate", "--archive", tmp_path, talks, talks).stdout

    assert "President [Anna Ashworth]¹ spoke in [Mosul]²." in sheet
    assert "\x1b" not in sheet and sheet.count("2 names, 2 mentions") == 2


def test_annotate_of_a_file_that_cannot_be_read_goes_on_and_is_a_problem(tmp_path):
    one_article(tmp_path, "---\ntitle: Talks\n---\nPresident Anna Ashworth spoke.\n")
    talks = tmp_path / "Content" / "articles" / "talks.md"

    result = dateline("annotate", "--archive", tmp_path, tmp_path / "none.md", talks, expect=1)

    assert "file-unreadable" in result.stderr and "[Anna Ashworth]¹" in result.stdout


def test_the_profile_of_a_build_has_a_line_for_each_stage_and_kind_of_work(tmp_path, sample_archive):
    site = tmp_path / "site"
    told = dateline(
        "build", "--archive", sample_archive, "--output", site, "--locked", "--profile",
        "--records", records_of(sample_archive, tmp_path),
    ).stdout
    names = [line.split("  ")[0].strip() or line.strip().split("  ")[0] for line in told.splitlines()]
    for name in ["stage", "open", "load", "read", "resolve", "search", "publish", "rendering", "all"]:
        assert name in names, told

    again = dateline(
        "build", "--archive", sample_archive, "--output", tmp_path / "other", "--locked", "--profile",
        "--json",
    ).stdout.splitlines()
    summary, profile = map(json.loads, again[-2:])
    assert (summary["type"], profile["type"]) == ("summary", "profile")
    stages = {stage["stage"]: stage for stage in profile["stages"]}
    assert stages["publish"]["written_bytes"] >= summary["bytes"]
    assert stages["publish"]["allocations"] is None
    assert all(stage["peak_bytes"] > 1_000_000 for stage in stages.values())


def records_of(archive, folder):
    """Records of all articles of an archive, by a list on standard input."""
    articles = sorted(map(str, (archive / "Content" / "articles").rglob("*.md")))
    file = folder / "all.records"
    told = dateline(
        "annotate", "--archive", archive, "--records", file, "--from", "-", input="\n".join(articles)
    ).stdout
    assert f" in {file}" in told
    return file


def test_a_site_of_records_from_several_machines_is_that_of_one(tmp_path):
    archive = {
        f"articles/a{number}.md": f"---\ntitle: Number {number}\ndate: 2017-01-0{number + 1}\n---\n"
        "Lise Grande met Omar Haddad in Mosul.\n"
        for number in range(6)
    }
    alone, here, there = (tmp_path / name for name in ["alone", "here", "there"])
    for root in [alone, here, there]:
        (root / "Content" / "articles").mkdir(parents=True)
        for path, text in archive.items():
            (root / "Content" / path).write_text(text)
        (root / "Content" / "archive.yml").write_text("title: The Example Times\n")
    files = list(archive)
    for number, (root, paths) in enumerate([(here, files[::2]), (there, files[1::2])]):
        (tmp_path / f"{number}.txt").write_text("\n".join(paths) + "\n")
        dateline(
            "annotate", "--archive", root, "--records", tmp_path / f"{number}.records",
            "--from", tmp_path / f"{number}.txt",
        )
    parts = [tmp_path / f"{number}.records" for number in range(2)]
    for order in [parts, parts[::-1]]:
        dateline("annotate", "--records", tmp_path / f"{order[0].stem}.all", "--merge", *order)
    assert (tmp_path / "0.all").read_bytes() == (tmp_path / "1.all").read_bytes()

    dateline("build", "--archive", alone)
    told = dateline("build", "--archive", here, "--records", tmp_path / "0.all", "--json").stdout
    assert json.loads(told.splitlines()[-1])["articles_kept"] == 6
    manifest = "Public/manifest-sha256.txt"
    assert (here / manifest).read_bytes() == (alone / manifest).read_bytes()

    (here / "Content" / "archive.yml").write_text("title: Another name\n")
    refused = dateline("build", "--archive", here, "--records", tmp_path / "0.all", expect=2).stderr
    assert "other settings, records or rules" in refused
    whole = (tmp_path / "0.all").read_bytes()
    (tmp_path / "0.all").write_bytes(whole[:-1])
    torn = dateline("build", "--archive", alone, "--records", tmp_path / "0.all", expect=3).stderr
    assert "damaged" in torn


@pytest.mark.parametrize(
    "arguments",
    [
        ["--from", "list"],
        ["--records", "x"],
        ["--records", "x", "--merge"],
        ["--records", "x", "--from", "-", "--merge", "y"],
        ["--records", "x", "--from", "-", "file.md"],
        ["--records", "x", "--from", "-", "--json"],
        [],
    ],
)
def test_what_annotate_cannot_do_is_misuse(arguments):
    dateline("annotate", *arguments, expect=2, input="")
