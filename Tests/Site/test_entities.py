"""`dateline entities`: what an editor corrects, and what the site makes of it."""

import csv
import io
import json
import re
import shutil
import subprocess

import pytest
from conftest import REPOSITORY, dateline
from pages import Page
from terminal import Terminal

PEOPLE = """# People.
lise-grande:   # of the United Nations
  type: person
  name: Lise Grande
  names: [ "L. Grande" ] # as printed
  summary: Coordinator.

ann-lee:
  type: person
  name: Ann Lee
  names:
    - Ann B. Lee   # once
  note: |
    A note.
"""

ARTICLES = {
    "talks": "Lise Grande met Ann Lee in Mosul. Later Lise Grande left. John Smith stayed.",
    "aid": "Ann Lee thanked Lise Grande in Mosul. John Smith and Jon Smith were there too.",
    "court": "John Smith met Jon Smith and Ann B. Lee in Mosul in May. Spring Awakening followed.",
}


@pytest.fixture
def archive(tmp_path):
    """A small archive of its own, built once, so that its pages are public."""
    content = tmp_path / "Content"
    (content / "articles").mkdir(parents=True)
    (content / "authorities").mkdir()
    (content / "archive.yml").write_text(
        "title: Test\nbase_url: https://example.org/\nminimum_articles: 2\n"
    )
    (content / "authorities" / "people.yml").write_text(PEOPLE)
    for day, (name, text) in enumerate(ARTICLES.items(), 1):
        (content / "articles" / f"{name}.md").write_text(
            f"---\ntitle: The {name} report\ndate: 2017-03-0{day}\n---\n{text}\n"
        )
    dateline("build", "--archive", tmp_path)
    return tmp_path


def entities(archive, *arguments, **options):
    return dateline("entities", *arguments, "--archive", archive, **options)


def people(archive) -> str:
    return (archive / "Content" / "authorities" / "people.yml").read_text()


def page(archive, path) -> Page:
    return Page(archive / "Public" / path / "index.html")


def links(archive, article) -> set[str]:
    """The entities that an article of the site links to."""
    found = page(archive, f"2017/03/{article}").links
    kinds = "people|organizations|places|events|works"
    return {m[1] for link in found if (m := re.search(rf"((?:{kinds})/[^/]+)/", link))}


def build(archive):
    return dateline("build", "--archive", archive)


def leads_to(archive, old) -> str:
    """Where the page at an old address leads."""
    html = (archive / "Public" / old / "index.html").read_text()
    assert 'http-equiv="refresh"' in html
    return re.search(r'url=([^"]+)"', html)[1]


def content(archive) -> dict[str, bytes]:
    return {
        str(file.relative_to(archive)): file.read_bytes()
        for file in sorted((archive / "Content").rglob("*"))
        if file.is_file()
    }


# Merging


def test_a_merged_record_leaves_its_names_and_its_address(archive):
    entities(archive, "merge", "people/lise-grande", "ann-lee")

    text = people(archive)
    assert text.startswith("# People.\nlise-grande:   # of the United Nations\n")
    assert 'names: [ "L. Grande", Ann Lee, Ann B. Lee ] # as printed\n' in text
    assert "former_ids: [ann-lee]" in text and "  note: |\n    A note.\n" in text
    assert "\nann-lee:" not in text and "# once" in text
    build(archive)
    assert leads_to(archive, "people/ann-lee").endswith("../people/lise-grande/")
    assert "people/ann-lee" not in links(archive, "02/the-aid-report")
    assert "Ann Lee" in page(archive, "people/lise-grande").text


def test_entities_without_records_are_merged_into_a_new_one(archive):
    result = entities(archive, "merge", "people/john-smith", "people/jon-smith")

    assert "people/jon-smith/ leads to /people/john-smith/" in result.stdout
    assert people(archive).startswith(PEOPLE)
    assert people(archive)[len(PEOPLE) :] == (
        "\njohn-smith:\n  type: person\n  name: John Smith\n  names: [Jon Smith]\n"
        "  former_ids: [jon-smith]\n"
    )
    build(archive)
    assert "people/jon-smith" not in links(archive, "03/the-court-report")
    assert leads_to(archive, "people/jon-smith").endswith("people/john-smith/")


def test_a_merged_place_of_the_gazetteer_is_gone_by_all_its_names(archive):
    for number, name in enumerate(["Duhok", "Dohuk", "Tikrit"], 4):
        (archive / "Content" / "articles" / f"{name}.md").write_text(
            f"---\ntitle: The {name} road\ndate: 2017-03-0{number}\n---\nThey drove to {name}.\n"
        )
    build(archive)
    assert "places/duhok" in links(archive, "04/the-duhok-road")

    entities(archive, "merge", "places/tikrit", "places/duhok")

    assert build(archive).stderr == ""
    assert leads_to(archive, "places/duhok").endswith("../places/tikrit/")
    for road in ["04/the-duhok-road", "05/the-dohuk-road", "06/the-tikrit-road"]:
        assert links(archive, road) == {"places/tikrit"}


def test_merging_into_itself_or_into_nothing_is_misuse(archive):
    before = content(archive)

    assert "already" in entities(archive, "merge", "ann-lee", "Ann Lee", expect=2).stderr
    result = entities(archive, "merge", "ann-lee", "people/lise-grand", expect=2)
    assert "did you mean people/lise-grande?" in result.stderr
    assert content(archive) == before


# Renaming


def test_a_renamed_entity_keeps_its_address_and_its_old_name(archive):
    entities(archive, "rename", "people/lise-grande", "Elisabeth Grande")

    assert 'name: Elisabeth Grande\n  names: [ "L. Grande", Lise Grande ] # as' in people(archive)
    build(archive)
    assert "Elisabeth Grande" in page(archive, "people/lise-grande").text
    assert "people/lise-grande" in links(archive, "01/the-talks-report")


def test_a_renamed_id_leads_on(archive):
    (archive / "Content" / "authorities" / "more.yml").write_text(
        "bob-ray:\n  type: person\n  name: Bob Ray\n  not_same_as: [lise-grande] # why\n"
    )
    entities(archive, "rename", "lise-grande", "Lise Grande", "--id", "l-grande")

    assert "\nl-grande:   # of the United Nations\n" in people(archive)
    more = (archive / "Content" / "authorities" / "more.yml").read_text()
    assert more.endswith("not_same_as: [l-grande] # why\n")
    build(archive)
    assert leads_to(archive, "people/lise-grande").endswith("../people/l-grande/")
    assert "people/l-grande" in links(archive, "01/the-talks-report")


def test_an_id_that_is_taken_is_refused(archive):
    result = entities(archive, "rename", "lise-grande", "L", "--id", "ann-lee", expect=2)

    assert "ann-lee" in result.stderr and people(archive) == PEOPLE


# Kinds


def test_another_kind_has_another_address_and_the_old_one_leads_there(archive):
    entities(archive, "kind", "people/john-smith", "organization")

    text = (archive / "Content" / "authorities" / "organizations.yml").read_text()
    assert text == (
        "john-smith:\n  type: organization\n  name: John Smith\n"
        "  former_ids: [people/john-smith]\n"
    )
    build(archive)
    assert leads_to(archive, "people/john-smith").endswith("../organizations/john-smith/")
    assert "organizations/john-smith" in links(archive, "01/the-talks-report")


def test_a_kind_that_there_is_not_is_told(archive):
    result = entities(archive, "kind", "ann-lee", "organisatoin", expect=2)

    assert "did you mean organization?" in result.stderr


# Hiding


def test_a_suppressed_entity_is_gone_and_its_words_stay(archive):
    entities(archive, "suppress", "people/ann-lee")

    assert "  page: never\n" in people(archive)
    privacy = (archive / "Content" / "privacy.yml").read_text()
    assert privacy == "suppress:\n  - people/ann-lee\n"
    build(archive)
    assert not (archive / "Public" / "people" / "ann-lee").exists()
    assert "people/ann-lee" not in links(archive, "01/the-talks-report")
    assert "Ann Lee" in page(archive, "2017/03/01/the-talks-report").text


def test_a_redaction_is_written_with_its_date(archive):
    entities(archive, "redact", "people/ann-lee", "--with", "a driver", "--date", "2026-01-04")

    privacy = (archive / "Content" / "privacy.yml").read_text()
    assert privacy == (
        "redact:\n  - {name: Ann Lee, also: [Ann B. Lee], with: a driver, date: 2026-01-04}\n"
    )


def test_editors_go_on_with_a_name_that_readers_do_not_see(archive):
    entities(archive, "redact", "people/ann-lee", "--with", "a driver", "--date", "2026-01-04")
    build(archive)
    assert "Ann Lee" not in page(archive, "2017/03/01/the-talks-report").text

    assert entities(archive, "show", "people/ann-lee").stdout.startswith("Ann Lee  people/ann-lee")
    assert export(archive)[0]["name"] == "Ann Lee"
    entities(archive, "suppress", "people/ann-lee")

    assert "\nann-lee:\n  type: person\n  name: Ann Lee\n" in people(archive)
    build(archive)
    assert "Ann" not in "".join(path.name for path in (archive / "Public").rglob("*"))


def test_an_ignored_name_is_gone_from_all_articles(archive):
    assert (archive / "Public" / "people" / "john-smith").exists()

    entities(archive, "ignore", "John Smith")

    ignored = archive / "Content" / "authorities" / "ignored.txt"
    assert ignored.read_text().endswith("\nJohn Smith\n")
    build(archive)
    assert "people/john-smith" not in links(archive, "02/the-aid-report")


def test_a_name_of_a_record_is_not_ignored(archive):
    result = entities(archive, "ignore", "Ann B. Lee", expect=1)

    assert "people.yml:8:1: error" in result.stderr and "ann-lee" in result.stderr
    assert not (archive / "Content" / "authorities" / "ignored.txt").exists()


def test_a_name_is_unlinked_in_one_article_alone(archive):
    file = archive / "Content" / "articles" / "talks.md"
    entities(archive, "unlink", file, "Lise Grande")

    assert "date: 2017-03-01\nentities: {ignore: [Lise Grande]}\n---\n" in file.read_text()
    build(archive)
    assert "people/lise-grande" not in links(archive, "01/the-talks-report")
    assert "people/lise-grande" in links(archive, "02/the-aid-report")


def test_a_name_that_is_none_in_the_article_is_told(archive):
    result = entities(archive, "unlink", "articles/talks.md", "Lise Grand", expect=2)

    assert "did you mean “Lise Grande”?" in result.stderr


# Safety


def test_a_dry_run_shows_the_difference_and_writes_nothing(archive):
    before = content(archive)

    result = entities(archive, "merge", "lise-grande", "ann-lee", "--dry-run")

    assert "+++ b/" in result.stdout and "-ann-lee:" in result.stdout
    assert "articles change" in result.stdout
    assert content(archive) == before
    assert "nothing to take back" in entities(archive, "undo", expect=2).stderr


@pytest.mark.parametrize(
    "command",
    [
        ["merge", "lise-grande", "ann-lee"],
        ["merge", "people/john-smith", "people/jon-smith"],
        ["rename", "lise-grande", "L. G.", "--id", "l-g"],
        ["kind", "people/john-smith", "organization"],
        ["suppress", "people/john-smith"],
        ["redact", "ann-lee"],
        ["ignore", "John Smith"],
        ["unlink", "articles/talks.md", "Lise Grande"],
    ],
    ids=lambda command: command[0],
)
def test_undo_brings_every_byte_back(archive, command):
    before = content(archive)
    entities(archive, *command)
    assert content(archive) != before

    result = entities(archive, "undo")

    assert result.stdout.startswith("taken back: " + command[0])
    assert content(archive) == before


def test_undo_goes_back_one_command_at_a_time(archive):
    states = [content(archive)]
    for command in [["rename", "ann-lee", "Anna Lee"], ["suppress", "ann-lee"]]:
        entities(archive, *command)
        states.append(content(archive))

    for state in reversed(states[:-1]):
        entities(archive, "undo")
        assert content(archive) == state


def test_undo_refuses_what_was_changed_since(archive):
    entities(archive, "rename", "ann-lee", "Anna Lee")
    file = archive / "Content" / "authorities" / "people.yml"
    file.write_text(people(archive) + "# mine\n")

    result = entities(archive, "undo", expect=1)

    assert "people.yml:1:1: error: this file was changed after" in result.stderr
    assert people(archive).endswith("# mine\n")


def test_what_an_edit_could_spoil_is_refused_with_what_to_do(archive):
    file = archive / "Content" / "authorities" / "people.yml"
    odd = PEOPLE.replace("lise-grande:   #", "lise-grande: &her  #")
    file.write_text(odd)

    result = entities(archive, "merge", "lise-grande", "people/john-smith", expect=1)

    assert "people.yml:2:1: error" in result.stderr
    assert "John Smith to names of lise-grande" in result.stderr
    assert file.read_text() == odd


def test_the_sample_archive_is_corrected_without_touching_anything_else(tmp_path):
    shutil.copytree(REPOSITORY / "Content", tmp_path / "Content")
    file = tmp_path / "Content" / "authorities" / "people.yml"
    before = file.read_text().splitlines(keepends=True)

    dateline(
        "entities", "merge", "people/jim-mattis", "people/ash-carter", "--archive", tmp_path
    )

    after = file.read_text().splitlines(keepends=True)
    gone = [line for line in before if line not in after]
    start = before.index("jim-mattis:\n")
    assert set(gone) <= set(before[start : before.index("masoud-barzani:\n")])
    assert len(after) > len(before) - 6
    build(tmp_path)
    assert leads_to(tmp_path, "people/ash-carter").endswith("../people/jim-mattis/")


def test_help_has_an_example_for_each_command():
    listed = dateline("entities", "--help").stdout.split("SUBCOMMANDS:")[1]
    commands = re.findall(r"^  ([a-z]+) ", listed, re.M)

    assert {"merge", "rename", "kind", "suppress", "ignore", "unlink", "undo"} <= set(commands)
    for command in commands:
        assert "dateline entities " + command in dateline("entities", command, "--help").stdout


# Looking


def rows(archive, *arguments):
    lines = entities(archive, "list", "--json", *arguments).stdout.splitlines()
    return [json.loads(line) for line in lines]


def test_the_list_begins_with_what_needs_a_look(archive):
    listed = rows(archive)

    ids = [row["id"] for row in listed]
    assert set(ids[:2]) == {"people/john-smith", "people/jon-smith"}
    assert listed[0]["suggestions"] == 1 and listed[0]["evidence"] == "full name"
    assert ids.index("places/mosul") < ids.index("people/lise-grande")
    assert next(row for row in listed if row["id"] == "people/ann-lee") == {
        "type": "entity", "id": "people/ann-lee", "name": "Ann Lee", "kind": "person",
        "articles": 3, "mentions": 3, "evidence": "record", "page": True, "hidden": False,
        "conflicts": [], "suggestions": 0,
    }


def test_the_list_is_filtered(archive):
    assert {row["kind"] for row in rows(archive, "--kind", "people")} == {"person"}
    assert "people/lise-grande" not in {row["id"] for row in rows(archive, "--unreviewed")}
    assert all(row["articles"] >= 3 for row in rows(archive, "--min-count", "3"))
    assert len(rows(archive, "--limit", "2")) == 2
    assert rows(archive, "--conflicts") == []


def of_two_kinds(archive):
    """A film, and a festival that took its name."""
    for number, kind in enumerate(["work", "event"], 4):
        (archive / "Content" / "articles" / f"{kind}.md").write_text(
            f"---\ntitle: The {kind}\ndate: 2017-03-0{number}\n"
            f"entities: {{add: [{{name: Spring Awakening, kind: {kind}}}]}}\n---\n"
            "In May came Spring Awakening, the third.\n"
        )


def test_a_name_of_two_kinds_is_a_conflict(archive):
    of_two_kinds(archive)

    ids = {row["id"] for row in rows(archive, "--conflicts")}

    assert ids == {"works/spring-awakening", "events/spring-awakening"}


def test_an_entity_is_shown_with_its_sentences(archive):
    text = entities(archive, "show", "Ann B. Lee").stdout

    assert text.startswith("Ann Lee  people/ann-lee\n")
    assert "by its record: Content/authorities/people.yml:8" in text
    assert "named 3 times in 3 articles, 2017-03-01 to 2017-03-03" in text
    assert re.search(r"^ +2  Ann Lee$", text, re.M) and re.search(r"^ +1  Ann B. Lee$", text, re.M)
    assert "Lise Grande met Ann Lee in Mosul." in text
    assert "people/lise-grande" in text


# Reviewing

VICTIMS = """---
title: The trial
date: 2017-04-01
---
Omar Karim was sentenced to five years. Peter Ward, a 12-year-old, was hurt. Ann Lee was killed.
"""


def review(archive):
    return json.loads(entities(archive, "review", "--report", "json").stdout)


def test_a_review_has_what_is_to_be_decided_and_why(archive):
    of_two_kinds(archive)
    (archive / "Content" / "articles" / "trial.md").write_text(VICTIMS)

    items = review(archive)["items"]

    (pair,) = [item for item in items if item["type"] == "suggestion"]
    assert pair["reason"] == "given-name" and pair["shared_articles"] == 2
    assert [entity["id"] for entity in pair["entities"]] == ["people/john-smith", "people/jon-smith"]
    assert "John Smith stayed." in [s["text"] for s in pair["entities"][0]["sentences"]]
    assert pair["commands"][0] == "dateline entities merge people/john-smith people/jon-smith"
    (conflict,) = [item for item in items if item["type"] == "conflict"]
    assert {entity["name"] for entity in conflict["entities"]} == {"Spring Awakening"}
    assert "people/john-smith" in [
        item["entities"][0]["id"] for item in items if item["type"] == "new_name"
    ]
    sensitive = {
        item["entities"][0]["id"]: item["words"] for item in items if item["type"] == "sensitive"
    }
    assert sensitive["people/omar-karim"] == ["sentenced"]
    assert sensitive["people/peter-ward"] == ["12-year-old"]
    assert "people/ann-lee" not in sensitive


def test_what_is_told_apart_is_not_asked_again(archive):
    entities(archive, "distinguish", "people/john-smith", "people/jon-smith")

    assert [item for item in review(archive)["items"] if item["type"] == "suggestion"] == []
    assert "john-smith:\n  type: person\n  name: John Smith\n  not_same_as: [jon-smith]\n" in people(
        archive
    )
    build(archive)
    assert "Jon Smith" in page(archive, "people/john-smith").text


def test_the_report_for_a_browser_runs_nothing_and_shows_hostile_text_as_text(archive):
    hostile = ARTICLES["talks"] + " John Smith said <script>alert(1)</script> &amp; `<img src=x>`."
    (archive / "Content" / "articles" / "more.md").write_text(
        f"---\ntitle: More\ndate: 2017-03-09\n---\n{hostile}\n"
    )

    html = entities(archive, "review", "--report", "html").stdout

    assert html.startswith("<!DOCTYPE html>") and html.rstrip().endswith("</html>")
    assert "<script" not in html and "<img" not in html and " on" not in re.sub(">[^<]*<", "><", html)
    assert "dateline entities merge people/john-smith people/jon-smith" in html
    assert "<mark>John Smith</mark> stayed." in html


def test_a_review_without_a_terminal_says_what_to_do(archive):
    result = entities(archive, "review", expect=2, stdin=subprocess.DEVNULL)

    assert "--report html" in result.stderr


class Review(Terminal):
    """A review at a terminal."""

    def __init__(self, archive):
        super().__init__("entities", "review", "--archive", archive)

    def answer(self, line: str) -> str:
        """What is asked next, up to the prompt, once it is answered."""
        text = self.read()
        self.type(line + "\n")
        return text

    def end(self) -> str:
        code, text = super().end()
        assert code == 0
        return text


def test_a_review_at_a_terminal_asks_and_does_what_is_answered(archive):
    session = Review(archive)

    first = session.answer("x")
    assert "Are these one?" in first and "[n] no, they are two" in first
    assert "1  John Smith  people/john-smith" in first and "2  Jon Smith" in first
    assert "“x” is none of these" in session.answer("m")
    end = session.end()
    assert "wrote" in end and "people.yml" in end and "that was all" in end
    assert "name: John Smith\n  names: [Jon Smith]\n  former_ids: [jon-smith]\n" in people(archive)


def test_no_at_a_terminal_tells_them_apart(archive):
    session = Review(archive)

    session.answer("n")
    session.answer("q")
    session.end()

    assert people(archive).count("not_same_as") == 2


def test_next_at_a_terminal_leaves_everything_as_it_is(archive):
    before = content(archive)
    session = Review(archive)

    while "that was all" not in session.answer(""):
        pass

    session.process.wait(timeout=60)
    assert content(archive) == before


# The table


def export(archive, *arguments) -> list[dict[str, str]]:
    text = entities(archive, "export", "--csv", *arguments).stdout
    return list(csv.DictReader(io.StringIO(text)))


def write_table(path, rows, **options):
    with path.open("w", newline="", encoding=options.pop("encoding", "utf-8")) as file:
        writer = csv.DictWriter(file, rows[0].keys(), **options)
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_the_table_has_a_row_a_record_and_a_column_a_key(archive):
    ann, lise = export(archive)

    assert list(ann)[:5] == ["id", "type", "name", "names", "weak"]
    assert (ann["id"], ann["names"], ann["note"]) == ("ann-lee", "Ann B. Lee", "A note.\n")
    assert (lise["names"], lise["summary"], lise["page"]) == ("L. Grande", "Coordinator.", "")


@pytest.mark.parametrize("form", ["plain", "excel", "semicolons"])
def test_a_table_that_was_not_changed_changes_nothing(archive, tmp_path_factory, form):
    table = tmp_path_factory.mktemp("table") / "records.csv"
    if form == "semicolons":
        write_table(table, export(archive), delimiter=";", encoding="utf-8-sig")
    else:
        entities(archive, "export", "--csv", table, *(["--excel"] if form == "excel" else []))
    assert table.read_bytes().startswith(b"\xef\xbb\xbf") == (form != "plain")
    before = content(archive)

    assert "nothing to do" in entities(archive, "import", table).stdout
    assert content(archive) == before


def test_the_sample_comes_back_as_it_was(tmp_path):
    shutil.copytree(REPOSITORY / "Content", tmp_path / "Content")
    dateline("entities", "export", "--csv", tmp_path / "t.csv", "--archive", tmp_path)

    result = dateline("entities", "import", tmp_path / "t.csv", "--archive", tmp_path)

    assert "nothing to do" in result.stdout


def test_only_changed_cells_are_written(archive, tmp_path):
    table = export(archive)
    table[0] |= {"names": "Ann B. Lee|A. Lee", "page": "never", "note": ""}
    table[1] |= {"summary": "=HYPERLINK(1)", "case_sensitive": "TRUE"}

    entities(archive, "import", write_table(tmp_path / "t.csv", table))

    assert people(archive) == PEOPLE.replace(
        "  summary: Coordinator.\n", '  summary: "=HYPERLINK(1)"\n  case_sensitive: true\n'
    ).replace(
        "    - Ann B. Lee   # once\n  note: |\n    A note.\n",
        "    - Ann B. Lee   # once\n    - A. Lee\n  page: never\n",
    )
    assert export(archive)[1]["summary"] == "'=HYPERLINK(1)"
    entities(archive, "undo")
    assert people(archive) == PEOPLE


def test_new_rows_are_new_records_and_missing_rows_delete_nothing(archive, tmp_path):
    row = dict.fromkeys(export(archive)[0], "")
    row |= {"id": "basra", "type": "place", "name": "Basra", "geo.lat": "30.5", "geo.lon": "47.8"}

    result = entities(archive, "import", write_table(tmp_path / "t.csv", [row]))

    assert "2 records are not in the table" in result.stdout
    assert people(archive) == PEOPLE
    places = (archive / "Content" / "authorities" / "places.yml").read_text()
    assert places == "basra:\n  type: place\n  name: Basra\n  geo: {lat: 30.5, lon: 47.8}\n"


def test_another_type_in_the_table_leads_the_old_page_on(archive, tmp_path):
    table = export(archive)
    table[0]["type"] = "organization"

    entities(archive, "import", write_table(tmp_path / "t.csv", table))

    build(archive)
    assert leads_to(archive, "people/ann-lee").endswith("../organizations/ann-lee/")


def test_errors_name_row_and_column_and_nothing_is_written(archive, tmp_path):
    table = export(archive)
    table[0] |= {"type": "persn", "same_as": "wikidata"}
    table[1] |= {"name": "", "page": "sometimes", "geo.lat": "123"}
    table.append(table[0] | {"type": "person", "same_as": ""})
    file = write_table(tmp_path / "t.csv", table)

    result = entities(archive, "import", file, expect=1)

    for told in [
        "t.csv:2: column B: error: a type is one of", "did you mean person?",
        "t.csv:2: column I: error: “wikidata” is no address",
        "column C: error: a record has a name", "column Q: error: page is always, auto or never",
        "column N: error: “123” is no number", "the id ann-lee is in row 2 already",
        "nothing was written",
    ]:
        assert told in result.stderr
    assert people(archive) == PEOPLE


def test_an_unknown_column_is_told_with_what_may_be_meant(archive, tmp_path):
    table = [{"id": "ann-lee", "nmaes": "X"}]

    result = entities(archive, "import", write_table(tmp_path / "t.csv", table), expect=1)

    assert "t.csv:1: column B: error: there is no column “nmaes”" in result.stderr
    assert "did you mean names?" in result.stderr


def test_an_export_takes_no_other_files_place(archive, tmp_path):
    file = tmp_path / "mine.csv"
    file.write_text("mine")

    entities(archive, "export", "--csv", file, expect=2)

    assert file.read_text() == "mine"


# Splitting


def split(archive, *articles, **options):
    return entities(
        archive, "split", "people/john-smith", "--articles", *articles, "--name",
        "John Smith (judge)", "--id", "john-smith-judge", **options,
    )


def test_an_entity_is_split_by_the_articles_that_mean_another(archive):
    split(archive, "articles/court.md")

    text = people(archive)
    assert text.startswith(PEOPLE)
    assert text[len(PEOPLE) :] == (
        "\njohn-smith:\n  type: person\n  name: John Smith\n  not_same_as: [john-smith-judge]\n"
        "\njohn-smith-judge:\n  type: person\n  name: John Smith (judge)\n"
        "  not_same_as: [john-smith]\n"
    )
    court = (archive / "Content" / "articles" / "court.md").read_text()
    assert "\nentities: {is: {John Smith: john-smith-judge}}\n---\n" in court
    build(archive)
    assert "people/john-smith" in links(archive, "01/the-talks-report")
    assert "people/john-smith" not in links(archive, "03/the-court-report")
    assert "John Smith (judge)" in page(archive, "people/john-smith").text
    entities(archive, "undo")
    assert people(archive) == PEOPLE and "entities" not in (
        archive / "Content" / "articles" / "court.md"
    ).read_text()


def test_after_a_split_in_two_new_ones_the_old_address_asks_which_is_meant(archive):
    build(archive)
    split(archive, "articles/court.md", "--own-name", "John Smith (actor)", "--own-id",
          "john-smith-actor")
    build(archive)

    which = page(archive, "people/john-smith")
    assert "John Smith (actor)" in which.text and "John Smith (judge)" in which.text
    assert any("people/john-smith-actor/" in link for link in which.links)
    assert "people/john-smith-actor" in links(archive, "01/the-talks-report")
    assert "people/john-smith-actor" not in links(archive, "03/the-court-report")
    actor = page(archive, "people/john-smith-actor").text
    assert "Not to be confused with John Smith (judge)" in " ".join(actor.split())


def test_split_alone_shows_the_articles_with_their_sentences(archive):
    before = content(archive)

    text = entities(archive, "split", "people/john-smith").stdout

    assert "Content/articles/talks.md  2017-03-01\n    John Smith stayed." in text
    assert content(archive) == before


def test_a_split_that_makes_no_sense_is_refused(archive):
    before = content(archive)

    all_of_them = [f"articles/{name}.md" for name in ARTICLES]
    assert "all the articles" in split(archive, *all_of_them, expect=2).stderr
    (archive / "Content" / "articles" / "other.md").write_text("---\ntitle: T\n---\nNobody.\n")
    assert "does not name people/john-smith" in split(archive, "other.md", expect=2).stderr
    same = ["--articles", "court.md", "--id", "js-2", "--name", "John Smith"]
    result = entities(archive, "split", "people/john-smith", *same, expect=2)
    assert "no text could tell the two apart" in result.stderr
    (archive / "Content" / "articles" / "other.md").unlink()
    assert content(archive) == before
