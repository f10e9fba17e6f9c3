internal import JSON

extension FilterApplication {
    /// The value as a moment.
    func moment() throws(TemplateError) -> Moment {
        do throws(TemplateError) {
            if let number = value.number { return try Moment(unix: number) }
            guard value.kind == .string else { throw mismatch("a date") }
            return try Moment(parsing: try text())
        } catch {
            throw error.placed(at: call.nameRange)
        }
    }

    func date() throws(TemplateError) -> String {
        let pattern: DatePattern
        if case .format(let prepared)? = call.arguments[0].prepared {
            pattern = prepared
        } else {
            pattern = try Parameter.format(try argumentText(0), at: argumentRange(0))
        }
        let moment = try moment()
        do throws(TemplateError) {
            return pattern.text(of: try moment.local(in: try zone()))
        } catch {
            throw error.placed(at: call.nameRange)
        }
    }

    /// The zone that is named, or else the standard one.
    private func zone() throws(TemplateError) -> Zone {
        guard arguments.count > 1 else { return try functions.standardZone() }
        let name = try argumentText(1)
        guard let zone = functions.zones.zone(name) else { throw ZoneName.unknown(at: argumentRange(1)) }
        return zone
    }

    /// The seconds since 1970.
    func unix() throws(TemplateError) -> JSONNumber {
        let moment = try moment()
        do throws(TemplateError) {
            return try moment.unix(in: functions)
        } catch {
            throw error.placed(at: call.nameRange)
        }
    }

    /// The value moved on in time, in the form that it had.
    func shifted(by sign: Int) throws(TemplateError) -> JSONValue {
        let span: TimeSpan
        if case .duration(let prepared)? = call.arguments[0].prepared {
            span = prepared
        } else {
            span = try Parameter.duration(try argumentText(0), at: argumentRange(0))
        }
        let moment = try moment()
        do throws(TemplateError) {
            return try moment.shifted(by: span, sign: sign, in: functions)
        } catch {
            throw error.placed(at: call.nameRange)
        }
    }
}
