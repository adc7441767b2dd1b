import ArchiveModel

/// The files of an archive that is begun.
enum BeginningTexts {
  /// `archive.yml`: what was answered, and behind `#` what people need next.
  static func settings(
    title: String, baseURL: String?, language: String, timeZone: String?
  ) -> String {
    func line(_ key: String, _ value: String) -> String {
      "\(key): \(YAMLWriting.scalar(value, in: .block))\n"
    }
    let address =
      baseURL.map { line("base_url", $0) }
      ?? "# base_url: https://example.org/   # where it will be: feeds and sitemap need it\n"
    let zone =
      timeZone.map { line("time_zone", $0) }
      ?? "# time_zone: Asia/Baghdad          # of times that state none\n"
    return """
      # What this archive says of itself; take a # away to set what stands behind it.
      \(line("title", title))\(address)\(line("language", language))\(zone)\
      # subtitle: All that was printed since 1923
      # publisher: The Example Press
      # license: CC BY 4.0
      # sections: [World, World/Iraq, Culture]   # in the order of the menu
      # permalinks: /:year/:month/:day/:slug/    # the addresses of articles

      """
  }

  /// `.gitignore`: what is made of the content, and what can be made again.
  static let ignored = """
    # The website, which dateline build makes.
    Public/
    # What the program remembers; it may be deleted at any time, and undo goes with it.
    .dateline/

    """

  /// `authorities/people.yml`.
  static let people = """
    # Your word on people, which always wins over what the program finds. Take the # away, and Neil
    # Armstrong has a page that quotes what each article says of him.

    # neil-armstrong:
    #   type: person
    #   name: Neil Armstrong
    #   names: [Armstrong]      # this surname alone means him, in all of the archive
    #   summary: American astronaut, born in 1930, died in 2012.
    #   page: always            # though a single article names him

    """

  /// `pages/about.md`.
  static func about(_ title: String, language: String) -> String {
    """
    ---
    title: About
    \(inEnglish(language))---
    This is where readers look for who stands behind an archive. Write here who publishes it, what is in it and what is not, how to report an error, and under which licence its texts may be used.

    """
  }

  /// The article that teaches.
  static func article(_ date: ArchiveDate, language: String) -> String {
    """
    ---
    title: How an article is written
    date: \(date)
    summary: This article is a file. Change it, look at what becomes of it, and delete it.
    authors: [Dateline]
    tags: [help]
    \(inEnglish(language))---
    Between the two lines of hyphens stands what is known of an article: its title, its date, who wrote it. Only what you know belongs there. A date may be as inexact as `1969-07` or `circa 1923`, and what you leave out is inferred from the text and marked as that.

    Below them is the text, in Markdown: **bold**, *italic*, [a link](https://commonmark.org/help/), and an empty line between two paragraphs.

    ## Names

    Names need no marks. On 20 July 1969 Neil Armstrong and Buzz Aldrin landed on the Moon, while Michael Collins stayed in orbit. Armstrong was the first to step out; that he is the Neil Armstrong of the sentence before is found by itself.

    Who is named in enough articles has a page that quotes what each article says of them; `minimum_articles` in `Content/archive.yml` says how many that are. A record in `Content/authorities/people.yml` can ask for a page at once, as the example in that file does.

    ## What next

    `dateline new article "Your headline"` begins an article of your own, as a draft. `dateline preview --drafts --open` shows it in a browser while you write, `dateline build` makes the website, and `dateline check` tells what is wrong and where.

    """
  }

  private static func inEnglish(_ language: String) -> String {
    language.lowercased().hasPrefix("en") ? "" : "lang: en\n"
  }
}
