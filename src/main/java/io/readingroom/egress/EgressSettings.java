package io.readingroom.egress;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/// Where the service may connect to: ranges of addresses, as `10.0.0.0/8` or `fc00::/7`, not names, since a name is
/// whatever its DNS server says today.
///
/// The trade-off: narrow ranges hold even when the cluster's DNS or network policy does not, but a database that
/// moves to another network is unreachable until its range is set.
@Unremovable // the lock asks for it before there are beans
@ConfigMapping(prefix = "reading-room.egress")
interface EgressSettings {

    /// The ranges for every purpose that has none of its own. By default what is routed inside a site alone.
    @WithDefault("127.0.0.0/8,::1,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,fc00::/7")
    List<@WithConverter(AddressRangeConverter.class) AddressRange> allowed();

    /// The ranges of the model server.
    Optional<List<@WithConverter(AddressRangeConverter.class) AddressRange>> modelServer();

    /// The ranges of the database.
    Optional<List<@WithConverter(AddressRangeConverter.class) AddressRange>> database();

    /// The ranges of the extractor.
    Optional<List<@WithConverter(AddressRangeConverter.class) AddressRange>> extractor();

    /// The ranges of the collector of traces.
    Optional<List<@WithConverter(AddressRangeConverter.class) AddressRange>> telemetry();

    /// The ranges of the identity provider.
    Optional<List<@WithConverter(AddressRangeConverter.class) AddressRange>> identityProvider();

    /// The ranges of the key service.
    Optional<List<@WithConverter(AddressRangeConverter.class) AddressRange>> keyService();

    /// The ranges of the register's anchors: the bucket, the witness and the time-stamp authority.
    Optional<List<@WithConverter(AddressRangeConverter.class) AddressRange>> anchor();

    /// The ranges for one purpose.
    default List<AddressRange> ranges(Purpose purpose) {
        Optional<List<AddressRange>> own = switch (purpose) {
            case MODEL_SERVER -> modelServer();
            case DATABASE -> database();
            case EXTRACTOR -> extractor();
            case TELEMETRY -> telemetry();
            case IDENTITY_PROVIDER -> identityProvider();
            case KEY_SERVICE -> keyService();
            case ANCHOR -> anchor();
        };
        return own.orElseGet(this::allowed);
    }
}
