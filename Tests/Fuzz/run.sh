#!/usr/bin/env bash
# Fuzzes what reads strangers' text: front matter, dates, wire texts, dialects, HTML, mentions.
#
#   Tests/Fuzz/run.sh [SECONDS [TARGET...]]     ten seconds a target, if nothing is said
#
# Starts from the seeds beside this file, and keeps what it finds in .build-fuzz/corpus. An input
# that breaks a promise (see Fuzz.swift), takes over a second, or crashes is printed and kept as
# .build-fuzz/TARGET-*; the exit code is then not 0.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
seconds=${1:-10}
shift || true
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(front-matter date wire dialect html insertion)

scratch=.build-fuzz
for module in Loading Markup; do
  swift build --scratch-path "$scratch" --sanitize fuzzer -Xswiftc -O --target "$module" >&2
done
bin=$(swift build --scratch-path "$scratch" --show-bin-path)

# As a program of the package libFuzzer does not link: its own main is the one.
objects=()
for module in ArchiveModel Loading Markup; do
  while IFS= read -r object; do objects+=("$object"); done < <(find "$bin/$module.build" -name '*.o')
done
swiftc -swift-version 6 -parse-as-library -sanitize=fuzzer -O -I "$bin/Modules" \
  -Xcc -fmodule-map-file=Sources/CCmark/module.modulemap \
  -Xcc -fmodule-map-file=Sources/CYaml/module.modulemap \
  Tests/Fuzz/Fuzz.swift "${objects[@]}" -lcmark -lyaml -o "$scratch/fuzz"

for target in "${targets[@]}"; do
  mkdir -p "$scratch/corpus/$target"
  echo "fuzzing $target for $seconds s" >&2
  FUZZ_TARGET=$target "$scratch/fuzz" -max_total_time="$seconds" -timeout=2 -max_len=20000 \
    -print_final_stats=1 -print_funcs=0 -verbosity=0 -artifact_prefix="$scratch/$target-" \
    -dict=Tests/Fuzz/tokens.dict "$scratch/corpus/$target" "Tests/Fuzz/Seeds/$target" 2>&1 |
    grep -v -e "# Uses: " -e "^######" >&2
done
