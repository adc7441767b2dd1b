"""What others install: a program that needs little beside it, and the packages made of it."""

import gzip
import hashlib
import os
import pathlib
import re
import subprocess
import tarfile

import pytest

from conftest import REPOSITORY, dateline, program

# All of Foundation, and the tables of ICU that come with it: forty megabytes.
LARGE = {"libFoundation.so", "libFoundationInternationalization.so", "lib_FoundationICU.so"}
MOMENT = 1_490_486_400


def output(*command, **options) -> str:
    return subprocess.run(
        [*map(str, command)], check=True, capture_output=True, text=True, **options
    ).stdout


# The program


def links_foundation(module: pathlib.Path) -> bool:
    """Whether a compiled module asks the linker for all of Foundation."""
    objects = sorted(module.glob("*.o"))
    if not objects:
        return False
    entries = output("readelf", "-p", ".swift1_autolink_entries", *objects)
    return re.search(r"-lFoundation$", entries, re.M) is not None


def importers(build: pathlib.Path) -> list[str]:
    """The modules that import all of Foundation themselves: whoever imports them asks for it too."""
    modules = {folder.stem: folder for folder in build.glob("*.build")}
    asking = {name for name, folder in modules.items() if links_foundation(folder)}

    def imported(name):
        text = "".join(file.read_text() for file in modules[name].glob("*.d"))
        return set(re.findall(r"/Modules/([^/ ]+)\.swiftmodule", text)) - {name}

    return sorted(name for name in asking if not imported(name) & asking)


def test_the_program_does_without_all_of_foundation():
    needed = set(re.findall(r"NEEDED.*\[(.*)\]", output("readelf", "-d", program())))

    assert "libc.so.6" in needed
    assert not needed & LARGE, (
        f"all of Foundation is linked since these import it: {importers(build_folder())}; "
        "FoundationEssentials is enough, or nothing"
    )


def build_folder() -> pathlib.Path:
    return pathlib.Path(program()).resolve().parent


def test_whoever_brings_foundation_in_is_found(tmp_path):
    (tmp_path / "Old.swift").write_text("import Foundation\npublic let now = Date()\n")
    (tmp_path / "Ours.swift").write_text("import Old\npublic let then = now\n")
    (tmp_path / "Modules").mkdir()
    for name in ["Old", "Ours"]:
        folder = tmp_path / f"{name}.build"
        folder.mkdir()
        output(
            "swiftc", "-parse-as-library", "-emit-module", "-emit-object", "-emit-dependencies",
            "-module-name", name, "-I", "Modules", f"{name}.swift",
            "-emit-module-path", f"Modules/{name}.swiftmodule", "-o", f"{name}.build/{name}.o",
            cwd=tmp_path,
        )
        for file in tmp_path.rglob("*.d"):
            file.rename(folder / file.name)

    assert [links_foundation(tmp_path / f"{name}.build") for name in ["Old", "Ours"]] == [True] * 2
    assert importers(tmp_path) == ["Old"]


# The packages


def packages(folder: pathlib.Path) -> pathlib.Path:
    output(
        "bash", REPOSITORY / "Tests/package.sh", program(),
        env={**os.environ, "PACKAGES": str(folder), "SOURCE_DATE_EPOCH": str(MOMENT)},
    )
    return folder


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> pathlib.Path:
    return packages(tmp_path_factory.mktemp("packages"))


@pytest.fixture(scope="module")
def version() -> str:
    return dateline("--version").stdout.split()[0]


@pytest.fixture(scope="module")
def installed(made, tmp_path_factory) -> pathlib.Path:
    """Where the Debian package would put its files."""
    root = tmp_path_factory.mktemp("installed")
    output("dpkg-deb", "-x", next(made.glob("*.deb")), root)
    return root


def test_a_tarball_and_a_debian_package_are_made(made, version):
    machine = output("uname", "-m").strip()
    debian = output("dpkg", "--print-architecture").strip()

    assert sorted(file.name for file in made.iterdir()) == [
        f"dateline-{version}-linux-{machine}.tar.gz", f"dateline_{version}_{debian}.deb",
    ]


def test_they_are_made_of_the_same_bytes_again(made, tmp_path):
    again = packages(tmp_path)

    for file in made.iterdir():
        theirs = hashlib.sha256((again / file.name).read_bytes()).hexdigest()
        assert hashlib.sha256(file.read_bytes()).hexdigest() == theirs, file.name


def test_what_the_tarball_holds_belongs_to_nobody_and_runs(made, tmp_path):
    with tarfile.open(next(made.glob("*.tar.gz"))) as tarball:
        entries = tarball.getmembers()
        tarball.extractall(tmp_path, filter="tar")
    root = next(tmp_path.iterdir())

    assert {(entry.uid, entry.gid, entry.mtime) for entry in entries} == {(0, 0, MOMENT)}
    assert [entry.name for entry in entries] == sorted(entry.name for entry in entries)
    files = {str(file.relative_to(root)) for file in root.rglob("*") if file.is_file()}
    assert files == {
        "LICENSE", "LICENSES-OF-PARTS", "README.md", "bin/dateline", "share/man/man1/dateline.1",
        "share/bash-completion/completions/dateline", "share/zsh/site-functions/_dateline",
        "share/fish/vendor_completions.d/dateline.fish",
    }
    assert output(root / "bin/dateline", "--version") == dateline("--version").stdout
    assert (root / "share/man/man1/dateline.1").read_text() == dateline("manual").stdout


def test_the_debian_package_says_what_it_is_and_needs(made, installed, version):
    package = next(made.glob("*.deb"))
    fields = dict(re.findall(r"^([A-Z][\w-]+): (.*)", output("dpkg-deb", "-f", package), re.M))

    assert (fields["Package"], fields["Version"]) == ("dateline", version)
    assert re.search(r"\blibc6 \(>= 2\.\d+\)", fields["Depends"])
    assert "libstdc++6" in fields["Depends"]
    assert 0 < int(fields["Installed-Size"]) < 1 << 20
    sums = subprocess.run(
        ["dpkg-deb", "--ctrl-tarfile", package], check=True, capture_output=True
    ).stdout
    listed = subprocess.run(
        ["tar", "-xO", "./md5sums"], input=sums, check=True, capture_output=True, text=False
    ).stdout.decode()
    assert len(listed.splitlines()) == len([f for f in installed.rglob("*") if f.is_file()])
    output("md5sum", "--check", "--strict", "--quiet", "-", cwd=installed, input=listed)


def test_its_program_man_page_and_completions_are_where_systems_look(installed):
    shown = output(installed / "usr/bin/dateline", "--version")
    assert shown == dateline("--version").stdout
    with gzip.open(installed / "usr/share/man/man1/dateline.1.gz", "rt") as page:
        assert page.read() == dateline("manual").stdout
    for shell, file in {
        "bash": "bash-completion/completions/dateline",
        "zsh": "zsh/vendor-completions/_dateline",
        "fish": "fish/vendor_completions.d/dateline.fish",
    }.items():
        script = (installed / "usr/share" / file).read_text()
        assert script == dateline("--generate-completion-script", shell).stdout


def test_all_that_is_part_of_the_program_is_named_with_its_licence(installed):
    licences = (installed / "usr/share/doc/dateline/copyright").read_text()

    resolved = (REPOSITORY / "Package.resolved").read_text()
    parts = re.findall(r'"identity" : "(.*?)"', resolved)
    assert len(parts) >= 5
    for part in ["Dateline", "Swift's runtime", "libcmark", "libyaml", *parts]:
        assert re.search(rf"^For {re.escape(part)}", licences, re.M | re.I), part
    for words in ["MIT License", "Runtime Library Exception", "Kirill Simonov", "GeoNames"]:
        assert words in licences
