#!/usr/bin/env bash
# Passes the units under ThreadSanitizer, then under AddressSanitizer; slow, so CI does not do it.
# usage: sanitize.sh [thread|address] [options of swift test, such as --filter PublishingTests]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source Tests/environment.sh

sanitizers=(thread address)
case ${1:-} in
  thread | address)
    sanitizers=("$1")
    shift
    ;;
esac

need libcmark-dev libyaml-dev pkg-config
TMPDIR=$(mktemp -d)
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT
# The first finding ends the run. Leaks are not looked for: the runtime keeps what it once made.
export TSAN_OPTIONS="halt_on_error=1 suppressions=$PWD/Tests/Resources/thread-sanitizer.supp"
export ASAN_OPTIONS=detect_leaks=0
for sanitizer in "${sanitizers[@]}"; do
  # Optimised: for debugging they would take hours.
  options=(--configuration release -Xswiftc -enable-testing
    --sanitize="$sanitizer" --scratch-path ".build-$sanitizer")
  # With locks that it sees (see Locked.swift).
  if [ "$sanitizer" = thread ]; then options+=(-Xswiftc -DTHREAD_SANITIZER); fi
  # The tests alone: the compiler (6.3.1) crashes at recognizer's own code under ThreadSanitizer.
  swift build --product datelinePackageTests "${options[@]}"
  swift test --skip-build "${options[@]}" "$@"
  echo "$sanitizer: no finding"
done
