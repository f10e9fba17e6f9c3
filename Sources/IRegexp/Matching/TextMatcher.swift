internal import Synchronization

/// A program in one mode, with an automaton that all users of a pattern share.
final class TextMatcher: Sendable {
    private enum Answer {
        case known(Bool)
        case tooManyLetters
    }

    private let program: Program
    private let mode: LazyAutomaton.Mode
    private let automaton: Mutex<LazyAutomaton?> = Mutex(nil)

    init(program: Program, mode: LazyAutomaton.Mode) {
        self.program = program
        self.mode = mode
    }

    /// Whether the text is accepted.
    func accepts(_ text: String) -> Bool {
        let shared = automaton.withLockIfAvailable { automaton in
            var taken = automaton.take() ?? LazyAutomaton(program: program, mode: mode)
            defer { automaton = taken }
            return Self.ask(&taken, text)
        }
        switch shared ?? askAnother(text) {
        case .known(let answer):
            return answer
        case .tooManyLetters:
            var machine = CaptureMachine(program: program)
            return machine.accepts(text, mode: mode)
        }
    }

    /// Asks an automaton of its own, which is better than waiting behind the text of another task.
    private func askAnother(_ text: String) -> Answer {
        var automaton = LazyAutomaton(program: program, mode: mode)
        return Self.ask(&automaton, text)
    }

    private static func ask(_ automaton: inout LazyAutomaton, _ text: String) -> Answer {
        automaton.accepts(text).map(Answer.known) ?? .tooManyLetters
    }
}
