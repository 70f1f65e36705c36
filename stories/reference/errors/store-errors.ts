import type { KnownError } from '../known-errors.ts'

export const storeErrors = [
  {
    says: 'the SQLite store needs the path of a file',
    why: 'Several connections share it, which a database in memory cannot.',
    mend: 'Name a file, or use `memoryStore()`.',
  },
  {
    says: 'the database … cannot be opened to read and write',
    why: 'File or folder are not this user’s, or the disk is mounted for reading.',
    mend: 'Give this process’s user both. Nothing was made in its place.',
  },
  {
    says: 'there is no database at …',
    why: 'With `mustExist: true` a missing file is not made anew, because keys that exist would be refused as unknown.',
    mend: 'Restore the file; for a first start set `mustExist: false`.',
  },
  {
    says: '… cannot keep a write-ahead log',
    why: 'The file lies on a disk, often a network share, that cannot do what SQLite’s WAL needs.',
    mend: 'Move it to a local disk.',
  },
  {
    says: '… belongs to another application (application_id …)',
    why: 'The file is somebody else’s database. It was left as it is.',
    mend: 'Name another file.',
  },
  {
    says: "… has no keys' tables",
    why: 'The file is ours by its mark or by `mustExist`, and its tables are gone.',
    mend: 'Restore it from a backup, or name another one.',
  },
  {
    says: "… has version … of the keys' tables, and this program knows …",
    why: 'A newer version has migrated the file.',
    mend: 'Run that one, or restore a backup from before.',
  },
  {
    says: 'this SQLite store is closed',
    why: 'It was used after `close()`.',
    mend: 'Make a new one.',
  },
  {
    says: 'SQLite cannot hold a value of type …',
    why: 'A bug in a store or a plugin of Kysely.',
    mend: 'Report it, with the type that is named.',
  },
  {
    says: 'this connection does not stream',
    why: 'Kysely’s `stream()` was called on our connection.',
    mend: 'Execute the query; its pages are small.',
  },
  {
    says: 'not an instant: …',
    why: 'A date reached a store that is none. The contract refuses these at the edge, so it came from code of yours.',
    mend: 'RFC 3339, in UTC.',
  },
  {
    says: 'a key with the id … or with its digest exists already',
    why: 'Two keys got one id. With a real source of randomness that does not happen.',
    mend: 'Look at `random`, where you set it.',
  },
  {
    says: 'PostgreSQL cannot be reached',
    why: 'Nobody listens, the password is wrong, or no connection is free; `cause` says which. Requests get 503.',
    mend: 'Look at `cause`, `url`, and `max_connections` of the server.',
  },
  {
    says: 'the connection to PostgreSQL was lost',
    why: 'The server or the network ended it in the middle. It is replaced by itself.',
    mend: 'Nothing, if it is rare.',
  },
  {
    says: 'the connection that hears of changes has ended',
    why: 'Told to `onError`. Until there is a new one every verification reads from the database.',
    mend: 'Nothing; it connects again by itself.',
  },
  {
    says: 'what other connections notify does not arrive, so every verification reads from PostgreSQL',
    why: 'A pooler in between pools transactions, which drops `LISTEN`; changes fail through it now and then, too.',
    mend: 'Pool sessions, or connect directly.',
  },
  {
    says: '… requests wait for a connection to PostgreSQL already',
    why: 'More would only wait longer. They get 503 at once.',
    mend: 'Raise `maxConnections`, or add instances; `maxWaiting` sets this bound.',
  },
  {
    says: 'a connection to PostgreSQL came too late for a change',
    why: 'To be begun then, it could have ended after its caller was told that it failed. Nothing was changed.',
    mend: 'Try again: the connection is there now. If it is often, raise `timeoutMs`.',
  },
  {
    says: 'a change reached PostgreSQL too late, and was not made',
    why: 'The server or the network stood still, and whoever asked had been told that it failed. Once after the clock of the server is set forward.',
    mend: 'Try again. If it is often, look at what holds the server up.',
  },
  {
    says: 'PostgreSQL did not tell the time',
    why: 'What answered is no PostgreSQL, or a pooler that answers by itself.',
    mend: 'Look at `url`.',
  },
  {
    says: 'PostgreSQL is sent no value of type …',
    why: 'A bug in a store.',
    mend: 'Report it, with the type that is named.',
  },
  {
    says: 'the connections to PostgreSQL are closed',
    why: 'They were used after `close()` of the store, or `destroy()` of the Kysely that has the pool.',
    mend: 'Make new ones.',
  },
  {
    says: 'this PostgreSQL store is closed',
    why: 'It was used after `close()`.',
    mend: 'Make a new one.',
  },
  {
    says: "this PostgreSQL database has no keys' tables",
    why: 'With `mustExist: true` they are not made anew, because keys that exist would be refused as unknown.',
    mend: 'Restore a backup, or name another database.',
  },
  {
    says: "this PostgreSQL database has version … of the keys' tables, and this program knows …",
    why: 'A newer version has migrated it.',
    mend: 'Run that one, or restore a backup from before.',
  },
  {
    says: "the keys' tables were not brought to this program's version, because somebody holds a lock on them for long, as a backup or a report does",
    why: 'Nothing was changed; it is tried again with the next request.',
    mend: '`pg_stat_activity` names the oldest transaction.',
  },
] as const satisfies readonly KnownError[]
