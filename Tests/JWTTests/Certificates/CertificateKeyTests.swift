import Foundation
import Testing

@testable import JWT

@Suite("A certificate and the key that signs")
struct CertificateKeyTests {
    @Test("it is that of its own key, and of no other", arguments: TestKeys.all.keys.sorted())
    func belongs(name: String) throws {
        let certificate = try Certificate(pem: TestCertificates.selfSigned(#require(TestKeys.all[name]).get()))
        for (other, pem) in TestKeys.all {
            #expect(try certificate.belongs(to: key(pem.get())) == (other == name), "\(other)")
        }
    }

    @Test("another key of the same kind is another one")
    func sameKind() throws {
        let certificate = try Certificate(pem: TestCertificates.selfSigned(TestKeys.p256.get()))
        #expect(!certificate.belongs(to: .generateES256()))
    }

    @Test("a key for PSS only, which a certificate names otherwise")
    func pss() throws {
        let pem = try TestKeys.rsaPSS.get()
        let certificate = try Certificate(pem: TestCertificates.selfSigned(pem))
        #expect(try certificate.belongs(to: key(pem)))
        #expect(try !certificate.belongs(to: key(TestKeys.rsa.get())))
    }

    @Test("a point of a curve in its shorter form", arguments: ["P-256", "P-384", "P-521"])
    func compressed(name: String) throws {
        // Both signs of the point come up soon.
        for _ in 0..<4 {
            let pem = try OpenSSL.text(["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:\(name)"])
            let short = try OpenSSL.text(["ec", "-conv_form", "compressed"], input: pem)
            let certificate = try Certificate(pem: TestCertificates.selfSigned(short))
            #expect(try certificate.belongs(to: key(pem)))
            let other = try OpenSSL.text(["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:\(name)"])
            #expect(try !certificate.belongs(to: key(other)))
        }
    }
}
