#!/usr/bin/env bash
# Makes the program as others get it, a tarball and a Debian package of it.
#
#   Tests/package.sh            into .build-dist/packages
#   Tests/package.sh PROGRAM    the same, of a program that is built already
#
# Builds in .build-dist: all that it needs of Swift, libcmark and libyaml is part of the program.
# PACKAGES is another folder to put them into; DEBFULLNAME and DEBEMAIL are who answers for them.
# The same sources, tools and SOURCE_DATE_EPOCH (else the last commit's date) give the same bytes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source Tests/environment.sh
need libcmark-dev libyaml-dev pkg-config binutils dpkg-dev

scratch=$PWD/.build-dist
packages=${PACKAGES:-$scratch/packages}
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH LC_ALL=C TZ=UTC
umask 022
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A folder where the linker finds the static library of a module of pkg-config, and no other.
only_static() { # module
  local library
  library=$(pkg-config --libs-only-l "$1" | sed 's/^-l//; s/ .*//')
  cp "$(pkg-config --variable=libdir "$1")/lib$library.a" "$scratch/static/"
  cat >"$scratch/static/$1.pc" <<END
Name: $1
Description: the static library alone
Version: $(pkg-config --modversion "$1")
Libs: -L$scratch/static -l$library
Cflags: $(pkg-config --cflags "$1")
END
}

build() {
  mkdir -p "$scratch/static"
  only_static libcmark
  only_static yaml-0.1
  local arguments=(-c release --scratch-path "$scratch" --static-swift-stdlib --product dateline)
  PKG_CONFIG_PATH=$scratch/static swift build "${arguments[@]}" >&2
  program=$(swift build "${arguments[@]}" --show-bin-path)/dateline
}

# The C and C++ runtimes are everywhere; what else a program needs, its users would have to find.
check() {
  local library others=()
  for library in $(ldd "$program" | sed -E 's/^\s*([^ ]+).*/\1/'); do
    case ${library##*/} in
      linux-vdso.so.1 | ld-linux*.so.[0-9] | libc.so.6 | libm.so.6 | libstdc++.so.6 | libgcc_s.so.1) ;;
      *) others+=("$library") ;;
    esac
  done
  [ ${#others[@]} = 0 ] || {
    echo "error: the program needs ${others[*]} beside it" >&2
    exit 1
  }
  local bytes
  bytes=$(stat -c %s "$program")
  [ "$bytes" -le 40000000 ] || {
    echo "error: the program has $bytes bytes, and may have 40 MB" >&2
    exit 1
  }
  "$program" build --output "$work/site" --locked >/dev/null
  [ -s "$work/site/index.html" ]
}

# Each licence once, below the names of all that it is for; then where the data in it are from.
licences() {
  local part hash order=() names=$work/names
  mkdir "$names"
  licence() { # name file...
    local name=$1 file found=
    for file in "${@:2}"; do
      [ -e "$file" ] || continue
      found=yes
      hash=$(sha256sum <"$file" | cut -c1-64)
      [ -e "$names/$hash" ] || order+=("$hash")
      echo "For $name:" >>"$names/$hash"
      cp "$file" "$names/$hash.text"
    done
    [ "$found" ] || {
      echo "error: no licence of $name is found" >&2
      exit 1
    }
  }
  licence Dateline LICENSE
  licence "Swift's runtime, libdispatch and FoundationEssentials" \
    "$(dirname "$(dirname "$(readlink -f "$(command -v swift)")")")/share/swift/LICENSE.txt"
  for part in $(sed -n 's/.*"identity" : "\(.*\)".*/\1/p' Package.resolved); do
    licence "$part" "$checkouts/$part/LICENSE.txt" "$checkouts/$part/NOTICE.txt"
  done
  licence libcmark /usr/share/doc/libcmark-dev/copyright
  licence libyaml /usr/share/doc/libyaml-dev/copyright
  printf '%s\n' "What is part of the program, and on which terms."
  sed -n '/^## Credits/,/^## /{/^## /d;p}' README.md
  for hash in "${order[@]}"; do
    printf '%s\n\n' "$(printf '=%.0s' {1..80})" "$(cat "$names/$hash")" "$(cat "$names/$hash.text")"
  done
}

# What stands below a prefix such as /usr: the same in both packages but for where shells look.
tree() { # folder zsh-folder
  mkdir -p "$1"/bin "$1"/share/man/man1 "$1"/share/bash-completion/completions "$1/share/$2" \
    "$1"/share/fish/vendor_completions.d
  install -m 755 "$program" "$1/bin/dateline"
  "$program" manual >"$1/share/man/man1/dateline.1"
  "$program" --generate-completion-script bash >"$1/share/bash-completion/completions/dateline"
  "$program" --generate-completion-script zsh >"$1/share/$2/_dateline"
  "$program" --generate-completion-script fish >"$1/share/fish/vendor_completions.d/dateline.fish"
}

tarball() {
  local name=dateline-$version-linux-$(uname -m)
  tree "$work/$name" zsh/site-functions
  cp LICENSE README.md "$work/$name/"
  cp "$work/licences" "$work/$name/LICENSES-OF-PARTS"
  tar --sort=name --format=gnu --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner \
    -C "$work" -c "$name" | gzip -9n >"$packages/$name.tar.gz"
}

debian() {
  local architecture root=$work/debian-root documents=$work/debian-root/usr/share/doc/dateline
  architecture=$(dpkg --print-architecture)
  tree "$root/usr" zsh/vendor-completions
  gzip -9n "$root/usr/share/man/man1/dateline.1"
  mkdir -p "$documents" "$root/DEBIAN" "$work/debian"
  cp "$work/licences" "$documents/copyright"
  gzip -9nc README.md >"$documents/README.md.gz"
  echo "Source: dateline" >"$work/debian/control"
  # By the versions of the symbols that the program uses.
  local needs
  needs=$(cd "$work" && dpkg-shlibdeps -O --ignore-missing-info -e debian-root/usr/bin/dateline \
    2>/dev/null | sed -n 's/^shlibs:Depends=//p')
  cat >"$root/DEBIAN/control" <<END
Package: dateline
Version: $version
Architecture: $architecture
Maintainer: ${DEBFULLNAME:-The Dateline contributors} <${DEBEMAIL:-dateline@localhost}>
Installed-Size: $(du -k --apparent-size -s "$root/usr" | cut -f1)
Depends: $needs
Suggests: git, openssh-client, rclone, rsync
Section: web
Priority: optional
Description: website of a news archive, with a page for everyone it names
 A folder of articles, Markdown or raw wire texts, becomes plain files that any web host can serve.
 Every sentence is read; people, organisations and places have pages with all that is said of them.
END
  (cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
  find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
  dpkg-deb --root-owner-group -Zxz --build "$root" \
    "$packages/dateline_${version}_$architecture.deb" >/dev/null
}

if [ $# -gt 0 ]; then program=$1; else build; fi
strip -o "$work/stripped" "$program"
program=$work/stripped
[ $# -gt 0 ] || check
checkouts=$scratch/checkouts
[ -d "$checkouts" ] || checkouts=$PWD/.build/checkouts
version=$("$program" --version)
version=${version%% *}
mkdir -p "$packages"
licences >"$work/licences"
tarball
debian
(cd "$packages" && ls -l ./dateline*"$version"*) >&2
