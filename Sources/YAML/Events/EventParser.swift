internal import CYAML

/// The one place that touches libyaml: the events of a text, one at a time.
///
/// Not `Sendable`: it is made, used and dropped by one call of the reader.
final class EventParser {
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private var cursor: ScalarCursor

    /// Starts on a text.
    ///
    /// - Parameters:
    ///   - text: UTF-8, without control characters.
    ///   - start: where the YAML begins: behind a byte order mark, which libyaml does not count.
    init?(_ text: [UInt8], from start: Int) {
        parser = .allocate(capacity: 1)
        bytes = .allocate(capacity: text.count)
        _ = bytes.initialize(from: text)
        cursor = ScalarCursor(start: start)
        guard yaml_parser_initialize(parser) != 0 else {
            // libyaml has cleaned up what it had, and deleting an emptied parser does nothing.
            return nil
        }
        let input = bytes.baseAddress.map { UnsafePointer($0 + start) }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, input, text.count - start)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
        bytes.deallocate()
    }

    /// The next event; after the end of the stream, the end of the stream again.
    func next() throws(SyntaxFailure) -> YAMLEvent {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) != 0 else { throw failure() }
        defer { yaml_event_delete(&event) }
        let start = offset(of: event.start_mark)
        let (kind, properties) = Self.content(of: event)
        return YAMLEvent(kind: kind, properties: properties, start: start, end: offset(of: event.end_mark))
    }

    private func offset(of mark: yaml_mark_t) -> Int {
        cursor.move(to: mark.index, in: UnsafeBufferPointer(bytes))
    }

    private func failure() -> SyntaxFailure {
        let state = parser.pointee
        return SyntaxFailure(
            problem: state.problem.map { String(cString: $0) } ?? "out of memory",
            offset: offset(of: state.problem_mark),
            context: state.context.map { String(cString: $0) } ?? "",
            contextOffset: state.context.map { _ in offset(of: state.context_mark) })
    }

    private static func content(of event: yaml_event_t) -> (YAMLEvent.Kind, YAMLEvent.Properties) {
        let none = YAMLEvent.Properties()
        switch event.type {
        case YAML_STREAM_START_EVENT:
            return (.streamStart, none)
        case YAML_DOCUMENT_START_EVENT:
            let version = event.data.document_start.version_directive
            return (.documentStart(version: version.map { "\($0.pointee.major).\($0.pointee.minor)" }), none)
        case YAML_DOCUMENT_END_EVENT:
            return (.documentEnd, none)
        case YAML_ALIAS_EVENT:
            return (.alias(text(event.data.alias.anchor) ?? ""), none)
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let value = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            return (.scalar(text: value, style: style(scalar.style)), properties(scalar.anchor, scalar.tag))
        case YAML_SEQUENCE_START_EVENT:
            return (.sequenceStart, properties(event.data.sequence_start.anchor, event.data.sequence_start.tag))
        case YAML_SEQUENCE_END_EVENT:
            return (.sequenceEnd, none)
        case YAML_MAPPING_START_EVENT:
            return (.mappingStart, properties(event.data.mapping_start.anchor, event.data.mapping_start.tag))
        case YAML_MAPPING_END_EVENT:
            return (.mappingEnd, none)
        default:
            return (.streamEnd, none)
        }
    }

    private static func properties(
        _ anchor: UnsafeMutablePointer<yaml_char_t>?, _ tag: UnsafeMutablePointer<yaml_char_t>?
    ) -> YAMLEvent.Properties {
        YAMLEvent.Properties(anchor: text(anchor), hasTag: tag != nil)
    }

    private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        pointer.map { String(cString: $0) }
    }

    private static func style(_ style: yaml_scalar_style_t) -> YAMLScalar.Style {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: .literal
        case YAML_FOLDED_SCALAR_STYLE: .folded
        default: .plain
        }
    }
}
