import type { DatabasePlace } from '../variables/parse-database-url.js'

/** The database as people are told of it: the address of a server may hold a password, so it is not said (OP-1). */
export function describePlace(place: DatabasePlace): string {
  return place.type === 'sqlite' ? place.path : 'this PostgreSQL database'
}
