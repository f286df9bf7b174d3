import type { Doer } from '../doer.ts'

/**
 * Somebody who was asked for a part acts on an enquiry they may not see: the house opens it for them, for this one act.
 * `person` is null where only a link or an address is known.
 */
export const asContributor = (doer: Pick<Doer, 'person' | 'name' | 'permissions'>): Doer => ({
  ...doer,
  through: 'contributor',
})
