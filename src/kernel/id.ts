import { randomUUID } from 'node:crypto'

/**
 * A new id (UUID version 7, RFC 9562): later ids sort after earlier ones, so that an index grows at its end. Made here
 * and not by the database where several rows that belong together are written at once. What is random in it comes from a
 * random UUID, whose bits are drawn many at a time.
 */
export function newId(at = Date.now()): string {
  const time = at.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}
