import HTTP

/// Makes answers of servers.
enum Answers {
    static func answer(
        _ status: Int, _ body: String, headers: [(String, String)] = [], url: String = Fixture.tokenURL
    ) -> HTTPResponse {
        var fields = HTTPHeaders()
        for (name, value) in headers { fields.add(name, value) }
        return HTTPResponse(status: status, headers: fields, body: Array(body.utf8), url: url)
    }

    static func token(_ token: String, expiresIn: String = "3600") -> HTTPResponse {
        answer(200, #"{"access_token": "\#(token)", "token_type": "Bearer", "expires_in": \#(expiresIn)}"#)
    }

    static func refused(_ code: String, status: Int = 400, headers: [(String, String)] = []) -> HTTPResponse {
        answer(status, #"{"error": "\#(code)", "error_description": "no way"}"#, headers: headers)
    }
}
