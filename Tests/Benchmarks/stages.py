#!/usr/bin/env python3
"""Counts instructions and times of each stage of a build, for one article more.

usage: stages.py PROGRAM [COUNT] [--archives FOLDER]

PROGRAM is `dateline`, built for release. It builds archives of COUNT (200) and of twice as many
articles in one thread under callgrind: an article's share is the difference, so what a build costs
whatever it has falls out. What is spent below a function of one stage is that stage's, but for what
another stage's functions below it spend; of what several call, each has as much as callgrind counted in
its calls. Instructions are the same from run to run to a few thousandths, however busy the machine. The
times beside them are processor time by `--profile`, medians of five builds of the larger archive, and
want a quiet machine.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent

# A stage, the functions that begin it, and where --profile has its time: stage, then kinds of work.
# The first that fits a function's name is its stage.
STAGES = [
    ("read, front matter", r"static Loading\.Source\.\(?read\b", ("read", "front_matter")),
    ("Markdown: libcmark", r"^cmark_", None),
    (
        "Markdown: ours",
        r"Publishing\.TextReader\.body\(of:|Markup\.MarkdownDocument\.(insert|identifyBlocks|renderHTML)\b",
        ("read", "markdown", "body"),
    ),
    ("names: tokens, sentences", r"Recognition\.(Tokenizer\.tokenize|SentenceSplitter\.split)\b", None),
    ("names: lists", r"Recognition\.Matcher\.match\b", None),
    ("names: tags", r"Recognition\.Tagger\.tag\b", None),
    ("names: settling", r"Recognition\.Settlement\.settle\b", None),
    ("names: the rest", r"Recognition\.Recognizer\.annotate\b", ("read", "recognition")),
    ("resolution", r"Cataloguing\.ArticleResolver\.resolve\(", ("read", "resolution")),
    (
        "keeping",
        r"Publishing\.(ReadingStore\.append|EncodedReading\.init|ReadingCache\.keep|ReadingIndex\.Writer\.append)",
        ("read", "keeping"),
    ),
    ("reading: the rest", r"Publishing\.ArticleReader\.\(?read\b", None),
    ("catalogue", r"Cataloguing\.Catalog\.init\b", ("resolve", "catalogue")),
    ("rendering", r"Publishing\.Site\.render\(Publishing\.Address", ("publish", "rendering")),
    (
        "writing",
        r"Publishing\.(PageWriter\.bringUpToDate|OutputFolder\.\(?(write|copy|bringUpToDate))\b",
        ("publish", "writing"),
    ),
    ("hashing", r"sha256_block_data_order", None),
    ("search index", r"Searching\.", ("search",)),
]
REST = "the rest"


class Calls:
    """What callgrind counted: what each function took itself, and each call from one to another."""

    def __init__(self, file: pathlib.Path):
        self.names: dict[str, str] = {}
        self.own: dict[str, int] = {}
        self.edges: dict[tuple[str, str], int] = {}
        caller = callee = ""
        is_call = False
        for line in file.read_text(errors="replace").splitlines():
            if line.startswith("fn="):
                caller = self.number(line[3:])
            elif line.startswith("cfn="):
                callee = self.number(line[4:])
            elif line.startswith("calls="):
                is_call = True
            elif line[:1] in "0123456789+-*" and line:
                cost = int(line.split()[1])
                if is_call:
                    self.edges[caller, callee] = self.edges.get((caller, callee), 0) + cost
                    is_call = False
                else:
                    self.own[caller] = self.own.get(caller, 0) + cost
        plain = subprocess.run(
            ["swift", "demangle"], input="\n".join(self.names.values()), capture_output=True, text=True,
            check=True,
        ).stdout.splitlines()  # fmt: skip
        self.names = dict(zip(self.names, plain, strict=True))

    def number(self, text: str) -> str:
        """A function's number; its name stands with the first of them only."""
        number, _, name = text.partition(" ")
        if name:
            self.names.setdefault(number, re.sub(r"'\d+$", "", name))
        return number

    @property
    def all(self) -> int:
        return sum(self.own.values())

    def by_stage(self) -> dict[str, float]:
        """The instructions of each stage, and of the rest."""
        shares = {}
        for number, name in self.names.items():
            stage = next((stage for stage, pattern, _ in STAGES if re.search(pattern, name)), None)
            shares[number] = {stage: 1.0} if stage else {}
        callers: dict[str, list[tuple[str, int]]] = {}
        for (caller, callee), cost in self.edges.items():
            if caller != callee and cost:
                callers.setdefault(callee, []).append((caller, cost))
        open_ones = [number for number in self.names if not shares[number]]
        # From those that have a stage to those that they call, and so on, as deep as calls go.
        for _ in range(60):
            for number in open_ones:
                inflow = callers.get(number, [])
                whole = sum(cost for _, cost in inflow)
                share: dict[str, float] = {}
                for caller, cost in inflow:
                    for stage, part in (shares[caller] or {REST: 1.0}).items():
                        share[stage] = share.get(stage, 0.0) + part * cost / whole
                shares[number] = share
        found: dict[str, float] = {}
        for number, cost in self.own.items():
            for stage, part in (shares[number] or {REST: 1.0}).items():
                found[stage] = found.get(stage, 0.0) + part * cost
        return found


def archive(folder: pathlib.Path, count: int) -> pathlib.Path:
    made = folder / str(count)
    if not made.exists():
        subprocess.run([sys.executable, HERE / "articles.py", str(count), made], check=True)
    return made


def build(program: list, source: pathlib.Path, work: pathlib.Path, *options: str, **process) -> str:
    """Builds a site as if for the first time."""
    site = work / "site"
    for old in [site, source / ".dateline"]:
        shutil.rmtree(old, ignore_errors=True)
    command = [*program, "build", "--archive", source, "--output", site, "--locked", *options]
    result = subprocess.run(list(map(str, command)), capture_output=True, text=True, **process)
    if result.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{result.stdout}{result.stderr}")
    return result.stdout


def counted(program: pathlib.Path, source: pathlib.Path, work: pathlib.Path) -> Calls:
    file = work / "callgrind.out"
    preloaded = work / "sigsuspend.so"
    compile_it = ["gcc", "-O2", "-shared", "-fPIC", "-o", preloaded, HERE / "sigsuspend.c"]
    subprocess.run(compile_it, check=True)
    valgrind = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={file}"]
    build(
        [*valgrind, program], source, work, "--quiet", "--jobs", "1",
        env=os.environ | {"LD_PRELOAD": str(preloaded)},
    )  # fmt: skip
    return Calls(file)


def times(program: pathlib.Path, source: pathlib.Path, work: pathlib.Path) -> dict[str, dict]:
    """The stages of five builds, by name."""
    runs = []
    for _ in range(5):
        line = build([program], source, work, "--json", "--profile", "--jobs", "1").splitlines()[-1]
        runs.append({stage["stage"]: stage for stage in json.loads(line)["stages"]})
    return runs


def median_time(runs: list[dict], place: tuple) -> float:
    """The processor time at a place of the profile, in microseconds."""

    def time(run: dict) -> int:
        stage = run[place[0]]
        if len(place) == 1:
            return stage["user_us"] + stage["system_us"]
        return sum(stage["cpu_us"].get(work, 0) for work in place[1:])

    return statistics.median(map(time, runs))


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("count", type=int, nargs="?", default=200)
    parser.add_argument("--archives", type=pathlib.Path, help="a folder to keep the archives in")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        archives = options.archives or work / "archives"
        few, many = archive(archives, options.count), archive(archives, 2 * options.count)
        runs = times(options.program.resolve(strict=True), many, work)
        # Valgrind gives up at the compiler's debug information; the names of functions are enough.
        program = work / "dateline"
        subprocess.run(["strip", "--strip-debug", "-o", program, options.program], check=True)
        less, more = counted(program, few, work), counted(program, many, work)

    fewer, greater = less.by_stage(), more.by_stage()
    whole = (more.all - less.all) / options.count
    print(f"{'':<26}{'instructions':>13}{'share':>7}{'cpu µs':>9}   an article of {2 * options.count}")
    for name, pattern, place in [*STAGES, (REST, "", None)]:
        if name != REST and name not in greater:
            sys.exit(f"no function is called {pattern}: tell stages.py its new name")
        instructions = (greater.get(name, 0) - fewer.get(name, 0)) / options.count
        time = f"{median_time(runs, place) / 2 / options.count:.1f}" if place else ""
        print(f"{name:<26}{instructions:>13,.0f}{instructions / whole:>7.1%}{time:>9}")
    time = statistics.median(
        sum(stage["user_us"] + stage["system_us"] for stage in run.values()) for run in runs
    )
    print(f"{'all':<26}{whole:>13,.0f}{'':>7}{time / 2 / options.count:>9.1f}")
    print(f"{'whatever the archive has':<26}{2 * less.all - more.all:>13,.0f}")


if __name__ == "__main__":
    main()
