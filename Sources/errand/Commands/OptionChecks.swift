import ArgumentParser

/// Whether commands check what their options mean together.
///
/// That comes before a look at options that do not exist, whose values are then taken for something else.
enum OptionChecks {
    @TaskLocal static var areOn = true
}

extension ParsableCommand {
    /// Parses the command line; an option that does not exist is named rather than what seems to follow from it.
    static func parsedAsRoot() throws -> any ParsableCommand {
        do {
            return try parseAsRoot()
        } catch {
            _ = try OptionChecks.$areOn.withValue(false) { try parseAsRoot() }
            throw error
        }
    }
}
