# What a fresh Debian machine with Swift still lacks; sourced by the scripts beside it.
# Installs nothing that is there already.

need() { # package...: Debian packages
  local missing=()
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  local as_root=()
  [ "$(id -u)" = 0 ] || as_root=(sudo)
  echo "installing: ${missing[*]}" >&2
  "${as_root[@]}" apt-get update -q >/dev/null
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -q "${missing[@]}" >/dev/null
}

command -v swift >/dev/null || {
  echo "Swift 6.2 or later is missing: see swift.org/install" >&2
  exit 3
}
