import type { Tx } from '#platform/db/database.ts'
import type { Asked } from '#platform/http/route.ts'
import type { PeopleDeps } from '../deps.ts'
import { deviceOf } from '../enter.ts'
import { readPersons } from '../person.sql.ts'

/**
 * Writes down that the way somebody signs in was changed, and tells them, whoever did it. `what` is the sentence they
 * read. In a transaction of the system.
 */
export async function wayChanged(
  tx: Tx,
  asked: Asked,
  deps: PeopleDeps,
  it: { readonly person: string; readonly act: string; readonly what: string },
): Promise<void> {
  const { at } = asked.now
  const [to] = await readPersons(tx, [it.person])
  await deps.record(tx, { at, actor: asked.viewer.person, act: it.act, subject: { kind: 'person', id: it.person } })
  if (to && !to.disabled) await deps.notify(tx, { to, what: it.what, device: deviceOf(asked), at })
}
