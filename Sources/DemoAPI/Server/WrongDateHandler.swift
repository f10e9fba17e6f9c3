import Foundation
import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Sets the `Date` field by a clock that is wrong; the server itself knows only the right time.
///
/// Only the connections that are opened while the clock is wrong have it.
final class WrongDateHandler: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let clock: Clock

    init(clock: Clock) {
        self.clock = clock
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .head(var head) = unwrapOutboundIn(data) else {
            return context.write(data, promise: promise)
        }
        head.headerFields[.date] = Self.text(clock.now)
        context.write(wrapOutboundOut(.head(head)), promise: promise)
    }

    /// The instant as HTTP writes it (RFC 9110 5.6.7).
    private static func text(_ seconds: Double) -> String {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(secondsFromGMT: 0)
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        return format.string(from: Date(timeIntervalSince1970: seconds))
    }
}
