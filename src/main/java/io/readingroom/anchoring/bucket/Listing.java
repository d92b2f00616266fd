package io.readingroom.anchoring.bucket;

import io.readingroom.anchoring.AnchorException;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// What is in a bucket, as the object store lists it (ListObjectsV2).
///
/// @param keys the names of the objects, in their order
/// @param prefixes what the names of further objects begin with, where they were asked to be taken
///     together
record Listing(List<String> keys, List<String> prefixes) {

    /// @throws AnchorException when it is no listing
    static Listing read(byte[] xml) {
        Listing listing = new Listing(new ArrayList<>(), new ArrayList<>());
        // The platform's own, which is found by no service.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            String parent = "";
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                String name = reader.getLocalName();
                if (name.equals("Contents") || name.equals("CommonPrefixes")) {
                    parent = name;
                } else if (parent.equals("Contents") && name.equals("Key")) {
                    listing.keys.add(reader.getElementText());
                } else if (parent.equals("CommonPrefixes") && name.equals("Prefix")) {
                    listing.prefixes.add(reader.getElementText());
                }
            }
        } catch (XMLStreamException malformed) {
            throw new AnchorException("anchor-answer-malformed", malformed);
        }
        return listing;
    }
}
