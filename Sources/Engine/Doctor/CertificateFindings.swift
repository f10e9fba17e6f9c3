import HTTP
import JWT
import JobFile

/// Looks at the client certificates of a source before anything is sent.
struct CertificateFindings {
    /// Who renews by hand wants to know that long before.
    private static let worryingDays = 30.0

    /// The largest certificate file, in bytes.
    private static let maximumSize = 1 << 20

    let clock: any HTTPClock

    func add(_ source: TokenSourceConfiguration, to examination: inout Examination) {
        guard case .oauth(let oauth) = source.kind, let path = oauth.transport.tls.certificate else { return }
        do {
            let bytes = try FileReader.read(path: path, limit: Self.maximumSize)
            add(try Certificate(pem: String(decoding: bytes, as: UTF8.self)), path, to: &examination)
        } catch let error as KeyError {
            examination.add("certificate", "\(path): \(error.message)", .bad)
        } catch let error as FileReader.Failure {
            examination.add("certificate", "\(path): \(error.message)", .bad)
        } catch {
            examination.add("certificate", "\(path) cannot be read", .bad)
        }
    }

    private func add(_ certificate: Certificate, _ path: String, to examination: inout Examination) {
        let days = (certificate.notAfter - clock.wallClock()) / 86_400
        let name = "\(path): \(certificate.subject)"
        if days < 0 {
            examination.add("certificate", "\(name) expired \(Self.text(-days)) ago", .bad)
        } else if certificate.notBefore > clock.wallClock() {
            examination.add("certificate", "\(name) is not valid yet", .bad)
        } else {
            // Tonight is within a day.
            let verdict: Examination.Verdict = days < 1 ? .bad : days < Self.worryingDays ? .warning : .good
            examination.add("certificate", "\(name) expires in \(Self.text(days))", verdict)
        }
    }

    private static func text(_ days: Double) -> String {
        switch Int(days) {
        case 0: "\(Int(days * 24)) h"
        case 1: "1 day"
        default: "\(Int(days)) days"
        }
    }
}
