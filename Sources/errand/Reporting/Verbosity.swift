import ArgumentParser

/// How much is said on stderr.
struct Verbosity: ParsableArguments {
    @Flag(name: [.customShort("v"), .customLong("verbose")], help: "Says a line for each call that has ended.")
    var isVerbose = false

    @Flag(name: [.customShort("q"), .customLong("quiet")], help: "Says nothing but errors, on a terminal too.")
    var isQuiet = false

    @Flag(name: .customLong("trace"), help: "Shows each request and answer, with secrets masked.")
    var isTracing = false

    func validate() throws {
        if isQuiet && (isVerbose || isTracing) {
            throw ValidationError("--quiet does not go with --verbose or --trace")
        }
    }
}
