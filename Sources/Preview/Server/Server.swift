import ArchiveModel
import NIOCore
import NIOHTTP1
import NIOPosix

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The web server: takes connections, and gives each to a `Connection`.
struct Server: Sendable {
  /// What a stranger may take of it.
  struct Limits: Sendable {
    /// A request must be whole after so long.
    var request = TimeAmount.seconds(20)
    /// More connections at a time are closed at once.
    var connections = 4096
    /// Longer heads of requests are refused.
    var headBytes = 32 << 10

    init() {}
  }

  private let channel: any Channel
  /// Who answers: known once the port is.
  private let responder: EventLoopPromise<Responder>
  /// The port that it listens on.
  let port: Int

  /// Begins to listen; connections wait until `run`.
  ///
  /// - Parameter port: 0 for any that is free.
  init(
    address: String, port: Int, limits: Limits = Limits(), on group: any EventLoopGroup
  ) async throws(EnvironmentFault) {
    Server.raiseFileLimit()
    responder = group.next().makePromise()
    do {
      channel = try await Server.bind(address, port, limits, responder.futureResult, group)
    } catch {
      responder.fail(error)
      throw await Server.fault(error, address, port, group)
    }
    self.port = channel.localAddress?.port ?? port
  }

  private static func bind(
    _ address: String, _ port: Int, _ limits: Limits, _ responder: EventLoopFuture<Responder>,
    _ group: any EventLoopGroup
  ) async throws -> any Channel {
    var decoding = NIOHTTPDecoderLimitConfiguration()
    decoding.maxHeaderListSize = limits.headBytes
    decoding.maxHeaderFieldSize = limits.headBytes
    let count = ConnectionCount(limit: limits.connections)
    return try await ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 1024)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { [decoding] channel in
        guard count.enter() else { return channel.close() }
        channel.closeFuture.whenComplete { _ in count.leave() }
        return channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          try pipeline.configureHTTPServerPipeline(
            withEncoderConfiguration: .init(), withDecoderLimitConfiguration: decoding)
          try pipeline.addHandler(ConnectionDeadline(limits.request))
          let stream = try Connection.Stream(wrappingChannelSynchronously: channel)
          // It ends with its channel, at the latest when the group of event loops does.
          Task { await Connection.serve(stream, by: responder) }
        }
      }
      .bind(host: address, port: port).get()
  }

  /// Serves until the task is cancelled.
  func run(_ responder: Responder) async throws {
    self.responder.succeed(responder)
    let channel = channel
    try await withTaskCancellationHandler {
      try await channel.closeFuture.get()
    } onCancel: {
      channel.close(promise: nil)
    }
  }

  /// As many files as the system allows: a browser's connection is one, and 1,024 is soon reached.
  private static func raiseFileLimit() {
    var limit = rlimit()
    #if canImport(Glibc)
      let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let files = RLIMIT_NOFILE
    #endif
    guard getrlimit(files, &limit) == 0 else { return }
    limit.rlim_cur = min(limit.rlim_max, 65536)
    setrlimit(files, &limit)
  }

  /// Why it cannot listen, and what to do.
  private static func fault(
    _ error: any Error, _ address: String, _ port: Int, _ group: any EventLoopGroup
  ) async -> EnvironmentFault {
    let action = "listen on \(address):\(port)"
    guard let failure = error as? IOError else {
      return EnvironmentFault(
        action, reason: "\(error)", suggestion: "name an address of this machine, such as 127.0.0.1"
      )
    }
    switch failure.errnoCode {
    case EADDRINUSE:
      let free = await freePort(after: port, address, group)
      return EnvironmentFault(
        action, reason: "another program listens there",
        suggestion: "take \(free.map { "the next free port: --port \($0)" } ?? "another --port")")
    case EACCES:
      return EnvironmentFault(
        action, reason: "ports below 1024 are not for everybody", suggestion: "take --port 1313")
    default: return EnvironmentFault(action, errno: failure.errnoCode)
    }
  }

  private static func freePort(
    after port: Int, _ address: String, _ group: any EventLoopGroup
  ) async -> Int? {
    for next in port + 1..<min(port + 100, 65536) {
      do {
        let channel = try await ServerBootstrap(group: group).bind(host: address, port: next).get()
        try await channel.close()
        return next
      } catch {
        continue
      }
    }
    return nil
  }
}
