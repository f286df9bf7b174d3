import { allow, refuse, type Result } from '#kernel/result.ts'
import { listInWords } from '#kernel/text.ts'
import type { Member } from '#people/door.ts'

/** How a member stands in the list to choose from: `Cllr Sean O'Brien (Millside)`. */
export const memberLabel = ({ name, ward }: Pick<Member, 'name' | 'ward'>): string => `${name} (${ward})`

/**
 * The member somebody means by what they typed: the whole label, or any words of the name, without regard to accents,
 * apostrophes and case. `ni mhurchu` and `obrien` are enough when nobody else answers to them.
 */
export function memberMeant(members: readonly Member[], typed: string): Result<Member> {
  if (!typed) return refuse('missing', 'Enter the member’s name', 'member')
  const exact = members.find(it => it.id === typed || memberLabel(it) === typed)
  if (exact) return allow(exact)
  const words = plain(typed).split(' ').filter(Boolean)
  const found =
    words.length === 0 ? [] : members.filter(it => words.every(word => plain(memberLabel(it)).includes(word)))
  if (found.length === 1) return allow(found[0]!)
  return found.length === 0
    ? refuse('not-a-member', 'Enter the name of a serving member', 'member')
    : refuse(
        'several',
        `Enter more of the name: it could be ${listInWords(found.slice(0, 4).map(memberLabel), 'or')}`,
        'member',
      )
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
