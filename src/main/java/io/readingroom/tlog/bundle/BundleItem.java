package io.readingroom.tlog.bundle;

/// What a bundle holds of one entry of the log. An array without bytes stands for what is withheld.
///
/// @param entry the bytes that are hashed into the tree; none when the entry is another tenant's
/// @param body the event as it is stored; none when it is withheld, or gone after its time
@SuppressWarnings("ArrayRecordComponent") // never compared
public record BundleItem(byte[] entry, byte[] body) {

    /// An entry that is not shown.
    public static final BundleItem WITHHELD = new BundleItem(new byte[0], new byte[0]);

    /// An entry without its body.
    public static BundleItem withoutBody(byte[] entry) {
        return new BundleItem(entry, new byte[0]);
    }
}
