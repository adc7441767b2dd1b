#!/usr/bin/env bash
# Measures whole processes: how soon the program is there, and how soon the sample is a site.
# usage: start.sh [PROGRAM]     without one, the release build; Tests/package.sh makes a smaller one
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source Tests/environment.sh

need hyperfine
program=${1:-}
[ -n "$program" ] || {
  swift build -q -c release --static-swift-stdlib --product dateline
  program=$(swift build -c release --show-bin-path)/dateline
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo "Anna Ashworth met the governor of Nineveh in Mosul on Sunday." >"$work/line.txt"
mkdir -p "$work/nothing/Content/articles"
printf 'title: Nothing\nbase_url: https://example.org/\n' >"$work/nothing/Content/archive.yml"
mkdir "$work/sample"
cp -R Content Themes "$work/sample/"
ls -l "$program"

measure() { # name option... command: fifty runs or more
  hyperfine --shell=none --warmup 5 --min-runs 50 --style basic -n "$@" 2>/dev/null
}
measure "dateline --version" "$program --version"
measure "names in one line" "$program annotate --json $work/line.txt"
measure "an archive of nothing" "$program build --archive $work/nothing"
measure "the sample, nothing changed" "$program build --archive $work/sample"
# Moved away, not deleted: what a deletion leaves to do slows whatever is written after it.
measure "the sample, from nothing" \
  --prepare "bash -c 'mv $work/sample/Public $work/sample/.dateline \$(mktemp -d $work/XXXX)'" \
  "$program build --archive $work/sample"
