import type { Form } from '#platform/http/form.ts'
import type { Question } from '../question.sql.ts'
import { givenPromises } from './promise-fields.ts'
import { typedAnswers } from './question-fields.ts'

/** An answer as far as it is written, whole or not: what can be said about it before it goes. */
export type Draft = {
  readonly text: string
  /** the numbered questions of the round, and whether each is answered or excused */
  readonly questions: readonly { readonly number: number; readonly words: string; readonly answered: boolean }[]
  readonly promises: readonly { readonly words: string; readonly who: string; readonly dueOn: string }[]
  readonly contact: string
  /** whether it says if it may be shared with the resident */
  readonly saysSharing: boolean
  /** everything the member would read of it */
  readonly all: string
}

export function draftIn(typed: Form, questions: readonly Question[]): Draft {
  const given = new Set(typedAnswers(typed).flatMap(it => (it.answer || it.excuse ? [it.number] : [])))
  return {
    text: typed.text('text'),
    questions: questions.map(({ number, words }) => ({ number, words, answered: given.has(number) })),
    promises: givenPromises(typed),
    contact: typed.text('contact'),
    saysSharing: typed.text('mayShare') !== '',
    all: allTyped(typed),
  }
}

const allTyped = (typed: Form): string =>
  Object.keys(typed.typed)
    .filter(name => /^(?:text|answer-\d+|excuse-\d+|promises-\d+-(?:words|who))$/.test(name))
    .map(name => typed.text(name))
    .filter(Boolean)
    .join('\n')
