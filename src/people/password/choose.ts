import { allow, refuse, type Result } from '#kernel/result.ts'

/** At least so many characters (NCSC and NIST: length instead of rules of composition). */
export const passwordAtLeast = 12
const passwordAtMost = 200

/** Long passwords that everybody tries first, without the digits and signs people put around them. */
const common = new Set(
  `password passwordpassword passw letmein letmeinplease welcome welcomehome iloveyou iloveyouforever qwerty qwertyuiop
  qwertyuiopasdf qwertyqwerty asdfghjkl asdfghjklzxcvbnm zxcvbnm abcdefghijkl abcdefghijklm abc changeme changemenow
  administrator admin adminadmin superuser football liverpool chelsea arsenal everton manchester manchesterunited
  princess sunshine monkey dragon master trustno starwars pokemon superman batman whatever computer internet
  correcthorsebatterystaple thisismypassword mypassword mypasswordis secret topsecret default guest test testtest
  testing temporary temp council councillor borough onestop mayor townhall spring summer autumn winter january february
  march april may june july august september october november december monday tuesday wednesday thursday friday`.split(
    /\s+/,
  ),
)

/** What the password may not be made of: the person's own name and address. */
export type Whose = { readonly name: string; readonly email: string }

/** A password somebody chooses. Any characters at all; refused when short, known to everybody or made of who they are. */
export function choosePassword(password: string, whose: Whose): Result<string> {
  const no = (code: string, words: string) => refuse(code, words, 'password')
  if (password === '') return no('no-password', 'Enter a new password')
  const length = [...password].length
  if (length < passwordAtLeast) return no('too-short', `Enter a password of at least ${passwordAtLeast} characters`)
  if (length > passwordAtMost) return no('too-long', `Enter a password of at most ${passwordAtMost} characters`)
  if (isEasy(password)) return no('easy', 'Enter a password that is harder to guess: this one is tried first')
  if (isMadeOf(password, whose)) return no('own-name', 'Enter a password that does not contain your name or address')
  return allow(password)
}

function isEasy(password: string): boolean {
  const small = password.normalize('NFKC').toLowerCase()
  if (new Set(small).size < 5 || isRow(small)) return true
  const plain = small.replaceAll('0', 'o').replaceAll('@', 'a').replaceAll('3', 'e').replaceAll('$', 's')
  return [small, plain].some(it => common.has(lettersOf(it)) || common.has(lettersOf(withoutEnds(it))))
}

const withoutEnds = (text: string): string => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')

/** The letters of it, said once: `summersummer` is `summer`. */
const lettersOf = (text: string): string => {
  const letters = text.replace(/[^\p{L}]/gu, '')
  return /^(.+?)\1+$/.exec(letters)?.[1] ?? letters
}

/** `abcdefghijkl`, `123456789012`, `987654321098`: each character is the neighbour of the one before. */
function isRow(text: string): boolean {
  const steps = [...text].slice(1).map((it, at) => it.charCodeAt(0) - text.charCodeAt(at))
  const one = (step: number) => steps.filter(it => it === step || Math.abs(it) === 9).length === steps.length
  return one(1) || one(-1)
}

function isMadeOf(password: string, { name, email }: Whose): boolean {
  const small = password.toLowerCase()
  const parts = [email, email.split('@')[0] ?? '', name, ...name.split(/\s+/).filter(part => part.length >= 6)]
  const rest = parts.reduce((left, part) => (part ? left.replaceAll(part.toLowerCase(), '') : left), small)
  return small.length - rest.length >= 6 && [...rest].length < 8
}
