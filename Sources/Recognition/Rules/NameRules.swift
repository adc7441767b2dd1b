import ArchiveModel

struct NameRules: Sendable {
  let gazetteer: Gazetteer
  struct Scratch: ~Copyable {}
  func apply(
    _ text: Span<UInt8>, _ tokens: Span<Token>, _ sentences: Span<SentenceTokens>,
    _ candidates: inout Candidates, _ scratch: inout Scratch
  ) {}
}
