import Testing

/// Secrets of every kind: what people, generators and servers make of them.
struct SecretSample: Sendable, CustomTestStringConvertible {
    let name: String
    let value: String

    var testDescription: String { name }

    /// Whether it can stand in a header: printable and on one line.
    var fitsHeader: Bool { !value.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } }

    static let all: [SecretSample] = [
        .init(name: "eight bytes", value: "q7Zk-p2W"),
        .init(name: "hex", value: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
        .init(name: "uuid", value: "3f2b8c1e-74d9-4a6b-9c05-d18e6f7a2b43"),
        .init(name: "base64", value: "Zm9v+mFy/3JhbmRvbQ/+x9w8AAECAw=="),
        .init(name: "base64url", value: "Zm9v-mFy_3JhbmRvbQ_-x9w8AAECAw"),
        .init(name: "jwt", value: "eyJhbGciOiJub25lIn0.eyJzdWIiOiJkZW1vIn0.c2lnbmF0dXJl"),
        .init(name: "azure", value: "Xy8Q~abC.dEf-GhI_jKl~mNo.pQr-StU_vWx"),
        .init(name: "spaces", value: "correct horse battery staple"),
        .init(name: "spaces around", value: "  two before, two after  "),
        .init(name: "double quotes", value: "say \"friend\" and \"enter\""),
        .init(name: "single quotes", value: "it's o'clock, isn't it"),
        .init(name: "backslashes", value: "C:\\keys\\new\\table"),
        .init(name: "slashes", value: "//path/to/the/secret//"),
        .init(name: "percent", value: "100%25%2Fsure%zz%"),
        .init(name: "form characters", value: "a+b&c=d;e?f#g+h"),
        .init(name: "html", value: "<b>&amp;\"'</b><script>"),
        .init(name: "braces", value: "${env.HOME} {{mustache}} $(sh)"),
        .init(name: "yaml", value: "- key: [a, {b: c}] # d"),
        .init(name: "punctuation", value: "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"),
        .init(name: "colons", value: "user:pass:word:more"),
        .init(name: "latin", value: "Schlüßel-für-Größe"),
        .init(name: "cyrillic", value: "секретный-ключ"),
        .init(name: "chinese", value: "密码是一个秘密密码"),
        .init(name: "emoji", value: "🔑🫖👩‍👩‍👧‍👦🔒🗝️"),
        .init(name: "combining", value: "cafe\u{301}-nai\u{308}ve-secret"),
        .init(name: "two lines", value: "first line of it\nsecond line of it"),
        .init(
            name: "pem",
            value: """
                -----BEGIN PRIVATE KEY-----
                MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
                c0ffee+c0ffee/c0ffee+c0ffee/c0ffee==
                -----END PRIVATE KEY-----
                """),
        .init(name: "tabs", value: "column one\tcolumn two\tthree"),
        .init(name: "200 bytes", value: String(repeating: "aB3/+x9-", count: 25)),
        .init(name: "same letter", value: String(repeating: "z", count: 24)),
    ]
}
