/// Certificates that are good for nothing but tests; the time of the tests is November 2023.
extension TestKey {
    /// One of the RSA key, of 2023 to 2043.
    static let certificate = """
        -----BEGIN CERTIFICATE-----
        MIICljCCAX4CAQEwDQYJKoZIhvcNAQELBQAwETEPMA0GA1UEAwwGY2xpZW50MB4X
        DTIzMDEwMTAwMDAwMFoXDTQzMDEwMTAwMDAwMFowETEPMA0GA1UEAwwGY2xpZW50
        MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAuyW12D7/kKNtHNEoJPep
        yvZLCL15EB208Ddwni5lHCVtxkTuMig/9v1op6wF5G3m90vvjHyIA74NhjxU6Ldb
        dYA7o1Us5enq45CNCHjj/BE9cNl0EPfbdL2KOBotdp1rqbJU/5L/nx8LHQPJDujt
        W/9JjfstZtbiopKWFPE0cFBJGjVzwHVlEiwk7KZMEBJ8PcNH+ljMWdK0XhEG3Ioh
        7ntZtC27hX787/chXzsigPwm1mYkysENxReQ6aYzolVavoWbb0xi87UruDbUQWhm
        NtiWxK8jX8BIOy3WlKGy6GigvzYVVPbYvzc0O1R8ts/A/Mmwg9N6hhKBKenWK1w5
        FwIDAQABMA0GCSqGSIb3DQEBCwUAA4IBAQAy9i9qqR/zHb9GMiDzMC/1Y+o4opNk
        lYJ+4Rsd6Wlu9byH2JBCoRoIxtyutDGaPcSflSCk2Vm8VLe+dnK8+TVXwjs75brR
        2jHNt0WUizwgKQ4Yez0gXsVDPtRYAHkG5ecp9XYtewhzZVaLZwk+VcbNcLmWKCzj
        oG5GiSHlKNbZECe803nMvhpKbe03jgHC4Zf+bcWwDR0Jy8HzmWCGfV4V/RFTArXR
        AI/NhsbLZB5Ta9z/Jiu+EbBnVAAKaziYE3Bor6nNvOYxOvuwvFs4FrzEMhpAU9CD
        lFhCFNpYdXP9ouChdmuuCbyiMnQUUYXhkfV8EPG0zV4AE5oqg+UYPwJK
        -----END CERTIFICATE-----
        """

    /// One of the RSA key that was over on 1 November 2023.
    static let expiredCertificate = """
        -----BEGIN CERTIFICATE-----
        MIICljCCAX4CAQMwDQYJKoZIhvcNAQELBQAwETEPMA0GA1UEAwwGY2xpZW50MB4X
        DTIwMDEwMTAwMDAwMFoXDTIzMTEwMTAwMDAwMFowETEPMA0GA1UEAwwGY2xpZW50
        MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAuyW12D7/kKNtHNEoJPep
        yvZLCL15EB208Ddwni5lHCVtxkTuMig/9v1op6wF5G3m90vvjHyIA74NhjxU6Ldb
        dYA7o1Us5enq45CNCHjj/BE9cNl0EPfbdL2KOBotdp1rqbJU/5L/nx8LHQPJDujt
        W/9JjfstZtbiopKWFPE0cFBJGjVzwHVlEiwk7KZMEBJ8PcNH+ljMWdK0XhEG3Ioh
        7ntZtC27hX787/chXzsigPwm1mYkysENxReQ6aYzolVavoWbb0xi87UruDbUQWhm
        NtiWxK8jX8BIOy3WlKGy6GigvzYVVPbYvzc0O1R8ts/A/Mmwg9N6hhKBKenWK1w5
        FwIDAQABMA0GCSqGSIb3DQEBCwUAA4IBAQA2rd5EmoIiK/o61YjFV5J/meXq85m9
        XfshbMdItKWa3+aoTTMXfVFRYTXKC+ZDn6MtbPC64SKxjiMShIz/mKkDZujplewK
        LYcISVs8fWOHQhtkv1WWchn00vgDIKBqxKAXRswRjoHOKLH2Wk13uvxv1Imve94b
        YfQuKuxtT0zrbOA6uUz1/M1qyV/Ckw8lXtczscawEMAUFBe7V1JsmWcCwYDEcBdQ
        K8U301hkKAVzl/1AwrkmYXSLjd18WYhmQE5JPUgrumpnQwoBBBkwb1CDzNpENF7a
        Co/Vc9ATBFtDuxkpcvEUozHZcecSSGEPxZK8ThMY0o8KvU6udk/O6trF
        -----END CERTIFICATE-----
        """

    /// One of the RSA key that begins in 2024.
    static let futureCertificate = """
        -----BEGIN CERTIFICATE-----
        MIICljCCAX4CAQIwDQYJKoZIhvcNAQELBQAwETEPMA0GA1UEAwwGY2xpZW50MB4X
        DTI0MDEwMTAwMDAwMFoXDTQzMDEwMTAwMDAwMFowETEPMA0GA1UEAwwGY2xpZW50
        MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAuyW12D7/kKNtHNEoJPep
        yvZLCL15EB208Ddwni5lHCVtxkTuMig/9v1op6wF5G3m90vvjHyIA74NhjxU6Ldb
        dYA7o1Us5enq45CNCHjj/BE9cNl0EPfbdL2KOBotdp1rqbJU/5L/nx8LHQPJDujt
        W/9JjfstZtbiopKWFPE0cFBJGjVzwHVlEiwk7KZMEBJ8PcNH+ljMWdK0XhEG3Ioh
        7ntZtC27hX787/chXzsigPwm1mYkysENxReQ6aYzolVavoWbb0xi87UruDbUQWhm
        NtiWxK8jX8BIOy3WlKGy6GigvzYVVPbYvzc0O1R8ts/A/Mmwg9N6hhKBKenWK1w5
        FwIDAQABMA0GCSqGSIb3DQEBCwUAA4IBAQCxBsfS1usrHVHMCHkRQFM24+oasoNr
        VG8pcTTgYVElAG2iUhpTlKf83WtU2lBALXYfrGQYeo+uQw/gPCEhVJDEj23gNnqe
        H9LeIl9vtRJdFIZ9fi3Ftgo5ChODdm6wuixiIjsmQIWB+OEmAcgWObKRccn/3nhF
        FWZkJ71aq/wXiVJd+yxw5ixyV6gudP/5oRdsgPlPyEbRnp6Js9eb4wyoABMPoYyR
        fmjkGYCfYUnItLzQv2gYtfTZBjNP6M2Su3tfvD2napYviGCMNKmR003kGG6S0vrM
        nZfelyTcv4I5uNuI8jLZEz/BtRnzVmZKLA9RufxFkeYKsIXB4Km/jPvK
        -----END CERTIFICATE-----
        """

    /// One of another key, on P-256.
    static let otherCertificate = """
        -----BEGIN CERTIFICATE-----
        MIIBBjCBrgIBBDAKBggqhkjOPQQDAjAQMQ4wDAYDVQQDDAVvdGhlcjAeFw0yMzAx
        MDEwMDAwMDBaFw00MzAxMDEwMDAwMDBaMBAxDjAMBgNVBAMMBW90aGVyMFkwEwYH
        KoZIzj0CAQYIKoZIzj0DAQcDQgAEuD2rcDSOMkSpcXOfyj0LpD64qefkjkSds9Vf
        NgaAD55HFBVsAs2fyvzy2rutR8qWRAxAdWPZwLRg8R6pzjJVMzAKBggqhkjOPQQD
        AgNHADBEAiByxGiNLFnYIJs26rAXvSDaTdp6+AIcFA19fwrJ4/ujrwIgVgYFI4gE
        nk2wT7/GJhpA89hi3X5Kb8CNuk3u3K7/M64=
        -----END CERTIFICATE-----
        """
}
