package io.readingroom.result;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.readingroom.analysis.Analysis;
import io.readingroom.document.DocumentId;
import io.readingroom.privacy.DocumentErased;
import io.readingroom.privacy.DocumentKeys;
import io.readingroom.privacy.SealedJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;

/// Keeps texts and analyses as sealed rows.
@ApplicationScoped
class SealedResults implements Results, PanacheRepositoryBase<SealedResult, SealedResult.Key> {

    private static final String TEXT = "text";
    private static final String ANALYSIS = "analysis";

    private final DocumentKeys keys;
    private final SealedJson json;
    private final Event<Analysis> kept;

    SealedResults(DocumentKeys keys, SealedJson json, Event<Analysis> kept) {
        this.keys = keys;
        this.json = json;
        this.kept = kept;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void keep(KeptText text) {
        keep(text.document(), TEXT, text);
    }

    @Override
    @Transactional
    public Optional<KeptText> text(DocumentId document) {
        return open(document, TEXT, KeptText.class);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void keep(Analysis analysis) {
        keep(analysis.documentId(), ANALYSIS, analysis);
        kept.fire(analysis);
    }

    @Override
    @Transactional
    public Optional<Analysis> analysis(DocumentId document) {
        return open(document, ANALYSIS, Analysis.class);
    }

    void onErased(@Observes DocumentErased erased) {
        erased.released(
                "result.sealed", delete("key.document", erased.document().value()));
    }

    private void keep(DocumentId document, String purpose, Object content) {
        byte[] sealed = keys.seal(document, purpose, json.write(content));
        getEntityManager().merge(new SealedResult(key(document, purpose), sealed));
    }

    private <T> Optional<T> open(DocumentId document, String purpose, Class<T> type) {
        return findByIdOptional(key(document, purpose))
                .map(row -> json.read(keys.open(document, purpose, row.sealed()), type));
    }

    private static SealedResult.Key key(DocumentId document, String purpose) {
        return new SealedResult.Key(document.value(), purpose);
    }
}
