package io.readingroom.egress;

import org.eclipse.microprofile.config.spi.Converter;

/// Reads a range from a setting; what is wrong with it stands in the message of a start that fails.
public final class AddressRangeConverter implements Converter<AddressRange> {

    private static final long serialVersionUID = 1L;

    @Override
    public AddressRange convert(String value) {
        return AddressRange.parse(value);
    }
}
