import Testing

@testable import HTTP

struct RetryPolicyTests {
    private let policy = RetryPolicy()

    @Test func theBoundDoublesUpToItsLimit() {
        let bounds = (1...8).map { policy.delay(beforeRetry: $0, random: 1) }
        #expect(bounds == [0.5, 1, 2, 4, 8, 16, 30, 30].map { Duration.seconds($0) })
        #expect(policy.delay(beforeRetry: 1000, random: 1) == .seconds(30))
        #expect(policy.delay(beforeRetry: 3, random: 0) == .zero)
    }

    @Test(arguments: [408, 425, 429, 500, 502, 503, 504])
    func someStatusesAreWorthAnotherAttempt(status: Int) {
        #expect(policy.allows(status: status, isIdempotent: true))
        #expect(policy.allows(status: status, isIdempotent: false) == (status == 429))
    }

    @Test(arguments: [200, 301, 400, 401, 403, 404, 409, 501])
    func othersAreNot(status: Int) {
        #expect(!policy.allows(status: status, isIdempotent: true))
    }

    @Test func aWriteIsSentAgainOnlyWhenNothingWasSent() {
        #expect(!policy.allows(TransferError(.closed, message: ""), isIdempotent: false))
        #expect(policy.allows(TransferError(.closed, message: ""), isIdempotent: true))
        #expect(policy.allows(TransferError(.refused, message: "", isNothingSent: true), isIdempotent: false))
    }

    @Test(arguments: [
        TransferError.Kind.certificate, .bodyTooLarge(limit: 1), .headersTooLarge, .cancelled, .localFile, .writer(""),
        .other,
    ])
    func whatWouldHappenAgainIsNotTried(kind: TransferError.Kind) {
        #expect(!policy.allows(TransferError(kind, message: "", isNothingSent: true), isIdempotent: true))
    }
}
