package io.readingroom.statement;

import io.readingroom.inference.InferenceException;
import io.readingroom.inference.ModelDoor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Whether the model runs on the configured server itself.
@ApplicationScoped
class ModelCheck implements Check {

    private static final String CHECK = "local-model";

    private final ModelDoor door;
    private final String engine;

    ModelCheck(ModelDoor door, @ConfigProperty(name = "reading-room.engine", defaultValue = "ollama") String engine) {
        this.door = door;
        this.engine = engine;
    }

    @Override
    public List<Finding> look() {
        if (!"ollama".equals(engine)) {
            return List.of(Finding.passed(CHECK, "No model is used."));
        }
        try {
            return List.of(Finding.passed(
                    CHECK,
                    "The server runs the model " + door.card().digest() + " itself, and has no cloud or has it"
                            + " switched off."));
        } catch (InferenceException.Misconfigured wrong) {
            return List.of(finding(wrong.code()));
        } catch (InferenceException away) {
            return List.of(Finding.unknown(CHECK, "The model server does not answer now (" + away.code() + ")."));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return List.of(Finding.unknown(CHECK, "The service is stopping."));
        }
    }

    @Override
    public boolean isLocal() {
        return false;
    }

    /// A model that is not there yet is pulled while the service waits; one that runs elsewhere is refused.
    private static Finding finding(String code) {
        return code.equals("model-remote")
                ? Finding.failed(
                        CHECK,
                        "The model runs elsewhere: name a model in reading-room.inference.model that the server"
                                + " itself holds, and start the server with OLLAMA_NO_CLOUD=1.")
                : Finding.unknown(CHECK, "The model cannot be asked for now (" + code + ").");
    }
}
