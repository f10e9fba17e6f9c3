import Database
import Secrets
import Testing

/// Wrong URLs, which need no server; on port 1 of loopback nobody answers.
@Suite struct PostgresURLTests {
    private func message(_ url: String) -> String {
        let error = #expect(throws: DatabaseError.self) { try PostgresConnection(url: Secret(url)) }
        #expect(error?.code == .cannotOpen)
        #expect(error?.message.contains("\n") == false)
        return error?.message ?? ""
    }

    @Test(arguments: [
        "", "mysql://u:hunter2@127.0.0.1/d", "host=127.0.0.1 port=1 password=hunter2", "postgres://u:hunter2@[::1/d",
        "postgres://u:hunter2@127.0.0.1:1/d?nonsense=hunter2", "postgres://u:hunter2@127.0.0.1:1/d?sslmode",
        "postgres://u:hunter2/x@127.0.0.1:1/d", "postgres://u:x@hunter2@127.0.0.1:1/d", "postgres://u:%zz@hunter2",
        "postgres://127.0.0.1:hunter2/d", "postgres://u:1/hunter2@127.0.0.1:1/d", "postgres://u:hunter2@127.0.0.1\0/d",
    ])
    func `A URL that cannot be read is an error without any of it`(url: String) {
        let message = message(url)
        #expect(message.contains("postgres://USER:PASSWORD@HOST:PORT/DATABASE"))
        #expect(!message.contains("hunter2"))
    }

    @Test(arguments: [
        "postgres://u:hunter2@127.0.0.1:1/hunter2", "postgres://hunter2:hunter2@127.0.0.1:1/d",
        "postgres://u@127.0.0.1:1/d?password=hunter2&application_name=hunter2",
        "postgresql://u:hunter%32@127.0.0.1:1,127.0.0.1:1/d",
    ])
    func `Without a server it says where it looked, without the password`(url: String) {
        let message = message(url)
        #expect(message.contains("127.0.0.1"))
        #expect(message.contains("refused"))
        #expect(!message.contains("hunter2"))
        #expect(!message.contains("hunter%32"))
    }

    @Test func `What must not be shown is the URL and its password, as written and decoded`() {
        let url = Secret("postgres://u:p%40ss@127.0.0.1:1/d?sslpassword=key")
        #expect(PostgresConnection.secrets(of: url) == [url, Secret("p%40ss"), Secret("p@ss"), Secret("key")])
        let open = Secret("postgres://localhost:5432/d")
        #expect(PostgresConnection.secrets(of: open) == [open])
        #expect(PostgresConnection.secrets(of: Secret("nonsense")) == [Secret("nonsense")])
    }

    @Test(.needsPostgres) func `A wrong password is refused, and not shown`() throws {
        let server = try PostgresServer.shared()
        let message = message(server.url(password: "hunter2"))
        #expect(message.contains("authentication failed"))
        #expect(!message.contains("hunter2"))
    }

    @Test(.needsPostgres) func `A password that the server repeats is masked`() throws {
        let server = try PostgresServer.shared()
        let written = server.url.split(separator: ":")[2].prefix { $0 != "@" }
        let message = message(server.url.replacing("/\(server.database)", with: "/\(written)"))
        #expect(message.contains("database \"***\" does not exist"))
        #expect(!message.contains(server.password))
    }

    @Test(.needsPostgres) func `A database that there is not is an error that names it`() throws {
        let server = try PostgresServer.shared()
        let message = message(server.url.replacing("/\(server.database)", with: "/nowhere"))
        #expect(message.contains("nowhere"))
        #expect(!message.contains(server.password))
    }
}
