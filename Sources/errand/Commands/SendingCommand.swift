import ArgumentParser

/// A command that sends requests.
///
/// It is performed on the first thread, in whose time libcurl is loaded by a second one. Every further thread has to wait
/// for that, so what needs none, reading and checking the job, comes before anything that is a task of its own.
protocol SendingCommand: ParsableCommand {
    /// Does what the command is for.
    func perform() async throws
}
