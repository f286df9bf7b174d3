import { z } from 'zod'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { statuses } from '../enquiry.ts'
import { givenId, words } from '../given.ts'
import { mostTold, namedIn, readersAmong, toTell } from '../notices/tell.ts'

const shape = z.object({
  text: words('Enter your note'),
  tell: z
    .array(givenId('Select people from the list'))
    .max(mostTold, `Tell at most ${mostTold} people`)
    .default([])
    .describe('Colleagues to tell; whoever stands in the text with an @ before their name is told too'),
})

type Facts = {
  /** everybody to be told */
  readonly mentioned: readonly string[]
  readonly readers: ReadonlySet<string>
}

/**
 * An internal note: for the council's own people, never shown or sent to the member. Colleagues can be told of it, those
 * alone who may read it.
 */
export const note = act<z.infer<typeof shape>, Facts>({
  name: 'note',
  label: 'Add an internal note',
  may: 'enquiries.note',
  from: statuses,
  to: statuses,
  whileJoined: true,
  by: ['member-services', 'holder', 'responder', 'owner'],
  shape,
  gather: async (tx, enquiry, { text, tell }, { by, today }) => {
    const named = text.includes('@') ? namedIn(text, await toTell(tx, enquiry, by.person, today)) : []
    const mentioned = [...new Set([...tell, ...named.map(it => it.id)])].filter(id => id !== by.person)
    const readers = await readersAmong(tx, enquiry, mentioned, by.person ?? 'system')
    return { mentioned, readers }
  },
  decide: (_enquiry, it): Result<Decision> => {
    if (it.mentioned.some(id => !it.readers.has(id)))
      return refuse('not-a-reader', 'Select only people who may read this enquiry', 'tell')
    const told = it.mentioned.length > 0 && { told: it.mentioned.slice(0, mostTold) }
    return allow({
      events: [{ type: 'noted', messageId: it.messageId, ...told }],
      words: { kind: 'note', words: it.text, internal: true },
    })
  },
})
