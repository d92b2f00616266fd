package io.readingroom.result;

import io.readingroom.access.CallerIdentity;
import io.readingroom.admission.BreakGlass;
import io.readingroom.analysis.Analysis;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import io.readingroom.document.DocumentId;
import io.readingroom.document.Refusal;
import io.readingroom.document.RefusedException;
import io.readingroom.privacy.PrivacyRefusal;
import io.readingroom.privacy.SealedJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gives out what is kept, to its own tenant only. The access is committed to the register before a byte leaves.
@ApplicationScoped
public class Answers {

    private final Results results;
    private final Standings standings;
    private final CallerIdentity identity;
    private final BreakGlass glass;
    private final AuditLog register;
    private final SealedJson json;

    Answers(
            Results results,
            Standings standings,
            CallerIdentity identity,
            BreakGlass glass,
            AuditLog register,
            SealedJson json) {
        this.results = results;
        this.standings = standings;
        this.identity = identity;
        this.glass = glass;
        this.register = register;
        this.json = json;
    }

    /// The analysis as JSON, in UTF-8.
    ///
    /// @param emergency the reason that a caller states who is no reader, see [BreakGlass]; null for none
    /// @throws RefusedException when there is none, or not for this caller
    @Transactional
    public byte[] json(DocumentId document, @Nullable String emergency) {
        return json.write(AnalysisView.of(analysis(document, "json", emergency)));
    }

    /// The analysis as Markdown.
    ///
    /// @param emergency the reason that a caller states who is no reader, see [BreakGlass]; null for none
    /// @throws RefusedException when there is none, or not for this caller
    @Transactional
    public String markdown(DocumentId document, @Nullable String emergency) {
        return MarkdownReport.of(analysis(document, "markdown", emergency));
    }

    /// The text as JSON, in UTF-8. It is there once it was extracted, whatever became of the reading.
    ///
    /// @param emergency the reason that a caller states who is no reader, see [BreakGlass]; null for none
    /// @throws RefusedException when there is none, or not for this caller
    @Transactional
    public byte[] text(DocumentId document, @Nullable String emergency) {
        Standing standing = standing(document);
        Optional<KeptText> text = results.text(document);
        if (text.isEmpty()) {
            throw new RefusedException(reason(standing));
        }
        glass.look(document, emergency);
        register.record(new AuditEvent.TextAccessed(document));
        return json.write(TextView.of(text.get()));
    }

    private Analysis analysis(DocumentId document, String form, @Nullable String emergency) {
        Standing standing = standing(document);
        Optional<Analysis> analysis = results.analysis(document);
        if (analysis.isEmpty()) {
            throw new RefusedException(reason(standing));
        }
        glass.look(document, emergency);
        register.record(new AuditEvent.AnalysisAccessed(document, form));
        return analysis.get();
    }

    private Standing standing(DocumentId document) {
        return standings
                .find(document)
                .filter(s -> s.tenant().equals(identity.current().tenant()))
                .orElseThrow(() -> new RefusedException(PrivacyRefusal.UNKNOWN));
    }

    private static Refusal reason(Standing standing) {
        Refusal problem = standing.problem();
        return problem == null ? new NotReady(standing.pause()) : problem;
    }
}
