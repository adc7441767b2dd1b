#!/usr/bin/env bash
# Counts the allocations of each run over the same texts, and what is kept between them.
# The first run warms up; after it, what annotate returns may be all that is allocated.
# usage: allocations.sh FOLDER    (a folder of *.txt)
set -euo pipefail
folder=$(realpath "${1:?usage: allocations.sh FOLDER}")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source Tests/environment.sh

need gcc libc6-dev
swift build -q -c release --static-swift-stdlib --product recognizer
counter=.build/count_allocations.so
gcc -O2 -Wall -Wno-unused-result -shared -fPIC -o "$counter" Tests/Benchmarks/count_allocations.c
LD_PRELOAD=$PWD/$counter "$(swift build -c release --show-bin-path)/recognizer" \
  evaluate --speed "$folder" --runs 3 --no-spacy
