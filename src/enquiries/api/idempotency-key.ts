import { allow, refuse, type Result } from '#kernel/result.ts'
import type { Asked } from '#platform/http/route.ts'

/** The key under which a request may be sent again; undefined when it has none. */
export function keyOf({ header }: Asked): Result<string | undefined> {
  const key = header('idempotency-key')
  if (key === undefined || /^[\x21-\x7e]{1,200}$/.test(key)) return allow(key)
  return refuse('bad-key', 'Send an Idempotency-Key of 1 to 200 characters without spaces', 'Idempotency-Key')
}
