import { refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Asked } from '#platform/http/route.ts'
import { setting } from '#platform/settings.ts'
import { inTransaction } from '#platform/db/database.ts'
import { seal, unseal } from '#platform/seal.ts'
import { saveAuthenticator } from './authenticator.sql.ts'
import { newTotpSecret, stepMatching } from './totp.ts'

/** How the secret of somebody's app is sealed where it is kept. */
const kept = 'authenticator'

/** The secret of a new app on its way through the form: it is kept only once a code shows that the app has it. */
export type Offer = { readonly sealed: string; readonly secret: Buffer; readonly issuer: string }

const offered = (personId: string): string => `new authenticator of ${personId}`

/** Makes a new secret, or takes up the one of the form that comes again. */
export async function offerFor(asked: Asked, houseSecret: string, personId: string): Promise<Offer> {
  const before = unseal(houseSecret, offered(personId), asked.form.text('offer'))
  const secret = before === undefined ? newTotpSecret() : Buffer.from(before, 'base64url')
  const council = await inTransaction(asked.db, 'system', tx => setting(tx, 'council.name'))
  const sealed = seal(houseSecret, offered(personId), secret.toString('base64url'))
  return { sealed, secret, issuer: `One Stop ${council}` }
}

/** Keeps the app once it has shown a right code. In a transaction of the system. */
export async function keepAuthenticator(
  tx: Tx,
  houseSecret: string,
  personId: string,
  { secret }: Offer,
  code: string,
  at: Date,
): Promise<Result<true>> {
  const step = stepMatching(secret, code.replace(/\s/g, ''), at)
  if (step === undefined)
    return refuse('wrong-code', 'Enter the code that the app shows now: six digits, new every half minute', 'code')
  const sealedSecret = seal(houseSecret, kept, secret.toString('base64url'))
  await saveAuthenticator(tx, personId, { sealedSecret, lastStep: step }, at)
  return { ok: true, value: true }
}

/** The secret of somebody's app; undefined when the key of the house is another one than when it was sealed. */
export function openedSecret(houseSecret: string, sealedSecret: string): Buffer | undefined {
  const text = unseal(houseSecret, kept, sealedSecret)
  return text === undefined ? undefined : Buffer.from(text, 'base64url')
}
