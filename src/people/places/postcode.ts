/**
 * What may stand where in a British postcode (Royal Mail): areas do not begin with Q, V or X nor go on with I, J or Z,
 * and the last two letters are never C, I, K, M, O or V.
 */
const area =
  '(?:[A-PR-UWYZ][0-9]{1,2}|[A-PR-UWYZ][A-HK-Y][0-9]{1,2}|[A-PR-UWYZ][0-9][A-HJKPSTUW]|[A-PR-UWYZ][A-HK-Y][0-9][ABEHMNPRVWXY])'
const inward = '[0-9][ABD-HJLNP-UW-Z]{2}'
const whole = new RegExp(`^(${area})(${inward})$`)
const within = new RegExp(`(?<![\\p{L}\\p{N}])(${area})[ \\t]*(${inward})(?![\\p{L}\\p{N}])`, 'iu')

/** A postcode as it is kept, `TB1 4QF`, from however it was typed: `tb14qf`, `TB1  4QF`. Undefined: it is none. */
export function postcodeOf(typed: string): string | undefined {
  const [, first, last] = whole.exec(typed.replace(/\s+/g, '').toUpperCase()) ?? []
  return first && `${first} ${last}`
}

/** The first postcode that stands in a text: `outside 12 Mill Lane, tb1 4qf`. */
export function postcodeIn(text: string): string | undefined {
  const [, first, last] = within.exec(text) ?? []
  return first && `${first} ${last}`.toUpperCase()
}

/** Whether somebody seems to have meant a postcode and nothing else, and mistyped it. */
export const isNearlyPostcode = (typed: string): boolean =>
  postcodeOf(typed) === undefined && /^[a-z]{1,2}\d[a-z\d]?\s*\d[a-z\d]{0,3}$/i.test(typed.trim())
