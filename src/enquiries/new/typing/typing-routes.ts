import { sensitiveWords, sensitivityQuestions, suggestTopics, warningIn } from '#mailboxes/door.ts'
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
    const [words, suggested, alike] = await Promise.all([
      sensitiveWords(tx),
      suggestTopics(tx, text),
      isId(member) ? alikeOnes(tx, member, text, now.at) : [],
    ])
    const warning = isRestricted(form) ? undefined : warningIn(text, words)
    const said = warning || suggested.length + alike.length > 0
    return json({ html: said ? typingPieces({ warning, suggested, alike }).text : '' })
  })
}

/** Whoever said yes goes the restricted way already. */
const isRestricted = (form: Asked['form']): boolean =>
  sensitivityQuestions.some(({ name }) => !['', 'no'].includes(form.text(name)))

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
