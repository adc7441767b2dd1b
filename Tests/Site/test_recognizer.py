"""The maintainers' command: tags for sentences that come as tokens, and the figures of sets."""

import gzip
import hashlib
import os
import platform
import subprocess

import pytest
from conftest import REPOSITORY


def recognizer(*arguments, standard_input=""):
    named = os.environ.get("RECOGNIZER")
    if named is None:
        pytest.exit("RECOGNIZER must name the program to test: bash Tests/run.sh does so", 2)
    result = subprocess.run([named, *map(str, arguments)], input=standard_input.encode(),
                            capture_output=True, timeout=300, check=True)
    return result.stdout.decode()


def tagged(*lines, option=("--conll",)):
    return recognizer("tag", *option, standard_input="\n".join(lines) + "\n").split("\n")[:-1]


def test_each_token_has_its_tag_and_other_lines_are_as_they_stand():
    lines = tagged("-DOCSTART- -X- O", "", "President", "Anna", "Ashworth", "spoke", "in", "Mosul",
                   ".", "", "", "-DOCSTART-", "Nothing", "else")

    assert lines == ["-DOCSTART- -X- O", "", "President\tO", "Anna\tB-PER", "Ashworth\tI-PER",
                     "spoke\tO", "in\tO", "Mosul\tB-LOC", ".\tO", "", "", "-DOCSTART-",
                     "Nothing\tO", "else\tO"]


@pytest.mark.parametrize("words, tags", [
    # A possessive and punctuation beside a name are not in it, whether they are tokens or not.
    ("the Ministry of Oil 's head", "O B-ORG I-ORG I-ORG O O"),
    ("Mosul’s streets", "B-LOC O"),
    ("in ( Mosul ) and", "O O B-LOC O O"),
    # A word that only begins or ends with a name is an adjective.
    ("the US-led force", "O B-MISC O"),
    ("a New York-based firm", "O B-MISC I-MISC O"),
    ("the Iraqi army", "O B-MISC O"),
    ("a pro-Iraq group", "O B-MISC O"),
    # Names side by side are two.
    ("from Mosul , Iraq", "O B-LOC O B-LOC"),
])
def test_a_name_is_whole_tokens(words, tags):
    lines = tagged("We", "saw", *words.split(" "), "today", ".")[2:-2]

    assert [line.split("\t")[1] for line in lines] == tags.split(" ")


def test_line_ends_and_further_columns_say_nothing():
    plain = tagged("Anna", "Ashworth", "left", "Mosul")

    assert tagged("Anna\r", "Ashworth\r", "left\r", "Mosul\r", "\r") == [*plain, ""]
    assert tagged("Anna\tB-X", "Ashworth\tNNP\tO", "left", "Mosul\t") == plain
    assert tagged("Anna NNP O", "Ashworth NNP O", "left VBD O", "Mosul NNP O") == plain
    assert tagged("Anna", "Ashworth", "left", "Mosul", option=("--conll", "-")) == plain
    assert tagged("1 1/2", "days")[0] == "1 1/2\tO"


def test_tokens_are_read_from_a_packed_file_too(tmp_path):
    (tmp_path / "a.conll.gz").write_bytes(gzip.compress(b"Anna\nAshworth\nleft"))

    lines = recognizer("tag", "--conll", tmp_path / "a.conll.gz")

    assert lines == "Anna\tB-PER\nAshworth\tI-PER\nleft\tO\n"
    assert recognizer("tag", "--conll") == ""


def test_a_set_is_measured_by_kind_and_its_wrong_spans_are_shown(tmp_path):
    words = "The\tB-LOC\nMosul\tI-LOC\n's\tI-LOC\nmayor\tO\nAnna\tB-PER\nAshworth\tI-PER\n" \
            "left\tO\nIraq\tB-ORG\nwith\tO\nquux\tB-ORG\n.\tO\n"
    (tmp_path / "own.conll.gz").write_bytes(gzip.compress(words.encode()))

    report = recognizer("evaluate", "--data", tmp_path, "--errors", "9", "--no-spacy")

    rows = [line.split() for line in report.splitlines()]
    assert ["own", "PER", "1", "100.0", "100.0", "100.0"] in rows
    # Leading "the" and the possessive do not count.
    assert ["LOC", "1", "50.0", "100.0", "66.7"] in rows
    assert ["ORG", "2", "0.0", "0.0", "0.0"] in rows
    assert "ORG [quux]" in report and "ORG [Iraq] as LOC [Iraq]" in report


def trained(folder, name="model.bin", *options):
    """The bytes of a model of the small set, packed as the trainer expects its data."""
    source = REPOSITORY / "Tests" / "Fixtures" / "Training"
    for file in [*source.glob("ner/train/*.conll"), *source.glob("lexicons/*.tsv")]:
        copy = folder / "data" / file.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        if file.suffix == ".conll" or file.stem == "cities15000":
            copy.with_name(copy.name + ".gz").write_bytes(gzip.compress(file.read_bytes()))
        else:
            copy.write_bytes(file.read_bytes())
    recognizer("train", "--data", folder / "data", "--out", folder / name,
               "--only", "gum-news", "--only", "wnut17", *options)
    return (folder / name).read_bytes()


def test_a_model_is_trained_to_the_same_bytes_each_time(tmp_path):
    first = trained(tmp_path, "first.bin")

    assert first[:8] == b"DLMODEL\0"
    assert trained(tmp_path, "second.bin") == first
    # What is learned is learned from the sentences: other passes over them, another model.
    assert trained(tmp_path, "other.bin", "--epochs", "1") != first


@pytest.mark.skipif(platform.machine() != "x86_64", reason="floats round otherwise elsewhere")
def test_a_model_is_trained_to_the_bytes_that_are_known(tmp_path):
    # Changes with features, tokens, recipe and layout. When that is meant, UPDATE_GOLDENS=1 takes
    # the new one: see Tests/Fixtures/Training/README.md.
    known = REPOSITORY / "Tests" / "Fixtures" / "Training" / "model.sha256"
    checksum = hashlib.sha256(trained(tmp_path)).hexdigest()
    if os.environ.get("UPDATE_GOLDENS") == "1":
        known.write_text(checksum + "\n")

    assert checksum == known.read_text().strip()


def test_a_set_that_is_missing_is_named(tmp_path):
    (tmp_path / "ner" / "train").mkdir(parents=True)

    with pytest.raises(subprocess.CalledProcessError) as failed:
        recognizer("train", "--data", tmp_path, "--out", tmp_path / "model.bin")

    assert b"ner/train/gmb.conll.gz" in failed.value.stderr
    assert not (tmp_path / "model.bin").exists()
