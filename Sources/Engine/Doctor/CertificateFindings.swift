import Diagnostics
import HTTP
import JWT
import JobFile

/// Looks at the certificates of a source before anything is sent: the one that it shows, and those of its keys.
struct CertificateFindings {
    /// Who renews by hand wants to know that long before.
    private static let worryingDays = 30.0

    /// The largest certificate file, in bytes.
    private static let maximumSize = 1 << 20

    let clock: any HTTPClock

    func add(_ source: TokenSourceConfiguration, to examination: inout Examination) {
        for signing in source.signing {
            guard let certificate = signing.certificate else { continue }
            // Not every server looks at the validity of one that only names a key.
            add(certificate.certificate, certificate.path.value, worst: .warning, to: &examination)
        }
        guard case .oauth(let oauth) = source.kind, let path = oauth.transport.tls.certificate else { return }
        do {
            let bytes = try FileReader.read(path: path, limit: Self.maximumSize)
            let certificate = try Certificate(pem: String(decoding: bytes, as: UTF8.self))
            add(certificate, path, worst: .bad, to: &examination)
        } catch let error as KeyError {
            examination.add("certificate", "\(path): \(error.message)", .bad)
        } catch let error as FileReader.Failure {
            examination.add("certificate", "\(path): \(error.message)", .bad)
        } catch {
            examination.add("certificate", "\(path) cannot be read", .bad)
        }
    }

    /// - Parameter worst: how bad it is when the certificate is not valid.
    private func add(
        _ certificate: Certificate, _ path: String, worst: Examination.Verdict, to examination: inout Examination
    ) {
        let days = (certificate.notAfter - clock.wallClock()) / 86_400
        let name = "\(path): \(certificate.subject)"
        if days < 0 {
            examination.add("certificate", "\(name) expired \(Self.text(-days)) ago", worst)
        } else if certificate.notBefore > clock.wallClock() {
            examination.add("certificate", "\(name) is not valid yet", worst)
        } else {
            // Tonight is within a day.
            let verdict: Examination.Verdict = days < 1 ? worst : days < Self.worryingDays ? .warning : .good
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

extension TokenSourceConfiguration {
    /// What the source signs JWTs with: its client's assertions, its grant, its own token.
    fileprivate var signing: [SigningSettings] {
        switch kind {
        case .oauth(let oauth):
            var all = [oauth.client.signing].compactMap(\.self)
            if case .jwtBearer(let claims) = oauth.grant { all.append(claims.signing) }
            return all
        case .jwt(let own): return [own.claims.signing]
        case .request, .exec, .awsSigV4, .bearer, .basic, .apiKey: return []
        }
    }
}
