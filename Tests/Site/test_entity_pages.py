"""Articles and the pages of whom they name know each other, for readers and for programs."""

import json

import pytest
from pages import pages, target

FOLDERS = {"people", "organizations", "places", "events", "works"}


@pytest.fixture(scope="module")
def site(sample):
    return {file.resolve(): page for file, page in pages(sample).items()}


def path(site_folder, file):
    return file.relative_to(site_folder.resolve()).parts


def linked_data(site):
    return {
        file: [json.loads(block) for block in page.blocks]
        for file, page in site.items()
        if page.blocks
    }


def test_every_entity_page_links_back_to_each_article_that_links_to_it(sample, site):
    # An entity's list of articles goes over several pages.
    articles_of = {}
    for file, page in site.items():
        parts = path(sample, file)
        if parts[0] in FOLDERS and len(parts) > 2:
            goals = {target(file, link) for link in page.links}
            articles_of.setdefault(parts[:2], set()).update(goal[0] for goal in goals if goal)
    missing = []
    count = 0
    for file, (data,) in linked_data(site).items():
        if data["@type"] != "NewsArticle":
            continue
        for link in site[file].names:
            if link.startswith("#"):
                continue  # From the list to the mention.
            entity = path(sample, target(file, link)[0])[:2]
            count += 1
            if file not in articles_of[entity]:
                missing.append((str(file), link))
    assert missing == []
    assert count > 200


def test_every_article_and_every_listed_entity_has_one_block_of_linked_data(sample, site):
    counts = {}
    for file, blocks in linked_data(site).items():
        (data,) = blocks
        assert data["@context"] == "https://schema.org", file
        assert data["url"].startswith("https://example.org/mosul/"), file
        assert None not in data.values() and "" not in data.values(), file
        kind = "NewsArticle" if data["@type"].endswith("NewsArticle") else data["@type"]
        counts[kind] = counts.get(kind, 0) + 1
    articles = list((sample.parent / "Content" / "articles").rglob("*.md"))
    assert counts["NewsArticle"] > len(articles) * 0.9
    assert counts["CollectionPage"] > 50


def test_every_entity_in_linked_data_is_the_one_of_a_page_that_exists(sample, site):
    base = "https://example.org/mosul/"
    blocks = linked_data(site)
    own = {
        data["mainEntity"]["@id"]: (file, data["mainEntity"])
        for file, (data,) in blocks.items()
        if "mainEntity" in data
    }
    articles = {
        data["@id"]: file for file, (data,) in blocks.items() if "headline" in data
    }
    named = 0
    for file, (data,) in blocks.items():
        for entity in data.get("about", []) + data.get("mentions", []):
            named += 1
            assert entity["@id"].startswith(base), file
            page, main = own[entity["@id"]]
            assert page == (sample.resolve() / entity["@id"][len(base) :]).parent / "index.html"
            assert {key: main.get(key) for key in entity} == entity, file
        for article in data.get("mainEntity", {}).get("subjectOf", []):
            assert articles[article["@id"]].exists(), file
    assert named > 200
