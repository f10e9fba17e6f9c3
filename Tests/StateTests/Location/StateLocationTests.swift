import Foundation
import Secrets
import State
import Testing

@Suite("StateLocation")
struct StateLocationTests {
    @Test("the option comes before the variable, that before the folder")
    func order() throws {
        let environment = ["ERRAND_STATE": "sqlite:/b.db", "XDG_STATE_HOME": "/x", "HOME": "/home/me"]
        #expect(try StateLocation("sqlite:a.db", environment: environment) == .sqlite(path: "a.db"))
        #expect(try StateLocation(nil, environment: environment) == .sqlite(path: "/b.db"))
        #expect(
            try StateLocation(nil, environment: ["XDG_STATE_HOME": "/x", "ERRAND_STATE": ""])
                == .sqlite(path: "/x/errand/state.db"))
        #expect(
            try StateLocation(nil, environment: ["XDG_STATE_HOME": "relative", "HOME": "/home/me"])
                == .sqlite(path: "/home/me/.local/state/errand/state.db"))
        #expect(throws: StateError.self) { try StateLocation(nil, environment: ["HOME": "relative"]) }
    }

    @Test(
        "a password on the command line is refused, in the variable it is taken",
        arguments: [
            "postgres://me:hunter2@db/x", "postgresql://me:hunter2@db:5432/x",
            "postgres://db/x?user=me&password=hunter2",
            "postgres://db/x?PassWord=hunter2", "postgres://db/x?p%61ssword=hunter2", "postgres://me:hun/ter2@db/x",
            "postgres://db/x?sslpassword=hunter2",
        ])
    func passwords(_ url: String) throws {
        let error = try #require(throws: StateError.self) { try StateLocation(url, environment: [:]) }
        #expect(error.code == .invalidLocation)
        #expect(!error.message.contains("hunter2") && !error.message.contains("ter2"))
        #expect(error.message.contains("ERRAND_STATE"))
        let location = try StateLocation(nil, environment: ["ERRAND_STATE": url])
        #expect(location == .postgres(url: Secret(url)))
        #expect(!"\(location)".contains("hunter2"))
    }

    @Test(
        "a URL without a password is taken",
        arguments: [
            "postgres://me@db:5432/x", "postgres://db:5432/x?sslmode=require", "postgres:///x",
            "postgresql://me@[::1]:5432/x",
        ])
    func urls(_ url: String) throws {
        #expect(try StateLocation(url, environment: [:]) == .postgres(url: Secret(url)))
    }

    @Test(
        "anything else is refused without being shown", arguments: ["state.db", "sqlite:", "mysql://me:hunter2@db", ""])
    func others(_ text: String) throws {
        let error = try #require(throws: StateError.self) { try StateLocation(text, environment: [:]) }
        #expect(error.code == .invalidLocation)
        #expect(!error.message.contains("hunter2"))
    }

    @Test("the folder is made private, also one that was open to others")
    func folder() throws {
        let temporary = try TemporaryFolder()
        let folder = try StateFolder(environment: ["XDG_STATE_HOME": temporary("state")])
        try folder.make(folder.locks)
        #expect(try temporary.mode(of: "state/errand") == 0o700)
        #expect(try temporary.mode(of: "state/errand/locks") == 0o700)
        #expect(chmod(folder.path, 0o755) == 0)
        try folder.make()
        #expect(try temporary.mode(of: "state/errand") == 0o700)
        let location = StateLocation.sqlite(path: folder.database)
        #expect(try location.open(isMade: false, folder: folder) == nil)
        #expect(try location.open(folder: folder) != nil)
        #expect(try location.open(isMade: false, folder: folder) != nil)
    }

    @Test("a file in the folder's place is an error that names it")
    func fileInPlace() throws {
        let temporary = try TemporaryFolder()
        try temporary.write("x", to: "errand")
        let folder = StateFolder(path: temporary("errand"))
        let error = try #require(throws: StateError.self) { try folder.make(folder.locks) }
        #expect(error.message.contains(temporary("errand")))
    }
}
