#!/usr/bin/env python3
"""Writes an archive of COUNT invented articles: the same bytes for the same COUNT and seed.

usage: articles.py COUNT FOLDER [--seed N]

About 450 words an article, a dozen names in each, of which few are frequent and most are rare; front
matter names those that stand in three articles or more, for generators that cannot find names.
"""

import argparse
import collections
import datetime
import itertools
import pathlib
import random

ONSETS = "b br c ch d dr f g gr h j k kl l m n p pr r s sh st t tr v w y z".split()
VOWELS = "a e i o u ai ea ia io ou".split()
CODAS = "l n r s th nd rt m k v".split()
FORENAMES = (
    "Alice Omar Lise Martin Nadia Thomas Irene Yusuf Clara Peter Leila Samuel Hannah Victor Amina "
    "Daniel Ruth Karim Elena George Mariam Paul Sofia David Layla Anton Julia Hassan Nora Philip"
).split()
BODIES = (
    "Union|Council|Ministry|Agency|Committee|Institute|Federation|Bank|Commission|Society"
).split("|")
MATTERS = (
    "Water|Health|Harbour|Transport|Education|Energy|Migration|Farmers|Trade|Housing|Rail|Relief"
).split("|")
COUNTRIES = (
    "Iraq|Kenya|Norway|Brazil|Japan|Poland|Egypt|Canada|Haiti|Vietnam|Portugal|Chad|Peru|Estonia|Nepal"
).split("|")
SECTIONS = "World Politics Business Health Science Culture Sport Justice".split()
NOUNS = (
    "agreement budget bridge camp clinic contract court debate delay dispute exporter ferry fund "
    "harvest hospital inquiry loan market mission office plan pipeline price project promise protest "
    "railway report reservoir road school season shipment strike study survey talks tariff vote well"
).split()
VERBS = (
    "approved blocked cancelled criticised delayed described doubled extended financed halted "
    "inspected opened postponed praised questioned rejected repaired reviewed supported welcomed"
).split()
QUALITIES = (
    "annual broad cheap costly difficult early eastern final formal large late local minor narrow new "
    "northern official partial private public rapid rural small southern sudden urban useful western"
).split()
FRAMES = [
    "{person} said on {day} that the {quality} {noun} in {place} had been {verb}.",
    "The {organization} {verb} a {quality} {noun} near {place}, according to {person}.",
    "About {number} people waited for the {noun} when the {organization} {verb} it on {day}.",
    "In {place}, the {noun} is {quality}, and a second {noun} may be {verb} before {month}.",
    "\u201cThe {noun} was {verb} too late,\u201d {surname} told reporters in {place}.",
    "Nobody at the {organization} would say why the {quality} {noun} was {verb}.",
    "The {noun} rose by {percent} per cent in {month}, a {quality} change that {surname} {verb}.",
    "A {quality} {noun}, which the {organization} {verb} in {month}, did not reach {place}.",
    "{person} and the {organization} differ on the {noun}: it was {verb} by one, not by the other.",
    "Since {month} the {quality} {noun} has cost {number} million euros, the {organization} found.",
]
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = (
    "January February March April May June July August September October November December".split()
)


class Names:
    """A stock of names that grows with the archive: old ones are met again by how often they were."""

    def __init__(self, make, fresh):
        self.make = make
        self.fresh = fresh
        self.met = []

    def next(self, dice):
        name = dice.choice(self.met) if self.met and dice.random() > self.fresh else self.make(dice)
        self.met.append(name)
        return name


def word(dice, syllables):
    return "".join(
        dice.choice(ONSETS) + dice.choice(VOWELS) + (dice.choice(CODAS) if dice.random() < 0.4 else "")
        for _ in range(syllables)
    ).capitalize()


def person(dice):
    return f"{dice.choice(FORENAMES)} {word(dice, dice.choice([2, 2, 3]))}"


def place(dice):
    return dice.choice(COUNTRIES) if dice.random() < 0.2 else word(dice, 3)


def organization(dice):
    return f"{word(dice, 2)} {dice.choice(MATTERS)} {dice.choice(BODIES)}"


class Article:
    """One article: what it says, and whom it names."""

    def __init__(self, number, dice, stocks):
        day = datetime.date(1998, 1, 5) + datetime.timedelta(days=number // 10)
        self.date = f"{day}T{6 + number % 14:02}:{number * 7 % 60:02}:00Z"
        self.day = day
        people, organizations, places = (
            [stock.next(dice) for _ in range(count)] for stock, count in zip(stocks, (4, 3, 5))
        )
        self.names = {"people": people, "organizations": organizations, "places": places}
        self.section = dice.choice(SECTIONS)
        self.tags = sorted(set(dice.choices(NOUNS, k=3)))
        self.title = (
            f"{dice.choice(places)} {dice.choice(NOUNS)} {dice.choice(VERBS)} "
            f"after {dice.choice(QUALITIES)} {dice.choice(NOUNS)}"
        )
        self.slug = f"{self.title.lower().replace(' ', '-')}-{number}"
        self.paragraphs = [self.paragraph(dice, first=index == 0) for index in range(dice.randint(8, 12))]
        if dice.random() < 0.5:
            rows = [f"- The {dice.choice(QUALITIES)} {dice.choice(NOUNS)}" for _ in range(4)]
            self.paragraphs.insert(4, "\n".join(rows))
        self.paragraphs.insert(
            6, f"## {dice.choice(QUALITIES).capitalize()} {dice.choice(NOUNS)} in {dice.choice(places)}"
        )

    def paragraph(self, dice, first):
        return " ".join(self.sentence(dice, first and index == 0) for index in range(dice.randint(2, 4)))

    def sentence(self, dice, first):
        somebody = dice.choice(self.names["people"])
        return (FRAMES[0] if first else dice.choice(FRAMES)).format(
            person=somebody,
            surname=somebody.split()[-1],
            organization=dice.choice(self.names["organizations"]),
            place=dice.choice(self.names["places"]),
            noun=dice.choice(NOUNS),
            verb=dice.choice(VERBS),
            quality=dice.choice(QUALITIES),
            day=dice.choice(DAYS),
            month=dice.choice(MONTHS),
            number=dice.randint(3, 900),
            percent=dice.randint(2, 80),
        )

    def text(self, frequent):
        lines = [
            "---", f"title: {self.title}", f"date: {self.date}", f"section: {self.section}",
            f"tags: [{', '.join(self.tags)}]", f"authors: [{self.names['people'][-1]}]",
        ]  # fmt: skip
        for kind, names in self.names.items():
            if listed := [name for name in dict.fromkeys(names) if name in frequent]:
                lines.append(f"{kind}: [{', '.join(listed)}]")
        return "\n".join([*lines, "---", ""]) + "\n" + "\n\n".join(self.paragraphs) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    dice = random.Random(options.seed)
    stocks = [Names(person, 0.2), Names(organization, 0.15), Names(place, 0.1)]
    articles = [Article(number, dice, stocks) for number in range(options.count)]
    standing = collections.Counter(
        name for article in articles for name in set(itertools.chain(*article.names.values()))
    )
    frequent = {name for name, count in standing.items() if count >= 3}
    for article in articles:
        folder = options.folder / "Content" / "articles" / f"{article.day:%Y/%m}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{article.slug}.md").write_text(article.text(frequent))
    (options.folder / "Content" / "archive.yml").write_text(
        "title: The Example Archive\nbase_url: https://archive.example/\nminimum_articles: 3\n"
    )


if __name__ == "__main__":
    main()
