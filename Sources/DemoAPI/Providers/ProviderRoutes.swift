import Hummingbird

/// The stand-ins for known providers, each under `/providers/NAME`, each answering as its provider documents it.
///
/// Any registered client works with any of them; a token is good only at the API of the one that issued it.
struct ProviderRoutes {
    let world: World

    func add(to router: Router<BasicRequestContext>) {
        Entra(desk: desk("entra")).add(to: router)
        Auth0(desk: desk("auth0")).add(to: router)
        Okta(desk: desk("okta")).add(to: router)
        Keycloak(desk: desk("keycloak")).add(to: router)
        GoogleServiceAccount(desk: desk("google")).add(to: router)
        GitHubApp(desk: desk("github")).add(to: router)
        Salesforce(desk: desk("salesforce")).add(to: router)
        Zoom(desk: desk("zoom")).add(to: router)
        PayPal(desk: desk("paypal")).add(to: router)
        Spotify(desk: desk("spotify")).add(to: router)
        DocuSign(desk: desk("docusign")).add(to: router)
        Snowflake(desk: desk("snowflake")).add(to: router)
        AmazonLWA(desk: desk("amazon-lwa")).add(to: router)
    }

    private func desk(_ name: String) -> ProviderDesk {
        ProviderDesk(world: world, name: name)
    }
}
