"""Links lead somewhere: every page, every sentence."""

import re

import pytest
from pages import pages, target


def dead_links(site):
    known = {file.resolve(): page for file, page in pages(site).items()}
    dead = []
    for file, page in known.items():
        if file.name == "404.html":
            continue  # It alone links from the root of its host.
        for link in page.links:
            aim = target(file, link)
            if aim is None:
                continue
            goal, fragment = aim
            if not goal.is_relative_to(site.resolve()):
                dead.append((file.name, link, "leaves the site"))
            elif not goal.exists():
                dead.append((str(file.relative_to(site.resolve())), link, "no such page"))
            elif fragment and goal in known and fragment not in known[goal].ids:
                dead.append((str(file.relative_to(site.resolve())), link, "no such anchor"))
    return dead


def test_every_link_of_the_sample_leads_to_a_page_and_to_its_sentence(sample):
    assert dead_links(sample) == []


def test_no_page_of_the_posts_has_a_dead_link_of_ours(posts):
    # Authors of real posts link to pages of a site that is no more, and to headings; our own
    # anchors are those of mentions.
    ours = [dead for dead in dead_links(posts) if re.search(r"#m\d+$", dead[1])]
    assert ours == []


def test_every_link_between_the_wire_texts_resolves(wires):
    assert dead_links(wires) == []


@pytest.mark.parametrize("archive", ["sample", "posts", "wires"])
def test_every_page_has_one_first_heading_and_unique_anchors(archive, request):
    for file, page in pages(request.getfixturevalue(archive)).items():
        assert page.headings.count(1) == 1, file
        assert len(page.ids) == len(set(page.ids)), file


OWN_SCRIPT = r'<script src="\.\./assets/search\.js"[^>]*>'


@pytest.mark.parametrize("archive", ["sample", "posts", "wires"])
def test_no_page_asks_another_host_for_anything(archive, request):
    for file in request.getfixturevalue(archive).rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"<(?:img|script|iframe|source|video|audio)[^>]*src=\"(?:https?:)?//", text), file
        scripts = re.findall(r"<script\b[^>]*>", text)
        allowed = {'<script type="application/ld+json">'}
        # Search, and only search, needs a script.
        if file.parent.name == "search":
            scripts = [tag for tag in scripts if not re.fullmatch(OWN_SCRIPT, tag)]
        assert set(scripts) <= allowed, file
        assert " style=" not in text, file
