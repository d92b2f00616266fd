package io.readingroom.extraction.worker;

import java.util.List;
import org.apache.tika.detect.CompositeDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.detect.microsoft.POIFSContainerDetector;
import org.apache.tika.detect.microsoft.ooxml.OPCPackageDetector;
import org.apache.tika.detect.zip.DefaultZipContainerDetector;
import org.apache.tika.detect.zip.OpenDocumentDetector;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.mail.RFC822Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.OldExcelParser;
import org.apache.tika.parser.microsoft.TNEFParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;

/// The allow-list of parsers, each made by name: nothing is found on the class path, no external program is
/// probed.
final class Parsers {

    private final MimeTypes mimeTypes = MimeTypes.getDefaultMimeTypes();
    private final EncodingDetector encoding = new CharsetGuess();
    private final Detector detector = new CompositeDetector(
            new POIFSContainerDetector(),
            new DefaultZipContainerDetector(List.of(new OPCPackageDetector(), new OpenDocumentDetector())),
            mimeTypes);
    private final PDFParser pdf = new PDFParser();
    private final OOXMLParser ooxml = new OOXMLParser();
    private final OfficeParser office = new OfficeParser();
    private final OldExcelParser oldExcel = new OldExcelParser();
    private final OpenDocumentParser openDocument = new OpenDocumentParser();
    private final RTFParser rtf = new RTFParser();
    private final JSoupParser html = new JSoupParser(encoding);
    private final RFC822Parser mail = new RFC822Parser();
    private final TNEFParser tnef = new TNEFParser();

    Parsers() {
        mail.setExtractAllAlternatives(true);
    }

    Detector detector() {
        return detector;
    }

    MediaTypeRegistry registry() {
        return mimeTypes.getMediaTypeRegistry();
    }

    /// The parser of a type from the list of types.
    Parser of(String type) {
        return switch (type) {
            case MediaTypes.PDF -> pdf;
            case MediaTypes.RTF -> rtf;
            case MediaTypes.HTML -> html;
            case MediaTypes.MAIL -> mail;
            case MediaTypes.ODT -> openDocument;
            case MediaTypes.TNEF -> tnef;
            case "application/msword",
                    "application/vnd.ms-excel",
                    "application/vnd.ms-powerpoint",
                    MediaTypes.OUTLOOK -> office;
            case String old when MediaTypes.isOldSheet(old) -> oldExcel;
            default -> ooxml;
        };
    }

    /// What the parsers of one document share. Everything that Tika would otherwise look for on the class
    /// path is set.
    ParseContext context(Attachments attachments) {
        ParseContext context = new ParseContext();
        context.set(EmbeddedDocumentExtractor.class, attachments);
        context.set(Detector.class, detector);
        context.set(MimeTypes.class, mimeTypes);
        context.set(EncodingDetector.class, encoding);
        context.set(PDFParserConfig.class, pdfSettings());
        context.set(OfficeParserConfig.class, officeSettings());
        return context;
    }

    private static PDFParserConfig pdfSettings() {
        PDFParserConfig settings = new PDFParserConfig();
        settings.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        settings.setExtractInlineImages(false);
        settings.setExtractBookmarksText(false);
        settings.setParseIncrementalUpdates(false);
        return settings;
    }

    private static OfficeParserConfig officeSettings() {
        OfficeParserConfig settings = new OfficeParserConfig();
        settings.setExtractMacros(false);
        settings.setIncludeDeletedContent(false);
        settings.setIncludeMoveFromContent(false);
        settings.setIncludeSlideMasterContent(false);
        // A mail's head is written by MailHeader, alike for both formats.
        settings.setWriteSelectHeadersInBody(false);
        settings.setUseSAXDocxExtractor(true);
        settings.setUseSAXPptxExtractor(true);
        return settings;
    }
}
