#!/usr/bin/env bash
# Counts instructions a word in steady state: those of two runs over the texts after the first,
# less those of one. Then the functions that take most of them.
# usage: instructions.sh FOLDER [FUNCTIONS]    (a folder of *.txt; 25 functions)
set -euo pipefail
folder=$(realpath "${1:?usage: instructions.sh FOLDER [FUNCTIONS]}")
functions=${2:-25}
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source Tests/environment.sh

need valgrind binutils
swift build -q -c release --static-swift-stdlib --product recognizer
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Valgrind gives up at the compiler's debug information; the names of functions are enough.
strip --strip-debug -o "$work/recognizer" "$(swift build -c release --show-bin-path)/recognizer"

count() { # runs, file, options: prints how many instructions
  valgrind --tool=callgrind --callgrind-out-file="$work/$2" "${@:3}" "$work/recognizer" \
    evaluate --speed "$folder" --runs "$1" --no-spacy 2>"$work/log" >"$work/figures" ||
    { cat "$work/log" >&2; exit 3; }
  sed -n 's/.*Collected : //p' "$work/log"
}

one=$(count 1 one)
two=$(count 2 two)
words=$(sed -n 's/.* texts, \([0-9]*\) words.*/\1/p' "$work/figures")
echo "instructions a word: $(((two - one) / words)) ($((two - one)) for $words words)"
echo "to start, and what the first run takes more: $((3 * one - 2 * two))"

# Only what the runs do: the first one and three more.
count 3 runs '--toggle-collect=*SpeedMeasurement*pass*' >/dev/null
echo "of these, with the first run's:"
callgrind_annotate --threshold=100 "$work/runs" | swift demangle --simplified |
  awk -v runs=$((4 * words)) -v rows="$functions" '
    /^ *[0-9,]+ +\(/ && !/PROGRAM TOTALS/ && rows-- > 0 {
      count = $1
      gsub(",", "", count)
      sub(/^.*\?\?\?:/, "")
      sub(/ \[[^]]*\]$/, "")
      printf "%8.1f  %s\n", count / runs, $0
    }'
