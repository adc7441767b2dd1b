"""A site reaches its readers: folders, branches, servers and stores, and nothing of others is lost."""

import json
import os
import signal
import subprocess
import time

import pytest
from conftest import dateline, program
from publishing import (MANIFEST, broken_links, files, make_paper, publish, rsync_daemon, s3_store,
                        ssh_server, write_article)

NOBODY = {**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}


def times(folder):
    return {file: file.stat().st_mtime_ns for file in folder.rglob("*.html")}


# Folders


def test_a_folder_gets_the_whole_site_and_then_only_what_changed(tmp_path):
    archive = make_paper(tmp_path / "paper", "targets: {stick: {folder: ../stick/site}}\n")
    (tmp_path / "stick").mkdir()

    first = publish(archive)
    before = times(tmp_path / "stick")
    write_article(archive, 3, text="Aid arrived.")
    second = publish(archive, "stick")

    assert "added, 0 changed, 0 removed" in first.stdout
    assert "0 added" in second.stdout
    assert files(tmp_path / "stick" / "site") == files(archive / "Public")
    after = times(tmp_path / "stick")
    assert before.keys() == after.keys()
    assert sum(before[file] != after[file] for file in before) < len(before) / 2
    assert "is up to date" in publish(archive, "stick").stdout


def test_files_of_others_are_neither_removed_nor_overwritten(tmp_path):
    archive = make_paper(tmp_path / "paper", "targets: {live: {folder: ../live}}\n")
    live = tmp_path / "live"
    (live / "2017").mkdir(parents=True)
    (live / "CNAME").write_text("example.org\n")
    (live / "index.html").write_text("mine\n")

    refused = publish(archive, expect=1)

    assert "index.html" in refused.stderr and "--replace" in refused.stderr
    assert sorted(file.name for file in live.rglob("*")) == ["2017", "CNAME", "index.html"]
    publish(archive, "--replace")
    assert (live / "CNAME").read_text() == "example.org\n"
    assert (live / "index.html").read_bytes() == (archive / "Public" / "index.html").read_bytes()
    (archive / "Content" / "articles" / "a3.md").unlink()
    publish(archive, "--locked")
    assert (live / "CNAME").exists()
    assert files(live).keys() - files(archive / "Public").keys() == {"CNAME"}


def test_a_dry_run_says_what_would_change_and_changes_nothing(tmp_path):
    archive = make_paper(tmp_path / "paper", "targets: {live: {folder: ../live}}\n")
    publish(archive)
    write_article(archive, 40, "A new pier")
    (archive / "Content" / "media" / "plan.txt").unlink()
    before = files(tmp_path / "live")

    text = publish(archive, "--dry-run", "--verbose").stdout
    lines = [json.loads(line) for line in publish(archive, "--dry-run", "--json").stdout.splitlines()]

    assert "+ 2017/03/13/a-new-pier/index.html" in text
    assert "~ index.html" in text
    assert "- media/plan.txt" in text
    assert "would be" in text
    assert files(tmp_path / "live") == before
    summary = lines[-1]
    assert summary["type"] == "publication" and summary["dry_run"] is True
    assert summary["removed"] == 1 and summary["bytes"] > 0
    assert len(lines) == summary["added"] + summary["changed"] + summary["removed"] + 1


def test_a_disk_that_is_not_there_is_not_made_up(tmp_path):
    archive = make_paper(tmp_path / "paper", "targets: {stick: {folder: /media/no-such-stick/site}}\n")

    assert "connect the disk" in publish(archive, expect=3).stderr


def test_a_site_is_not_published_into_itself_or_over_its_archive(tmp_path):
    archive = make_paper(
        tmp_path / "paper",
        "targets: {a: {folder: Public/www}, b: {folder: .}, c: {folder: Content/media}}\n")

    for name in "abc":
        assert "would mix" in publish(archive, name, expect=2).stderr


# What is not published


def test_errors_drafts_and_hidden_names_are_not_published_unless_asked_for(tmp_path):
    archive = make_paper(tmp_path / "paper", "targets: {live: {folder: ../live}}\n")
    live = tmp_path / "live"
    bad = archive / "Content" / "articles" / "bad.md"
    bad.write_text("---\ntitle: Bad\ndate: 2017-02-30\n---\nText.\n")

    assert "--despite-errors" in publish(archive, expect=1).stderr
    assert not live.exists()
    publish(archive, "--despite-errors")
    assert live.exists()

    bad.write_text("---\ntitle: A draft\ndate: 2017-02-20\nstatus: draft\n---\nText.\n")
    dateline("build", "--archive", archive, "--drafts")
    assert "1 draft" in publish(archive, "--no-build", expect=1).stderr
    assert "draft" not in publish(archive).stderr
    publish(archive, "--drafts")
    assert (live / "2017/02/20/a-draft/index.html").exists()

    bad.unlink()
    publish(archive)
    (archive / "Content" / "privacy.yml").write_text(
        "redact:\n  - {name: Lise Grande, with: \"[name removed]\", date: 2026-01-04}\n")
    leak = publish(archive, "--no-build", expect=1)
    assert "privacy.yml" in leak.stderr and "--despite-privacy" in leak.stderr
    publish(archive)
    assert not any(b"Lise Grande" in page.read_bytes() for page in live.rglob("*.html"))


def test_a_site_that_was_altered_since_it_was_built_is_not_published(tmp_path):
    archive = make_paper(tmp_path / "paper", "targets: {live: {folder: ../live}}\n")
    dateline("build", "--archive", archive)
    page = archive / "Public" / "index.html"
    page.write_text(page.read_text().replace("Harbour", "Harbor", 1))

    result = publish(archive, "--no-build", expect=1)

    assert "index.html: has other bytes" in result.stderr
    assert not (tmp_path / "live").exists()


# What archive.yml says


@pytest.mark.parametrize("targets, words", [
    ("targets: {live: {rsnc: a}}", "did you mean rsync?"),
    ("targets: {live: {folder: /a, git: origin}}", "one of folder, git, rsync, rclone"),
    ("targets: {live: {branch: a}}", "one of folder, git, rsync, rclone"),
    ("targets: {live: {rsync: a, branch: b}}", "only a target in git has a branch"),
    ("targets: {live: {rsync: '-e sh'}}", "begins with a hyphen"),
    ("targets: {live: /srv}", "says of which kind it is"),
    ("targets: [live]", "targets"),
])
def test_a_target_that_cannot_be_understood_is_an_error_with_its_line(tmp_path, targets, words):
    archive = make_paper(tmp_path / "paper", targets + "\n")

    result = dateline("build", "--archive", archive, expect=1)

    assert "archive.yml:3:" in result.stderr
    assert words in result.stderr


def test_which_target_is_meant_is_asked_where_it_is_not_clear(tmp_path):
    archive = make_paper(
        tmp_path / "paper", "targets: {live: {folder: ../live}, stick: {folder: ../stick}}\n")

    assert "live, stick" in publish(archive, expect=2).stderr
    assert "did you mean stick?" in publish(archive, "stik", expect=2).stderr
    assert "names no target" in publish(make_paper(tmp_path / "other"), expect=2).stderr


@pytest.mark.parametrize("kind, place, word", [
    ("git", "origin", "git"), ("rsync", "a@example.org:/b", "rsync"), ("rclone", "a:b", "rclone")])
def test_a_program_that_is_not_there_is_named_with_how_to_get_it(tmp_path, kind, place, word):
    archive = make_paper(tmp_path / "paper", f"targets: {{live: {{{kind}: '{place}'}}}}\n", 1)

    result = publish(archive, expect=3, env={**os.environ, "PATH": str(tmp_path)})

    assert f"cannot run {word}: there is no such program on the PATH" in result.stderr
    assert "install it" in result.stderr


# Git


def git(folder, *arguments, check=True):
    return subprocess.run(
        ["git", "-C", folder, *map(str, arguments)], capture_output=True, text=True, check=check,
        env=NOBODY).stdout.strip()


@pytest.fixture
def repository(tmp_path):
    """An archive under version control, with a remote and work that is not committed."""
    archive = make_paper(tmp_path / "paper", "targets: {pages: {git: origin}}\n")
    subprocess.run(["git", "init", "-q", "--bare", tmp_path / "hub.git"], check=True, env=NOBODY)
    git(archive, "init", "-q", "-b", "main")
    git(archive, "config", "user.name", "Ann Lee")
    git(archive, "config", "user.email", "ann@example.org")
    (archive / ".gitignore").write_text("Public/\n.dateline/\n")
    git(archive, "add", ".")
    git(archive, "commit", "-q", "-m", "First")
    git(archive, "remote", "add", "origin", tmp_path / "hub.git")
    write_article(archive, 1, text="Staged.")
    git(archive, "add", ".")
    write_article(archive, 2, text="Not staged.")
    return archive


def state(archive):
    return (git(archive, "--no-optional-locks", "status", "--porcelain"), git(archive, "rev-parse", "HEAD"),
            (archive / ".git" / "HEAD").read_text(), (archive / ".git" / "config").read_text(),
            (archive / ".git" / "index").read_bytes())


def branch_files(repository, branch="gh-pages"):
    return git(repository, "ls-tree", "-r", "--name-only", "-z", branch).strip("\0").split("\0")


def test_a_branch_gets_one_commit_of_what_changed_and_work_in_hand_is_not_touched(
        repository, tmp_path):
    hub = tmp_path / "hub.git"
    dateline("build", "--archive", repository)
    before = state(repository)

    publish(repository, env=NOBODY)
    write_article(repository, 3, text="Aid arrived.")
    (repository / "Content" / "media" / "plan.txt").unlink()
    publish(repository, "--locked", env=NOBODY)
    again = publish(repository, "--locked", env=NOBODY)

    assert "is up to date" in again.stdout
    assert git(hub, "log", "--format=%an %s", "gh-pages") == "\n".join(
        ["Ann Lee Publish The Harbour Times"] * 2)
    changed = git(hub, "diff", "--name-status", "gh-pages~", "gh-pages").splitlines()
    assert "D\tmedia/plan.txt" in changed
    assert len(changed) < len(branch_files(hub)) / 2
    site = files(repository / "Public")
    assert sorted(branch_files(hub)) == sorted(site)
    copy = tmp_path / "copy"
    git(tmp_path, "clone", "-q", "-b", "gh-pages", hub, copy)
    assert files(copy) == site
    after = state(repository)
    assert after[1:] == before[1:]
    assert git(repository, "branch", "--list") == "* main"


def test_files_of_others_on_a_branch_stay_and_are_not_overwritten(repository, tmp_path):
    hub, work = tmp_path / "hub.git", tmp_path / "work"
    git(tmp_path, "clone", "-q", hub, work)
    git(work, "checkout", "-q", "-b", "gh-pages")
    (work / "CNAME").write_text("example.org\n")
    (work / "robots.txt").write_text("mine\n")
    git(work, "add", ".")
    git(work, "-c", "user.name=Bo", "-c", "user.email=bo@example.org", "commit", "-q", "-m", "Mine")
    git(work, "push", "-q", "origin", "gh-pages")

    refused = publish(repository, expect=1, env=NOBODY)

    assert "robots.txt" in refused.stderr
    assert git(hub, "rev-list", "--count", "gh-pages") == "1"
    publish(repository, "--replace", env=NOBODY)
    assert "CNAME" in branch_files(hub)
    assert git(hub, "rev-list", "--count", "gh-pages") == "2"


def test_a_branch_of_this_repository_alone_needs_no_remote(repository):
    settings = repository / "Content" / "archive.yml"
    settings.write_text(settings.read_text().replace("origin", ".").replace("pages:", "here:"))

    publish(repository, env=NOBODY)

    assert sorted(branch_files(repository)) == sorted(files(repository / "Public"))
    assert git(repository, "symbolic-ref", "HEAD") == "refs/heads/main"


def test_the_branch_that_one_works_on_is_refused(repository):
    settings = repository / "Content" / "archive.yml"
    settings.write_text(settings.read_text().replace("git: origin", "git: origin, branch: main"))
    before = git(repository, "rev-parse", "main")

    assert "checked out here" in publish(repository, expect=3, env=NOBODY).stderr
    assert git(repository, "rev-parse", "main") == before


def test_git_is_told_of_no_name_that_it_would_have_to_guess(repository):
    git(repository, "config", "--unset", "user.email")
    git(repository, "config", "--unset", "user.name")

    result = publish(repository, expect=3, env=NOBODY)

    assert "git config user.name" in result.stderr


def test_a_remote_that_refuses_is_told_and_the_next_delivery_goes_through(repository, tmp_path):
    hook = tmp_path / "hub.git" / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho the quota is used up >&2\nexit 1\n")
    hook.chmod(0o755)

    assert "the quota is used up" in publish(repository, expect=3, env=NOBODY).stderr
    hook.unlink()
    publish(repository, env=NOBODY)
    assert sorted(branch_files(tmp_path / "hub.git")) == sorted(files(repository / "Public"))


def test_an_archive_outside_of_version_control_says_what_to_do(tmp_path):
    archive = make_paper(tmp_path / "paper", "targets: {pages: {git: origin}}\n", 1)

    result = publish(archive, expect=3, env={**NOBODY, "GIT_CEILING_DIRECTORIES": str(tmp_path)})

    assert "git init" in result.stderr


# Servers


def published_over(archive, mirror, **options):
    """Publishes, changes the archive, publishes again: what the mirror must have both times."""
    publish(archive, "--locked", **options)
    assert files(mirror) == files(archive / "Public")
    (mirror / "CNAME").write_text("example.org\n")
    untouched = mirror / "media" / "plan.txt"
    before = untouched.stat().st_mtime_ns, untouched.stat().st_ino
    write_article(archive, 3, text="Aid arrived.")
    write_article(archive, 30, "“Quay” & pier #1: 100 % ü 🗞")
    (archive / "Content" / "articles" / "a5.md").unlink()
    result = publish(archive, "--locked", **options)
    assert (untouched.stat().st_mtime_ns, untouched.stat().st_ino) == before
    assert (mirror / "CNAME").read_text() == "example.org\n"
    (mirror / "CNAME").unlink()
    assert files(mirror) == files(archive / "Public")
    assert broken_links(mirror) == []
    assert not list(mirror.glob("2017/03/06/*"))
    assert "is up to date" in publish(archive, "--locked", **options).stdout
    return result


def test_a_daemon_of_rsync_gets_what_changed(tmp_path):
    with rsync_daemon(tmp_path) as (address, mirror):
        archive = make_paper(tmp_path / "a paper 🗞", f"targets: {{live: {{rsync: '{address}'}}}}\n")

        published_over(archive, mirror)

        (mirror / "2017/03/09").mkdir(parents=True, exist_ok=True)
        write_article(archive, 33, "A lighthouse")
        place = mirror / "2017/03/06/a-lighthouse"
        place.mkdir(parents=True)
        (place / "index.html").write_text("mine")
        assert "a-lighthouse" in publish(archive, expect=1).stderr
        assert (place / "index.html").read_text() == "mine"
        publish(archive, "--replace")
        assert files(mirror) == files(archive / "Public")


def test_a_server_gets_the_site_over_ssh(tmp_path):
    mirror = tmp_path / "srv" / "web site"
    mirror.parent.mkdir()
    with ssh_server(tmp_path) as shell:
        archive = make_paper(
            tmp_path / "paper", f"targets: {{live: {{rsync: '127.0.0.1:{mirror}'}}}}\n")

        published_over(archive, mirror, env={**os.environ, "RSYNC_RSH": shell})


def test_a_server_that_does_not_answer_is_the_machines_fault_and_the_command_is_shown(tmp_path):
    archive = make_paper(
        tmp_path / "paper", "targets: {live: {rsync: 'rsync://127.0.0.1:9/web'}}\n", 1)

    result = publish(archive, expect=3)

    assert "rsync ended with code 10" in result.stderr
    assert "= command: rsync" in result.stderr


def test_rclone_brings_a_remote_up_to_date(tmp_path):
    mirror = tmp_path / "remote" / "site"
    archive = make_paper(
        tmp_path / "paper", f"targets: {{live: {{rclone: 'disk:{mirror}'}}}}\n")
    environment = {**os.environ, "RCLONE_CONFIG": "/dev/null", "RCLONE_CONFIG_DISK_TYPE": "local"}

    publish(archive, "--locked", env=environment)
    assert files(mirror) == files(archive / "Public")
    write_article(archive, 3, text="Aid arrived.")
    (archive / "Content" / "articles" / "a5.md").unlink()
    (mirror / "CNAME").write_text("example.org\n")
    publish(archive, "--locked", env=environment)

    assert (mirror / "CNAME").read_text() == "example.org\n"
    (mirror / "CNAME").unlink()
    assert files(mirror) == files(archive / "Public")


def test_rclone_brings_a_bucket_of_s3_up_to_date(tmp_path):
    archive = make_paper(
        tmp_path / "paper", "host: s3\ntargets: {live: {rclone: 'store:paper/site'}}\n", 6)
    with s3_store() as environment:

        def bucket():
            copy = tmp_path / f"copy{time.monotonic_ns()}"
            subprocess.run(["rclone", "copy", "store:paper/site", copy], env=environment, check=True)
            return files(copy)

        publish(archive, "--locked", env=environment)
        assert bucket() == files(archive / "Public")
        write_article(archive, 3, text="Aid arrived.")
        (archive / "Content" / "articles" / "a5.md").unlink()
        assert "0 changed" not in publish(archive, "--locked", env=environment).stdout
        assert bucket() == files(archive / "Public")
        assert "up to date" in publish(archive, "--locked", env=environment).stdout


# Interrupted


def test_a_delivery_that_rsync_could_not_end_is_completed_by_the_next(tmp_path):
    """A program in front of rsync ends after some of its runs, as if the line were cut."""
    tools = tmp_path / "tools"
    tools.mkdir()
    real = subprocess.run(["which", "rsync"], capture_output=True, text=True).stdout.strip()
    (tools / "rsync").write_text(
        f'#!/bin/sh\necho x >> "{tmp_path}/runs"\n'
        f'[ "$(wc -l < "{tmp_path}/runs")" -le "$RUNS" ] || exit 12\nexec {real} "$@"\n')
    (tools / "rsync").chmod(0o755)
    mirror = tmp_path / "mirror"
    archive = make_paper(tmp_path / "paper", f"targets: {{live: {{rsync: '{mirror}'}}}}\n")
    publish(archive, "--locked")
    write_article(archive, 3, text="Aid arrived.")
    write_article(archive, 30, "A new pier")
    (archive / "Content" / "articles" / "a5.md").unlink()

    codes = []
    for runs in range(2, 22, 2):
        (tmp_path / "runs").unlink(missing_ok=True)
        result = publish(archive, "--locked", expect=None, env={
            **os.environ, "PATH": f"{tools}:{os.environ['PATH']}", "RUNS": str(runs)})
        codes.append(result.returncode)
        assert broken_links(mirror) == []
        if result.returncode == 0:
            break

    assert 3 in codes and codes[-1] == 0
    assert files(mirror) == files(archive / "Public")


def test_who_interrupts_is_told_that_nothing_is_half_done(posts, tmp_path):
    archive = posts.parent
    for number, code in [(signal.SIGINT, 130), (signal.SIGTERM, 143)]:
        site = tmp_path / str(code)
        build = subprocess.Popen(
            [program(), "build", "--archive", archive, "--output", site, "--locked"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
        end = time.monotonic() + 60
        while not (site / ".dateline-journal").exists() and time.monotonic() < end:
            time.sleep(0.001)
        build.send_signal(number)
        _, complaint = build.communicate()

        assert build.returncode == code
        assert "interrupted: every file of the site is whole" in complaint
    dateline("build", "--archive", archive, "--output", site, "--locked")
    dateline("verify", site)


def test_who_ends_a_delivery_ends_the_program_that_works_for_it(tmp_path):
    (tmp_path / "rsync").write_text(f"#!/bin/sh\necho $$ > {tmp_path}/pid\nexec sleep 300\n")
    (tmp_path / "rsync").chmod(0o755)
    archive = make_paper(tmp_path / "paper", "targets: {live: {rsync: '/srv/nowhere'}}\n", 1)
    delivery = subprocess.Popen(
        [program(), "publish", "--archive", archive], stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"})
    end = time.monotonic() + 60
    while not ((tmp_path / "pid").exists() and (tmp_path / "pid").read_text().strip()):
        assert time.monotonic() < end
        time.sleep(0.01)

    delivery.terminate()
    _, complaint = delivery.communicate()

    assert delivery.returncode == 143
    assert "interrupted: every file is whole" in complaint
    pid = int((tmp_path / "pid").read_text())
    while time.monotonic() < end:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    raise AssertionError("rsync still runs")


def test_the_manifest_is_the_last_that_a_reader_sees_of_a_delivery(tmp_path):
    archive = make_paper(tmp_path / "paper", "targets: {live: {folder: ../live}}\n")
    publish(archive)

    assert (tmp_path / "live" / MANIFEST).read_bytes() == (archive / "Public" / MANIFEST).read_bytes()
    dateline("verify", tmp_path / "live")
