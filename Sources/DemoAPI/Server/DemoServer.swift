import Glibc
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Synchronization

/// The three listeners, started one after the other so that the line on stdout is the last thing to happen.
struct DemoServer {
    let port: Int
    let portFile: String?

    private let world: World

    init(port: Int, portFile: String?, clients: [OAuthClient]) {
        self.port = port
        self.portFile = portFile
        world = World(clients: clients)
    }

    /// Serves until the process ends.
    func run() async throws {
        let raw = try RawListener()
        let world = world
        world.stats.withLock { $0.rawOrigin = "http://127.0.0.1:\(raw.port)" }
        raw.start()

        let (running, started) = AsyncStream<Int>.makeStream()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await application(port: 0, isOther: true) { started.yield($0) }.run()
            }
            for await port in running {
                world.stats.withLock { $0.otherOrigin = "http://127.0.0.1:\(port)" }
                break
            }
            group.addTask {
                try await application(port: port, isOther: false) { announce(port: $0) }.run()
            }
            try await group.next()
            group.cancelAll()
        }
    }

    private func announce(port: Int) {
        world.stats.withLock { $0.mainOrigin = "http://127.0.0.1:\(port)" }
        if let portFile {
            let descriptor = open(portFile, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
            writeAll(Array("\(port)\n".utf8), to: descriptor)
            close(descriptor)
        }
        writeAll(Array("listening on http://127.0.0.1:\(port)\n".utf8), to: STDOUT_FILENO)
    }

    private func application(
        port: Int, isOther: Bool, whenRunning: @escaping @Sendable (Int) -> Void
    ) -> some ApplicationProtocol {
        let world = world
        let router = Router(context: BasicRequestContext.self)
        router.add(middleware: CountingMiddleware(world: world, isOther: isOther))
        StatsRoutes(world: world).add(to: router)
        AdminRoutes(world: world).add(to: router)
        TokenRoutes(world: world).add(to: router)
        TokenUseRoutes(world: world).add(to: router)
        DiscoveryRoutes(world: world).add(to: router)
        ProviderRoutes(world: world).add(to: router)
        LoginRoutes(world: world).add(to: router)
        ItemRoutes(world: world).add(to: router)
        RecordRoutes(world: world).add(to: router)
        EchoRoutes(world: world).add(to: router)
        SyncRoutes(world: world).add(to: router)
        FaultRoutes(world: world).add(to: router)
        PagingFaultRoutes(world: world).add(to: router)
        BodyFaultRoutes(world: world).add(to: router)

        var logger = Logger(label: "DemoAPI")
        logger.logLevel = .critical
        return Application(
            router: router,
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: world.connectionOpened(),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 1 << 20, maxHeaderListSize: 1 << 20, maxHeaderFieldCount: 10_000))),
            configuration: .init(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { whenRunning($0.localAddress?.port ?? 0) },
            logger: logger)
    }
}

extension World {
    /// Counts a connection.
    ///
    /// The server asks for a new connection's handlers here, of which there are none while the clock is right.
    fileprivate func connectionOpened() -> [any RemovableChannelHandler] {
        stats.withLock { $0.connections += 1 }
        return clock.error == 0 ? [] : [WrongDateHandler(clock: clock)]
    }
}
