import ArchiveModel
import Foundation
import NIOCore
import NIOPosix
import Testing

@testable import Preview

@Suite struct `The server` {
  /// Runs a server with short limits, of which only the preview's own files can be asked.
  private func serving(
    _ limits: Server.Limits, _ ask: @escaping @Sendable (Int) async throws -> Void
  ) async throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let server = try await Server(address: "127.0.0.1", port: 0, limits: limits, on: group)
    let responder = Responder(
      shown: CurrentSite(), pages: OpenPages(), search: SearchShelf(), page: PreviewPage(),
      guardian: RequestGuard(address: "127.0.0.1", port: server.port), canWrite: false)
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await server.run(responder) }
      try await ask(server.port)
      tasks.cancelAll()
      do { try await tasks.next() } catch is CancellationError {}
    }
    try await group.shutdownGracefully()
  }

  /// What a server answers to bytes that come with pauses, until it closes.
  private static func answer(_ port: Int, _ pieces: [String], pause: Duration) async throws
    -> String
  {
    try await conversation(port, pieces, pause: pause).answer
  }

  /// The same, and how many of the pieces could be sent before it closed.
  private static func conversation(
    _ port: Int, _ pieces: [String], pause: Duration
  ) async throws -> (answer: String, sent: Int) {
    let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .connect(host: "127.0.0.1", port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    return try await channel.executeThenClose { inbound, outbound in
      var sent = 0
      for piece in pieces {
        do { try await outbound.write(ByteBuffer(string: piece)) } catch { break }
        sent += 1
        try await Task.sleep(for: pause)
      }
      var answer = ""
      do {
        for try await part in inbound { answer += String(buffer: part) }
      } catch {
        // Closed at its end.
      }
      return (answer, sent)
    }
  }

  @Test func `A request that comes byte by byte is cut off in time`() async throws {
    var limits = Server.Limits()
    limits.request = .milliseconds(300)
    try await serving(limits) { port in
      let slow = ["GET /"] + Array(repeating: "a", count: 5000)
      let conversation = try await Self.conversation(port, slow, pause: .milliseconds(20))
      #expect(conversation.answer == "")
      #expect(conversation.sent < slow.count)
    }
  }

  @Test func `A body that never ends is cut off as well`() async throws {
    var limits = Server.Limits()
    limits.request = .milliseconds(300)
    try await serving(limits) { port in
      let head =
        "POST /-/dateline/fix HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Length: 1000\r\n\r\n"
      let answer = try await Self.answer(port, [head, "{"], pause: .milliseconds(50))
      #expect(answer == "")
    }
  }

  @Test func `A connection that asks nothing more is closed, after its answers`() async throws {
    var limits = Server.Limits()
    // Long enough for two requests on a machine that has much else to do.
    limits.request = .seconds(30)
    try await serving(limits) { port in
      let request =
        "GET /-/dateline/preview.css HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n"
      let answer = try await Self.answer(port, [request, request], pause: .milliseconds(50))
      #expect(answer.components(separatedBy: "HTTP/1.1 200 OK").count == 3)
    }
  }

  @Test func `Several requests in one packet are answered in their order`() async throws {
    var limits = Server.Limits()
    // On a machine that has much else to do an answer waits.
    limits.request = .seconds(300)
    try await serving(limits) { port in
      let host = "Host: 127.0.0.1:\(port)\r\n"
      let requests =
        "GET /-/dateline/preview.css HTTP/1.1\r\n\(host)\r\nGET /-/dateline/none HTTP/1.1\r\n"
        + "\(host)Connection: close\r\n\r\n"
      let answer = try await Self.answer(port, [requests], pause: .zero)
      let found = try #require(answer.range(of: "HTTP/1.1 200 OK"))
      let missing = try #require(answer.range(of: "HTTP/1.1 404 Not Found"))
      #expect(found.lowerBound < missing.lowerBound)
    }
  }

  @Test func `More connections than there may be are closed at once`() async throws {
    var limits = Server.Limits()
    limits.connections = 0
    try await serving(limits) { port in
      let request = "GET /-/dateline/preview.css HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n"
      let answer = try await Self.answer(port, [request], pause: .zero)
      #expect(answer == "")
    }
  }

  @Test func `Until the archive is read there is a page that says so`() async throws {
    var limits = Server.Limits()
    // On a machine that has much else to do an answer waits.
    limits.request = .seconds(300)
    try await serving(limits) { port in
      let request =
        "GET /any/page/ HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n"
      let answer = try await Self.answer(port, [request], pause: .zero)
      #expect(answer.hasPrefix("HTTP/1.1 503 "))
      #expect(answer.contains("Reading the archive"))
      #expect(answer.contains("data-file=\"-\""))
    }
  }

  @Test func `A port that is taken is told with the next one that is free`() async throws {
    try await serving(Server.Limits()) { port in
      let group = MultiThreadedEventLoopGroup.singleton
      let fault = await #expect(throws: EnvironmentFault.self) {
        _ = try await Server(address: "127.0.0.1", port: port, on: group)
      }
      #expect(fault?.reason == "another program listens there")
      #expect(fault?.suggestion?.contains("--port ") == true)
    }
  }
}
