/// Instructions in the making.
struct Code {
  private(set) var instructions: [Instruction] = []
  /// Whether the next run of bytes may continue the last: not across the end of a section.
  private var isOpen = false

  /// Appends the template's own bytes, as one run with those just before.
  mutating func literal(_ bytes: some Collection<UInt8>, in pool: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let start = Int32(pool.count)
    pool.append(contentsOf: bytes)
    if isOpen, case .literal(let first, let count) = instructions.last, first + count == start {
      instructions[instructions.count - 1] = .literal(
        start: first, count: count + Int32(bytes.count))
    } else {
      instructions.append(.literal(start: start, count: Int32(bytes.count)))
      isOpen = true
    }
  }

  mutating func append(_ instruction: Instruction) {
    instructions.append(instruction)
    isOpen = false
  }

  /// Appends an instruction that runs, skips or repeats a body, and the body.
  mutating func append(_ body: Code, under head: (_ count: Int32) -> Instruction) {
    append(head(Int32(body.instructions.count)))
    append(body)
  }

  /// Appends instructions that run in any case.
  mutating func append(_ body: Code) {
    instructions += body.instructions
    isOpen = false
  }
}
