import ArchiveModel

extension Article {
  /// When it was last changed, as far as it says: published, updated or corrected.
  var changed: ArchiveDate { Swift.max(self.date, revised) }

  /// When it was last updated or corrected after it was published; undated if never.
  var revised: ArchiveDate { self.corrections.reduce(self.updated) { Swift.max($0, $1.date) } }
}
