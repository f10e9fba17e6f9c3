/// The keys of `tls`.
enum TLSKeys {
    static let certificate = Key(
        "cert", .loaded(.path), .load,
        doc: "The client's certificate, a PEM file; a relative path starts from the current folder.",
        example: "client.pem")
    static let key = Key(
        "key", .loaded(.path), .load, standard: "in the file of the certificate",
        doc: "The client's private key, a PEM file.", example: "client.key")
    static let authorities = Key(
        "ca", .loaded(.path), .load, standard: "the system's",
        doc: "The authorities that the server's certificate is checked against, a PEM file.",
        example: "company-ca.pem")

    static let section = Section(
        "tls", noun: "tls", title: "TLS", doc: "Certificates and keys of a connection.",
        keys: [certificate, key, authorities],
        example: """
            tls: {cert: client.pem, key: client.key, ca: company-ca.pem}
            """)
}
