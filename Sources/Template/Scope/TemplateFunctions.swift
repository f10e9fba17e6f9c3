/// What templates need of the world outside, so that evaluating them touches no clock and no file by itself.
public struct TemplateFunctions: Sendable {
    let now: @Sendable () -> Double
    let uuid: @Sendable () -> String
    let read: @Sendable (String) throws(TemplateError) -> String
    let zones: ZoneCache
    var timeZone: String?
    /// The fingerprint of the private key in a text, for the filter `key_fingerprint`; by default an error.
    public var keyFingerprint: @Sendable (String) throws(TemplateError) -> String = { _ throws(TemplateError) in
        throw TemplateError(message: "'key_fingerprint' is not known here")
    }

    /// Makes the functions.
    ///
    /// - Parameters:
    ///   - now: the seconds since 1970.
    ///   - uuid: a new random UUID.
    ///   - read: the text of the file at a path.
    ///   - zoneFile: the bytes of the TZif file (RFC 8536) of a zone, such as `Europe/Berlin`; nil when there is none.
    ///     It is asked only for names of letters, digits, `_`, `+`, `-` and single slashes between them.
    ///   - timeZone: the name of the zone that dates are written in when no other is given; nil means UTC.
    public init(
        now: @escaping @Sendable () -> Double,
        uuid: @escaping @Sendable () -> String,
        read: @escaping @Sendable (String) throws(TemplateError) -> String,
        zoneFile: @escaping @Sendable (String) -> [UInt8]?,
        timeZone: String? = nil
    ) {
        self.now = now
        self.uuid = uuid
        self.read = read
        self.zones = ZoneCache(zoneFile: zoneFile)
        self.timeZone = timeZone
    }
}
