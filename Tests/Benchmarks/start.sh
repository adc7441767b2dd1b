#!/usr/bin/env bash
# Measures the whole process of `dateline annotate --json` on a file of one line.
# usage: start.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source Tests/environment.sh

need hyperfine
swift build -q -c release --product dateline
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo "Anna Ashworth met the governor of Nineveh in Mosul on Sunday." >"$work/line.txt"
hyperfine --shell=none --warmup 5 --min-runs 50 \
  "$(swift build -c release --show-bin-path)/dateline annotate --json $work/line.txt"
