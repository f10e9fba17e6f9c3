/// The tables of the state.
enum StateSchema {
    /// The version of what is written; a store of a later one is refused.
    static let version: Int64 = 1
    /// The table that says which version a store has.
    static let meta = "errand_meta"

    /// Makes all tables.
    static func statements(_ dialect: SQLDialect) -> [String] {
        let text = dialect.text
        let scope = "job \(text) NOT NULL, call \(text) NOT NULL, key \(text) NOT NULL"
        var statements = [
            "CREATE TABLE \(meta) (name \(text) PRIMARY KEY NOT NULL, value \(text) NOT NULL)\(dialect.keyed)",
            """
            CREATE TABLE errand_state_positions (\(scope), value \(text) NOT NULL, updated_at \(text) NOT NULL, \
            PRIMARY KEY (job, call, key))\(dialect.keyed)
            """,
            """
            CREATE TABLE errand_epochs (\(scope), epoch \(dialect.integer) NOT NULL, PRIMARY KEY (job, call, key))\
            \(dialect.keyed)
            """,
            """
            CREATE TABLE errand_entries (\(scope), kind \(text) NOT NULL, name \(text) NOT NULL, \
            value \(text) NOT NULL, updated_at \(text) NOT NULL, PRIMARY KEY (job, kind, call, key, name))
            """,
            """
            CREATE TABLE errand_seen (\(scope), hash \(dialect.bytes) NOT NULL, mark \(dialect.integer) NOT NULL, \
            PRIMARY KEY (job, call, key, hash))\(dialect.keyed)
            """,
            "CREATE INDEX errand_seen_mark ON errand_seen (job, call, key, mark)",
            """
            CREATE TABLE errand_runs (id \(text) PRIMARY KEY NOT NULL, job \(text) NOT NULL, \
            started_at \(text) NOT NULL, ended_at \(text), outcome \(text), exit_code \(dialect.integer), \
            records \(dialect.integer) NOT NULL, failure \(text))
            """,
            "CREATE INDEX errand_runs_job ON errand_runs (job, started_at)",
            "INSERT INTO \(meta) (name, value) VALUES ('version', '\(version)')",
        ]
        if dialect == .postgres {
            statements.append(
                """
                CREATE TABLE errand_leases (job \(text) PRIMARY KEY NOT NULL, holder \(text) NOT NULL, \
                token bigint NOT NULL, expires_at timestamptz NOT NULL)
                """)
        }
        return statements
    }

    /// Refuses what a newer errand, or nobody of this name, has written.
    static func check(_ value: String?, place: String) throws(StateError) {
        guard let found = value.flatMap({ Int64($0) }) else {
            throw StateError(.damaged, "\(place): the version of the state is not to be found; restore a copy of it")
        }
        guard found <= version else {
            throw StateError(
                .newer,
                "\(place): this state is of version \(found), and this errand knows \(version) at most; use the newer "
                    + "errand, or name another place with --state")
        }
    }
}
