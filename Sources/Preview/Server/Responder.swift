import ArchiveModel
import Loading
import NIOHTTP1
import Publishing

/// Answers requests: with files of the site, as a web server of plain files would, and with what
/// the preview itself has.
struct Responder: Sendable {
  let shown: CurrentSite
  let pages: OpenPages
  let search: SearchShelf
  let page: PreviewPage
  let guardian: RequestGuard
  /// Whether names may be corrected from pages: not where others reach the server.
  let canWrite: Bool

  /// The answer; for HEAD too it has a body, which is not sent.
  func answer(_ request: Request) async -> Reply {
    switch guardian.refusal(request.headers) {
    case nil: break
    case .stranger:
      return Reply(
        .misdirectedRequest,
        "this preview is at http://\(guardian.shownAddress)/ and answers to no other name")
    case .otherOrigin: return Reply(.forbidden, "a page of another site asks")
    }
    if request.path.hasPrefix(PreviewPage.folder) { return own(request) }
    guard request.method == .GET || request.method == .HEAD else {
      return Reply(.methodNotAllowed, "only GET and HEAD", [("allow", "GET, HEAD")])
    }
    return await siteFile(request)
  }

  // MARK: The site

  private func siteFile(_ request: Request) async -> Reply {
    let state = shown.now
    guard let site = state.site else {
      return Reply(
        .serviceUnavailable, type: Responder.html, with: [("retry-after", "1")],
        body: .bytes(page.waiting(file: Responder.waitingFile)))
    }
    let root = site.root
    guard request.path.hasPrefix(root) else {
      let isAbove = root.hasPrefix(request.path.hasSuffix("/") ? request.path : request.path + "/")
      return isAbove ? .elsewhere(location("", of: site, request)) : missing(request, in: site)
    }
    let path = String(request.path.dropFirst(root.count))
    do {
      switch site.find(path) {
      case .file(let file): return try self.file(file, of: site, request)
      case .elsewhere(let path): return .elsewhere(location(path, of: site, request))
      case .missing:
        guard path.hasPrefix("search/"),
          let bytes = try await search.file(path, of: site, generation: state.generation)
        else { return missing(request, in: site) }
        return whole(bytes, type: LiveSite.mediaType(of: path), request)
      }
    } catch {
      return Reply(
        .internalServerError, type: Responder.html,
        body: .bytes(page.failed("\(error)", file: path)))
    }
  }

  private func file(
    _ path: String, of site: LiveSite, _ request: Request
  ) throws(EnvironmentFault) -> Reply {
    guard let file = try site.file(path) else { return missing(request, in: site) }
    switch file.content {
    case .copy(let original):
      guard let copy = DiskFile(original) else {
        throw EnvironmentFault("read \(original)", reason: "it is gone")
      }
      return .file(type: file.type, tag: copy.tag, count: copy.count, for: request) {
        .file(path: original, $0)
      }
    case .bytes(let bytes) where file.type == Responder.html:
      let isArticle = site.articleFile(ofPage: path) != nil
      return whole(
        page.completed(bytes, file: path, isArticle: isArticle), type: file.type, request)
    case .bytes(let bytes): return whole(bytes, type: file.type, request)
    }
  }

  private func whole(_ bytes: [UInt8], type: String, _ request: Request) -> Reply {
    .file(type: type, tag: Reply.tag(of: bytes), count: bytes.count, for: request) { range in
      .bytes(range.count == bytes.count ? bytes : Array(bytes[range]))
    }
  }

  private func missing(_ request: Request, in site: LiveSite) -> Reply {
    let path = Responder.file(of: request.path, in: site)
    do throws(EnvironmentFault) {
      let bytes = page.completed(try site.notFound(), file: path)
      return Reply(.notFound, type: Responder.html, body: .bytes(bytes))
    } catch {
      return Reply(.notFound, "there is no \(path)")
    }
  }

  /// Where a path is, with the query that was asked with.
  private func location(_ path: String, of site: LiveSite, _ request: Request) -> String {
    let address = site.location(path)
    return request.query.isEmpty ? address : "\(address)?\(request.query)"
  }

  /// The file that a page at a path is, or would be.
  private static func file(of path: String, in site: LiveSite) -> String {
    let path = path.hasPrefix(site.root) ? String(path.dropFirst(site.root.count)) : path
    return path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
  }

  static let html = "text/html; charset=utf-8"
  /// The file of the page that is shown until there is a site.
  static let waitingFile = "-"

  // MARK: The preview itself

  private func own(_ request: Request) -> Reply {
    let name = request.path.dropFirst(PreviewPage.folder.count)
    switch (request.method, name) {
    case (.GET, "events"): return events(request)
    case (.GET, "margin"): return margin(request)
    case (.GET, "names"):
      guard let site = shown.now.site else { return Reply(.serviceUnavailable, "not yet") }
      return Reply(json: site.entities(named: request.field("q") ?? ""))
    case (.POST, "fix"): return fix(request)
    case (.GET, _), (.HEAD, _):
      guard let (type, bytes) = PreviewPage.ownFile(name) else {
        return Reply(.notFound, "the preview has no \(name)")
      }
      return whole(bytes, type: type, request)
    default: return Reply(.methodNotAllowed, "not so", [("allow", "GET, HEAD, POST")])
    }
  }

  /// What a page is told from now on; at once, if it is not what is shown any more.
  private func events(_ request: Request) -> Reply {
    let open = OpenPages.Page(
      file: request.field("file") ?? "", tag: request.field("tag") ?? "")
    let (number, events) = pages.open(open)
    let state = shown.now
    if request.field("token") != page.token {
      pages.send(.reload, to: number)
    } else if let site = state.site {
      if PageComparison.isStale(open, in: site) { pages.send(.reload, to: number) }
      pages.send(.problems(PageComparison.problems(state, site.archive, for: open)), to: number)
    }
    var reply = Reply(.ok, type: "text/event-stream", body: .events(events))
    reply.headers.replaceOrAdd(name: "cache-control", value: "no-store")
    reply.openPage = number
    return reply
  }

  private func margin(_ request: Request) -> Reply {
    guard let site = shown.now.site else { return Reply(.serviceUnavailable, "not yet") }
    do throws(EnvironmentFault) {
      guard let margin = try site.margin(ofPage: request.field("file") ?? "", canWrite: canWrite)
      else { return Reply(.notFound, "this is no article's page") }
      return Reply(json: margin)
    } catch {
      return Reply(.internalServerError, "\(error)")
    }
  }

  /// Changes records or an article, as the desk does; only for a page that this run has sent.
  private func fix(_ request: Request) -> Reply {
    guard canWrite else {
      return Reply(.forbidden, "names are corrected only where nobody else reaches the preview")
    }
    guard !request.headers[canonicalForm: "origin"].isEmpty,
      let token = request.headers.first(name: "dateline-token"), isToken(token)
    else { return Reply(.forbidden, "this page is not of this run: load it again") }
    let type = request.headers.first(name: "content-type") ?? ""
    guard type.hasPrefix("application/json") else {
      return Reply(.unsupportedMediaType, "a fix is JSON")
    }
    guard let fix = LiveFix(request.body) else {
      return Reply(.badRequest, "this is no fix that the desk knows")
    }
    guard let site = shown.now.site else { return Reply(.serviceUnavailable, "not yet") }
    do throws(DeskProblem) {
      let fixed = try site.apply(fix)
      var json = JSONText()
      json.object { json in
        json.member("title", fixed.title)
        json.key("files")
        json.array { json in for file in fixed.files { json.value(file) } }
      }
      return Reply(json: json.bytes)
    } catch {
      return Reply(.conflict, error.rendered(in: site.archive))
    }
  }

  /// Compares in the same time whatever is wrong.
  private func isToken(_ text: String) -> Bool {
    let (given, own) = (Array(text.utf8), Array(page.token.utf8))
    guard given.count == own.count else { return false }
    return zip(given, own).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

extension RequestGuard {
  /// The address as it stands in a URL: `127.0.0.1:1313`, `[::1]:1313`.
  var shownAddress: String { (address.contains(":") ? "[\(address)]" : address) + ":\(port)" }
}
