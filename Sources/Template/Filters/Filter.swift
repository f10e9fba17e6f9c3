/// The filters.
enum Filter: String, Sendable, CaseIterable {
    /// Another value in place of null, and of what is missing when it comes first.
    case `default`
    /// Leaves the entry out whose value is null or, when it comes first, missing.
    case omit

    /// Compact JSON, numbers as they were spelled.
    case json
    /// Text, of a number or a truth value.
    case string
    /// A whole number; a fraction is an error.
    case int
    /// A number, from text that spells one.
    case number

    /// Lower case.
    case lower
    /// Upper case.
    case upper
    /// Without white space at both ends.
    case trim
    /// A list of the parts between separators.
    case split
    /// The elements of a list as one text.
    case join
    /// The text with each occurrence of another one replaced.
    case replace
    /// The group that is named, else the first group that took part, else all that matched; null without a match.
    case regex

    /// The first element of a list; null when it is empty.
    case first
    /// The last element of a list; null when it is empty.
    case last
    /// The number of Unicode scalars, elements or members.
    case length
    /// The names of an object's members.
    case keys

    /// Percent-encoded.
    case url
    /// Percent-encoded but for `/`; in a URL it is inserted as it is.
    case path
    /// A name for a file, which leads nowhere else.
    case filename

    /// Base64 of the UTF-8 text, or of a hash's bytes.
    case base64
    /// Base64 for URLs, without padding.
    case base64url
    /// Hexadecimal digits of the UTF-8 text, or of a hash's bytes.
    case hex
    /// A hash, which is hexadecimal text; the filters that encode and sign go on from its bytes.
    case sha256
    /// A keyed hash, of which the same holds; its key may be a hash again.
    case hmacSHA256 = "hmac_sha256"
    /// The fingerprint of a private key, which is no secret: `SHA256:` and base64 of a hash over its public part.
    case keyFingerprint = "key_fingerprint"

    /// A date by a pattern, in a zone: the one that is named, else the job's, else UTC.
    case date
    /// A date or a time later by a span, in the form in which it came.
    case plus
    /// A date or a time earlier by a span, in the form in which it came.
    case minus
    /// Seconds since 1970.
    case unix

    /// What stands between the brackets.
    var parameters: [Parameter] {
        switch self {
        case .default: [Parameter("value", .value)]
        case .split, .join: [Parameter("separator", .text)]
        case .replace: [Parameter("text", .text), Parameter("by", .text)]
        case .regex: [Parameter("pattern", .pattern), Parameter("group", .count, isOptional: true)]
        case .hmacSHA256: [Parameter("key", .text)]
        case .date: [Parameter("format", .format), Parameter("zone", .zone, isOptional: true)]
        case .plus, .minus: [Parameter("duration", .duration)]
        case .omit, .json, .string, .int, .number, .lower, .upper, .trim, .first, .last, .length, .keys, .url, .path,
            .filename, .base64, .base64url, .hex, .sha256, .keyFingerprint, .unix:
            []
        }
    }

    /// The filter as it is written.
    var usage: String { parameters.isEmpty ? rawValue : Parameter.usage(rawValue, parameters) }

    /// Whether the value before it may be missing.
    var acceptsMissing: Bool { self == .default || self == .omit }

    /// What the filter is called elsewhere, by that name.
    static let foreignNames: [String: Filter] = [
        "to_json": .json, "tojson": .json, "str": .string, "to_s": .string, "to_i": .int, "float": .number,
        "downcase": .lower, "lowercase": .lower, "upcase": .upper, "uppercase": .upper, "strip": .trim,
        "size": .length, "count": .length, "len": .length, "d": .default, "match": .regex, "regex_search": .regex,
        "urlencode": .url, "uri": .url, "url_encode": .url, "b64encode": .base64, "base64_encode": .base64,
        "strftime": .date, "add": .plus, "sub": .minus, "timestamp": .unix, "hmac": .hmacSHA256, "basename": .filename,
    ]
}
