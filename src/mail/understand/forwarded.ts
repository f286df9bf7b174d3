import { oneLine } from '../../kernel/text.ts'
import type { ParsedMail } from '../parse/parsed-mail.ts'

/** What somebody else wrote and the sender passes on, as far as their mail program tells. */
export type Forwarded = {
  /** in small letters */
  readonly from: string
  readonly at: Date | undefined
  readonly subject: string
  /** '' when the message is attached as a file */
  readonly text: string
}

/**
 * The message inside a forward: an attached one, or one below its own From line. Undefined when nothing is forwarded: a
 * reply that quotes what it answers is not a forward. What is inside only says whose matter it is; nobody acts by it.
 */
export function forwardedIn(mail: Pick<ParsedMail, 'subject' | 'text' | 'attachments'>): Forwarded | undefined {
  const attached = mail.attachments.find(it => it.type === 'message/rfc822' || /\.eml$/i.test(it.name))
  if (attached) return attachedMessage(attached.bytes)
  return saysForward(mail) ? messageBelow(mail.text.slice(0, readLimit)) : undefined
}

const readLimit = 64 * 1024

const saysForward = ({ subject, text }: Pick<ParsedMail, 'subject' | 'text'>): boolean =>
  /^\s*(?:re:\s*)*fwd?:/i.test(subject) ||
  /^[>\s]*(?:-{2,}\s*forwarded message\s*-{2,}|begin forwarded message:)\s*$/im.test(text.slice(0, readLimit))

function attachedMessage(bytes: Uint8Array): Forwarded | undefined {
  const head = Buffer.from(bytes.subarray(0, readLimit)).toString('utf8').replaceAll('\r\n', '\n').split('\n\n', 1)[0]!
  const field = (name: string) => new RegExp(`^${name}:(.*(?:\\n[ \\t].*)*)`, 'im').exec(head)?.[1] ?? ''
  return forwarded(field('from'), field('date'), field('subject'), '')
}

/** The first From line with an address, plain, quoted or in bold as the programs write it, and what stands around it. */
function messageBelow(text: string): Forwarded | undefined {
  const lines = text.split('\n').map(line =>
    line
      .slice(0, 500)
      .replace(/^[>\s]+/, '')
      .replaceAll('*', '')
      .trim(),
  )
  for (const [at, line] of lines.entries()) {
    const from = /^from:\s*(.+)$/i.exec(line)?.[1]
    if (!from) continue
    const head = lines.slice(at + 1, at + 9)
    const field = (name: RegExp) => head.find(it => name.test(it))?.replace(/^[^:]+:\s*/, '') ?? ''
    const end = lines.indexOf('', at)
    const below = end < 0 ? '' : text.split('\n').slice(end).join('\n').trim()
    const found = forwarded(from, field(/^(?:sent|date):/i), field(/^subject:/i), below)
    if (found) return found
  }
  return undefined
}

function forwarded(from: string, date: string, subject: string, text: string): Forwarded | undefined {
  const address = /[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/.exec(from.slice(0, 1000))?.[0]
  if (!address) return undefined
  return { from: address.toLowerCase(), at: dateIn(date), subject: oneLine(subject).slice(0, 1000), text }
}

/** Dates as mail programs write them; 03/06/2026 is the third of June here. */
function dateIn(text: string): Date | undefined {
  const tidy = oneLine(text)
    .replace(/ at /i, ' ')
    .replace(/\bBST\b/, '+0100')
    .replace(/^(\d{1,2})\/(\d{1,2})\/(\d{4})/, '$3-$2-$1')
  const iso = tidy.replace(/^(\d{4})-(\d{1,2})-(\d{1,2}).*$/, (_, y: string, m: string, d: string) =>
    [y, m.padStart(2, '0'), d.padStart(2, '0')].join('-'),
  )
  const at = new Date(iso)
  return Number.isNaN(at.getTime()) ? undefined : at
}
