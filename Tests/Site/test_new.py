"""How people begin: new archive, new article, doctor, and what they expect of a command line."""

import datetime
import json
import os
import re
import shutil
import signal
import subprocess

import pytest

from conftest import REPOSITORY, dateline, program
from terminal import Terminal

NOBODY = {"stdin": subprocess.DEVNULL}


def files(folder) -> dict[str, bytes]:
    """All that a folder holds, by path."""
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*")) if file.is_file()
    }


@pytest.fixture
def archive(tmp_path):
    dateline(
        "new", "archive", tmp_path / "paper", "--title", "The Example Times",
        "--base-url", "https://example.org/", **NOBODY,
    )
    return tmp_path / "paper"


# An archive


def test_three_questions_make_an_archive_that_builds(tmp_path):
    terminal = Terminal("new", "archive", "paper", cwd=tmp_path)
    assert "called" in terminal.read()
    terminal.type("\n")
    assert "needs a name" in terminal.read()
    terminal.type("  Ärger: \"heute\" # 1 \n")
    assert "address" in terminal.read()
    terminal.type("example.org\n")
    assert "begins with https://" in terminal.read()
    terminal.type("https://example.org/paper/\n")
    assert "language" in terminal.read()
    terminal.type("\n")
    code, text = terminal.end()

    assert code == 0 and "wrote paper/Content/archive.yml" in text
    result = dateline("build", "--strict", "--archive", tmp_path / "paper")
    assert result.stderr == ""
    front = (tmp_path / "paper" / "Public" / "index.html").read_text()
    assert "Ärger: &quot;heute&quot; # 1" in front and "https://example.org/paper/" in front


@pytest.mark.parametrize("keys", ["\x03", "\x04"], ids=["interrupted", "ended"])
def test_whoever_stops_answering_has_written_nothing(tmp_path, keys):
    terminal = Terminal("new", "archive", "paper", cwd=tmp_path)
    terminal.read()
    terminal.type("The Example Times\n")
    terminal.read()
    terminal.type(keys)
    code, text = terminal.end()

    assert code == (-signal.SIGINT if keys == "\x03" else 2)
    assert keys == "\x03" or "nothing was written" in text
    assert list(tmp_path.iterdir()) == []


def test_an_option_answers_its_question(tmp_path):
    terminal = Terminal(
        "new", "archive", "paper", "--title", "T", "--language", "de", cwd=tmp_path)
    assert terminal.read().startswith("Which address")
    terminal.type("\n")

    assert terminal.end()[0] == 0
    settings = (tmp_path / "paper/Content/archive.yml").read_text()
    assert "\ntitle: T\n" in settings and "\nlanguage: de\n" in settings
    assert "\n# base_url: " in settings


def test_without_a_terminal_nobody_waits(tmp_path):
    result = dateline("new", "archive", "paper", expect=2, cwd=tmp_path, **NOBODY)

    assert "--title" in result.stderr and "--base-url" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_archive_without_an_address_warns_of_that_alone(tmp_path):
    dateline("new", "archive", tmp_path / "p", "--title", "T", **NOBODY)
    result = dateline("build", "--json", "--archive", tmp_path / "p")

    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["code"] for line in lines if line.get("severity")] == ["base-url-missing"]


def test_a_draft_without_a_text_is_no_warning(archive):
    dateline("new", "article", "Talks resume", "--archive", archive)

    assert dateline("build", "--strict", "--archive", archive).stderr == ""


def test_what_a_build_makes_is_ignored_by_git(archive):
    dateline("build", "--archive", archive)
    dateline("new", "article", "--archive", archive, "Talks resume")
    subprocess.run(["git", "init", "-q"], cwd=archive, check=True)
    seen = subprocess.run(
        ["git", "status", "--porcelain", "-uall"], cwd=archive, check=True, capture_output=True,
        text=True,
    ).stdout

    assert "Public" not in seen and ".dateline" not in seen
    assert "Content/archive.yml" in seen and "Content/authorities/ids.lock" in seen


def test_an_archive_that_is_there_stays_as_it_is(archive):
    before = files(archive)
    result = dateline("new", "archive", archive, "--title", "Other", expect=2, **NOBODY)

    assert str(archive) in result.stderr and "= help:" in result.stderr
    assert files(archive) == before


@pytest.mark.parametrize("arguments, words", [
    (["--title", "T", "--base-url", "example.org"], "base_url begins with"),
    (["--title", "T", "--language", "English!"], "language is a tag"),
    (["--title", "T", "--time-zone", "Asia/Bagdad"], "did you mean Asia/Baghdad?"),
    (["--title", " "], "an archive has a title"),
    (["--title", "a\x1b[31mb"], "control character, U+001B"),
])
def test_a_wrong_answer_is_told_and_nothing_written(tmp_path, arguments, words):
    result = dateline("new", "archive", "p", *arguments, expect=2, cwd=tmp_path, **NOBODY)

    assert words in result.stderr and "\x1b" not in result.stderr
    assert list(tmp_path.iterdir()) == []


# An article


def test_an_article_is_a_draft_with_what_was_said(archive):
    result = dateline(
        "new", "article", "The bridge: \"open\" & <b>wide</b>", "--archive", archive,
        "--section", "World", "--author", "Ann Lee", "--author", "Bo, Birk",
        "--date", "circa March 1923",
    )
    file = archive / "Content/articles/1923/the-bridge-open-b-wide-b.md"

    assert f"wrote {file}" in result.stdout
    assert file.read_text() == (
        '---\ntitle: "The bridge: \\"open\\" & <b>wide</b>"\ndate: 1923-03~\n'
        'authors: [Ann Lee, "Bo, Birk"]\nsection: World\nstatus: draft\n---\n\n'
    )
    dateline("build", "--archive", archive)
    assert not list(archive.glob("Public/1923/**/index.html"))
    dateline("build", "--archive", archive, "--drafts", "--output", archive / "Preview")
    pages = list(archive.glob("Preview/1923/**/the-bridge*/index.html"))
    assert "The bridge: &quot;open&quot; &amp; &lt;b&gt;wide&lt;/b&gt;" in pages[0].read_text()


def test_an_article_without_a_date_is_of_today_in_the_archives_zone(archive):
    for name, hours in [("+14:00", 14), ("-12:00", -12)]:
        settings = archive / "Content/archive.yml"
        settings.write_text(f"title: T\nbase_url: https://example.org/\ntime_zone: {name}\n")
        zone = datetime.timezone(datetime.timedelta(hours=hours))
        before = datetime.datetime.now(zone).date()
        dateline("new", "article", f"At {name}", "--archive", archive)
        after = datetime.datetime.now(zone).date()
        text = next(archive.glob(f"Content/articles/*/at-{abs(hours)}-00.md")).read_text()
        assert f"\ndate: {before}\n" in text or f"\ndate: {after}\n" in text


@pytest.mark.parametrize("title", [
    "../../../etc/passwd", "/etc/passwd", "-rf", "--help", ".hidden", "..", "a\nb", "x" * 300,
    "👩‍👩‍👧", "القاهرة اليوم", "$(touch pwned); `touch pwned`", "a\\b", "CON", "%2e%2e%2f",
])
def test_no_title_leaves_the_folder_of_articles(archive, title):
    before = files(archive.parent)
    dateline("new", "article", "--archive", archive, "--", title)

    new = set(files(archive.parent)) - set(before)
    assert len(new) == 1
    assert re.fullmatch(r"paper/Content/articles/\d{4}/[a-z0-9-]{1,90}\.md", new.pop())
    assert {path: files(archive.parent)[path] for path in before} == before


def test_an_article_that_is_there_stays_as_it_is(archive):
    dateline("new", "article", "Talks", "--archive", archive, "--date", "2017")
    file = archive / "Content/articles/2017/talks.md"
    file.write_text("mine")
    result = dateline(
        "new", "article", "Talks!", "--archive", archive, "--date", "2017-03-26", expect=2)

    assert str(file) in result.stderr and "another title" in result.stderr
    assert file.read_text() == "mine"


def test_a_date_that_nobody_can_read_is_refused(archive):
    before = files(archive)
    result = dateline(
        "new", "article", "Talks", "--archive", archive, "--date", "03/04/2017", expect=2)

    assert "this one could be two days" in result.stderr
    assert "2017-03-04 or 2017-04-03" in result.stderr
    assert files(archive) == before


def test_a_section_that_the_archive_lacks_is_a_warning(archive):
    with open(archive / "Content/archive.yml", "a") as settings:
        settings.write("sections: [World, Culture]\n")
    result = dateline("new", "article", "Talks", "--archive", archive, "--section", "Wrold")

    assert "warning: archive.yml has no section “Wrold”" in result.stderr
    assert "did you mean World?" in result.stderr
    assert "wrote" in result.stdout


def test_the_editor_gets_the_file_and_its_options_and_no_shell_reads_the_path(tmp_path):
    folder = tmp_path / "a $(touch pwned) 'b"
    dateline("new", "archive", folder, "--title", "T", **NOBODY)
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nfor a in "$@"; do echo "<$a>"; done > "$OUT"; echo text >> "$2"\n')
    editor.chmod(0o755)
    environment = {
        **os.environ, "EDITOR": f"{editor} --wait", "VISUAL": "", "OUT": str(tmp_path / "out")}
    dateline(
        "new", "article", "Talks", "--date", "2017", "--edit", "--archive", folder,
        env=environment, cwd=tmp_path)

    file = folder / "Content/articles/2017/talks.md"
    assert (tmp_path / "out").read_text() == f"<--wait>\n<{file}>\n"
    assert file.read_text().endswith("---\n\ntext\n")
    assert not (tmp_path / "pwned").exists()


def test_without_an_editor_nothing_is_written(archive):
    before = files(archive)
    result = dateline(
        "new", "article", "Talks", "--edit", "--archive", archive, expect=3,
        env={"PATH": os.environ["PATH"]})

    assert "EDITOR" in result.stderr and files(archive) == before


def test_new_theme_and_theme_new_are_one(archive):
    dateline("new", "theme", "one", "--archive", archive)
    dateline("theme", "new", "two", "--archive", archive)

    def theme(name):
        return {
            path: text.replace(b"name: " + name.encode(), b"") if path == "theme.yml" else text
            for path, text in files(archive / "Themes" / name).items()
        }

    assert theme("one") == theme("two") and "theme.yml" in theme("one")
    assert "there already" in dateline(
        "new", "theme", "one", "--archive", archive, expect=2).stderr


def test_new_authority_writes_the_record_that_entities_record_writes(archive, tmp_path):
    shutil.copytree(archive, tmp_path / "other")
    dateline("new", "authority", "Neil Armstrong", "--archive", archive)
    dateline("entities", "record", "Neil Armstrong", "--archive", tmp_path / "other")

    record = (archive / "Content/authorities/people.yml").read_text()
    assert "\nneil-armstrong:\n  type: person\n  name: Neil Armstrong\n" in record
    assert record == (tmp_path / "other/Content/authorities/people.yml").read_text()
    assert record.startswith("# Your word on people")


# The command line


@pytest.mark.parametrize("arguments, help", [
    (["biuld"], "did you mean dateline build?"),
    (["help", "chekc"], "did you mean dateline check?"),
    (["entities", "mrege", "a", "b"], "did you mean dateline entities merge?"),
    (["Build"], "did you mean dateline build?"),
    (["publicize"], "the commands are build, preview, check"),
    (["build", "--outptu", "x"], "Did you mean '--output'?"),
    (["theme", "views", "articel"], "did you mean article?"),
])
def test_a_slip_is_told_with_what_was_meant(tmp_path, arguments, help):
    assert help in dateline(*arguments, expect=2, cwd=tmp_path).stderr


def commands() -> list[dict]:
    """All commands that help shows, with their options, as the parser describes them."""
    root = json.loads(dateline("--experimental-dump-help").stdout)["command"]
    found = []

    def walk(command, parents):
        if command.get("shouldDisplay", True) and command["commandName"] != "help":
            name = [*parents, command["commandName"]]
            found.append({**command, "name": name[1:]})
            for below in command.get("subcommands", []):
                walk(below, name)

    walk(root, [])
    return found


def test_every_command_has_examples_in_its_help_that_name_it():
    found = commands()
    assert len(found) > 20
    for command in found:
        text = dateline(*command["name"], "--help").stdout
        example = text.partition("Example")[2].partition("USAGE")[0]
        assert "dateline " + " ".join(command["name"]) in example, text


def test_an_option_takes_a_value_everywhere_or_nowhere():
    kinds = {}
    for command in commands():
        for argument in command.get("arguments", []):
            for name in argument.get("names", []):
                kinds.setdefault(name["name"], {}).setdefault(argument["kind"], []).append(
                    command["name"])
    assert {name: kind for name, kind in kinds.items() if len(kind) > 1} == {}
    assert set(kinds["archive"]) == {"option"} and set(kinds["json"]) == {"flag"}


def test_the_version_names_the_model_too():
    assert re.fullmatch(
        r"\d+\.\d+\.\d+ \(model 1-[0-9a-f]{8}\)\n", dateline("--version").stdout)


def test_completions_complete_in_a_real_shell(tmp_path):
    script = tmp_path / "dateline.bash"
    script.write_text(dateline("--generate-completion-script", "bash").stdout)
    typed = """
        source "$1"
        try() {
            COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
            COMPREPLY=(); _dateline dateline "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
            echo "${COMPREPLY[@]}"
        }
        try dateline bu
        try dateline new ar
        try dateline build --ou
    """
    result = subprocess.run(
        ["bash", "--norc", "-c", typed, "bash", script], capture_output=True, text=True,
        timeout=60, env={**os.environ, "PATH": os.path.dirname(program()) + ":" + os.environ["PATH"]},
    )

    assert result.stderr == ""
    lines = [line.split() for line in result.stdout.splitlines()]
    assert lines == [["build"], ["archive", "article"], ["--output"]]


@pytest.mark.parametrize("shell, words", [
    ("zsh", "#compdef dateline"), ("fish", "complete -c 'dateline'")])
def test_completions_are_there_for_other_shells(shell, words):
    assert words in dateline("--generate-completion-script", shell).stdout


def test_the_man_page_is_sound_and_has_every_command(tmp_path):
    page = dateline("manual").stdout
    assert dateline("manual").stdout == page
    file = tmp_path / "dateline.1"
    file.write_text(page)
    assert page.isascii()
    check = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-z", file], capture_output=True, text=True)
    assert (check.returncode, check.stdout, check.stderr) == (0, "", "")
    shown = subprocess.run(
        ["groff", "-man", "-Tascii", "-P-c", file], capture_output=True, text=True, check=True)
    text = re.sub(r".\x08", "", shown.stdout)
    for command in commands()[1:]:
        assert "\n   dateline " + " ".join(command["name"]) + "\n" in text
    assert "NO_COLOR" in text and max(map(len, text.splitlines())) <= 80


def test_no_command_colours_what_a_pipe_reads_or_no_color_forbids(archive, tmp_path):
    (archive / "Content/articles/bad.md").write_text("---\ndate: 2017-02-30\n---\nText.\n")

    def at_terminal(**environment):
        terminal = Terminal(
            "build", "--locked", "--output", tmp_path / "out", "--archive", archive,
            env={"TERM": "xterm", **environment})
        code, text = terminal.end()
        assert code == 1
        return text

    colours = re.compile(r"\x1b\[[0-9;]*m")
    assert "\x1b" not in dateline("build", "--archive", archive, expect=1).stderr
    assert colours.search(at_terminal(NO_COLOR=""))
    assert not colours.search(at_terminal(NO_COLOR="1"))
    assert not colours.search(at_terminal(TERM="dumb", NO_COLOR=""))


# The README


def test_the_first_steps_of_the_readme_work_as_written(tmp_path):
    section = (REPOSITORY / "README.md").read_text().partition("## Five minutes")[2]
    lines = re.findall(r"^ {7}(dateline (?:new|build|doctor) .*)$", section.partition("\n2. ")[0], re.M)
    assert [line.split()[1:3] for line in lines] == [
        ["new", "archive"], ["build", "--archive"], ["doctor", "--archive"], ["new", "article"]]
    for line in lines:
        result = subprocess.run(
            ["bash", "-c", line.replace("dateline", '"$DATELINE"', 1)],
            cwd=tmp_path / "paper" if "article" in line else tmp_path,
            env={**os.environ, "DATELINE": os.path.abspath(program())}, capture_output=True,
            text=True, **NOBODY)
        assert (result.returncode, result.stderr) == (0, ""), line
    assert (tmp_path / "paper/Content/articles/2017/talks-resume-in-mosul.md").exists()


# The doctor


def test_the_doctor_tells_what_is_missing_for_what(archive, tmp_path):
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "git").write_text("#!/bin/sh\n")
    (tools / "git").chmod(0o755)
    before = files(archive)
    result = dateline("doctor", "--archive", archive, env={"PATH": str(tools)})

    assert re.search(rf"^ok +git +{re.escape(str(tools))}/git$", result.stdout, re.M)
    assert re.search(r"^missing +rclone +for publishing to S3", result.stdout, re.M)
    assert re.search(r"^ok +archive +The Example Times, 1 article$", result.stdout, re.M)
    assert re.search(r"^ok +libcmark +0\.\d+\.\d+$", result.stdout, re.M)
    assert re.search(r"^ok +disk +[\d,]+ MB free$", result.stdout, re.M)
    assert files(archive) == before


def test_the_doctor_ends_with_what_is_wrong(archive, tmp_path):
    assert "archive  " not in dateline("doctor", cwd=tmp_path).stdout.replace(str(tmp_path), "")
    with open(archive / "Content/archive.yml", "a") as settings:
        settings.write("base_url: nowhere\n")
    assert "dateline check" in dateline("doctor", expect=1, cwd=archive).stdout
    (archive / "Public").write_text("a file")
    assert "is no folder" in dateline("doctor", expect=3, cwd=archive).stdout
