import NIOCore
import NIOHTTP1

/// One browser's connection: request, answer, the next request.
enum Connection {
  typealias Stream = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>

  /// A longer body is refused.
  static let maximumBodyBytes = 64 << 10

  /// Serves until either side has enough.
  ///
  /// What goes wrong ends this connection alone.
  static func serve(_ stream: Stream, by responder: EventLoopFuture<Responder>) async {
    do {
      try await stream.executeThenClose { inbound, outbound in
        let responder = try await responder.get()
        var parts = inbound.makeAsyncIterator()
        while case .head(let head)? = try await parts.next() {
          var body: [UInt8] = []
          var isTooLong = false
          while let part = try await parts.next() {
            guard case .body(let bytes) = part else { break }
            isTooLong = isTooLong || body.count + bytes.readableBytes > Connection.maximumBodyBytes
            if !isTooLong { body += bytes.readableBytesView }
          }
          var reply = await answer(head, body, isTooLong: isTooLong, by: responder)
          let isLast = !head.isKeepAlive || isTooLong
          if isLast { reply.headers.replaceOrAdd(name: "connection", value: "close") }
          try await send(reply, to: head, outbound, stream.channel, responder.pages)
          if isLast { return }
        }
      }
    } catch {
      // It is gone, or sends what is no HTTP: the pipeline has answered that.
    }
  }

  private static func answer(
    _ head: HTTPRequestHead, _ body: [UInt8], isTooLong: Bool, by responder: Responder
  ) async -> Reply {
    guard !isTooLong else { return Reply(.payloadTooLarge, "no request is as long as this") }
    guard var request = Request(head) else {
      return Reply(.badRequest, "a request names a path of this server, such as /2017/")
    }
    request.body = body
    return await responder.answer(request)
  }

  private static func send(
    _ reply: Reply, to head: HTTPRequestHead,
    _ outbound: NIOAsyncChannelOutboundWriter<HTTPServerResponsePart>, _ channel: any Channel,
    _ pages: OpenPages
  ) async throws {
    var headers = reply.headers
    switch reply.body {
    case .bytes(let bytes) where reply.status != .notModified:
      headers.replaceOrAdd(name: "content-length", value: "\(bytes.count)")
    case .file(_, let range): headers.replaceOrAdd(name: "content-length", value: "\(range.count)")
    case .bytes, .events: break
    }
    let start = HTTPResponseHead(version: .http1_1, status: reply.status, headers: headers)
    let hasBody = head.method != .HEAD && reply.status != .notModified
    switch reply.body {
    case .bytes(let bytes):
      var parts: [HTTPServerResponsePart] = [.head(start)]
      if hasBody, !bytes.isEmpty { parts.append(.body(.byteBuffer(ByteBuffer(bytes: bytes)))) }
      parts.append(.end(nil))
      try await outbound.write(contentsOf: parts)
    case .file(let path, let range):
      try await outbound.write(.head(start))
      if hasBody {
        let isWhole = try await DiskFile.read(path, range) { piece in
          try await outbound.write(.body(.byteBuffer(ByteBuffer(bytes: piece))))
        }
        // Fewer bytes than were announced: only an end of the connection says so.
        guard isWhole else { throw ChannelError.inputClosed }
      }
      try await outbound.write(.end(nil))
    case .events(let events):
      defer { if let number = reply.openPage { pages.close(number) } }
      channel.closeFuture.whenComplete { _ in
        if let number = reply.openPage { pages.close(number) }
      }
      try await outbound.write(.head(start))
      try await outbound.write(Connection.body("retry: 300\n\n"))
      for await event in events { try await outbound.write(Connection.body(event)) }
      try await outbound.write(.end(nil))
    }
  }

  private static func body(_ text: String) -> HTTPServerResponsePart {
    .body(.byteBuffer(ByteBuffer(string: text)))
  }
}
