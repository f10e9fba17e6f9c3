import Foundation
import State
import Synchronization
import Testing

@Suite("JobLock")
struct JobLockTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func take(_ job: String = "shop") throws -> JobLock? {
        switch try JobLock.take(job: job, folder: folder.path) {
        case .taken(let lock): lock
        case .held: nil
        }
    }

    @Test("one has it; others hear who, and get it when it is released or dropped")
    func exclusive() throws {
        let lock = try #require(try take())
        guard case .held(let owner) = try JobLock.take(job: "shop", folder: folder.path) else {
            Issue.record("two have it")
            return
        }
        #expect(owner.hasPrefix("process \(getpid()) since 2"))
        #expect(try take("other") != nil)
        lock.release()
        lock.release()
        #expect(try take() != nil)
        #expect(try take() != nil)
    }

    @Test("its file is its owner's alone, and stays")
    func file() throws {
        do { _ = try take("a/../b ü") }
        let names = folder.names
        #expect(names.count == 1)
        #expect(names[0].hasPrefix("a____b___-") && names[0].hasSuffix(".lock"))
        #expect(try folder.mode(of: names[0]) == 0o600)
    }

    @Test("long and similar names have locks of their own")
    func names() throws {
        let long = String(repeating: "x", count: 5000)
        let locks = try ["a b", "a_b", "a.b", "", long, long + "y"].map { try take($0) }
        #expect(locks.allSatisfy { $0 != nil })
        #expect(Set(folder.names).count == 6)
    }

    @Test("the lock of a process that was killed is free at once")
    func killed() async throws {
        _ = try take()
        let file = folder(folder.names[0])
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/flock")
        process.arguments = ["-x", "--no-fork", file, "sleep", "60"]
        try process.run()
        while try take() != nil { try await Task.sleep(for: .milliseconds(5)) }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(try take() != nil)
    }

    @Test("what stands in the file goes to no terminal as it is")
    func hostileOwner() throws {
        let lock = try #require(try take())
        try Data("\u{1B}[2J\u{7}evil".utf8).write(to: URL(filePath: folder(folder.names[0])))
        guard case .held(let owner) = try JobLock.take(job: "shop", folder: folder.path) else {
            Issue.record("two have it")
            return
        }
        #expect(owner == "another process")
        lock.release()
    }

    @Test("a link in place of the file is refused, and a folder that is not there is an error")
    func refused() throws {
        _ = try take()
        let name = folder.names[0]
        try FileManager.default.removeItem(atPath: folder(name))
        try FileManager.default.createSymbolicLink(atPath: folder(name), withDestinationPath: folder("elsewhere"))
        #expect(throws: StateError.self) { try take() }
        #expect(folder.names == [name])
        #expect(throws: StateError.self) { try JobLock.take(job: "x", folder: folder("missing")) }
    }

    @Test("fail and skip do not wait; wait gets it as soon as it is free")
    func policies() async throws {
        let lock = try #require(try take())
        for policy in [JobLock.Policy.fail, .skip] {
            guard case .held = try await JobLock.take(job: "shop", folder: folder.path, policy: policy) else {
                Issue.record("two have it")
                return
            }
        }
        let said = Mutex<[String]>([])
        let path = folder.path
        let waiter = Task {
            try await JobLock.take(job: "shop", folder: path, policy: .wait) { owner in
                said.withLock { $0.append(owner) }
            }
        }
        while said.withLock({ $0.isEmpty }) { try await Task.sleep(for: .milliseconds(2)) }
        try await Task.sleep(for: .milliseconds(50))
        lock.release()
        guard case .taken(let second) = try await waiter.value else {
            Issue.record("it was not taken")
            return
        }
        #expect(said.withLock { $0.count } == 1)
        #expect(try take() == nil)
        second.release()
    }

    @Test("a wait can be cancelled")
    func cancelled() async throws {
        let lock = try #require(try take())
        let path = folder.path
        let waiter = Task { try await JobLock.take(job: "shop", folder: path, policy: .wait) }
        waiter.cancel()
        await #expect(throws: StateError.self) { _ = try await waiter.value }
        lock.release()
        #expect(try take() != nil)
    }

    @Test("of fifty that start at once one has it")
    func race() async throws {
        let path = folder.path
        let locks = await withTaskGroup(of: JobLock?.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    guard case .taken(let lock)? = try? JobLock.take(job: "shop", folder: path) else { return nil }
                    return lock
                }
            }
            var locks: [JobLock] = []
            for await lock in group { if let lock { locks.append(lock) } }
            return locks
        }
        #expect(locks.count == 1)
    }
}
