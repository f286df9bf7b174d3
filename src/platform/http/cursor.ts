import { allow, refuse, type Result } from '../../kernel/result.ts'

/** Where a page of a list ended, as a word that means nothing to clients and may change from version to version. */
export const cursorOf = (place: readonly string[]): string => Buffer.from(JSON.stringify(place)).toString('base64url')

/** The place a cursor stands for; refused as `after` when it is none of ours. */
export function placeOf(cursor: string, length: number): Result<readonly string[]> {
  const place = parsed(Buffer.from(cursor, 'base64url').toString())
  const isPlace = Array.isArray(place) && place.length === length && place.every(it => typeof it === 'string')
  return isPlace ? allow(place as string[]) : notOurs
}

export const notOurs = refuse('no-such-cursor', 'Take the cursor from the `next` link of the page before', 'after')

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
