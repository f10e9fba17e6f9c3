import JSON
import JWT
import Secrets

extension TokenLife {
    /// The life in seconds that a token states itself, from before it was asked for; nil for one that is no JWT.
    static func seconds(ofJWT token: String, from start: Moment) -> Double? {
        guard let claims = JWTClaims.decode(Secret(token))?.claims, let end = claims["exp"]?.number?.double else {
            return nil
        }
        if end > start.wall { return end - start.wall }
        // Nobody hands out expired tokens: the clocks differ.
        return claims["iat"]?.number?.double.map { end - $0 }
    }
}
