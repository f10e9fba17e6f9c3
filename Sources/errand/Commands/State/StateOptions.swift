import ArgumentParser

/// Options that every command on the state has.
struct StateOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Where the state is: sqlite:PATH or postgres://USER@HOST/DATABASE; else ERRAND_STATE says so.",
            valueName: "place"))
    var state: String?

    @Option(help: "When to use colour on stderr.")
    var color: ColorChoice = .auto
}
