/// The keys of a call of `finally`.
enum FinalCallKeys {
    static let section = Section(
        "final_call", noun: "a call of finally", title: "A call of finally",
        doc: "It knows how the run ended: `${run.outcome}`, `${run.exit_code}`, `${run.failures}`.",
        keys: [CallKeys.name] + RequestKeys.all
            + [SettingKeys.baseURL, SettingKeys.auth] + SettingKeys.transport + SettingKeys.pace
            + [CallKeys.condition, CallKeys.rules, CallKeys.expect, CallKeys.response, CallKeys.extract],
        groups: RequestKeys.groups,
        example: """
            finally:
              - post: https://monitor.example.com/orders
                json: {outcome: "${run.outcome}", failures: "${run.failures}"}
            """)
}
