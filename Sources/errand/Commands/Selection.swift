import ArgumentParser
import Diagnostics
import Engine
import JSON
import JSONPath

/// A JSONPath of the command line, and how what it selects is printed: one node a line.
struct Selection {
    /// How a node is printed.
    enum Style {
        /// As JSON.
        case json
        /// Strings as they are, everything else as JSON.
        case text
        /// With its normalized path before it.
        case paths
    }

    private let path: JSONPath
    private let console: Console

    /// Reads the JSONPath.
    ///
    /// - Throws: exits 64 when it is wrong, after showing where.
    init(_ query: String, console: Console) throws {
        self.console = console
        do throws(JSONPathError) {
            path = try JSONPath(query)
        } catch {
            let source = SourceFile(name: "query", text: query)
            let span = SourceSpan(file: source, start: error.range.lowerBound, end: error.range.upperBound)
            console.show([Diagnostic(code: .badQuery, title: error.message, span: span, label: error.hint)])
            throw ExitStatus.exit(.usage)
        }
    }

    /// Prints what it selects in a JSON text.
    ///
    /// - Throws: exits 65 when the text is not JSON, after showing where.
    func print(from bytes: [UInt8], named name: String, style: Style = .json) throws {
        let root = try parse(bytes, named: name)
        var output = BufferedOutput()
        if style == .paths {
            for (place, node) in path.locatedNodes(in: root) { output.append(node, after: place + "\t") }
        } else {
            path.forEachNode(in: root) { node in
                if style == .text, let string = node.string {
                    output.append(string + "\n")
                } else {
                    output.append(node)
                }
            }
        }
        output.flush()
    }

    private func parse(_ bytes: [UInt8], named name: String) throws -> JSONNode {
        do throws(JSONSyntaxError) {
            return try JSONDocument(bytes).root
        } catch {
            let source = SourceFile(name: name, bytes: bytes)
            console.show([
                Diagnostic(
                    code: .badInput, title: "this is not JSON: expected \(error.expected), found \(error.found)",
                    span: SourceSpan(file: source, start: error.offset, end: error.offset + 1))
            ])
            throw ExitStatus.exit(.invalidInput)
        }
    }
}

extension DiagnosticCode {
    /// The JSONPath of the command line is wrong.
    static let badQuery = DiagnosticCode(rawValue: "E0401")
    /// The input is not JSON.
    static let badInput = DiagnosticCode(rawValue: "E1301")
}
