public import JSON
public import Secrets
public import Template

/// What the roots of the load stand for: `env`, `inputs`, `secrets` and `vars`.
public struct JobValues: Sendable {
    /// The environment, by name: `env.NAME`.
    public let environment: [String: String]
    /// The inputs, by name, in their declared types: `inputs.NAME`.
    public let inputs: [String: JSONValue]
    /// The secrets, by name: `secrets.NAME`.
    public let secrets: [String: Secret]
    /// The variables, by name, evaluated: `vars.NAME`.
    public let vars: [String: TemplateValue]
    /// The variables whose values may differ from run to run by themselves: what they are made of, by way of others too,
    /// calls `now()`, `uuid()` or `read()`, or has a secret in it.
    public let unsteadyVars: Set<String>

    /// Makes values; by default there are none.
    public init(
        environment: [String: String] = [:],
        inputs: [String: JSONValue] = [:],
        secrets: [String: Secret] = [:],
        vars: [String: TemplateValue] = [:],
        unsteadyVars: Set<String> = []
    ) {
        self.environment = environment
        self.inputs = inputs
        self.secrets = secrets
        self.vars = vars
        self.unsteadyVars = unsteadyVars
    }
}
