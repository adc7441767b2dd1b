/// A form in which programs that keep references take an article.
///
/// The most faithful first: BibTeX knows no newspapers.
public enum CitationForm: String, Sendable, Hashable, CaseIterable {
  /// RIS, as reference managers exchange it.
  case ris
  /// BibTeX, with BibLaTeX's word for newspapers.
  case bibTeX = "bib"
  /// CSL-JSON 1.0.
  case csl = "json"

  /// "RIS", for readers.
  var name: String {
    switch self {
    case .ris: "RIS"
    case .bibTeX: "BibTeX"
    case .csl: "CSL-JSON"
    }
  }

  /// The media type of a file of it.
  var mediaType: String {
    switch self {
    case .ris: "application/x-research-info-systems"
    case .bibTeX: "application/x-bibtex"
    case .csl: "application/vnd.citationstyles.csl+json"
    }
  }

  /// Articles as a file of this form; each is asked for once, in turn.
  func bytes(of citations: some Sequence<Citation>) -> [UInt8] {
    var bytes: [UInt8] = []
    switch self {
    case .ris: for citation in citations { citation.writeRIS(to: &bytes) }
    case .bibTeX: for citation in citations { citation.writeBibTeX(to: &bytes) }
    case .csl: Citation.writeCSL(citations, to: &bytes)
    }
    return bytes
  }
}
