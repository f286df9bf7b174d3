import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Form tokens: every browser holds a random visit cookie; a form carries its HMAC. Another site can send neither the
 * token nor read it. Works before sign-in too.
 */
export const visitCookie = 'one_stop_visit'

export const newVisit = (): string => randomBytes(18).toString('base64url')

export const csrfToken = (secret: string, visit: string): string =>
  createHmac('sha256', secret).update(`form ${visit}`).digest('base64url')

export function csrfMatches(secret: string, visit: string | undefined, given: string): boolean {
  if (!visit || !given) return false
  const expected = Buffer.from(csrfToken(secret, visit))
  const found = Buffer.from(given)
  return expected.length === found.length && timingSafeEqual(expected, found)
}
