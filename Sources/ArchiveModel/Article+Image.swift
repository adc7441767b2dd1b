extension Article {
  /// The picture that stands for an article, as its author describes it.
  public struct Image: Sendable, Hashable {
    /// A path, of the site (`/assets/mosul.jpg`) or beside the article, or an absolute URL.
    ///
    /// As written, never empty; whether there is such a file nobody has looked yet.
    public var source: String
    /// What it shows, for those who do not see it; empty where it only decorates, nil where nobody
    /// says.
    public var alt: String?
    /// The line below it, plain text.
    public var caption: String?
    /// Who made it.
    public var credit: String?
    /// SPDX identifier or URL.
    public var license: String?
    /// In pixels, as stated.
    public var width: Int?
    /// In pixels, as stated.
    public var height: Int?

    /// A picture of which nothing else is said.
    public init(source: String) { self.source = source }
  }
}
