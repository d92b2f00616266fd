-- Digests of content are made by the document's own key, so that they confirm no guess once it is destroyed. Those that
-- anybody can make are taken out; nothing is compared with them.
update submission set digest = decode(md5(random()::text) || md5(random()::text), 'hex') where digest is not null;
-- Of an erased document's Idempotency-Key only the key is needed: whatever comes with it is answered that it is gone.
update submission set request_fingerprint = '' where erased_at is not null and request_key is not null;
