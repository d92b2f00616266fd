package io.readingroom.pipeline;

import io.readingroom.access.ScriptedIssuer;
import java.util.ArrayList;
import java.util.List;

/// The scripted house with a guard at its door who asks for tokens of the scripted issuer.
public class GuardedHouse extends ScriptedHouse {

    @Override
    public List<TestResourceEntry> testResources() {
        List<TestResourceEntry> all = new ArrayList<>(super.testResources());
        all.add(new TestResourceEntry(ScriptedIssuer.class));
        return all;
    }
}
