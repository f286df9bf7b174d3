import { shortened } from '#kernel/text.ts'
import { ownText, ownWords } from './own-words.ts'
import { notesOf } from './parse/notes.ts'
import type { ParsedMail } from './parse/parsed-mail.ts'
import type { InnerMail } from './parse/unpack.ts'

/** A text longer than a form would take is cut here; the message as it came is kept whole. */
const longest = 99_000

/**
 * What the sender says now, without what they quote; a bare forward says what it forwards, also when it came as a file.
 * Below it what an officer has to know besides, such as an invitation. Empty when the message says nothing at all.
 */
export function said(mail: ParsedMail): string {
  const words = ownText(mail.text) || mail.text.trim() || mail.inner.map(innerInWords).join('\n\n')
  const own = shortened(words, longest) || (mail.attachments.length > 0 ? 'See the attached files.' : '')
  const notes = notesOf(mail).map(it => `[${it}]`)
  return [own, ...notes].filter(Boolean).join('\n\n')
}

/** What is folded away: earlier messages, the signature, and messages inside the message. */
export function folded(mail: ParsedMail): string {
  const parts = ownWords(mail.text)
    .filter(it => it.kind !== 'own')
    .map(it => it.text)
    .join('')
  const isSaidAlready = mail.text.trim() === ''
  return shortened(
    [parts.trim(), ...(isSaidAlready ? [] : mail.inner.map(innerInWords))].filter(Boolean).join('\n\n'),
    longest,
  )
}

const innerInWords = ({ from, to, date, subject, text }: InnerMail): string =>
  `---------- Message inside ----------\nFrom: ${from}\nTo: ${to}\nDate: ${date}\nSubject: ${subject}\n\n${text}`
