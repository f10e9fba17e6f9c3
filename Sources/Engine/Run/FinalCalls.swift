import Diagnostics
import HTTP
import JobFile
import Template

/// The calls of `finally`: made whatever happened, each within its time, and never a reason for the run to fail.
struct FinalCalls: Sendable {
    /// How long each of them may take.
    static let limit = Duration.seconds(10)

    let calls: [Call]
    let context: RunContext
    let clock: any HTTPClock

    /// Makes the calls.
    ///
    /// - Returns: a warning for each that did not go well.
    func run(in scope: RunScope) async -> [Diagnostic] {
        var scope = scope
        var warnings: [Diagnostic] = []
        for call in calls {
            do throws(RunFailure) {
                scope.calls[call.name] = try await run(call, in: scope)
            } catch {
                var warning = error.diagnostic
                warning.severity = .warning
                warnings.append(warning)
            }
            if scope.calls[call.name] == nil {
                scope.calls[call.name] = .skipped(extracting: call.extractions.map(\.name))
            }
        }
        return warnings
    }

    private func run(_ call: Call, in scope: RunScope) async throws(RunFailure) -> CallOutcome? {
        let run = CallRun(
            call: call, context: context, progress: CallProgress(name: call.name), printsResult: false)
        let clock = clock
        let result: Result<CallOutcome?, RunFailure>
        do {
            result = try await withTimeout(Self.limit, sleep: { try await clock.sleep(for: $0) }) {
                do throws(RunFailure) {
                    return .success(try await run.run(in: scope))
                } catch {
                    return .failure(error)
                }
            }
        } catch {
            throw RunFailure(
                .callFailed,
                Diagnostic(
                    code: .deadlinePassed, title: "the call '\(call.name)' of finally took too long", span: call.span,
                    label: "it has \(Self.limit.formattedSeconds)"))
        }
        return try result.get()
    }
}
