/// A key-encryption key that stays in a key service: the Transit engine of HashiCorp Vault or OpenBao.
@NullMarked
package io.readingroom.privacy.vault;

import org.jspecify.annotations.NullMarked;
