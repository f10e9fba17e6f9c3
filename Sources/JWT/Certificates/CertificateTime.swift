internal import SwiftASN1

/// A moment in a certificate, RFC 5280 section 4.1.2.5: always in UTC and in full seconds.
enum CertificateTime {
    /// Seconds since 1970; nil for another node.
    static func seconds(_ field: DERField) -> Double? {
        if let time = try? UTCTime(derEncoded: field.node) {
            let day = days(year: time.year, month: time.month, day: time.day)
            return Double(day * 86_400 + time.hours * 3_600 + time.minutes * 60 + time.seconds)
        }
        guard let time = try? GeneralizedTime(derEncoded: field.node) else { return nil }
        let day = days(year: time.year, month: time.month, day: time.day)
        return Double(day * 86_400 + time.hours * 3_600 + time.minutes * 60 + time.seconds)
    }

    /// Days since 1970 in the Gregorian calendar, with years that begin in March so that leap days come last.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let years = month > 2 ? year : year - 1
        let monthsSinceMarch = (month + 9) % 12
        let dayOfYear = (153 * monthsSinceMarch + 2) / 5 + day - 1
        let leapDays = floorDivided(years, 4) - floorDivided(years, 100) + floorDivided(years, 400)
        return years * 365 + leapDays + dayOfYear - 719_468
    }

    private static func floorDivided(_ number: Int, _ divisor: Int) -> Int {
        number >= 0 ? number / divisor : (number + 1) / divisor - 1
    }
}
