// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target of ours: the Swift 6 language mode of the tools version, and the stricter rules on top.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// What no record passes through is built for size: a short run is faster the less of the binary it has to map.
let small: [SwiftSetting] = strict + [.unsafeFlags(["-Osize"], .when(configuration: .release))]

/// A layer of the house: a library target in `Sources/NAME`.
func layer(_ name: String, _ dependencies: [Target.Dependency] = [], settings: [SwiftSetting] = strict) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// A C library that is loaded when it is first needed.
func loaded(_ name: String, _ headers: Target.Dependency) -> Target {
    .target(name: name, dependencies: [headers], linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))])
}

/// The tests of a layer, in `Tests/NAMETests`.
func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.target(name: name)] + dependencies,
        swiftSettings: strict)
}

/// What makes the release binary start sooner, with GNU's linker.
let quickStart = [
    // The static Swift library exports every symbol, which each library's loading has to look through; CCurl says why
    // one of ours has to be seen.
    "-Xlinker", "--no-export-dynamic",
    "-Xlinker", "--export-dynamic-symbol=_gnutls_global_init_skip",
    // The static C++ library instead of the shared one. What it throws with has notes for a tracer, which the linker
    // cannot leave out when nothing throws.
    "-L\(Context.packageDirectory)/Sources/errand/Linking",
    "-Xlinker", "--undefined=__cxa_throw", "-Xlinker", "--undefined=__cxa_rethrow",
    // At a place of its own: moved to a random one, 62,000 pointers would be written anew at each start, 200 pages.
    "-Xclang-linker", "-no-pie",
    // Where no large pages fit: with them twice as much of the file counts as memory of the process.
    "-Xlinker", "-Ttext-segment=0x411000",
]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let jwtKit = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")

let package = Package(
    name: "errand",
    products: [
        .executable(name: "errand", targets: ["errand"]),
        .executable(name: "DemoAPI", targets: ["DemoAPI"]),
        .executable(name: "Benchmarks", targets: ["Benchmarks"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        // What checks the tokens that errand signs, in DemoAPI and in tests.
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
        // Without its trait for Foundation, which would bring all of Foundation into `errand`.
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    ],
    targets: [
        // 0: system libraries
        // Headers only: with pkg-config they would be linked, and the targets below load them when they are needed.
        .systemLibrary(name: "CLibcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CLibSQLite", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CLibPostgres", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(
            name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(
            name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(
            name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),

        // Their functions, as calls into the library that is loaded when the program runs.
        loaded("CCurl", "CLibcurl"),
        loaded("CSQLite", "CLibSQLite"),
        loaded("CPostgres", "CLibPostgres"),

        // 1: text, values, secrets
        layer("Diagnostics", settings: small),
        layer("JSON"),
        layer("Secrets", settings: small),
        layer("IRegexp"),
        layer(
            "JWT",
            [
                "JSON", "Secrets", crypto, .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
            ], settings: small),

        // 2: the three grammars
        layer("YAML", ["CYAML", "Diagnostics"], settings: small),
        layer("JSONPath", ["JSON", "IRegexp"]),
        layer("Template", ["JSON", "IRegexp", "Secrets", crypto]),

        // 3: the job language
        layer(
            "JobFile", ["Diagnostics", "JSON", "JSONPath", "IRegexp", "JWT", "Secrets", "Template", "YAML"],
            settings: small),

        // 4: the wire
        layer("HTTP", ["CCurl", "CZlib", "CZstd", "Secrets"]),
        layer("Database", ["CSQLite", "CPostgres", "JSON", "Secrets"]),
        layer("Processes", [.product(name: "Subprocess", package: "swift-subprocess")], settings: small),

        // 5: tokens and outputs
        layer(
            "Auth", ["Diagnostics", "HTTP", "JSON", "JSONPath", "JWT", "JobFile", "Processes", "Secrets"],
            settings: small),
        layer("State", ["Database", "JSON", "Secrets"], settings: small),
        layer("Sinks", ["CZlib", "CZstd", "Database", "JSON", "Secrets", crypto]),

        // 6: the run
        layer(
            "Engine",
            [
                "Auth", "Database", "Diagnostics", "HTTP", "IRegexp", "JSON", "JSONPath", "JWT", "JobFile", "Processes",
                "Secrets", "Sinks", "State", "Template", "YAML", crypto,
            ]),

        // 7: the command line
        .executableTarget(
            name: "errand",
            dependencies: [
                "Auth", "Diagnostics", "Engine", "HTTP", "JSON", "JSONPath", "JWT", "JobFile", "Secrets", "Sinks",
                "State", "Template", "YAML",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Documentation.docc", "Linking"],
            swiftSettings: small,
            linkerSettings: [.unsafeFlags(quickStart, .when(platforms: [.linux], configuration: .release))]),

        // The stand-in API of the quickstart, the examples and the tests; never part of `errand`.
        .executableTarget(
            name: "DemoAPI",
            dependencies: [
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                jwtKit,
            ],
            swiftSettings: strict),

        tests(of: "Diagnostics"),
        tests(of: "JSON"),
        tests(of: "Secrets"),
        tests(of: "IRegexp"),
        tests(of: "JWT", ["JSON", "Secrets", jwtKit]),
        tests(of: "YAML", ["Diagnostics"]),
        tests(of: "JSONPath", ["JSON"]),
        tests(of: "Template", ["JSON", "Secrets"]),
        tests(of: "JobFile", ["Diagnostics", "JSON", "JSONPath", "JWT", "Secrets", "Template", "YAML"]),
        tests(of: "HTTP", ["Secrets"]),
        tests(of: "Processes"),
        tests(of: "Auth", ["Diagnostics", "HTTP", "JSON", "JSONPath", "JWT", "JobFile", "Secrets", jwtKit]),
        tests(of: "Database", ["JSON", "Secrets"]),
        tests(of: "State", ["Database", "JSON", "Secrets"]),
        tests(of: "Sinks", ["Database", "JSON", "Secrets"]),
        tests(
            of: "Engine",
            ["Database", "Diagnostics", "HTTP", "JSON", "JobFile", "Secrets", "Sinks", "State", "Template"]
        ),
        .testTarget(
            name: "EndToEnd", dependencies: ["errand", "DemoAPI", "Database", "Secrets"], path: "Tests/EndToEnd",
            exclude: ["Cases", "Golden", "Servers"], swiftSettings: strict),
        .executableTarget(
            name: "Benchmarks", dependencies: ["JSON"], path: "Tests/Benchmarks", exclude: ["run.sh"],
            swiftSettings: strict),
    ]
)
