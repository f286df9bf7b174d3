import { z } from 'zod'
import { oneLine } from '#kernel/text.ts'
import type { AnsweredQuestion, Decision } from '../act.ts'
import { givenDay, optionalWords, words } from '../given.ts'

const promised = z.object({
  id: z.uuid().optional(),
  words: words('Enter what will happen'),
  who: optionalWords,
  dueOn: givenDay('Enter by when it will happen'),
})

/** A whole answer, as it is written, submitted for review, and sent. */
export const answerShape = z.object({
  text: words('Enter your answer'),
  answers: z
    .array(z.object({ number: z.number().int().min(1), answer: optionalWords, excuse: optionalWords }))
    .default([]),
  promises: z.array(promised).max(20, 'Make at most 20 promises in one answer').default([]),
  contact: z
    .string()
    .transform(oneLine)
    .pipe(z.string().max(300, 'Whom to contact must be 300 characters or fewer'))
    .default(''),
  mayShare: z.boolean({ error: 'Select whether it may be shared with the resident' }).optional(),
})

export type GivenAnswer = z.infer<typeof answerShape>

type Sending = {
  readonly messageId: string
  readonly promiseIds: readonly string[]
  /** who wrote it, where somebody else sends it */
  readonly writtenBy?: string
}

/** What happens when an answer goes, by whoever’s hand: the one event that stops the clock, and all that it says. */
export function answering(given: GivenAnswer, { messageId, promiseIds, writtenBy }: Sending): Decision {
  const promises = given.promises.map((promise, i) => ({ ...promise, id: promiseIds[i]! }))
  return {
    events: [
      {
        type: 'answered',
        messageId,
        atOnce: false,
        promises: promises.map(({ id, dueOn }) => ({ id, dueOn })),
        ...(writtenBy && { writtenBy }),
      },
    ],
    words: {
      kind: 'answer',
      words: given.text,
      contact: given.contact,
      mayShare: given.mayShare,
      ...(writtenBy && { by: writtenBy }),
    },
    answers: given.answers.filter(it => it.answer || it.excuse).map(tidy),
    promises,
  }
}

const tidy = ({ number, answer, excuse }: GivenAnswer['answers'][number]): AnsweredQuestion =>
  answer ? { number, answer } : { number, excuse }
