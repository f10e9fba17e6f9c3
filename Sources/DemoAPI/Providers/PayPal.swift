import HTTPTypes
import Hummingbird

/// PayPal: Basic, nine hours, a long `scope` in the answer.
struct PayPal {
    let desk: ProviderDesk

    private static let scope = [
        "https://uri.paypal.com/services/reporting/search/read", "https://uri.paypal.com/services/invoicing",
        "https://uri.paypal.com/services/disputes/read-buyer",
        "https://uri.paypal.com/services/payments/realtimepayment",
        "https://uri.paypal.com/services/disputes/update-seller",
        "https://uri.paypal.com/services/payments/payment/authcapture", "openid",
        "https://uri.paypal.com/services/disputes/read-seller", "https://uri.paypal.com/services/payments/refund",
        "https://api.paypal.com/v1/vault/credit-card", "https://api.paypal.com/v1/payments/.*",
        "https://uri.paypal.com/payments/payouts", "https://api.paypal.com/v1/vault/credit-card/.*",
        "https://uri.paypal.com/services/subscriptions", "https://uri.paypal.com/services/applications/webhooks",
    ]

    func add(to router: Router<BasicRequestContext>) {
        desk.addTokens("/v1/oauth2/token", to: router) { call, _ in try token(call) }
        let refusal = ProviderError(
            .unauthorized, "invalid_token", "Token signature verification failed",
            headers: HTTPFields(named: ["WWW-Authenticate": "Bearer error=\"invalid_token\""]))
        desk.addAPI(to: router, refusal: refusal) { request in
            let query = Query(request)
            let size = try query.int("page_size", default: 100)
            let number = max(1, try query.int("page", default: 1))
            let page = ProviderRecords(start: (number - 1) * size, size: size)
            let transactions = page.list {
                [
                    "transaction_info": [
                        "transaction_id": "PAYID-\($0.number)", "transaction_initiation_date": "\($0.date)",
                        "transaction_amount": ["currency_code": "EUR", "value": "\($0.number * 10).50"],
                    ],
                    "payer_info": ["email_address": "\($0.email)"],
                ]
            }
            return .json([
                "transaction_details": transactions, "account_number": "DEMO", "page": .int(number),
                "total_items": .int(page.total), "total_pages": .int((page.total + size - 1) / max(size, 1)),
            ])
        }
    }

    private func token(_ call: TokenCall) throws -> Response {
        guard case .right(let client) = desk.secret(call, in: [.raw, .form]) else {
            throw ProviderError(.unauthorized, "invalid_client", "Client Authentication failed")
        }
        guard call.form["grant_type"] == "client_credentials" else {
            throw ProviderError(.badRequest, "unsupported_grant_type", "Grant Type is NULL or unsupported")
        }
        let token = desk.issue(.init(client: client, scopes: Self.scope, lifetime: 32_400, prefix: "A21AA"))
        return .json([
            "scope": .string(Self.scope.joined(separator: " ")), "access_token": .string(token),
            "token_type": "Bearer", "app_id": "APP-80W284485P519543T", "expires_in": 32400,
            "nonce": "2024-01-01T09:00:00ZdemoNonce",
        ])
    }
}
