package io.readingroom.intake;

import io.readingroom.document.RefusedException;
import io.readingroom.privacy.retention.KeptFor;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// The parts of an upload.
@Schema(name = "Upload", requiredProperties = "file")
class UploadForm {

    @RestForm("file")
    @Schema(
            type = SchemaType.STRING,
            format = "binary",
            description = "The document, with its file name: PDF, DOCX, DOC, XLSX, XLS, PPTX, PPT, ODT, RTF, HTML, EML,"
                    + " MSG, TXT or Markdown. The name decides on the type together with the content and is not kept.")
    @Nullable
    FileUpload file;

    @RestForm
    @Schema(description = "BCP 47 tag of the language to answer in; the document's own when absent.", examples = "en")
    @Nullable
    String language;

    @RestForm
    @Schema(description = "The profile that says which facts are asked for.", examples = "general")
    @Nullable
    String profile;

    @RestForm
    @Schema(
            description = "The submitter's own reference, to find the document again. It is kept in plain until the"
                    + " document is erased: choose one that says nothing about a person.",
            examples = "contract-4711")
    @Nullable
    String sourceId;

    @RestForm
    @Schema(
            description = "The retention class, of those that the operator configured: when the document is erased by"
                    + " itself. Absent, it is the default one, or the document is kept until somebody erases it.",
            examples = "client-file")
    @Nullable
    String retention;

    @RestForm
    @Schema(
            description =
                    "An opaque reference to the person that the document is about, 1 to 128 characters. It is kept"
                            + " as a keyed digest alone: by the same reference all documents about the person can be erased or"
                            + " held, and nobody can read it.",
            examples = "client-4711")
    @Nullable
    String subject;

    @RestForm
    @Schema(description = "The same for the case that the document belongs to.", examples = "matter-17")
    @Nullable
    String matter;

    Upload upload(@Nullable String requestKey, String defaultProfile) {
        if (file == null) {
            throw new RefusedException(IntakeRefusal.FILE_MISSING);
        }
        return new Upload(
                file.uploadedFile(),
                String.valueOf(file.fileName()),
                given(language),
                profile == null || profile.isEmpty() ? defaultProfile : profile,
                given(sourceId),
                new KeptFor(given(retention), given(subject), given(matter)),
                requestKey);
    }

    /// A part that is there but empty, as forms in a browser send it, was not given.
    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }
}
