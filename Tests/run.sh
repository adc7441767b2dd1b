#!/usr/bin/env bash
# Installs what the tests need, and passes them: style, units, then whole sites.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source Tests/environment.sh

need libcmark-dev libyaml-dev pkg-config dpkg-dev python3-venv default-jre-headless chromium nginx-light apache2 \
  git rsync rclone openssh-server openssh-client

# What the tests write goes with them, whatever ends them.
TMPDIR=$(mktemp -d)
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT

# Style and units.
swift format lint --strict --recursive Sources Tests Package.swift
swift build --build-tests
swift test --skip PreviewTests
# The preview's server closes what takes too long: nobody else has the cores meanwhile.
swift test --skip-build --filter PreviewTests

# What reads strangers' text, with inputs that nobody thought of: a minute of it.
bash Tests/Fuzz/run.sh 10

# Whole sites, with the program that users get, in a real browser and through a real validator.
swift build -c release --static-swift-stdlib --product dateline
swift build -c release --static-swift-stdlib --product recognizer
DATELINE=$(swift build -c release --show-bin-path)/dateline
RECOGNIZER=$(swift build -c release --show-bin-path)/recognizer
export DATELINE RECOGNIZER
[ .build/venv/.complete -nt Tests/Site/requirements.txt ] || {
  python3 -m venv .build/venv
  .build/venv/bin/pip install -q --disable-pip-version-check -r Tests/Site/requirements.txt
  touch .build/venv/.complete
}
# What hangs, a browser say, fails with its trace and lets the others run.
.build/venv/bin/python -m pytest -q --timeout 300 Tests/Site
