package io.readingroom.privacy.erasure;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.specification.RequestSpecification;
import java.util.Map;

/// Hands documents in.
public final class Upload {

    private Upload() {}

    /// A document that comes with these parts of the form; its identity.
    public static String with(Map<String, String> parts) {
        RequestSpecification request = given().multiPart("file", "a.txt", "Some words.".getBytes(UTF_8));
        parts.forEach(request::multiPart);
        return request.post("/v1/documents").then().statusCode(202).extract().path("id");
    }
}
