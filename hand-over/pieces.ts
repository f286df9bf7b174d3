import type { Tx } from '#platform/db/database.ts'
import type { Enquiry } from '../enquiry.ts'
import { messagesOf } from '../message.sql.ts'
import { questionsOf } from '../question.sql.ts'
import { viewEnquiry } from '../view.sql.ts'
import type { Piece } from './hand-over.sql.ts'

/** What of an enquiry may be chosen for a partner, each by itself: only what they need goes (domain, section 2). */
export const pieceNames = {
  subject: 'The subject',
  words: 'What the member wrote',
  questions: 'The numbered questions',
  constituent: 'Whom it is for',
  ward: 'The ward',
  member: 'The name of the member',
} as const

export type PieceKey = keyof typeof pieceNames
export const pieceKeys = Object.keys(pieceNames) as [PieceKey, ...PieceKey[]]

/** Every piece there is, in words; what the enquiry does not have is left out. */
export async function piecesOf(tx: Tx, enquiry: Enquiry): Promise<Partial<Record<PieceKey, Piece>>> {
  const [viewed, messages, questions] = await Promise.all([
    viewEnquiry(tx, enquiry.reference),
    messagesOf(tx, enquiry.id),
    questionsOf(tx, enquiry.id),
  ])
  const written = messages.filter(
    it => !it.internal && ['enquiry', 'addition', 'reply', 'disagreement'].includes(it.kind),
  )
  const words: Record<PieceKey, string> = {
    subject: viewed?.names.subject ?? '',
    words: written.map(it => it.words).join('\n\n'),
    questions: questions
      .filter(it => it.round === enquiry.round)
      .map(it => `${it.number}. ${it.words}`)
      .join('\n'),
    constituent: viewed?.names.constituent ?? '',
    ward: viewed?.names.ward ?? '',
    member: viewed?.names.member ?? '',
  }
  return Object.fromEntries(
    pieceKeys.filter(key => words[key] !== '').map(key => [key, { name: pieceNames[key], words: words[key] }]),
  )
}
