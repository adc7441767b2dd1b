"""Files of records: the same bytes however they were made, and never half a one."""

import json
import random
import shutil
import subprocess
import time

import pytest

from conftest import dateline, program
from test_same_bytes import fingerprints


def articles(archive):
    return sorted((archive / "Content" / "articles").rglob("*.md"))


def annotate(archive, output, paths):
    dateline("annotate", "--archive", archive, "--records", output, "--from", "-",
             input="\n".join(map(str, paths)))


@pytest.mark.parametrize("seed", range(10))
def test_records_in_any_shards_merged_in_any_order_are_one_file_and_one_site(
        sample_archive, sample, tmp_path, seed):
    chance = random.Random(seed)
    shards = [[] for _ in range(chance.randint(1, 9))]
    for article in articles(sample_archive):
        chance.choice(shards).append(article)
        # Two may read the same.
        if chance.random() < 0.1:
            chance.choice(shards).append(article)
    parts = []
    for number, shard in enumerate(shards):
        chance.shuffle(shard)
        parts.append(tmp_path / f"{number}.records")
        annotate(sample_archive, parts[-1], shard)
    whole = tmp_path / "whole.records"
    annotate(sample_archive, whole, articles(sample_archive))

    # By steps: what was merged is merged again.
    while len(parts) > 1:
        chance.shuffle(parts)
        count = chance.randint(2, len(parts))
        merged = tmp_path / f"merged-{len(parts)}.records"
        dateline("annotate", "--records", merged, "--merge", *parts[:count])
        parts = [merged, *parts[count:]]
    assert parts[0].read_bytes() == whole.read_bytes()

    archive = tmp_path / "paper"
    shutil.copytree(sample_archive / "Content", archive / "Content")
    told = dateline("build", "--archive", archive, "--records", parts[0], "--json").stdout
    assert json.loads(told.splitlines()[-1])["articles_kept"] == len(articles(archive))
    assert fingerprints(archive / "Public") == fingerprints(sample)


def test_a_run_that_is_killed_leaves_no_half_file_of_records(sample_archive, tmp_path):
    chance = random.Random(5)
    whole = tmp_path / "whole.records"

    def annotate_all(output):
        """How long it takes just now, in seconds."""
        started = time.monotonic()
        annotate(sample_archive, output, articles(sample_archive))
        return time.monotonic() - started

    duration = annotate_all(whole)
    # Of fewer articles, so that it is another.
    older = tmp_path / "older.records"
    annotate(sample_archive, older, articles(sample_archive)[:9])
    listed = tmp_path / "list.txt"
    listed.write_text("\n".join(map(str, articles(sample_archive))))

    left = []
    for round in range(30):
        output = tmp_path / "killed" / f"{round}.records"
        output.parent.mkdir(exist_ok=True)
        if round % 2:
            shutil.copy(older, output)
        run = subprocess.Popen(
            [program(), "annotate", "--archive", sample_archive, "--records", output,
             "--from", listed],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        time.sleep(chance.uniform(0, 1.2 * duration))
        run.kill()
        run.wait()
        if output.exists():
            assert output.read_bytes() in (whole.read_bytes(), older.read_bytes())
        assert output.exists() or not round % 2
        left.append(output.exists() and output.read_bytes() == whole.read_bytes())
        duration = annotate_all(output)
        assert output.read_bytes() == whole.read_bytes()
    # Both ends were met.
    assert {True, False} == set(left)
