import CPostgres

extension PostgresConnection {
    /// The error of a result, or of the connection when there is none.
    func error(of result: OpaquePointer?) -> DatabaseError {
        let state = field("C", of: result)
        if PQstatus(handle) == CONNECTION_BAD || PostgresConnection.isLost(state) {
            let reason = PostgresConnection.oneLine(String(cString: PQerrorMessage(handle)))
            return DatabaseError(.lost, url.masked("\(place): the connection is lost: \(reason)"), sqlState: state)
        }
        // Its primary message and hint; `DETAIL` and `CONTEXT` quote values of records.
        var message =
            field("M", of: result)
            ?? PostgresConnection.oneLine(String(cString: PQerrorMessage(handle)))
        if let hint = field("H", of: result) { message += "; \(hint)" }
        return DatabaseError(
            PostgresConnection.code(of: state ?? ""), url.masked(PostgresConnection.oneLine(message)), sqlState: state)
    }

    private func field(_ code: Unicode.Scalar, of result: OpaquePointer?) -> String? {
        guard let result, let text = PQresultErrorField(result, CInt(code.value)) else { return nil }
        return String(cString: text)
    }

    /// The server ends the connection (57P01 to 57P05), or it has ended (class 08).
    private static func isLost(_ state: String?) -> Bool {
        state?.hasPrefix("08") == true || state?.hasPrefix("57P0") == true
    }

    /// What kind of failure a code of SQL means (PostgreSQL's appendix A).
    static func code(of state: String) -> DatabaseError.Code {
        switch state {
        // Serialization failure, deadlock, lock not available, object in use, too many connections.
        case "40001", "40P01", "55P03", "55006", "53300": return .busy
        case "53100": return .full
        // Insufficient privilege, a transaction that may only read.
        case "42501", "25006": return .notAllowed
        default: return state.hasPrefix("23") ? .constraint : .failed
        }
    }

    /// A message without line ends: libpq puts one at the end, and one after each host that it has tried.
    static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline)
            .map { line in String(line.drop { $0 == "\t" || $0 == " " }) }
            .joined(separator: " ")
    }
}
