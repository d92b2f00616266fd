/// The door to an Ollama server: what it runs, what is sent to it and what its answers mean.
@NullMarked
package io.readingroom.inference.ollama;

import org.jspecify.annotations.NullMarked;
