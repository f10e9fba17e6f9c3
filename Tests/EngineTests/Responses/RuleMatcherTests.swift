import Diagnostics
import HTTP
import IRegexp
import JSONPath
import JobFile
import Testing

@testable import Engine

@Suite struct RuleMatcherTests {
    private func response(_ status: Int, _ body: String = "", type: String = "application/json") -> HTTPResponse {
        var headers = HTTPHeaders()
        headers.add("Content-Type", type)
        return HTTPResponse(status: status, headers: headers, body: Array(body.utf8))
    }

    private func rule(
        _ action: RuleAction, _ statuses: ClosedRange<Int>? = nil, headers: [HeaderTest] = [], body: String? = nil
    ) throws -> Rule {
        Rule(
            statuses: statuses.map { StatusPattern([$0]) }, headers: headers,
            body: try body.map { Located(try JSONCondition($0), at: .none) }, action: action, span: .none)
    }

    @Test func takesTheFirstRuleThatMatches() throws {
        let matcher = RuleMatcher(rules: [try rule(.skip, 404...404), try rule(.fail, 400...499), try rule(.ok)])
        #expect(matcher.match(response(404))?.action == .skip)
        #expect(matcher.match(response(409))?.action == .fail)
        #expect(matcher.match(response(200))?.action == .ok)
        #expect(RuleMatcher(rules: []).match(response(200)) == nil)
    }

    @Test func wantsAllPartsToHold() throws {
        let isJSON = HeaderTest(name: "content-type", test: .contains(try IRegexp("json")), span: .none)
        let matcher = RuleMatcher(rules: [
            try rule(.retry, 400...499, headers: [isJSON], body: "$.error == 'throttled'")
        ])
        #expect(matcher.match(response(400, #"{"error": "throttled"}"#))?.action == .retry)
        #expect(matcher.match(response(400, #"{"error": "other"}"#)) == nil)
        #expect(matcher.match(response(200, #"{"error": "throttled"}"#)) == nil)
        #expect(matcher.match(response(400, #"{"error": "throttled"}"#, type: "text/plain")) == nil)
    }

    @Test(arguments: ["", "<html>", "{", "[1"])
    func aConditionDoesNotHoldForABodyThatIsNoJSON(body: String) throws {
        let matcher = RuleMatcher(rules: [try rule(.ok, body: "!$.error"), try rule(.fail)])
        #expect(matcher.match(response(200, body))?.action == .fail)
    }

    @Test func saysWhatTheExchangeIsToDo() throws {
        let verdicts: [(RuleAction, AnswerVerdict)] = [
            (.ok, .accept), (.skip, .accept), (.stop, .accept), (.fail, .accept), (.retry, .retry),
            (.reauthorize, .reauthorize),
        ]
        for (action, verdict) in verdicts {
            #expect(RuleMatcher(rules: [try rule(action)]).verdict(of: response(500)) == verdict)
        }
        #expect(RuleMatcher(rules: []).verdict(of: response(500)) == .ordinary)
    }
}
