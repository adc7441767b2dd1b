import CResources
import Loading

/// What a preview adds to the pages that it sends, and the files that only it has.
struct PreviewPage: Sendable {
  /// Where its own files are: no site has such an address.
  static let folder = "/-/dateline/"

  /// What only pages of this run know: who has it may ask for changes.
  let token: String

  init() {
    var source = SystemRandomNumberGenerator()
    token = (0..<4).map { _ in String(source.next(), radix: 36) }.joined()
  }

  /// A page with the script that reloads it.
  ///
  /// - Parameters:
  ///   - file: the file of the site that it is.
  ///   - isArticle: whether it is an article's page, which has a margin.
  func completed(_ page: [UInt8], file: String, isArticle: Bool = false) -> [UInt8] {
    let tag = Reply.tag(of: page)
    let script = """
      <script src="\(PreviewPage.folder)preview.js" data-token="\(token)" \
      data-tag="\(PreviewPage.attribute(tag))" data-file="\(PreviewPage.attribute(file))"\(isArticle ? " data-article" : "") \
      defer></script>
      """
    var bytes = page
    let end = PreviewPage.end(of: page) ?? page.count
    bytes.insert(contentsOf: Array(script.utf8), at: end)
    return bytes
  }

  /// Where `</body>` begins; the last one, since an article may show one as text only escaped.
  private static func end(of page: [UInt8]) -> Int? {
    let tag = Array("</body>".utf8)
    var start = page.count - tag.count
    while start >= 0 {
      if page[start] == tag[0], page[start..<start + tag.count].elementsEqual(tag) { return start }
      start -= 1
    }
    return nil
  }

  /// A text in an attribute with double quotes.
  private static func attribute(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "\"": escaped += "&quot;"
      case "<": escaped += "&lt;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// The page that is shown until the archive has been read.
  func waiting(file: String) -> [UInt8] {
    let page = """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <noscript><meta http-equiv="refresh" content="1"></noscript>
      <title>Reading the archive – Dateline</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="\(PreviewPage.folder)preview.css">
      </head>
      <body class="dateline-waiting">
      <main>
      <h1>Reading the archive</h1>
      <progress id="dateline-progress" aria-label="Articles read"></progress>
      <p id="dateline-stage" role="status">The page comes by itself.</p>
      </main>
      </body>
      </html>

      """
    return completed(Array(page.utf8), file: file)
  }

  /// A page where there is none to show, with what is wrong in words.
  func failed(_ reason: String, file: String) -> [UInt8] {
    let page = """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><title>This page cannot be shown – Dateline</title>
      <link rel="stylesheet" href="\(PreviewPage.folder)preview.css"></head>
      <body class="dateline-waiting"><main><h1>This page cannot be shown</h1>
      <p>\(PreviewPage.attribute(reason))</p></main></body>
      </html>

      """
    return completed(Array(page.utf8), file: file)
  }

  /// One of its own files; nil where there is none of that name.
  static func ownFile(_ name: Substring) -> (type: String, bytes: [UInt8])? {
    switch name {
    case "preview.js": ("text/javascript; charset=utf-8", bytes(of: dateline_preview_script))
    case "preview.css": ("text/css; charset=utf-8", bytes(of: dateline_preview_style))
    default: nil
    }
  }

  private static func bytes(of resource: dateline_resource) -> [UInt8] {
    [UInt8](UnsafeBufferPointer(start: resource.bytes, count: resource.count))
  }
}
