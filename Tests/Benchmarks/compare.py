#!/usr/bin/env python3
"""Builds one archive with Dateline and with its peers, in turns, and prints medians and ratios.

usage: compare.py PROGRAM [COUNT] [--runs N] [--work FOLDER]... [--kit FOLDER] [--results FILE]

Each round makes, in one order or the other: Hugo's site, Pagefind's index of it; Dateline's site cold
(no .dateline, no ids.lock, no output), once more with nothing changed, once more with another
paragraph in one article. A ratio is the median of the ratios of each round, since what ran close
together had the same machine; the span behind it is from the lowest to the highest.

Archive and sites are in the folder of --work, which may be named more than once: first in memory, then
on disk, say. Nothing is deleted before the end, because some file systems make the next build pay for
it. The archive and Hugo's site come from --kit (gen_corpus.py and hugo-site/) where that is there,
else from this folder.
"""

import argparse
import dataclasses
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
HUGO = ("hugo", "0.168.0", "hugo/binaries/hugo*")
PAGEFIND = ("pagefind[bin]", "1.5.2", "pagefind_bin/pagefind*")

HUGO_COLD, PAGEFIND_COLD = "Hugo", "Pagefind"
COLD, SAME, CHANGED = "Dateline", "Dateline, nothing changed", "Dateline, one article changed"
BOTH = "Hugo and Pagefind"

# A file that was written less than two seconds ago may still change: Dateline looks at its bytes at the
# next build, not at its time alone. Nobody edits and builds twice in that time.
SETTLING = 2.5


@dataclasses.dataclass
class Measure:
    """What one run took."""

    wall: float
    user: float
    system: float
    peak: float
    files: int
    size: float

    def beside(self, other: "Measure") -> "Measure":
        """One after the other: all adds up, but the larger peak counts."""
        return Measure(
            self.wall + other.wall, self.user + other.user, self.system + other.system,
            max(self.peak, other.peak), self.files + other.files, self.size + other.size,
        )  # fmt: skip

    @property
    def processor(self) -> float:
        return self.user + self.system


COLUMNS = [
    ("wall s", lambda m: m.wall, "{:.2f}"),
    ("cpu s", lambda m: m.processor, "{:.2f}"),
    ("user s", lambda m: m.user, "{:.2f}"),
    ("sys s", lambda m: m.system, "{:.2f}"),
    ("peak MiB", lambda m: m.peak, "{:.0f}"),
    ("files", lambda m: m.files, "{:,.0f}"),
    ("MB", lambda m: m.size, "{:.1f}"),
]


def run(command: list, output: pathlib.Path, cwd: pathlib.Path) -> Measure:
    """Runs a command to its end; that it fails ends the comparison."""
    os.sync()
    with tempfile.TemporaryFile() as said:
        start = time.monotonic()
        process = subprocess.Popen(
            list(map(str, command)), stdout=said, stderr=subprocess.STDOUT, cwd=cwd,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            said.seek(0)
            sys.exit(f"{' '.join(process.args)} failed:\n{said.read().decode()[-2000:]}")
    sizes = [file.stat().st_size for file in output.rglob("*") if file.is_file()]
    return Measure(
        wall, usage.ru_utime, usage.ru_stime, usage.ru_maxrss / 1024, len(sizes), sum(sizes) / 1e6
    )


def tool(package: str, version: str, pattern: str, folder: pathlib.Path) -> pathlib.Path:
    """The program inside a wheel, not its wrapper in Python, which takes time of its own."""
    home = folder / f"{package.partition('[')[0]}-{version}"
    if not (home / ".complete").exists():
        print(f"installing {package} {version}", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", "--clear", home], check=True)
        pip = [home / "bin" / "pip", "install", "-q", "--disable-pip-version-check"]
        subprocess.run([*pip, f"{package}=={version}"], check=True)
        (home / ".complete").touch()
    for found in sorted(home.rglob(pattern)):
        if found.is_file() and os.access(found, os.X_OK):
            return found
    sys.exit(f"there is no program in {package} {version}")


class Round:
    """The runs over one archive in one folder."""

    def __init__(self, options, archive: pathlib.Path, sites: pathlib.Path):
        self.options = options
        self.archive = archive
        self.sites = sites
        self.aside = sites / "aside"
        self.aside.mkdir(parents=True)
        articles = sorted((archive / "Content" / "articles").rglob("*.md"))
        self.article = articles[len(articles) // 2]
        self.number = 0

    def measure(self) -> dict[str, Measure]:
        self.number += 1
        turns = [self.peers, self.dateline]
        found = {}
        for turn in turns if self.number % 2 else reversed(turns):
            found |= turn()
        found[BOTH] = found[HUGO_COLD].beside(found[PAGEFIND_COLD])
        return found

    def peers(self) -> dict[str, Measure]:
        site, index = (self.sites / f"{name}-{self.number}" for name in ("hugo", "pagefind"))
        hugo = [
            self.options.hugo, "--source", self.options.hugo_site, "--noBuildLock", "--logLevel", "warn",
            "--contentDir", self.archive / "Content" / "articles", "--destination", site,
            "--cacheDir", self.sites / "cache",
        ]  # fmt: skip
        pagefind = [self.options.pagefind, "--site", site, "--output-path", index, "--quiet"]
        return {
            HUGO_COLD: run(hugo, site, self.sites),
            PAGEFIND_COLD: run(pagefind, index, self.sites),
        }

    def dateline(self) -> dict[str, Measure]:
        site = self.sites / f"dateline-{self.number}"
        for known in [".dateline", "Content/authorities/ids.lock"]:
            if (self.archive / known).exists():
                (self.archive / known).rename(self.aside / f"{self.number}-{pathlib.Path(known).name}")
        build = [self.options.program, "build", "--archive", self.archive, "--output", site, "--quiet"]
        found = {COLD: run(build, site, self.sites), SAME: run(build, site, self.sites)}
        text = self.article.read_bytes()
        try:
            added = f"\nA sentence that was added for round {self.number}.\n"
            self.article.write_bytes(text + added.encode())
            found[CHANGED] = run(build, site, self.sites)
        finally:
            self.article.write_bytes(text)
        time.sleep(SETTLING)
        return found


def archive_of(options, folder: pathlib.Path) -> pathlib.Path:
    """An archive as the kit or this folder makes it, made once."""
    maker = options.kit / "gen_corpus.py" if options.kit else HERE / "articles.py"
    archive = folder / f"archive-{options.count}-{'kit' if options.kit else 'own'}"
    if not (archive / ".complete").exists():
        subprocess.run(
            [sys.executable, maker, str(options.count), archive], check=True, stdout=subprocess.DEVNULL
        )
        (archive / ".complete").touch()
        time.sleep(SETTLING)
    for file in archive.rglob("*.md"):
        file.read_bytes()
    return archive


def report(rounds: list[dict[str, Measure]]):
    names = [HUGO_COLD, PAGEFIND_COLD, BOTH, COLD, SAME, CHANGED]
    width = max(map(len, names)) + 2
    print(" " * width + "".join(f"{title:>10}" for title, _, _ in COLUMNS))
    for name in names:
        cells = [
            form.format(statistics.median(value(found[name]) for found in rounds))
            for _, value, form in COLUMNS
        ]
        print(f"{name:<{width}}" + "".join(f"{cell:>10}" for cell in cells))
    print()
    for name, base in [(COLD, HUGO_COLD), (COLD, BOTH), (SAME, HUGO_COLD), (CHANGED, HUGO_COLD)]:
        parts = []
        for title, value, _ in COLUMNS[:2] + COLUMNS[4:5]:
            ratios = [value(found[name]) / value(found[base]) for found in rounds if value(found[base])]
            if ratios:
                parts.append(
                    f"{title.split()[0]} {statistics.median(ratios):.3f} "
                    f"({min(ratios):.3f}-{max(ratios):.3f})"
                )
        print(f"{name} : {base}: {', '.join(parts)}")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("program", type=pathlib.Path, help="dateline, built for release")
    parser.add_argument("count", type=int, nargs="?", default=10_000, help="articles (10000)")
    parser.add_argument("--runs", type=int, default=5, help="rounds (5)")
    parser.add_argument(
        "--work", type=pathlib.Path, action="append",
        help="where archive and sites are (.build/benchmarks)",
    )  # fmt: skip
    parser.add_argument(
        "--kit", type=pathlib.Path, default=REPOSITORY.parent / "shared" / "kit",
        help="a folder with gen_corpus.py and hugo-site",
    )  # fmt: skip
    parser.add_argument("--results", type=pathlib.Path, help="each run, as tab-separated values")
    options = parser.parse_args()
    options.program = options.program.resolve(strict=True)
    options.kit = options.kit.resolve() if (options.kit / "gen_corpus.py").exists() else None
    options.hugo_site = options.kit / "hugo-site" if options.kit else HERE / "hugo"
    tools = REPOSITORY / ".build" / "benchmarks" / "tools"
    options.hugo, options.pagefind = tool(*HUGO, tools), tool(*PAGEFIND, tools)

    rows = []
    for work in options.work or [REPOSITORY / ".build" / "benchmarks"]:
        work = work.resolve()
        work.mkdir(parents=True, exist_ok=True)
        archive = archive_of(options, work)
        sites = pathlib.Path(tempfile.mkdtemp(prefix="sites-", dir=work))
        try:
            turns = Round(options, archive, sites)
            rounds = []
            for number in range(1, options.runs + 1):
                rounds.append(turns.measure())
                print(f"{work}: round {number} of {options.runs}", file=sys.stderr)
                rows += [(work, number, name, *dataclasses.astuple(m)) for name, m in rounds[-1].items()]
        finally:
            shutil.rmtree(sites)
        kind = subprocess.run(
            ["stat", "-f", "-c", "%T", work], capture_output=True, text=True
        ).stdout.strip()  # fmt: skip
        source = "the kit" if options.kit else "Tests/Benchmarks"
        print(
            f"\n{options.count:,} articles of {source}, {os.cpu_count()} cores, on {kind or 'disk'}; "
            f"medians of {options.runs}\n"
        )
        report(rounds)
    if options.results:
        options.results.write_text("".join("\t".join(map(str, row)) + "\n" for row in rows))


if __name__ == "__main__":
    main()
