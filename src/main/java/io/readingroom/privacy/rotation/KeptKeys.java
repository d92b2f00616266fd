package io.readingroom.privacy.rotation;

import io.readingroom.privacy.crypto.Place;
import io.readingroom.privacy.keys.WrappedKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The tables that keep wrapped keys.
enum KeptKeys {
    DOCUMENTS("document_key", "document", Place.DATA_KEY),
    DIGESTS("digest_key", "purpose", Place.DIGEST_KEY),
    SIGNATURES("signing_key", "purpose", Place.SIGNING_KEY);

    /// Jumps from one identity to the next by the index: there are few, and many rows of each.
    private static final String IDS = """
            with recursive ids as (
                (select kek_id from {table} where wrapped_key is not null order by kek_id limit 1)
                union all
                select (select kek_id from {table} where wrapped_key is not null and kek_id > ids.kek_id
                    order by kek_id limit 1) from ids where ids.kek_id is not null)
            select kek_id from ids where kek_id is not null""";

    private final String table;
    private final String owner;
    private final String use;

    KeptKeys(String table, String owner, String use) {
        this.table = table;
        this.owner = owner;
        this.use = use;
    }

    /// A key, whose it is, and how it is wrapped.
    record Kept(String owner, WrappedKey wrapped) {}

    /// The stable word for whose keys they are.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Where such a key is at home.
    byte[] place(Kept key) {
        return Place.of(key.owner(), use);
    }

    /// By which key-encryption keys they are wrapped.
    List<String> ids(Connection connection) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(IDS.replace("{table}", table));
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                ids.add(row.getString(1));
            }
        }
        return ids;
    }

    /// How many of them are wrapped by one.
    long count(Connection connection, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select count(*) from " + table + " where wrapped_key is not null and kek_id = ?")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /// Some of those that are wrapped by one, locked; without those that others hold at the moment.
    ///
    /// @param after the owner behind whom to begin, in the order of the owners as text
    List<Kept> lock(Connection connection, String id, String after, int most) throws SQLException {
        String order = owner + "::text collate \"C\"";
        try (PreparedStatement select = connection.prepareStatement("select " + owner + "::text, wrapped_key from "
                + table + " where wrapped_key is not null and kek_id = ? and " + order + " > ? order by " + order
                + " limit ? for update skip locked")) {
            select.setString(1, id);
            select.setString(2, after);
            select.setInt(3, most);
            List<Kept> keys = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    keys.add(new Kept(row.getString(1), new WrappedKey(id, row.getBytes(2))));
                }
            }
            return keys;
        }
    }

    /// Keeps a key as it is wrapped now.
    void keep(Connection connection, Kept key) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update " + table + " set kek_id = ?, wrapped_key = ? where " + owner + "::text = ?")) {
            update.setString(1, key.wrapped().kekId());
            update.setBytes(2, key.wrapped().bytes());
            update.setString(3, key.owner());
            update.executeUpdate();
        }
    }
}
