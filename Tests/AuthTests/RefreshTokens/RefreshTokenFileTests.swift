import Diagnostics
import Foundation
import HTTP
import JobFile
import Secrets
import Testing

@testable import Auth

@Suite("A refresh token in a file")
struct RefreshTokenFileTests {
    @Test("the new one is there before the access token is used, with the file's permissions and its line end")
    func rotation() async throws {
        for (content, expected) in [("old\n", "new\n"), ("old", "new"), (" old \r\n", "new\n")] {
            let fixture = try RefreshTokenFixture(content)
            chmod(fixture.path, 0o640)
            let outcome = await fixture.store().spend(in: Spendings()) { token in
                #expect(token == Secret("old"))
                return fixture.answer("token", refresh: "new")
            }
            #expect(said(outcome) == "token")
            #expect(fixture.text == expected)
            #expect(CacheFixture.mode(fixture.path) == 0o640)
            #expect(fixture.names == ["refresh-token", "refresh-token.lock"])
        }
    }

    @Test("without a new one the old one stays", arguments: [nil, "", "old"])
    func noRotation(refresh: String?) async throws {
        let fixture = try RefreshTokenFixture()
        #expect(
            said(await fixture.store().spend(in: Spendings()) { _ in fixture.answer("token", refresh: refresh) })
                == "token")
        #expect(fixture.text == "old\n")
    }

    @Test("the file is read anew each time")
    func readAnew() async throws {
        let fixture = try RefreshTokenFixture()
        let store = fixture.store()
        try fixture.write("other")
        #expect(try store.current() == Secret("other"))
    }

    @Test("the owner stays when root writes it")
    func owner() async throws {
        // Only root can give files away; to others the test is passed.
        guard geteuid() == 0 else { return }
        let fixture = try RefreshTokenFixture()
        chown(fixture.path, 12345, 23456)
        _ = await fixture.store().spend(in: Spendings()) { _ in fixture.answer("token", refresh: "new") }
        var status = stat()
        #expect(lstat(fixture.path, &status) == 0)
        #expect(status.st_uid == 12345 && status.st_gid == 23456)
        #expect(fixture.text == "new\n")
    }

    @Test("symbolic links are followed, and stay")
    func link() async throws {
        let fixture = try RefreshTokenFixture()
        let link = fixture.cache.base + "/link"
        symlink("refresh-token", link)
        #expect(
            said(await fixture.store(link).spend(in: Spendings()) { _ in fixture.answer("token", refresh: "new") })
                == "token")
        #expect(fixture.text == "new\n")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "refresh-token")
        #expect(fixture.names == ["link", "refresh-token", "refresh-token.lock"])
    }

    @Test("what holds no refresh token is said, and nothing is sent", arguments: ["", "\n", "a\nb", "\u{0}", "big"])
    func unreadable(content: String) async throws {
        let text = content == "big" ? String(repeating: "x", count: 65537) : content
        let fixture = try RefreshTokenFixture(text)
        if content == "\u{0}" { try Data([0xFF, 0xFE]).write(to: URL(fileURLWithPath: fixture.path)) }
        let asked = Asked()
        let outcome = await fixture.store().spend(in: Spendings()) { _ in
            _ = asked.next()
            return fixture.answer("token", refresh: nil)
        }
        #expect(said(outcome).hasPrefix("there is no refresh token in \(fixture.path): "))
        #expect(asked.count == 0)
    }

    @Test("a file that is not there")
    func missing() async throws {
        let fixture = try RefreshTokenFixture()
        unlink(fixture.path)
        let outcome = await fixture.store().spend(in: Spendings()) { _ in fixture.answer("token", refresh: nil) }
        #expect(said(outcome) == "there is no refresh token in \(fixture.path): it does not exist")
    }

    @Test("a file that cannot be replaced is said before the old token is spent")
    func notWritable() async throws {
        let fixture = try RefreshTokenFixture()
        // Nobody can put a temporary file there, not even root.
        let outcome = await RefreshTokenFileTests.fixed("/proc/self/comm", fixture)
        #expect(said(outcome.0).hasPrefix("a new refresh token could not be written to /proc/self/comm: "))
        #expect(outcome.1 == 0)
        guard case .failure(let failure) = outcome.0 else { return }
        #expect(failure.diagnostic.code == .refreshTokenNotKept)
        #expect(failure.diagnostic.notes[0].hasPrefix("nothing was sent"))
    }

    private static func fixed(_ path: String, _ fixture: RefreshTokenFixture) async -> (TokenSource.Outcome, Int) {
        let asked = Asked()
        let outcome = await fixture.store(path).spend(in: Spendings()) { _ in
            _ = asked.next()
            return fixture.answer("token", refresh: "new")
        }
        return (outcome, asked.count)
    }

    @Test("a new one that cannot be written is put where it is not lost")
    func rescued() async throws {
        let fixture = try RefreshTokenFixture()
        let outcome = await fixture.store().spend(in: Spendings()) { _ in
            // Its place is taken while the server is asked.
            unlink(fixture.path)
            mkdir(fixture.path, 0o700)
            return fixture.answer("token", refresh: "n3w-t0ken")
        }
        #expect(said(outcome) == "the new refresh token could not be written to \(fixture.path): it is a folder")
        guard case .failure(let failure) = outcome else { return }
        let rescued = fixture.cache.path(".refresh-token")
        #expect(
            failure.diagnostic.notes == [
                "the new one is in \(rescued), which only you can read: move it to its place"
            ])
        #expect(try String(contentsOfFile: rescued, encoding: .utf8) == "n3w-t0ken\n")
        #expect(CacheFixture.mode(rescued) == 0o600)
        #expect(fixture.cache.redactor.redact("n3w-t0ken") == "***")
    }

    @Test("a new one that would not be read back does not take the place of the old one")
    func unfit() async throws {
        let fixture = try RefreshTokenFixture()
        let outcome = await fixture.store().spend(in: Spendings()) { _ in fixture.answer("token", refresh: #"a\nb"#) }
        #expect(
            said(outcome)
                == "the new refresh token could not be written to \(fixture.path): it has a blank or a line break in it"
        )
        #expect(fixture.text == "old\n")
        #expect(try String(contentsOfFile: fixture.cache.path(".refresh-token"), encoding: .utf8) == "a\nb\n")
    }

    @Test("a refused token that another program replaced meanwhile: the new one is tried, once")
    func replacedMeanwhile() async throws {
        let fixture = try RefreshTokenFixture()
        let spent = Noted()
        let outcome = await fixture.store().spend(in: Spendings()) { token in
            spent.note(token.reveal())
            if token == Secret("old") {
                try? fixture.write("other\n")
                return .failure(fixture.cache.refusal("invalid_grant"))
            }
            return fixture.answer("token", refresh: "new")
        }
        #expect(said(outcome) == "token")
        #expect(spent.all == ["old", "other"])
        #expect(fixture.text == "new\n")
    }

    @Test("a refused token that is still there is not tried again, nor one after a failure that may pass")
    func refused() async throws {
        for isLasting in [true, false] {
            let fixture = try RefreshTokenFixture()
            let asked = Asked()
            let outcome = await fixture.store().spend(in: Spendings()) { _ in
                if asked.next() == 1, !isLasting { try? fixture.write("other\n") }
                return .failure(fixture.cache.refusal("invalid_grant", isLasting: isLasting))
            }
            #expect(named(outcome) == "refused")
            #expect(asked.count == 1)
        }
    }

    @Test("processes spend it one after the other, each the one that the last one got")
    func exclusive() async throws {
        let fixture = try RefreshTokenFixture("0", cache: CacheFixture(clock: SystemClock()))
        let spent = Noted()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                let store = fixture.store()
                group.addTask {
                    _ = await store.spend(in: Spendings()) { token in
                        spent.note(token.reveal())
                        for _ in 0..<20 { await Task.yield() }
                        return fixture.answer("token", refresh: "\((Int(token.reveal()) ?? -100) + 1)")
                    }
                }
            }
        }
        #expect(spent.all == (0..<20).map(String.init))
        #expect(fixture.text == "20")
    }

    @Test("a run that waits for another process to end spends nothing, and need not wait to end itself")
    func interrupted() async throws {
        let fixture = try RefreshTokenFixture(cache: CacheFixture(clock: SystemClock()))
        let folder = try OpenFile.open(fixture.cache.base, O_RDONLY | O_DIRECTORY)
        let lock = try #require(try FileLock.take("refresh-token.lock", in: folder))
        let (spendings, store) = (Spendings(), fixture.store())
        let caller = Task {
            await store.spend(in: spendings) { _ in fixture.answer("token", refresh: "new") }
        }
        for _ in 0..<100 { await Task.yield() }
        #expect(spendings.isEmpty)
        caller.cancel()
        guard case .failure(let failure) = await caller.value else {
            Issue.record("it was spent")
            return
        }
        #expect(failure.kind == .cancelled)
        #expect(fixture.text == "old\n")
        lock.end()
    }

    @Test("one that another process keeps hold of is not spent")
    func busy() async throws {
        let fixture = try RefreshTokenFixture()
        let folder = try OpenFile.open(fixture.cache.base, O_RDONLY | O_DIRECTORY)
        let lock = try #require(try FileLock.take("refresh-token.lock", in: folder))
        let (outcome, count) = await RefreshTokenFileTests.fixed(fixture.path, fixture)
        #expect(said(outcome) == "another process keeps hold of \(fixture.path)")
        #expect(named(outcome) == "waitTooLong")
        #expect(count == 0)
        lock.end()
    }
}
