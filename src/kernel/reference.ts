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

/** Every reference named in a text, each once, in order. */
export function referencesIn(text: string): Reference[] {
  return [...new Set((text.match(inside) ?? []).map(found => found.toUpperCase() as Reference))]
}
