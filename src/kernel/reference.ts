/** The number of an enquiry, as people say it: `ME-2026-000123`. */
export type Reference = string & { readonly brand: 'Reference' }

const whole = /^ME-(\d{4})-(\d{6,})$/
const inside = /\bME-\d{4}-\d{6,}\b/gi

export const referenceOf = (year: number, number: number): Reference =>
  `ME-${year}-${String(number).padStart(6, '0')}` as Reference

/** The reference in what somebody typed, forgiving case and surrounding space; undefined when it is none. */
export function parseReference(text: string): Reference | undefined {
  const tidy = text.trim().toUpperCase()
  return whole.test(tidy) ? (tidy as Reference) : undefined
}

/**
 * The references somebody may mean by a number alone, with or without its zeros and its year (`3234`, `003234`,
 * `2026-3234`): that number of every year of this century, for numbers begin anew each year. None when it is no number.
 */
export function referencesMeant(text: string): Reference[] {
  const [, year, number] = /^(?:ME-?)?(?:(\d{4})-)?(\d{1,9})$/.exec(text.trim().toUpperCase()) ?? []
  if (!number) return []
  const years = year ? [Number(year)] : Array.from({ length: 100 }, (_, at) => 2000 + at)
  return years.map(it => referenceOf(it, Number(number)))
}

/** Every reference named in a text, each once, in order. */
export function referencesIn(text: string): Reference[] {
  return [...new Set((text.match(inside) ?? []).map(found => found.toUpperCase() as Reference))]
}
