/// Which facts to ask for: profiles read from small files, so that the questions are data.
@NullMarked
package io.readingroom.reading.profile;

import org.jspecify.annotations.NullMarked;
