/**
 * Instants are milliseconds since the epoch. Every text is in the collation "C": ids and consumers compare byte by
 * byte, so they are case-sensitive (ST-9), and lists have the order that they have on SQLite. Whoever changes what a
 * verification reads, by whatever program, tells every instance: the notification leaves when the change commits.
 */
export const initialSchema = `
CREATE TABLE latchkey_schema (
  id integer PRIMARY KEY CHECK (id = 1),
  version integer NOT NULL,
  migrated_at bigint NOT NULL
);

CREATE TABLE latchkey_keys (
  id text COLLATE "C" PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
  consumer_id text COLLATE "C" NOT NULL CHECK (length(consumer_id) BETWEEN 1 AND 128),
  name text COLLATE "C" NOT NULL CHECK (length(name) BETWEEN 1 AND 64),
  environment text COLLATE "C" NOT NULL CHECK (environment IN ('live', 'test')),
  scopes text COLLATE "C" NOT NULL CHECK (jsonb_typeof(scopes::jsonb) = 'array' AND length(scopes) <= 16384),
  ip_allowlist text COLLATE "C" NOT NULL
    CHECK (jsonb_typeof(ip_allowlist::jsonb) = 'array' AND length(ip_allowlist) <= 8192),
  rate_limit integer CHECK (rate_limit > 0),
  rate_window_seconds integer CHECK (rate_window_seconds > 0),
  digest_algorithm text COLLATE "C" NOT NULL CHECK (digest_algorithm IN ('sha256', 'hmac-sha256')),
  digest_pepper_id text COLLATE "C" CHECK (length(digest_pepper_id) <= 128),
  digest_value text COLLATE "C" NOT NULL CHECK (length(digest_value) = 64),
  expires_at bigint CHECK (expires_at >= 0),
  overlap_ends_at bigint CHECK (overlap_ends_at >= 0),
  ends_at bigint GENERATED ALWAYS AS (least(expires_at, overlap_ends_at)) STORED,
  disabled_at bigint,
  revoked_at bigint,
  revoked_reason text COLLATE "C" CHECK (length(revoked_reason) <= 255),
  name_folded text COLLATE "C" NOT NULL CHECK (length(name_folded) <= 256),
  description text COLLATE "C" CHECK (length(description) <= 255),
  description_folded text COLLATE "C" CHECK (length(description_folded) <= 1024),
  prefix text COLLATE "C" NOT NULL CHECK (length(prefix) <= 32),
  id_start text COLLATE "C" NOT NULL CHECK (length(id_start) <= 16),
  key_end text COLLATE "C" NOT NULL CHECK (length(key_end) <= 16),
  created_at bigint NOT NULL CHECK (created_at >= 0),
  updated_at bigint NOT NULL CHECK (updated_at >= 0),
  created_by_id text COLLATE "C" CHECK (length(created_by_id) <= 256),
  created_by_name text COLLATE "C" CHECK (length(created_by_name) <= 256),
  last_used_at bigint CHECK (last_used_at >= 0),
  replaces_id text COLLATE "C" CHECK (length(replaces_id) <= 64),
  replaced_by_id text COLLATE "C" CHECK (length(replaced_by_id) <= 64),
  managed_by_name text COLLATE "C" CHECK (length(managed_by_name) <= 256),
  managed_by_url text COLLATE "C" CHECK (length(managed_by_url) <= 2048),
  version integer NOT NULL CHECK (version >= 1),
  CHECK ((rate_limit IS NULL) = (rate_window_seconds IS NULL)),
  CHECK ((digest_algorithm = 'sha256') = (digest_pepper_id IS NULL)),
  CHECK (revoked_reason IS NULL OR revoked_at IS NOT NULL),
  CHECK (overlap_ends_at IS NULL OR replaced_by_id IS NOT NULL)
) WITH (fillfactor = 80);

CREATE UNIQUE INDEX latchkey_keys_digest ON latchkey_keys (digest_value);
CREATE UNIQUE INDEX latchkey_keys_name ON latchkey_keys (consumer_id, name)
  WHERE revoked_at IS NULL AND replaced_by_id IS NULL;
CREATE UNIQUE INDEX latchkey_keys_replaces ON latchkey_keys (replaces_id) WHERE replaces_id IS NOT NULL;
CREATE INDEX latchkey_keys_created ON latchkey_keys (consumer_id, created_at, id);

CREATE FUNCTION latchkey_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '%', TG_ARGV[0]; END $$;

CREATE TRIGGER latchkey_keys_revoked_for_good BEFORE UPDATE OF revoked_at ON latchkey_keys FOR EACH ROW
  WHEN (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at)
  EXECUTE FUNCTION latchkey_refuse('a revocation is final');
CREATE TRIGGER latchkey_keys_kept BEFORE DELETE ON latchkey_keys FOR EACH ROW
  EXECUTE FUNCTION latchkey_refuse('keys are revoked, never deleted');
CREATE TRIGGER latchkey_keys_not_emptied BEFORE TRUNCATE ON latchkey_keys
  EXECUTE FUNCTION latchkey_refuse('keys are revoked, never deleted');

CREATE TABLE latchkey_suspensions (
  consumer_id text COLLATE "C" PRIMARY KEY CHECK (length(consumer_id) BETWEEN 1 AND 128),
  suspended_at bigint NOT NULL
);

CREATE TABLE latchkey_events (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key_id text COLLATE "C" NOT NULL CHECK (length(key_id) <= 64),
  consumer_id text COLLATE "C" NOT NULL CHECK (length(consumer_id) <= 128),
  type text COLLATE "C" NOT NULL CHECK (length(type) <= 32),
  at bigint NOT NULL,
  actor_id text COLLATE "C" CHECK (length(actor_id) <= 256),
  actor_name text COLLATE "C" CHECK (length(actor_name) <= 256),
  address text COLLATE "C" CHECK (length(address) <= 64),
  user_agent text COLLATE "C" CHECK (length(user_agent) <= 512),
  reason text COLLATE "C" CHECK (length(reason) <= 255),
  changes text COLLATE "C" NOT NULL CHECK (jsonb_typeof(changes::jsonb) = 'array' AND length(changes) <= 1024)
);
CREATE INDEX latchkey_events_key ON latchkey_events (key_id, id);

CREATE TRIGGER latchkey_events_unchanged BEFORE UPDATE OR DELETE ON latchkey_events FOR EACH ROW
  EXECUTE FUNCTION latchkey_refuse('the log is append-only');
CREATE TRIGGER latchkey_events_kept BEFORE TRUNCATE ON latchkey_events
  EXECUTE FUNCTION latchkey_refuse('the log is append-only');

CREATE TABLE latchkey_usage (
  key_id text COLLATE "C" NOT NULL REFERENCES latchkey_keys (id),
  day text COLLATE "C" NOT NULL CHECK (length(day) = 10),
  allowed bigint NOT NULL CHECK (allowed >= 0),
  denied bigint NOT NULL CHECK (denied >= 0),
  PRIMARY KEY (key_id, day)
) WITH (fillfactor = 80);

CREATE TABLE latchkey_requests (
  scope text COLLATE "C" NOT NULL CHECK (length(scope) <= 512),
  idempotency_key text COLLATE "C" NOT NULL CHECK (length(idempotency_key) BETWEEN 1 AND 255),
  fingerprint text COLLATE "C" NOT NULL CHECK (length(fingerprint) <= 128),
  key_id text COLLATE "C" NOT NULL REFERENCES latchkey_keys (id),
  consumer_id text COLLATE "C" NOT NULL,
  created_at bigint NOT NULL,
  PRIMARY KEY (scope, idempotency_key)
);
CREATE INDEX latchkey_requests_age ON latchkey_requests (created_at);

CREATE FUNCTION latchkey_tell_of_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pg_notify('latchkey_changes', 'key ' || NEW.id); RETURN NULL; END $$;

CREATE FUNCTION latchkey_tell_of_consumer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('latchkey_changes', 'consumer ' || coalesce(NEW.consumer_id, OLD.consumer_id));
  RETURN NULL;
END $$;

CREATE FUNCTION latchkey_tell_of_everything() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pg_notify('latchkey_changes', 'everything'); RETURN NULL; END $$;

CREATE TRIGGER latchkey_keys_told AFTER UPDATE OF consumer_id, name, environment, scopes, ip_allowlist, rate_limit,
  rate_window_seconds, digest_algorithm, digest_pepper_id, digest_value, expires_at, overlap_ends_at, disabled_at,
  revoked_at ON latchkey_keys FOR EACH ROW EXECUTE FUNCTION latchkey_tell_of_key();
CREATE TRIGGER latchkey_suspensions_told AFTER INSERT OR UPDATE OR DELETE ON latchkey_suspensions FOR EACH ROW
  EXECUTE FUNCTION latchkey_tell_of_consumer();
CREATE TRIGGER latchkey_suspensions_emptied AFTER TRUNCATE ON latchkey_suspensions
  EXECUTE FUNCTION latchkey_tell_of_everything();
`
