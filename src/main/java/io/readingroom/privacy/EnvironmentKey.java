package io.readingroom.privacy;

/// A key-encryption key from an environment variable.
record EnvironmentKey(KeyWrapping wrapping) implements KeyEncryptionKey {

    static EnvironmentKey parse(String variable, String value) {
        return new EnvironmentKey(KeyWrapping.parse("environment variable " + variable, value));
    }

    @Override
    public String id() {
        return wrapping.id();
    }

    @Override
    public byte[] wrap(byte[] key, byte[] context) {
        return wrapping.wrap(key, context);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] context) {
        return wrapping.unwrap(wrapped, context);
    }
}
