import { suggestTopics } from '#mailboxes/door.ts'
import { json, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { alikeOnes } from '../../search/alike.sql.ts'
import { typingPieces } from './typing-pieces.ts'

/** Fewer letters say too little. */
const leastLetters = 12

/**
 * What is shown while somebody types. It changes nothing; it is a POST so that nobody’s words stand in an address or in
 * the notes of a server on the way.
 */
export const typingRoutes = (): Route[] => [
  { method: 'POST', path: '/enquiries/new/typing', may: 'enquiries.raise', handle: suggest },
]

async function suggest({ form, now, transact }: Asked): Promise<Answer> {
  const text = `${form.text('subject')}\n${form.text('text')}`
  if (text.trim().length < leastLetters) return json({ html: '' })
  return transact(async tx => {
    const member = form.text('member')
    const [suggested, alike] = await Promise.all([
      suggestTopics(tx, text),
      isId(member) ? alikeOnes(tx, member, text, now.at) : [],
    ])
    return json({ html: suggested.length + alike.length > 0 ? typingPieces(suggested, alike).text : '' })
  })
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
