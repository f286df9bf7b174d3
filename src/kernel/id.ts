import { randomBytes } from 'node:crypto'

/**
 * A new id (UUID version 7, RFC 9562): later ids sort after earlier ones, so that an index grows at its end. Made here
 * and not by the database where several rows that belong together are written at once.
 */
export function newId(at = Date.now()): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(at, 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
