import type { Narrowing } from './narrowing.ts'

/** The words of the address, in one order, so that the same list always has the same address. Without the page. */
export function addressWords(it: Narrowing): string {
  const words: [string, string | undefined][] = [
    ['view', it.view],
    ['status', it.status.join(',')],
    ['kind', it.kind.join(',')],
    ['channel', it.channel.join(',')],
    ['mailbox', it.mailbox.join(',')],
    ['topic', it.topic.join(',')],
    ['ward', it.ward.join(',')],
    ['member', it.member],
    ['holder', it.holder],
    ['due-from', it.dueFrom],
    ['due-until', it.dueUntil],
    ['received-from', it.receivedFrom],
    ['received-until', it.receivedUntil],
    ['overdue', it.overdue ? 'yes' : ''],
    ['at-risk', it.atRisk ? 'yes' : ''],
    ['risk-from', it.riskFrom ? `${it.riskFrom}` : ''],
    ['q', it.q],
    ['sort', it.sort],
  ]
  // commas may stand in a query as they are, and are easier to read there
  return new URLSearchParams(words.filter((word): word is [string, string] => Boolean(word[1])))
    .toString()
    .replaceAll('%2C', ',')
}

/** The address of this list, at its beginning or after some line. */
export const addressOf = (it: Narrowing, after?: string): string =>
  `/enquiries?${addressWords(it)}${after === undefined ? '' : `&after=${encodeURIComponent(after)}`}`

/** The words that narrow it, without those of the view: what a form sends along. */
export const addressFields = (it: Narrowing): [string, string][] => [...new URLSearchParams(addressWords(it))]

/** What stands behind the `?` of an address as it was asked for. */
export const queryOf = (path: string): URLSearchParams => new URLSearchParams(path.split('?', 2)[1] ?? '')
