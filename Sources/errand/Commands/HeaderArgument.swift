import ArgumentParser

/// `Name: value`, as given to `-H`.
struct HeaderArgument: ExpressibleByArgument, Sendable {
    let name: String
    let value: String

    init?(argument: String) {
        guard let separator = argument.firstIndex(of: ":"), separator != argument.startIndex else { return nil }
        name = String(argument[..<separator])
        value = String(argument[argument.index(after: separator)...].drop { $0 == " " })
    }
}
