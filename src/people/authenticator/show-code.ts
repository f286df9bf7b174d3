import { refuse, type Refusal } from '#kernel/result.ts'
import { inTransaction } from '#platform/db/database.ts'
import type { Asked } from '#platform/http/route.ts'
import type { PeopleDeps } from '../deps.ts'
import { deviceOf } from '../enter.ts'
import { noteSignIn } from '../note-sign-in.ts'
import { readPersons } from '../person.sql.ts'
import { attempt } from '../throttle.ts'
import { countRecoveryCodes, readAuthenticator, takeStep, useUpRecoveryCode } from './authenticator.sql.ts'
import { hashOfCode } from './recovery-codes.ts'
import { openedSecret } from './set-up.ts'
import { stepMatching } from './totp.ts'

export type CodeShown =
  | { readonly ok: true; readonly by: 'code' | 'recovery-code' }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * Whether what was typed is a code of that person's app or one of their recovery codes. Every code is taken once;
 * failures are counted over all devices, so that six digits cannot be tried out.
 */
export async function showCode(asked: Asked, deps: PeopleDeps, personId: string, typed: string): Promise<CodeShown> {
  if (typed === '') return refuse('no-code', 'Enter the code that your app shows, or a recovery code', 'code')
  const allowed = await attempt(asked.db, { kind: 'code', whose: personId, from: asked.address }, asked.now.at)
  const whose = { person: personId }
  if (!allowed) {
    await noteSignIn(asked, deps, { act: 'people.sign-in-locked', by: 'code', whose })
    return refuse('too-many', 'Wait 15 minutes: there were too many wrong codes', 'code')
  }
  const by = await taken(asked, deps, personId, typed)
  if (!by) {
    await noteSignIn(asked, deps, { act: 'people.sign-in-failed', by: 'code', whose })
    return refuse('wrong-code', 'Enter the code that your app shows now. Each code works once', 'code')
  }
  await allowed.worked()
  return { ok: true, by }
}

const taken = (asked: Asked, deps: PeopleDeps, personId: string, typed: string) =>
  inTransaction(asked.db, 'system', async tx => {
    const { at } = asked.now
    const kept = await readAuthenticator(tx, personId)
    if (!kept) return undefined
    const secret = openedSecret(deps.secret, kept.sealedSecret)
    const step = secret && stepMatching(secret, typed.replace(/\s/g, ''), at, kept.lastStep)
    if (step !== undefined) return (await takeStep(tx, personId, step)) ? ('code' as const) : undefined
    if (!(await useUpRecoveryCode(tx, personId, hashOfCode(typed), at))) return undefined
    const [[to], left] = await Promise.all([readPersons(tx, [personId]), countRecoveryCodes(tx, personId)])
    const what = `One of your recovery codes was used to sign in. You have ${left} left.`
    if (to) await deps.notify(tx, { to, what, device: deviceOf(asked), at })
    return 'recovery-code' as const
  })
