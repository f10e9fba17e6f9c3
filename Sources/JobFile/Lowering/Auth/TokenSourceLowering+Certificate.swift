internal import Diagnostics
internal import JWT
internal import Template

extension TokenSourceLowering {
    /// The certificate of the key that signs; nil without one, or after a diagnostic.
    ///
    /// - Parameter key: nil for one that could not be read, which has its own diagnostic.
    func certificate(of key: PrivateKey?, with loader: inout Loader) -> SigningCertificate? {
        guard let path = loader.located(section[SigningKeys.certificate]),
            let certificate = certificate(in: path, with: &loader)
        else { return nil }
        if let key, !certificate.belongs(to: key) {
            loader.error(
                .badCertificate, "the certificate is not that of the private_key", at: path.span,
                label: "it belongs to another key",
                notes: [
                    "x5t#S256 would name a key that did not sign, and the server would refuse the assertion",
                    "the certificate is for: \(certificate.subject)", "the private_key is: \(key.summary)",
                ])
            return nil
        }
        warn(of: certificate, in: path, with: &loader)
        return SigningCertificate(path: path, certificate: certificate)
    }

    private func certificate(in path: Located<String>, with loader: inout Loader) -> Certificate? {
        do throws(TemplateError) {
            let text = try loader.scope.functions.text(ofFile: path.value)
            do throws(KeyError) {
                return try Certificate(pem: text)
            } catch {
                loader.error(.badCertificate, error.message, at: path.span, label: error.hint)
            }
        } catch {
            loader.error(.badCertificate, error.message, at: path.span, label: error.hint)
        }
        return nil
    }

    /// A server that only compares thumbprints may take it all the same.
    private func warn(of certificate: Certificate, in path: Located<String>, with loader: inout Loader) {
        let now = loader.scope.functions.time
        guard certificate.notAfter < now || certificate.notBefore > now else { return }
        let isOver = certificate.notAfter < now
        let days = Int((isOver ? now - certificate.notAfter : certificate.notBefore - now) / 86_400)
        let amount = days == 1 ? "1 day" : days == 0 ? "less than a day" : "\(days) days"
        loader.warning(
            .badCertificate,
            isOver
                ? "the certificate expired \(amount) ago" : "the certificate is not valid yet: it begins in \(amount)",
            at: path.span, label: isOver ? "register a new one at the server" : "is the clock of this machine right?",
            notes: ["the certificate is for: \(certificate.subject)"])
    }
}
