import Foundation
import Testing

@testable import HTTP

struct GzipTests {
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
        let text = try Gzip.unpack(dynamic, limit: 10_000)
        #expect(text.count == 2793)
        #expect(CRC32.checksum(text) == 0xD425A5CE)
    }

    @Test func unpacksFixedCodesBehindAName() throws {
        #expect(try Gzip.unpack(named, limit: 100) == Array("{\"ok\":true}".utf8))
    }

    @Test func unpacksSeveralInARow() throws {
        #expect(try Gzip.unpack(named + named, limit: 100) == Array("{\"ok\":true}{\"ok\":true}".utf8))
    }

    @Test func stopsAtTheLimit() {
        #expect(throws: Inflater.Failure.tooLarge) { try Gzip.unpack(dynamic, limit: 1000) }
        #expect(throws: Inflater.Failure.tooLarge) { try Gzip.unpack(named, limit: 10) }
    }

    @Test func refusesEveryPrefix() {
        for count in 0..<dynamic.count where count > 0 {
            #expect(throws: Inflater.Failure.broken) { try Gzip.unpack(Array(dynamic.prefix(count)), limit: 10_000) }
        }
    }

    @Test func aWrongByteIsNoticedOrDoesNoHarm() {
        let whole = try? Gzip.unpack(dynamic, limit: 10_000)
        for index in 10..<dynamic.count {
            var broken = dynamic
            broken[index] ^= 0x55
            let result = try? Gzip.unpack(broken, limit: 10_000)
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

    @Test func aBombIsAnError() {
        let response = HTTPResponse(status: 200, body: dynamic)
        let error = #expect(throws: TransferError.self) { try response.unpacked(limit: 1000, host: "a") }
        #expect(error?.kind == .bodyTooLarge(limit: 1000))
    }
}
