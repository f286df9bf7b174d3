import { inTransaction } from '#platform/db/database.ts'
import type { Asked } from '#platform/http/route.ts'
import type { PeopleDeps } from './deps.ts'
import { deviceOf } from './enter.ts'
import { hashOf } from './secret.ts'

type Tried = {
  readonly act: 'people.sign-in-failed' | 'people.sign-in-locked'
  readonly by: 'password' | 'code' | 'passkey' | 'link'
  /** whose it was, where that is known; else what was typed, of which only a fingerprint is kept */
  readonly whose: { readonly person: string } | { readonly typed: string }
}

/**
 * Writes a sign-in down that did not succeed. In a transaction of its own, since nothing else is written then; the same
 * work for known and unknown addresses.
 */
export const noteSignIn = ({ db, now, ...asked }: Asked, deps: PeopleDeps, { act, by, whose }: Tried): Promise<void> =>
  inTransaction(db, 'system', tx =>
    deps.record(tx, {
      at: now.at,
      actor: null,
      act,
      subject:
        'person' in whose
          ? { kind: 'person', id: whose.person }
          : { kind: 'address', id: hashOf(whose.typed.toLowerCase()).toString('hex').slice(0, 16) },
      details: { by, device: deviceOf({ db, now, ...asked }) },
    }),
  )
