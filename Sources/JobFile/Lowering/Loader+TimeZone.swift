internal import Diagnostics
internal import Template

extension Loader {
    /// Takes a time zone as the one of dates without one; says so when there is none of the name.
    mutating func use(timeZone: Located<String>) {
        guard scope.functions.hasTimeZone(timeZone.value) else {
            error(
                .unknownTimeZone, "there is no time zone '\(timeZone.value.excerpt)'", at: timeZone.span,
                label: "such as UTC or Europe/Vienna")
            return
        }
        scope.functions = scope.functions.inTimeZone(timeZone.value)
    }
}
