/// Keys that are good for nothing but tests.
enum TestKey {
    /// RSA, 2048 bits, PKCS#8.
    static let rsa = """
        -----BEGIN PRIVATE KEY-----
        MIIEvwIBADANBgkqhkiG9w0BAQEFAASCBKkwggSlAgEAAoIBAQC7JbXYPv+Qo20c
        0Sgk96nK9ksIvXkQHbTwN3CeLmUcJW3GRO4yKD/2/WinrAXkbeb3S++MfIgDvg2G
        PFTot1t1gDujVSzl6erjkI0IeOP8ET1w2XQQ99t0vYo4Gi12nWupslT/kv+fHwsd
        A8kO6O1b/0mN+y1m1uKikpYU8TRwUEkaNXPAdWUSLCTspkwQEnw9w0f6WMxZ0rRe
        EQbciiHue1m0LbuFfvzv9yFfOyKA/CbWZiTKwQ3FF5DppjOiVVq+hZtvTGLztSu4
        NtRBaGY22JbEryNfwEg7LdaUobLoaKC/NhVU9ti/NzQ7VHy2z8D8ybCD03qGEoEp
        6dYrXDkXAgMBAAECggEAAacinEo7mrFVXF75/SdpuU7nBGMEYG8+Xn7xw2m0NrmE
        FYDXQhX3SHopwUfl7/hFP08qSowrBNEUQguF0elxwFhfrnfjS7fQWnQsGrRqRCap
        ArZqZ+uYfK/rIwz7xf3HkwK/YZ2/NAiphOtydQ5vmA3Gss3eHCZR472BsUi/t+gG
        0Xvtqhq6PqIll3RdE+5MbMTa7QgUm63iqowO1BvNb3/F1rg/SwmjRHjyKkBvTccv
        oElS48HMcLYN8npc4hWrTysvndwAT58BqwoAOZM8LZ9yWwWMtGavRwoxnTpN7RaH
        bjBntHg9E/y1HQa14DwhrIkRLJZuMaqdDs1YkFyo0QKBgQD15VTL5YvgJLf5UZsi
        gZP1IOkBxBRcNeI5o0jv+jVvcm1DIrdpkpw7HlJwp9hV/cMtfw9jvDZq5XUVT3qD
        JXMTG8cwsVKdMUEDW+T0UE8BZ56f4phqzvvVtbyIrRTTJ9CPUf8yeyEM7S48SSlH
        m5AKEftz36os+K8vn3/+aWTnzwKBgQDC1mG8YvYSBCiaB8i0lXwUIU/5tRQRMlD8
        Kq4R57iSoKwS+RQgz1+BjyBeFVOOTFLuEz/1iCVOkxo143O99d1cdFOZw7vHIgG4
        Zz3lRp4llgQ3fX3ksdi7vXGoi9+XxLwvqqS9O2cvUGvLO4ttOEZ4LiWTMxJ7OaQN
        umc6b1ykOQKBgQCDYWzVJGh/8h56D6gb36/2IQdd8i4OtpuQwDWQQteaHEFUxY/J
        0JO44pKZrpRgHZ3TCThnyYApzT+pizWiLLg3VXgwBA5n/pEGAmtqPh54WazfMGrP
        ZpgXr2p0fEXMLFG6wczgY/lctr0laNGteOiU+NapKq/6J0Uy5L22aQmI8QKBgQCk
        NQ5WOYluEbcuahULrVjPlmvS5nwtKhz7CfV+/a6fVW7w5p/CL0Qs6zW6VXsAWO8j
        23FyO/ZFTNEwTaxEkyynORskYsSlxdFxWwHddDDhOJgBNHCgCAvD3pwmEwy02ohI
        HCePnLsQM1VGCb8uo9kwfKQKdWbEGAZd05Ygt656cQKBgQCUsX9CZcPWdsnDjpFW
        2Zp0DExt8cAP/Bh28t6a/fqHfkkdu+K0vFvm0u3tWJFhVFgkiOEEtXnWZaFxklJx
        SFhjq8AQFawl9pFqH5mfPCJ1tSa7p5eZXEL+DxdYe8blUBzokXJ0qLGyY2w6WAjT
        j+Pl7Wnewf0150pnqOjuTKsRIw==
        -----END PRIVATE KEY-----
        """
}
