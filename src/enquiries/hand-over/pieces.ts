import type { Tx } from '#platform/db/database.ts'
import type { Enquiry } from '../enquiry.ts'
import { attachmentsOf, type Attachment } from '../attachment.sql.ts'
import { messagesOf, type Message } from '../message.sql.ts'
import { questionsOf } from '../question.sql.ts'
import { viewEnquiry } from '../view.sql.ts'
import type { Place } from '../place/place.ts'
import type { Piece } from './hand-over.sql.ts'

/** What of an enquiry may be chosen for a partner, each by itself: only what they need goes (domain, section 2). */
export const pieceNames = {
  subject: 'The subject',
  words: 'What the member wrote',
  questions: 'The numbered questions',
  constituent: 'Whom it is for',
  place: 'Where it is',
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
  const written = messages.filter(isMembers)
  const words: Record<PieceKey, string> = {
    subject: viewed?.names.subject ?? '',
    words: written.map(it => it.words).join('\n\n'),
    questions: questions
      .filter(it => it.round === enquiry.round)
      .map(it => `${it.number}. ${it.words}`)
      .join('\n'),
    constituent: viewed?.names.constituent ?? '',
    place: placeIn(viewed?.names.place),
    ward: viewed?.names.ward ?? '',
    member: viewed?.names.member ?? '',
  }
  return Object.fromEntries(
    pieceKeys.filter(key => words[key] !== '').map(key => [key, { name: pieceNames[key], words: words[key] }]),
  )
}

/** In words, with the postcode where they do not say it already. */
function placeIn(place: Place | null | undefined): string {
  if (!place) return ''
  const { words, postcode } = place
  return postcode && !words.includes(postcode) ? `${words}, ${postcode}` : words
}

const isMembers = ({ internal, kind }: Message): boolean =>
  !internal && ['enquiry', 'addition', 'reply', 'disagreement'].includes(kind)

/** The files that the member sent, each to be chosen by itself. */
export async function sharableFiles(tx: Tx, { id }: Enquiry): Promise<Attachment[]> {
  const [messages, files] = await Promise.all([messagesOf(tx, id), attachmentsOf(tx, id)])
  const theirs = new Set(messages.filter(isMembers).map(it => it.id))
  return files.filter(it => theirs.has(it.messageId))
}
