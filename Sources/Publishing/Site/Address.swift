import ArchiveModel
import Cataloguing

/// A page's identity.
///
/// Its URL path is `Site.path(of:)`.
public enum Address: Sendable, Hashable {
  /// The front page.
  case front
  /// The article with this number in the catalogue.
  case article(Int)
  /// The tombstone of a withdrawn article.
  case withdrawn(Int)
  /// A page of the entity with this number; pages count from 1.
  case entity(Int, page: Int)
  /// The most frequent entities of a kind.
  case kind(EntityKind)
  /// A page of the articles of a year, a month, a day, or of the undated ones.
  case period(CalendarPeriod, page: Int)
  /// The years.
  case dates
  /// A page of the articles of a section, tag, author, series or source.
  case term(Taxonomy, Int, page: Int)
  /// All sections, tags, ….
  case terms(Taxonomy)
  /// The A to Z.
  case names
  /// A page of one letter of the A to Z.
  case letter(Int, page: Int)
  /// Full-text search.
  case search
  /// The maps of all places.
  case map
  /// About the archive.
  case about
  /// A page of the archive's own, by its number.
  case page(Int)
  /// The page for a wrong address.
  case notFound
  /// An old address that leads to a new one, by its number.
  case redirect(Int)
  /// An old address of which several entities were made, by its number.
  case disambiguation(Int)
  /// Where old addresses lead, for the host.
  case redirectMap
  /// The same as a list.
  case redirectList
  /// What the articles of a year state, for programs; 0 for the undated ones.
  case articleData(Int)
  /// A feed.
  case feed(Feed)
  /// A part of the sitemap; 0 is the whole or the index of the parts.
  case sitemap(Int)
  /// What crawlers are told.
  case robots
  /// How a browser searches the archive.
  case openSearch
  /// An article for reference managers.
  case citation(Int, CitationForm)
  /// The articles of a year for them; 0 for the undated ones.
  case citations(Int, CitationForm)
  /// What the site was built of.
  case buildRecord
  /// Who made the site.
  case humans
  /// Whom to tell of a hole in its security.
  case security
  /// How the host is to serve the site, by the number of the file.
  case hostFile(Int)
  /// A file of the theme, by its number.
  case asset(Int)
  /// A file of the archive's media, by its number.
  case media(Int)
}
