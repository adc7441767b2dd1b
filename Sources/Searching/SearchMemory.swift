import ArchiveModel

/// What an index was made of, so that the next one makes no file again that would be the same.
///
/// A file of results is known by the fingerprints of what it shows, all other files of a segment by
/// those of all its documents: one changed article changes most of its segment's, since each word
/// is written after what those before it have taught. What is new stands in a segment of its own.
public struct SearchMemory: Sendable {
  /// One of the parts of an index.
  struct Segment: Sendable {
    /// Of all documents.
    var print: UInt64
    /// What `index.js` says of it.
    var description: [UInt8]
    /// Its files but for that of the facets, with the fingerprints of what results show; 0 for others.
    var files: [String: UInt64]
  }

  var segments: [String: Segment] = [:]

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
    }
  }

  package init(from record: inout RecordReader) {
    for _ in 0..<record.count() {
      let name: String = record.read()
      var segment = Segment(print: record.fixed(), description: record.read(), files: [:])
      for _ in 0..<record.count() {
        let name: String = record.read()
        segment.files[name] = record.fixed()
      }
      segments[name] = segment
    }
  }
}
