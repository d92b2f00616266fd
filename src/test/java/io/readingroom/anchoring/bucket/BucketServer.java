package io.readingroom.anchoring.bucket;

import java.net.URI;

/// An object store that tests ask, with one bucket and one user.
interface BucketServer extends AutoCloseable {

    String BUCKET = "anchors";
    String ACCESS_KEY = "AKREADINGROOM";
    String SECRET_KEY = "a+secret/of=the-test";

    URI address();

    @Override
    void close();
}
