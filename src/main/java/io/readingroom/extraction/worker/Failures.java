package io.readingroom.extraction.worker;

import io.readingroom.document.RefusedException;
import io.readingroom.extraction.ExtractionRefusal;
import java.io.EOFException;
import org.apache.commons.compress.archivers.zip.UnsupportedZipFeatureException;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.poi.util.RecordFormatException;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaMemoryLimitException;
import org.apache.tika.exception.UnsupportedFormatException;
import org.apache.tika.exception.ZeroByteFileException;
import org.jspecify.annotations.Nullable;

/// What a parser's failure says about its document.
final class Failures {

    private static final int DEEPEST_CAUSE = 20;

    private Failures() {}

    static ExtractionRefusal refusal(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            ExtractionRefusal told = told(cause);
            if (told != null) {
                return told;
            }
            cause = cause.getCause();
        }
        return ExtractionRefusal.CORRUPT;
    }

    private static @Nullable ExtractionRefusal told(Throwable cause) {
        return switch (cause) {
            case RefusedException refused when refused.refusal() instanceof ExtractionRefusal refusal -> refusal;
            case EncryptedDocumentException _ -> ExtractionRefusal.ENCRYPTED;
            case org.apache.poi.EncryptedDocumentException _ -> ExtractionRefusal.ENCRYPTED;
            case InvalidPasswordException _ -> ExtractionRefusal.ENCRYPTED;
            case UnsupportedZipFeatureException zip
            when UnsupportedZipFeatureException.Feature.ENCRYPTION.equals(zip.getFeature()) ->
                ExtractionRefusal.ENCRYPTED;
            case TikaMemoryLimitException _ -> ExtractionRefusal.LIMIT;
            case StackOverflowError _ -> ExtractionRefusal.LIMIT;
            case RecordFormatException tooLong when mentions(tooLong, "Tried to allocate") -> ExtractionRefusal.LIMIT;
            case UnsupportedFormatException _ -> ExtractionRefusal.UNSUPPORTED;
            case ZeroByteFileException _ -> ExtractionRefusal.NO_TEXT;
            case EOFException _ -> ExtractionRefusal.TRUNCATED;
            default -> null;
        };
    }

    private static boolean mentions(Throwable cause, String words) {
        String message = cause.getMessage();
        return message != null && message.contains(words);
    }
}
