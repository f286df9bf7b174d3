import { randomInt } from 'node:crypto'
import { hashOf } from '../secret.ts'

/** Without letters that look like others on paper. */
const letters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
const codesAtOnce = 10

/** Ten codes to print, `ABCD-EFGH-JKMN-PQRS`, about 78 random bits each: too many to guess, also from their hashes. */
export const newRecoveryCodes = (): string[] => Array.from({ length: codesAtOnce }, newCode)

const newCode = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')).join(
    '-',
  )

/** What is kept of a code; however it is typed, with or without lines and in any case. */
export const hashOfCode = (code: string): Buffer => hashOf(code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
