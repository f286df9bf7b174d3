import type { Tx } from '#platform/db/database.ts'
import { insertToken } from './api-token.sql.ts'
import { hashOf, newSecret } from './secret.ts'

/** Makes an API token of a person and returns it, the only time it can be read. It sees exactly what the person sees. */
export async function createApiToken(tx: Tx, personId: string, name: string, at: Date): Promise<string> {
  // the beginning tells scanners of leaked secrets whose it is
  const secret = `onestop_${newSecret()}`
  await insertToken(tx, { personId, name, hash: hashOf(secret), at })
  return secret
}
