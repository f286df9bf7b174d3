/**
 * What a rule answers: a value, or a refusal with its reason. A refusal is an ordinary value, never an exception:
 * pages re-render with it, the API turns it into a problem, mail into a polite sentence.
 */
export type Result<T> = Allowed<T> | Refused

export type Allowed<T> = { readonly ok: true; readonly value: T }
export type Refused = { readonly ok: false; readonly refusal: Refusal }

/** Why something may not be done: a code for machines, plain words for people, perhaps the field to mend. */
export type Refusal = {
  readonly code: string
  readonly words: string
  readonly field?: string
  /** further things wrong with the same request, each with its own field */
  readonly also?: readonly Refusal[]
}

export const allow = <T>(value: T): Allowed<T> => ({ ok: true, value })

export const refuse = (code: string, words: string, field?: string): Refused => ({
  ok: false,
  refusal: field === undefined ? { code, words } : { code, words, field },
})

/** One refusal out of several, the first in front; undefined when there is nothing to refuse. */
export function refuseAll(refusals: readonly Refusal[]): Refused | undefined {
  const [first, ...also] = refusals
  if (!first) return undefined
  return { ok: false, refusal: also.length > 0 ? { ...first, also } : first }
}
