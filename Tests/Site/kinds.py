"""A page of each kind, of the sample and of what the sample has none of."""

import pathlib
import re

# Of the sample: the path of each below the site's root.
KINDS = {
    "front page": "",
    "article in a series": "2017/07/19/nine-months-3-the-river/",
    "corrected article": "2017/05/25/centcom-findings-on-17-march/",
    "wire text": "2017/03/26/iraqs-military-said-on-sunday-that-it-had-found-no-sign-of-an-air-strike-on-a/",
    "withdrawn article": "2017/07/11/observatory-says-baghdadi-is-dead/",
    "person": "people/lise-grande/",
    "organisation": "organizations/islamic-state/",
    "place": "places/mosul/",
    "country": "places/iraq/",
    "event": "events/battle-of-mosul/",
    "A to Z": "names/",
    "letter": "names/a/",
    "people": "people/",
    "map": "map/",
    "dates": "dates/",
    "year": "2017/",
    "month": "2017/07/",
    "day": "2017/03/26/",
    "section": "sections/world/",
    "sections": "sections/",
    "topic": "tags/17-march-strike/",
    "topics": "tags/",
    "author": "authors/nora-ellery/",
    "authors": "authors/",
    "series": "series/nine-months-in-mosul/",
    "search": "search/",
    "about": "about/",
    "not found": "404.html",
    "redirect": "news/2017/hadba-minaret-destroyed.html",
}

# Of what `complete` adds to it.
MORE_KINDS = {
    "article with pictures": "2017/03/26/at-the-quay/",
    "source": "sources/harbour-wire/",
    "page of the archive's own": "imprint/",
    "which of several": "people/john-smith/",
}

QUAY = """---
title: At the quay
date: 2017-03-26
source: Harbour Wire
image: {src: /media/quay.png, alt: The quay, caption: Ships at noon, credit: Ann Lee}
---
The ships came[^1] in to Mosul, said Lise Grande.

![A map of the harbour](/media/quay.png "The harbour & the quay")

> The crews were paid.

- Dove
- Swan

| Ship | Tons | Master of the ship | Port of registry |
|:-----|-----:|--------------------|------------------|
| Dove | 1,200 | Alexander Featherstonehaugh | Kingston upon Hull |

    a line that is as it was typed, however long it may be, and that does not go into one line

[^1]: At noon.
"""

IMPRINT = """---
title: Imprint
---
## Who

The paper, [by post](https://example.org/) and by telephone.
"""

SMITHS = """john-smith-architect: {type: person, name: John Smith (architect), summary: An architect, former_ids: [john-smith], page: always}
john-smith-footballer: {type: person, name: John Smith (footballer), summary: A footballer, former_ids: [john-smith], page: always}
"""


def complete(content: pathlib.Path, picture: bytes):
    """Adds to a copy of the sample what it has none of."""
    (content / "media").mkdir()
    (content / "media" / "quay.png").write_bytes(picture)
    (content / "articles" / "quay.md").write_text(QUAY)
    (content / "pages" / "imprint.md").write_text(IMPRINT)
    (content / "authorities" / "smiths.yml").write_text(SMITHS)


def hold(page):
    """Lets a redirect show itself, which else is gone at once."""

    def without_refresh(route):
        response = route.fetch()
        route.fulfill(
            response=response, body=re.sub(r'<meta http-equiv="refresh"[^>]*>', "", response.text())
        )

    page.route("**/" + KINDS["redirect"], without_refresh)
