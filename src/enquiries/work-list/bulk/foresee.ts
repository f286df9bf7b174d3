import { newId } from '#kernel/id.ts'
import type { Reference } from '#kernel/reference.ts'
import { refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { mayAct, type Circumstances } from '../../act.ts'
import type { Doer, Way } from '../../doer.ts'
import { enquiriesWithParts } from '../../enquiry.sql.ts'
import type { Enquiry } from '../../enquiry.ts'
import type { House } from '../../house.ts'
import { actOf, type BulkActName } from './bulk-acts.ts'
import type { Foreseen } from './bulk.sql.ts'

/**
 * Asks the real rule of each enquiry what it would say, and writes nothing. They come back in the order given, each with
 * what is given to it alone where `given` says so.
 */
export async function foresee(
  tx: Tx,
  house: House,
  doer: Doer,
  references: readonly Reference[],
  name: BulkActName,
  given: object | ((reference: Reference) => object),
  { now }: Pick<Way, 'now'>,
): Promise<Foreseen[]> {
  const [found, calendar, limits] = await Promise.all([
    enquiriesWithParts(tx, references, doer.person ?? 'public'),
    house.calendar(tx),
    house.limits(tx),
  ])
  const byReference = new Map(found.map(it => [it.enquiry.reference, it]))
  const all = references.flatMap(reference => byReference.get(reference) ?? [])
  return Promise.all(
    all.map(async ({ enquiry, parts }) => {
      const by = { person: doer.person, name: doer.name, parts }
      const at = { by, on: now.today, today: now.today, calendar, limits, messageId: newId() }
      const { id, reference } = enquiry
      const own = typeof given === 'function' ? { act: actOf(name, enquiry).name, given: given(reference) } : undefined
      const decided = await ask(tx, doer, enquiry, name, own?.given ?? given, at)
      return { id, reference, ...(own && { own }), ...(!decided.ok && { refusal: decided.refusal }) }
    }),
  )
}

async function ask(
  tx: Tx,
  doer: Doer,
  enquiry: Enquiry,
  name: BulkActName,
  given: object,
  at: Circumstances,
): Promise<Result<unknown>> {
  const act = actOf(name, enquiry)
  if (!doer.permissions.has(act.may)) return refuse('not-allowed', 'Your role may not do this')
  const allowed = mayAct(enquiry, at.by, act)
  if (!allowed.ok) return allowed
  const facts = await act.gather?.(tx, enquiry, given as never, at)
  return act.decide(enquiry, { ...given, ...(facts as object | undefined), ...at } as never)
}
