import Testing

@testable import Engine

@Suite struct ExitCodeTests {
    @Test(
        arguments: [
            ([], ExitCode.success),
            ([.success, .success], .success),
            ([.success, .expectationFailed], .expectationFailed),
            ([.tryLater, .expectationFailed, .callFailed], .callFailed),
            ([.callFailed, .unavailable], .unavailable),
            ([.unavailable, .noToken, .cannotWrite], .cannotWrite),
            ([.cannotWrite, .invalidJob], .invalidJob),
            ([.invalidJob, .terminated], .terminated),
            ([.terminated, .interrupted], .interrupted),
        ] as [([ExitCode], ExitCode)])
    func combines(codes: [ExitCode], expected: ExitCode) {
        #expect(ExitCode.combined(codes) == expected)
    }
}
