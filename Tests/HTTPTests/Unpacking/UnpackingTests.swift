import Foundation
import Testing

@testable import HTTP

struct UnpackingTests {
    private func bytes(_ base64: String) -> [UInt8] {
        [UInt8](Data(base64Encoded: base64) ?? Data())
    }

    /// 400 words, with codes of its own.
    private var dynamic: [UInt8] {
        bytes(
            "H4sIAAAAAAACA41WSQ7CQAz7Ck9gX57TigqQyiLB/8UyEjhjO8Ol0MwkcZyt/fDoJsPtfhqvl+9v/xYeuvP5d7QfxpdsOpsvlqv1"
                + "Zrv7HnTj7dhVb+VyNPCx+XmAkXKxdl+k5FFa6BE/qRQ4JAhKRVTA4v+IjUCTwDJUDoDT4gWg0I3Mm0IX3yLx+o52hvGLyGveCVXt"
                + "M3L8n6UYBTNm6Oc0AqucV1SKJaxK2cLTb+QT/WTeoBqU/ZoqdIFPMIPPZi832zvCITtJglEjo44T2D4R8CEDGhTjscVMB6b2bLFz"
                + "msiCbh/IJv1VtGFQqtia+QkFTHHXQLIpReFHJIaMehoicwn4WNiAULl24RpICnfQ8zVtqgvFqjFpekEo2cL8uw2yZGVdCdZUUxLj"
                + "wiwwFtvFTFuxr7NRqIlR7UkVrVTgkogdsNWd0dgdxke+Q7k4zNcELxtUMtNJeyNwvEjt15xZSzyjxNeYrk2VTbPeuReezqUl1OkK"
                + "AAA=")
    }

    /// `{"ok":true}` with the fixed codes and a file name.
    private var named: [UInt8] { bytes("H4sICAAAAAAC/25hbWUuanNvbgCrVsrPVrIqKSpNrQUAkF/UpwsAAAA=") }

    @Test func unpacksCodesOfItsOwn() throws {
        let text = try GzipUnpacker.unpack(dynamic, limit: 10_000)
        #expect(text.count == 2793)
    }

    @Test func unpacksFixedCodesBehindAName() throws {
        #expect(try GzipUnpacker.unpack(named, limit: 100) == Array("{\"ok\":true}".utf8))
    }

    @Test func unpacksSeveralInARow() throws {
        #expect(try GzipUnpacker.unpack(named + named, limit: 100) == Array("{\"ok\":true}{\"ok\":true}".utf8))
    }

    @Test func stopsAtTheLimit() {
        #expect(throws: UnpackingFailure.tooLarge) { try GzipUnpacker.unpack(dynamic, limit: 1000) }
        #expect(throws: UnpackingFailure.tooLarge) { try GzipUnpacker.unpack(named, limit: 10) }
    }

    @Test func refusesEveryPrefix() {
        for count in 0..<dynamic.count where count > 0 {
            #expect(throws: UnpackingFailure.broken) {
                try GzipUnpacker.unpack(Array(dynamic.prefix(count)), limit: 10_000)
            }
        }
    }

    @Test func aWrongByteIsNoticedOrDoesNoHarm() {
        let whole = try? GzipUnpacker.unpack(dynamic, limit: 10_000)
        for index in 10..<dynamic.count {
            var broken = dynamic
            broken[index] ^= 0x55
            let result = try? GzipUnpacker.unpack(broken, limit: 10_000)
            #expect(result == nil || result == whole)
        }
    }

    @Test func anAnswerThatDoesNotSaySoIsUnpacked() throws {
        let response = HTTPResponse(status: 200, body: named, url: "https://a/")
        let unpacked = try response.unpacked(limit: 100, host: "a")
        #expect(unpacked.body == Array("{\"ok\":true}".utf8) && unpacked.bodyLength == 11)
    }

    @Test func whatOnlyLooksLikeItStays() throws {
        let response = HTTPResponse(status: 200, body: [0x1F, 0x8B, 8, 1, 2, 3])
        #expect(try response.unpacked(limit: 100, host: "a") == response)
        var headers = HTTPHeaders()
        headers.add("Content-Encoding", "gzip")
        let twice = HTTPResponse(status: 200, headers: headers, body: named)
        #expect(try twice.unpacked(limit: 100, host: "a") == twice)
    }

    /// `{"ok":true}` twice.
    private var zstd: [UInt8] { bytes("KLUv/QRYjQAAWHsib2siOnRydWV9AQA2ihc/+jBc") }

    @Test func unpacksZstandard() throws {
        let text = Array("{\"ok\":true}{\"ok\":true}".utf8)
        #expect(try ZstdUnpacker.unpack(zstd, limit: 22) == text)
        #expect(try ZstdUnpacker.unpack(zstd + zstd, limit: 100) == text + text)
        let response = HTTPResponse(status: 200, body: zstd)
        #expect(try response.unpacked(limit: 100, host: "a").body == text)
    }

    @Test func refusesBrokenZstandard() {
        #expect(throws: UnpackingFailure.tooLarge) { try ZstdUnpacker.unpack(zstd, limit: 21) }
        for count in 4..<zstd.count {
            #expect(throws: UnpackingFailure.broken) { try ZstdUnpacker.unpack(Array(zstd.prefix(count)), limit: 100) }
        }
        for index in 4..<zstd.count {
            var broken = zstd
            broken[index] ^= 0x55
            _ = try? ZstdUnpacker.unpack(broken, limit: 100)
        }
    }

    @Test func aBombIsAnError() {
        let response = HTTPResponse(status: 200, body: dynamic)
        let error = #expect(throws: TransferError.self) { try response.unpacked(limit: 1000, host: "a") }
        #expect(error?.kind == .bodyTooLarge(limit: 1000))
    }
}
