import ArgumentParser
import Glibc

/// A small OAuth and REST server on loopback, for the quickstart, the examples and the tests.
///
/// Its data is deterministic: the same request has the same answer on every machine. Three listeners share one state:
/// the main one, a second origin for redirects and links that lead elsewhere, and a raw one whose answers no
/// well-mannered HTTP server would send. `GET /stats` names the origins of all three.
///
/// **Tokens** (``TokenRoutes``)
/// - `POST /oauth/token`: client credentials; the clients and their rules are in ``OAuthClient/all``. The query
///   chooses the answer's shape: `expires_in`, `format`, `granted`, `shape`, `token_type`, `error`, `fail`, `key`.
/// - `POST /login`, `GET /session/profile`: an API whose login answers with a key.
///
/// **Resources**, which want `Authorization: Bearer TOKEN` (``ItemRoutes``)
/// - `GET /items`: `style` (`cursor`, `page`, `offset`, `link`, `next`, `keyset`), `limit` (100), `total` (1000),
///   and the place: `cursor`, `page`, `offset`, `after_id`. With `revoke_every=K` each K-th request revokes the token.
/// - `POST /items/search`: the same by a JSON body, the cursor in the body.
/// - `POST /items`, `GET`, `PUT`, `PATCH`, `DELETE /items/{id}`, `GET /customers/{id}`, `GET /downloads/{name}`.
/// - `POST /graphql`, `/echo`, `/echo/{rest}` (``EchoRoutes``).
///
/// **Faults** (``FaultRoutes``, ``PagingFaultRoutes``, ``BodyFaultRoutes``), without a token: `/faults/...`.
///
/// **Watching** (``StatsRoutes``), without a token: `GET /stats`, `POST /admin/revoke`, `POST /admin/reset`.
@main
struct DemoAPI: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "DemoAPI",
        abstract: "A small OAuth and REST server on 127.0.0.1, to try errand out on.")

    @Option(help: "The port to listen on; 0 takes a free one.")
    var port = 0

    @Option(help: "A file that receives the port once connections are accepted.")
    var portFile: String?

    @Flag(help: "End when the process that started this one has ended.")
    var exitWithParent = false

    func run() async throws {
        endOnSignals()
        if exitWithParent {
            watchParent()
        }
        do {
            try await DemoServer(port: port, portFile: portFile).run()
        } catch {
            writeError("DemoAPI: cannot serve on 127.0.0.1:\(port): \(error)\n")
            throw ExitCode.failure
        }
    }
}
