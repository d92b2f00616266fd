package io.readingroom.access;

import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/// Tokens that look right and are not.
enum Forgery {
    WITHOUT_A_SIGNATURE("token-invalid") {
        @Override
        String of(ScriptedIssuer issuer, JwtClaims claims) {
            return issuer.unsigned(claims);
        }
    },
    WITH_ITS_SIGNATURE_STRIPPED("token-invalid") {
        @Override
        String of(ScriptedIssuer issuer, JwtClaims claims) {
            String token = issuer.signed(claims);
            return token.substring(0, token.lastIndexOf('.') + 1);
        }
    },
    WITH_OTHER_CLAIMS_THAN_WERE_SIGNED("token-invalid") {
        @Override
        String of(ScriptedIssuer issuer, JwtClaims claims) {
            String[] signed = issuer.signed(claims).split("\\.", -1);
            claims.setStringClaim("tenant", "south");
            return signed[0] + "." + issuer.signed(claims).split("\\.", -1)[1] + "." + signed[2];
        }
    },
    SIGNED_BY_THE_PUBLIC_KEY_AS_A_SECRET("token-invalid") {
        @Override
        String of(ScriptedIssuer issuer, JwtClaims claims) {
            return issuer.byPublicKeyAsSecret(claims);
        }
    },
    OF_A_KEY_THAT_NOBODY_KNOWS("token-invalid") {
        @Override
        String of(ScriptedIssuer issuer, JwtClaims claims) {
            return issuer.byUnknownKey(claims);
        }
    },
    OF_A_KEY_UNDER_A_FALSE_NAME("token-invalid") {
        @Override
        String of(ScriptedIssuer issuer, JwtClaims claims) {
            return issuer.byFalseKey(claims);
        }
    },
    OF_ANOTHER_REALM("token-invalid") {
        @Override
        String of(ScriptedIssuer issuer, JwtClaims claims) {
            return issuer.ofAnotherRealm(claims);
        }
    },
    OF_ANOTHER_ISSUER("token-invalid") {
        @Override
        String of(ScriptedIssuer issuer, JwtClaims claims) {
            claims.setIssuer("https://elsewhere.example");
            return issuer.signed(claims);
        }
    },
    FOR_ANOTHER_AUDIENCE("token-invalid") {
        @Override
        String of(ScriptedIssuer issuer, JwtClaims claims) {
            claims.setAudience("another-system");
            return issuer.signed(claims);
        }
    },
    FOR_NO_AUDIENCE("token-invalid") {
        @Override
        String of(ScriptedIssuer issuer, JwtClaims claims) {
            claims.unsetClaim("aud");
            return issuer.signed(claims);
        }
    },
    THAT_HAS_EXPIRED("token-expired") {
        @Override
        String of(ScriptedIssuer issuer, JwtClaims claims) {
            claims.setExpirationTime(NumericDate.fromMilliseconds(System.currentTimeMillis() - 60_000));
            return issuer.signed(claims);
        }
    },
    THAT_NEVER_EXPIRES("token-invalid") {
        @Override
        String of(ScriptedIssuer issuer, JwtClaims claims) {
            claims.unsetClaim("exp");
            return issuer.signed(claims);
        }
    },
    THAT_IS_NOT_VALID_YET("token-invalid") {
        @Override
        String of(ScriptedIssuer issuer, JwtClaims claims) {
            claims.setNotBefore(NumericDate.fromMilliseconds(System.currentTimeMillis() + 60_000));
            return issuer.signed(claims);
        }
    },
    THAT_IS_NONE("token-invalid") {
        @Override
        String of(ScriptedIssuer issuer, JwtClaims claims) {
            return "opaque";
        }
    };

    private final String reason;

    Forgery(String reason) {
        this.reason = reason;
    }

    /// The register's word for what is wrong with it.
    String reason() {
        return reason;
    }

    abstract String of(ScriptedIssuer issuer, JwtClaims claims);
}
