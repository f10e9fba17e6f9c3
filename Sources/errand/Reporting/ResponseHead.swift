import Diagnostics
import HTTP
import Secrets

/// Status and headers of an answer, as `call -i` prints them.
enum ResponseHead {
    static func text(of response: HTTPResponse) -> String {
        let fields = response.headers.map { "\($0.name): \($0.value.text)" }
        return (["HTTP/\(response.version) \(response.status)"] + fields).map { TerminalText.escape($0) + "\n" }
            .joined()
            + "\n"
    }
}
