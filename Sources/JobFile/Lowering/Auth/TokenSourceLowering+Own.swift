internal import Diagnostics
internal import Secrets

/// The sources without a token endpoint.
extension TokenSourceLowering {
    /// A JWT of the job's own.
    func jwt(with loader: inout Loader) -> JWTSource? {
        let headers = loader.parameters(section[JWTKeys.requestHeaders] ?? [])
        return claims(with: &loader).map {
            JWTSource(claims: $0, placement: placement, requestHeaders: headers)
        }
    }

    /// A command that prints the token.
    func exec(with loader: inout Loader) -> ExecSource? {
        guard let words = section[ExecKeys.command] else { return nil }
        let command = words.compactMap { loader.text($0) }
        let timeout = loader.value(section[ExecKeys.timeout]) ?? .seconds(60)
        let handling = handling(with: &loader)
        guard command.count == words.count else { return nil }
        guard command.first?.text.isEmpty == false else {
            loader.error(.emptyValue, "the command is empty", at: words.first?.span ?? section.span)
            return nil
        }
        return ExecSource(command: command, timeout: timeout, handling: handling)
    }

    /// A call whose answer holds the token.
    func request(with loader: inout Loader) -> RequestSource? {
        let handling = handling(with: &loader)
        return call.map { RequestSource(call: $0, handling: handling) }
    }

    /// Keys that requests are signed with.
    func aws(with loader: inout Loader) -> AWSSigV4Source? {
        let accessKey = secret(section[AWSSigV4Keys.accessKey], with: &loader)
        let secretKey = secret(section[AWSSigV4Keys.secretKey], with: &loader)
        let sessionToken = secret(section[AWSSigV4Keys.sessionToken], orEmpty: true, with: &loader)
        let region = loader.value(section[AWSSigV4Keys.region])
        let service = loader.value(section[AWSSigV4Keys.service])
        guard let accessKey, let secretKey, let region, let service else { return nil }
        return AWSSigV4Source(
            accessKey: accessKey.value, secretKey: secretKey.value,
            sessionToken: sessionToken.flatMap { $0.value.isEmpty ? nil : $0.value }, region: region,
            service: service)
    }
}
