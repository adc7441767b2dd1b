import Markup

extension ReadingText {
  /// How many words it has, apart by white space; O(bytes).
  var wordCount: Int {
    var count = 0
    var isInWord = false
    for byte in bytes {
      let isBlank = byte == 0x20 || byte == 0x0A
      if isInWord, isBlank { count += 1 }
      isInWord = !isBlank
    }
    return count + (isInWord ? 1 : 0)
  }
}
