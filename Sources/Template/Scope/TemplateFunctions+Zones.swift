extension TemplateFunctions {
    /// The same functions with another zone for dates when none is given.
    ///
    /// - Parameter name: the name of the zone; nil means UTC.
    public func inTimeZone(_ name: String?) -> TemplateFunctions {
        var functions = self
        functions.timeZone = name
        return functions
    }

    /// Whether there is a zone of this name: `UTC`, an offset such as `+02:00`, or one whose file can be read.
    public func hasTimeZone(_ name: String) -> Bool {
        zones.zone(name) != nil
    }

    /// The zone that dates are written in when no other is given.
    func standardZone() throws(TemplateError) -> Zone {
        guard let name = timeZone else { return .utc }
        guard let zone = zones.zone(name) else {
            throw TemplateError(message: "there is no time zone '\(name)', which the job's options name")
        }
        return zone
    }
}
