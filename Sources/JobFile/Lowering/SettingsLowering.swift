internal import Diagnostics

/// Makes the settings of how requests travel and are sent again.
enum SettingsLowering {
    static func transport(
        _ section: LayeredSection, timeout: Duration = TransportSettings().timeout, with loader: inout Loader
    ) -> TransportSettings {
        let standard = TransportSettings()
        return TransportSettings(
            timeout: loader.value(section[SettingKeys.timeout]) ?? timeout,
            connectTimeout: loader.value(section[SettingKeys.connectTimeout]) ?? standard.connectTimeout,
            idleTimeout: loader.value(section[SettingKeys.idleTimeout]) ?? standard.idleTimeout,
            maxResponse: loader.value(section[SettingKeys.maxResponse])?.bytes ?? standard.maxResponse,
            tls: tls(section[SettingKeys.tls], with: &loader),
            proxy: loader.value(section[SettingKeys.proxy]),
            unixSocket: loader.value(section[SettingKeys.unixSocket]),
            httpVersion: loader.value(section[SettingKeys.httpVersion]) ?? standard.httpVersion)
    }

    private static func tls(_ section: CheckedSection?, with loader: inout Loader) -> TLSSettings {
        guard let section else { return TLSSettings() }
        return TLSSettings(
            certificate: loader.value(section[TLSKeys.certificate]), key: loader.value(section[TLSKeys.key]),
            authorities: loader.value(section[TLSKeys.authorities]))
    }

    /// What a call says about retries, on top of what the defaults say.
    static func retry(_ section: LayeredSection, with loader: inout Loader) -> RetrySettings {
        let base = section.base?[SettingKeys.retry]
        switch section[SettingKeys.retry] {
        case nil: return RetrySettings()
        case .short: return RetrySettings(maxAttempts: 1)
        case .long(let own):
            let base: CheckedSection? = if case .long(let base)? = base { base } else { nil }
            return retry(keys: LayeredSection(own: own, base: base), with: &loader)
        }
    }

    private static func retry(keys section: LayeredSection, with loader: inout Loader) -> RetrySettings {
        let standard = RetrySettings()
        return RetrySettings(
            maxAttempts: loader.value(section[RetryKeys.attempts]) ?? standard.maxAttempts,
            baseDelay: loader.value(section[RetryKeys.base]) ?? standard.baseDelay,
            maxDelay: loader.value(section[RetryKeys.max]) ?? standard.maxDelay,
            statuses: section[RetryKeys.statuses].map { $0.flatMap { Array($0.value) } } ?? standard.statuses)
    }
}
