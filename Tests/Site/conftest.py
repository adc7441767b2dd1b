"""What the tests of whole sites share: the program, the archives, the sites built of them."""

import os
import pathlib
import shutil
import subprocess

import pytest

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
SHARED = pathlib.Path(os.environ.get("DATELINE_SHARED", REPOSITORY.parent / "shared"))


def program() -> str:
    named = os.environ.get("DATELINE")
    if named is None:
        pytest.exit("DATELINE must name the program to test: bash Tests/run.sh does so", 2)
    return named


def dateline(*arguments, expect=0, **options):
    """Run the program; its exit code is part of what is tested."""
    result = subprocess.run(
        [program(), *map(str, arguments)], capture_output=True, text=True, timeout=300, **options
    )
    assert result.returncode == expect, result.stdout + result.stderr
    return result


def shared(path: str) -> pathlib.Path:
    """A folder of the shared data, which must be there in CI and may be missing elsewhere."""
    folder = SHARED / path
    if not folder.exists():
        message = f"the shared data are missing: no {folder}"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return folder


def make_archive(folder: pathlib.Path, articles: pathlib.Path, pattern: str, settings: str):
    """An archive of our own around articles that come without one."""
    content = folder / "Content" / "articles"
    content.mkdir(parents=True)
    for file in sorted(articles.glob(pattern)):
        shutil.copy(file, content)
    (folder / "Content" / "archive.yml").write_text(settings)
    return folder


@pytest.fixture(scope="session")
def sample_archive(tmp_path_factory) -> pathlib.Path:
    folder = tmp_path_factory.mktemp("sample")
    shutil.copytree(REPOSITORY / "Content", folder / "Content")
    return folder


@pytest.fixture(scope="session")
def sample(sample_archive) -> pathlib.Path:
    dateline("build", "--archive", sample_archive)
    return sample_archive / "Public"


@pytest.fixture(scope="session")
def posts(tmp_path_factory) -> pathlib.Path:
    """The site of 509 real posts."""
    archive = make_archive(
        tmp_path_factory.mktemp("posts"),
        shared("corpora/18f"),
        "20*.md",
        "title: 18F\nbase_url: https://example.org/18f/\n",
    )
    dateline("build", "--archive", archive)
    return archive / "Public"


@pytest.fixture(scope="session")
def wires(tmp_path_factory) -> pathlib.Path:
    """The site of raw wire texts."""
    archive = make_archive(
        tmp_path_factory.mktemp("wires"), shared("corpora/wire"), "*.txt", "title: Wires\n"
    )
    dateline("build", "--archive", archive)
    return archive / "Public"
