import Diagnostics
import HTTP
import JSON
import JobFile

extension RunContext {
    /// Reads an answer as `AnswerReader` does; one that does not accept the call's credential is a failure of that.
    func read(_ answer: Answer, of call: Call) throws(RunFailure) -> JSONNode? {
        do throws(RunFailure) {
            return try AnswerReader(call: call, redactor: redactor).read(answer)
        } catch {
            guard error.diagnostic.code == .statusFailed else { throw error }
            throw client.refusal(of: answer.response, for: call) ?? error
        }
    }

    /// The body of an answer as one record: a JSON text.
    func text(of answer: Answer, of call: Call) throws(RunFailure) -> JSONNode {
        var bytes: [UInt8] = []
        JSONWriter.appendString(String(decoding: answer.response.body, as: UTF8.self), to: &bytes)
        do throws(JSONSyntaxError) {
            return try JSONDocument(bytes).root
        } catch {
            throw AnswerFailures(call: call, redactor: redactor).syntax(error, in: answer.response)
        }
    }
}
