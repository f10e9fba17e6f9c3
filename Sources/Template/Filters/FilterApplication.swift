internal import JSON

/// A filter with the values that it works on.
struct FilterApplication {
    let value: TemplateValue
    let call: FilterCall
    let arguments: [TemplateValue]
    let functions: TemplateFunctions

    /// What the filter makes of the value.
    ///
    /// - Throws: why it cannot, with the place of the filter or of the argument.
    func result() throws(TemplateError) -> TemplateValue {
        let result = try unlimitedResult()
        if case .value(.string(let text)) = result.content { try Limits.check(text, at: call.nameRange) }
        return result
    }

    private func unlimitedResult() throws(TemplateError) -> TemplateValue {
        switch call.filter {
        // The evaluator knows these: they decide what is evaluated at all.
        case .default, .omit: value
        case .json: derived(value.compactJSON)
        case .string: derived(try text())
        case .int: derived(.number(try whole()))
        case .number: derived(.number(try number()))
        case .lower: derived(try text().lowercased())
        case .upper: derived(try text().uppercased())
        case .trim: derived(Self.trimmed(try text()))
        case .split: derived(.array(try split()))
        case .join: derived(try join())
        case .replace: derived(try replace())
        case .regex: derived(try match())
        case .first: try elements().first ?? .null
        case .last: try elements().last ?? .null
        case .length: TemplateValue(try length())
        case .keys: derived(.array(try keys()))
        case .url: derived(PercentCoder.encode(try text()))
        case .path: derived(.encodedPath(PercentCoder.encode(try text(), keepsSlash: true)))
        case .filename: derived(SafeFileName.of(try text()))
        case .base64: derived(Base64.text(of: try bytes(growing: 1.34), isURLSafe: false))
        case .base64url: derived(Base64.text(of: try bytes(growing: 1.34), isURLSafe: true))
        case .hex: derived(Hexadecimal.text(of: try bytes(growing: 2)))
        case .sha256: derived(.digest(Hash.sha256(try bytes())))
        case .hmacSHA256: derived(.digest(Hash.hmacSHA256(try bytes(), key: try argumentBytes(0))))
        case .keyFingerprint: TemplateValue(.string(try keyFingerprint()))
        case .date: derived(try date())
        case .plus: derived(try shifted(by: 1))
        case .minus: derived(try shifted(by: -1))
        case .unix: derived(.number(try unix()))
        }
    }

    // MARK: Results

    func derived(_ text: String) -> TemplateValue { derived(.string(text)) }

    func derived(_ result: JSONValue) -> TemplateValue { derived(.value(result)) }

    /// A result, secret when anything that went into it is: also a part of a secret or its hash.
    func derived(_ result: TemplateValue.Content) -> TemplateValue {
        TemplateValue(result, isSecret: value.isSecret || arguments.contains(where: \.isSecret))
    }

    // MARK: What goes in

    /// The value as text.
    func text() throws(TemplateError) -> String {
        guard let text = value.scalarText else { throw mismatch("text") }
        return text
    }

    /// The value as bytes: those of a hash, otherwise of the text.
    func bytes() throws(TemplateError) -> [UInt8] {
        if case .digest(let bytes) = value.content { return bytes }
        return Array(try text().utf8)
    }

    /// The value as bytes that will become so many times as much text.
    private func bytes(growing factor: Double) throws(TemplateError) -> [UInt8] {
        let bytes = try bytes()
        guard Double(bytes.count) * factor <= Double(Limits.textBytes) else {
            throw Limits.textTooLong(at: call.nameRange)
        }
        return bytes
    }

    /// The elements of the value.
    func elements() throws(TemplateError) -> [TemplateValue] {
        guard let elements = value.elements else { throw mismatch("a list") }
        return elements
    }

    /// An argument as text.
    func argumentText(_ place: Int) throws(TemplateError) -> String {
        guard let text = arguments[place].scalarText else {
            throw TemplateError(
                message: "'\(call.filter.parameters[place].name)' is text, not \(arguments[place].kind.phrase)",
                range: argumentRange(place))
        }
        return text
    }

    func argumentRange(_ place: Int) -> Range<Int> { call.arguments[place].expression.range }

    private func argumentBytes(_ place: Int) throws(TemplateError) -> [UInt8] {
        if case .digest(let bytes) = arguments[place].content { return bytes }
        return Array(try argumentText(place).utf8)
    }

    // MARK: Errors

    func fail(_ message: String, hint: String? = nil) -> TemplateError {
        TemplateError(message: message, hint: hint, range: call.nameRange)
    }

    func mismatch(_ wanted: String) -> TemplateError {
        let hint: String? =
            switch value.kind {
            case .null: "null is replaced by default(…) before it"
            case .array where wanted == "text": "join(…) or json makes text of it"
            case .object where wanted == "text": "json makes text of it"
            default: nil
            }
        return fail("'\(call.filter.rawValue)' takes \(wanted), not \(value.kind.phrase)", hint: hint)
    }
}
