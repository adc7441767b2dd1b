import ArchiveModel
import Cataloguing

/// What a change makes of the site: found by reading the archive once more as it would be.
public struct DeskEffects: Sendable {
  /// An article whose links would be others.
  public struct Article: Sendable {
    /// Its path in the content folder.
    public let path: String
    /// Each mention that would stand for something else: the words, and the addresses before and
    /// after, without those that stay.
    public let mentions: [Mention]
  }

  /// Mentions of one form in one article that would stand for something else.
  public struct Mention: Sendable, Hashable {
    /// The words.
    public let surface: String
    /// The address of the entity before; nil for none.
    public let before: String?
    /// The same after.
    public let after: String?

    fileprivate var text: String {
      switch (before, after) {
      case (let before?, let after?): "“\(surface)” \(before) → \(after)"
      case (nil, let after?): "“\(surface)” → \(after)"
      case (_, nil): "“\(surface)” is no link any more"
      }
    }
  }

  /// Articles that change, in the order of their paths.
  public let articles: [Article]
  /// What becomes of pages, a line each.
  public let pages: [String]
  /// Problems that the archive would have and has not.
  public let diagnostics: [Diagnostic]

  /// Compares two readings of one archive; O(mentions).
  init(before: Desk, after: Desk) throws(EnvironmentFault) {
    var later: [String: Int] = [:]
    for (number, article) in after.catalog.articles.enumerated() { later[article.path] = number }
    var articles: [Article] = []
    for (number, article) in before.catalog.articles.enumerated() {
      guard let other = later[article.path] else { continue }
      let mentions = DeskEffects.changes(
        try before.links(of: number), try after.links(of: other))
      if !mentions.isEmpty { articles.append(Article(path: article.path, mentions: mentions)) }
    }
    self.articles = articles.sorted { $0.path < $1.path }
    pages = DeskEffects.pages(before, after)
    let known = Set(before.diagnostics.map { [$0.code.rawValue, $0.message, $0.place.path] })
    diagnostics = after.diagnostics.filter {
      !known.contains([$0.code.rawValue, $0.message, $0.place.path])
    }
  }

  /// So many articles and pages are told one by one.
  private static let shown = 12

  /// What a person is told.
  ///
  /// - Parameter folder: What stands before content paths, so that an editor finds the files.
  public func summary(showsAll: Bool, under folder: String) -> String {
    let limit = showsAll ? .max : DeskEffects.shown
    var lines: [String] = []
    func tell(_ title: String, _ all: [String]) {
      lines.append(title + (all.isEmpty ? "" : ":"))
      lines += all.prefix(limit).map { "  " + $0.visible }
      if all.count > limit {
        lines.append("  … and \(all.count - limit) more; --verbose shows all")
      }
    }
    tell(
      articles.isEmpty
        ? "no article changes" : Labels.count(articles.count, "article changes", "articles change"),
      articles.map { article in
        "\(folder)\(article.path): " + article.mentions.map(\.text).joined(separator: ", ")
      })
    if !pages.isEmpty { tell(Labels.count(pages.count, "page changes", "pages change"), pages) }
    return lines.joined(separator: "\n")
  }

  /// Compares by what is written and where it leads, not by place: a text may have become another.
  private static func changes(_ before: [NamedTarget: Int], _ after: [NamedTarget: Int])
    -> [Mention]
  {
    var gone: [String: [String]] = [:]
    for (link, count) in before where count > after[link, default: 0] {
      gone[link.surface, default: []].append(link.address)
    }
    var mentions: [Mention] = []
    for (link, count) in after where count > before[link, default: 0] {
      let former = gone[link.surface]?.min()
      gone[link.surface] = nil
      mentions.append(Mention(surface: link.surface, before: former, after: link.address))
    }
    for (surface, addresses) in gone {
      for address in addresses {
        mentions.append(Mention(surface: surface, before: address, after: nil))
      }
    }
    return mentions.sorted {
      ($0.surface, $0.before ?? "", $0.after ?? "") < ($1.surface, $1.before ?? "", $1.after ?? "")
    }
  }

  private static func pages(_ before: Desk, _ after: Desk) -> [String] {
    let (old, new) = (before.pages, after.pages)
    let redirects = after.leads
    var lines: [String] = []
    for (address, name) in old.sorted(by: { $0.key < $1.key }) {
      if let newName = new[address] {
        if newName != name { lines.append("\(address)/ is called \(newName), not \(name)") }
      } else if let target = redirects[address + "/"] {
        lines.append("\(address)/ leads to \(target)")
      } else {
        lines.append("\(address)/ is gone")
      }
    }
    for (address, name) in new.sorted(by: { $0.key < $1.key }) where old[address] == nil {
      lines.append("\(address)/ is new: \(name)")
    }
    return lines
  }
}

extension Desk {
  /// What an article names, where that leads, and how often.
  fileprivate func links(of article: Int) throws(EnvironmentFault) -> [NamedTarget: Int] {
    let prose = try site.readings.prose(catalog.handles[article])
    var links: [NamedTarget: Int] = [:]
    for (index, mark) in prose.marks.enumerated() {
      guard let entity = catalog.entity(local: Int(mark.entity), of: article),
        catalog.entities[entity].isListed
      else { continue }
      let surface = DeskMention(article: article, mark: index, in: prose).surface
      links[NamedTarget(surface: surface, address: address(of: entity)), default: 0] += 1
    }
    return links
  }

  /// The names of entities with a page, by the addresses of these.
  fileprivate var pages: [String: String] {
    var pages: [String: String] = [:]
    for (number, entity) in catalog.entities.enumerated() where entity.hasPage {
      pages[address(of: number)] = entity.name
    }
    return pages
  }

  /// Old addresses, and where they lead.
  fileprivate var leads: [String: String] {
    Dictionary(site.redirects.map { ($0.path, "/" + site.path(of: $0.target)) }) { first, _ in
      first
    }
  }
}

/// A name, and the address of the entity that it stands for.
private struct NamedTarget: Hashable {
  let surface: String
  let address: String
}
