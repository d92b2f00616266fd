package io.readingroom.egress;

/// A place that the configuration names.
///
/// @param host a name or an address
record Destination(Purpose purpose, String host, int port) {}
