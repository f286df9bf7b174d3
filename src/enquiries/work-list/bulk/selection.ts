import { parseReference, type Reference } from '#kernel/reference.ts'
import { counted } from '#kernel/text.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Asked } from '#platform/http/route.ts'
import type { House } from '../../house.ts'
import { referencesOf } from '../../list.sql.ts'
import { addressFields, addressWords } from '../address.ts'
import { inShort } from '../chips.ts'
import { filterOf, narrowingIn } from '../narrowing.ts'
import { registersFor } from '../registers.ts'
import { viewNamed } from '../views.ts'
import { meIn } from '../work-list-routes.ts'
import { mostAtOnce } from './bulk.ts'

export type Selection = {
  readonly found: readonly { readonly id: string; readonly reference: Reference }[]
  /** in words, for a heading */
  readonly which: string
  /** names the same selection in a form */
  readonly fields: readonly (readonly [string, string])[]
  /** the list it was made on, as its address words */
  readonly matching: string
}

/** What is meant: the ticked ones, or everything the address of the list matches, in the order of the list. */
export async function selectionIn(tx: Tx, asked: Asked, house: House, params: URLSearchParams): Promise<Selection> {
  const narrowing = narrowingIn(params, () => 'all')
  const matching = addressWords(narrowing)
  if (params.get('scope') !== 'all') {
    const picked = [...new Set(params.getAll('pick').flatMap(it => parseReference(it) ?? []))].slice(0, mostAtOnce)
    const found = await referencesOf(tx, { reference: picked }, 'newest', mostAtOnce)
    const fields = [...picked.map((it): [string, string] => ['pick', it]), ...addressFields(narrowing)]
    return { found, which: counted(found.length, 'ticked enquiry', 'ticked enquiries'), fields, matching }
  }
  const [me, registers] = await Promise.all([meIn(tx, asked, house), registersFor(tx, narrowing, asked.now.today)])
  const { filter, order } = filterOf(narrowing, me)
  const found = await referencesOf(tx, filter, order, mostAtOnce + 1)
  const which = inShort(viewNamed(narrowing.view).text, narrowing, registers)
  return { found, which, fields: [['scope', 'all'], ...addressFields(narrowing)], matching }
}
