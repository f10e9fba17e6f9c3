import HTTP
import JSON

/// The body of a token endpoint's answer as JSON, also when it came as a form.
enum TokenAnswerBody {
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    static func read(_ response: HTTPResponse) throws(TokenProblem) -> JSONNode {
        if 300..<400 ~= response.status, let location = response.headers.first("Location") {
            throw .redirect(to: location)
        }
        let marked = response.body.starts(with: byteOrderMark)
        let bytes = marked ? Array(response.body.dropFirst(byteOrderMark.count)) : response.body
        guard bytes.contains(where: { $0 > 0x20 }) else { throw .empty }
        do throws(JSONSyntaxError) {
            return try JSONDocument(bytes).root
        } catch {
            if let page = WebPage(bytes) { throw .webPage(title: page.title) }
            var output: [UInt8] = []
            FormBody.object(bytes)?.write(to: &output)
            guard let form = try? JSONDocument(output) else { throw .notJSON(error) }
            return form.root
        }
    }
}
