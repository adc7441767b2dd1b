#!/usr/bin/env bash
# Builds Dateline, and with it the sample archive of this repository, into Public.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source Tests/environment.sh

need libcmark-dev libyaml-dev pkg-config
swift build -c release --static-swift-stdlib --product dateline
"$(swift build -c release --show-bin-path)/dateline" build "$@"
