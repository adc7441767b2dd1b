import CResources
import Foundation
import Testing

@Suite struct `The bundled theme` {
  @Test func `Each of its files is part of the program, as it stands`() throws {
    var embedded: [String: [UInt8]] = [:]
    let table = UnsafeBufferPointer(start: dateline_theme_files(), count: dateline_theme_count)
    for file in table {
      let path = "Themes/broadsheet/" + String(cString: file.path)
      embedded[path] = Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
    }
    // The picture for README is the theme's, and no part of a site.
    let files = Repository.files(below: "Themes/broadsheet").filter { !$0.hasSuffix("preview.png") }

    #expect(embedded.keys.sorted() == files)
    for file in files {
      let bytes = try Array(Data(contentsOf: Repository.root.appending(path: file)))
      #expect(embedded[file] == bytes, "\(file) changed since the program was compiled")
    }
  }
}
