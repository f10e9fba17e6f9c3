import Foundation
import Testing

@testable import HTTP

@Suite struct BodyUnpackerTests {
    /// `{"ok":true}`, as gzip with a file name.
    private let gzip = Self.bytes("H4sICAAAAAAC/25hbWUuanNvbgCrVsrPVrIqKSpNrQUAkF/UpwsAAAA=")
    /// `{"ok":true}` twice, as Zstandard.
    private let zstd = Self.bytes("KLUv/QRYjQAAWHsib2siOnRydWV9AQA2ihc/+jBc")
    private let text = "{\"ok\":true}"

    private static func bytes(_ base64: String) -> [UInt8] {
        [UInt8](Data(base64Encoded: base64) ?? Data())
    }

    private func unpacked(_ bytes: [UInt8], step: Int) throws -> String {
        let unpacker = BodyUnpacker()
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: step) {
            unpacker.feed(Array(bytes[start..<min(start + step, bytes.count)]))
            while let piece = try unpacker.next() { result += piece }
        }
        unpacker.end()
        while let piece = try unpacker.next() { result += piece }
        return String(decoding: result, as: UTF8.self)
    }

    @Test(arguments: [1, 2, 3, 7, 1000])
    func unpacksInAnySteps(_ step: Int) throws {
        #expect(try unpacked(gzip, step: step) == text)
        #expect(try unpacked(zstd, step: step) == text + text)
        #expect(try unpacked(Array("plain".utf8), step: step) == "plain")
        #expect(try unpacked(gzip + gzip, step: step) == text + text)
        #expect(try unpacked(zstd + zstd, step: step) == text + text + text + text)
        #expect(try unpacked(gzip + [0, 0, 0], step: step) == text)
    }

    @Test(arguments: [1, 5, 1000])
    func unpacksOneInTheOther(_ step: Int) throws {
        let stored: [UInt8] =
            [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, UInt8(zstd.count), 0, ~UInt8(zstd.count), 0xFF] + zstd
            + trailer(zstd)
        #expect(try unpacked(stored, step: step) == text + text)
    }

    /// What ends a member of gzip.
    private func trailer(_ bytes: [UInt8]) -> [UInt8] {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return [~crc, UInt32(bytes.count)].flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
        }
    }

    @Test(arguments: ["", "a", "ab", "abc"])
    func whatIsShorterThanASignatureStays(_ text: String) throws {
        #expect(try unpacked(Array(text.utf8), step: 1) == text)
    }

    @Test func refusesEveryPrefix() {
        for whole in [gzip, zstd] {
            for count in 4..<whole.count {
                #expect(throws: BodyUnpacker.Failure.self) { try unpacked(Array(whole.prefix(count)), step: 3) }
            }
        }
    }

    @Test func refusesWhatFollows() {
        #expect(throws: BodyUnpacker.Failure.self) { try unpacked(gzip + Array("rubbish".utf8), step: 1000) }
    }

    @Test func aBombComesInPieces() throws {
        // 64 MiB of one byte: a stored block at a time would be as long, so it is packed by the system's gzip.
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "head -c 67108864 /dev/zero | gzip -9"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let packed = [UInt8](pipe.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        let unpacker = BodyUnpacker()
        unpacker.feed(packed)
        unpacker.end()
        var (length, largest) = (0, 0)
        while let piece = try unpacker.next() {
            length += piece.count
            largest = max(largest, piece.count)
        }
        #expect(length == 64 << 20)
        #expect(largest <= 128 << 10)
    }
}
