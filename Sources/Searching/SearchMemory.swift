import ArchiveModel

/// What an index was made of, so that the next one makes no file again that would be the same.
///
/// A file of results is known by the fingerprints of what it shows, all other files by those of all
/// that is in them: one changed article changes the files that hold a word of it which stands
/// elsewhere now, or more or less often, or beside another one.
public struct SearchMemory: Sendable {
  /// One of the parts of an index.
  struct Segment: Sendable {
    /// Of all documents.
    var print: UInt64
    /// What `index.js` says of it.
    var description: [UInt8]
    /// Its files but for that of the facets, with the fingerprints of what they hold.
    var files: [String: UInt64]
    /// Under which fingerprints the words of its chunks are kept.
    var chunks: [UInt64]
    /// Parts of the fingerprints of files, by what they are made of: see `SegmentPrints`.
    var parts: [UInt64: UInt64]
  }

  var segments: [String: Segment] = [:]

  /// Under which fingerprints words are kept that the next index may take.
  public var keptWords: Set<UInt64> { Set(segments.values.flatMap(\.chunks)) }

  /// Nothing is known.
  public init() {}
}

extension SearchMemory: Recordable {
  package func write(to record: inout RecordWriter) {
    record.write(UInt64(segments.count))
    for (name, segment) in segments.sorted(by: { $0.key < $1.key }) {
      record.write(name)
      record.write(fixed: segment.print)
      record.write(segment.description)
      record.write(UInt64(segment.files.count))
      for (name, print) in segment.files.sorted(by: { $0.key < $1.key }) {
        record.write(name)
        record.write(fixed: print)
      }
      record.write(UInt64(segment.chunks.count))
      for print in segment.chunks { record.write(fixed: print) }
      record.write(UInt64(segment.parts.count))
      for (key, value) in segment.parts.sorted(by: { $0.key < $1.key }) {
        record.write(fixed: key)
        record.write(fixed: value)
      }
    }
  }

  package init(from record: inout RecordReader) {
    for _ in 0..<record.count() {
      let name: String = record.read()
      var segment = Segment(
        print: record.fixed(), description: record.read(), files: [:], chunks: [],
        parts: [:])
      for _ in 0..<record.count() {
        let name: String = record.read()
        segment.files[name] = record.fixed()
      }
      for _ in 0..<record.count() { segment.chunks.append(record.fixed()) }
      for _ in 0..<record.count() {
        let key = record.fixed()
        segment.parts[key] = record.fixed()
      }
      segments[name] = segment
    }
  }
}
