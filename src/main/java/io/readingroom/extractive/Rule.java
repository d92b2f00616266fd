package io.readingroom.extractive;

import io.readingroom.reading.Field;
import java.util.List;

/// Finds the values of one kind of fact.
interface Rule {

    /// The values in `scene`, in order.
    List<Find> find(Scene scene, Field field);
}
