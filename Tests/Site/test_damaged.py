"""A program whose own data is damaged: the machine's fault, said clearly."""

import pathlib
import subprocess

import pytest
from conftest import REPOSITORY, program


def damaged_program(folder, resource, change):
    """A copy of the program in which a compiled resource has been changed."""
    data = (REPOSITORY / "Sources" / "CResources" / resource).read_bytes()
    binary = bytearray(pathlib.Path(program()).read_bytes())
    # The last, if a literal in the code begins the same.
    start = binary.rfind(data)
    assert start >= 0, f"{resource} is not in the program as it stands in the sources"
    change(memoryview(binary)[start:start + len(data)])
    copy = folder / "dateline"
    copy.write_bytes(binary)
    copy.chmod(0o755)
    return copy


def flip_last(data):
    data[-1] ^= 1


def raise_version(data):
    data[8] += 1


def overwrite_magic(data):
    data[0] = 0


@pytest.mark.parametrize("resource, name", [("model.bin", "model"), ("gazetteer.bin", "gazetteer")])
@pytest.mark.parametrize("change, reason", [
    (flip_last, "damaged (wrong checksum)"),
    (raise_version, "of version"),
    (overwrite_magic, "does not begin with"),
])
@pytest.mark.parametrize("command", ["annotate", "build"])
def test_damaged_data_in_the_program_is_the_machines_fault(
        tmp_path, resource, name, change, reason, command):
    articles = tmp_path / "Content" / "articles"
    articles.mkdir(parents=True)
    (tmp_path / "Content" / "archive.yml").write_text("title: Test\n")
    (articles / "talks.md").write_text("---\ntitle: Talks resume\n---\nThey met in Mosul.\n")
    copy = damaged_program(tmp_path, resource, change)

    arguments = [articles / "talks.md"] if command == "annotate" else []
    result = subprocess.run([copy, command, "--archive", tmp_path, *arguments],
                            capture_output=True, text=True, timeout=300)

    assert result.returncode == 3, result.stderr
    assert f"cannot use the {name} in the program" in result.stderr and reason in result.stderr
    assert "install Dateline again" in result.stderr
    assert not (tmp_path / "Public").exists()
