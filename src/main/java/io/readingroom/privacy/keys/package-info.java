/// The key-encryption key, which wraps every other key and is not in the database.
@NullMarked
package io.readingroom.privacy.keys;

import org.jspecify.annotations.NullMarked;
