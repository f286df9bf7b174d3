import { personNames } from '#people/door.ts'
import type { Refusal, Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { missing, page, pageAgain, redirect, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { isListName, type ListName } from '../word-lists.ts'
import { addWord, phraseIn, takeOutWord } from './change-words.ts'
import { sensitiveWords } from './held-words.ts'
import { listPage, listsPage, wordsPath } from './pages.ts'
import { changesOf } from './sensitive-word.sql.ts'

const may = 'mailboxes.sensitive-words'

/** The words that are looked for: for whoever administers mailboxes, and the data protection officer. */
export const sensitiveWordRoutes: readonly Route[] = [
  { method: 'GET', path: wordsPath, may, handle: lists },
  {
    method: 'GET',
    path: `${wordsPath}/:list`,
    may,
    handle: asked => ofList(asked, (tx, list) => show(tx, asked, list)),
  },
  {
    method: 'POST',
    path: `${wordsPath}/:list/add`,
    may,
    handle: asked =>
      ofList(asked, (tx, list) => change(tx, asked, list, { field: 'phrase', said: 'Added', act: addWord })),
  },
  {
    method: 'POST',
    path: `${wordsPath}/:list/take-out`,
    may,
    handle: asked =>
      ofList(asked, (tx, list) => change(tx, asked, list, { field: 'out', said: 'Taken out', act: takeOutWord })),
  },
]

function lists({ transact }: Asked): Promise<Answer> {
  return transact(async tx => page(listsPage(await sensitiveWords(tx))))
}

async function ofList({ params, transact }: Asked, work: (tx: Tx, list: ListName) => Promise<Answer>): Promise<Answer> {
  const { list = '' } = params
  return isListName(list) ? transact(tx => work(tx, list)) : missing
}

async function show(tx: Tx, asked: Asked, list: ListName, refusal?: Refusal): Promise<Answer> {
  const [words, changes] = await Promise.all([sensitiveWords(tx), changesOf(tx, list)])
  const names = await personNames(
    tx,
    changes.flatMap(it => [it.changedBy, it.endedBy].filter(id => id !== null)),
  )
  const shown = listPage({ asked, list, words: words[list].toSorted(), changes, names, ...(refusal && { refusal }) })
  return refusal ? pageAgain(shown) : page(shown)
}

type Change = {
  readonly field: 'phrase' | 'out'
  readonly said: string
  readonly act: (tx: Tx, list: ListName, phrase: string, by: By) => Promise<Result<true>>
}
type By = Parameters<typeof addWord>[3]

async function change(tx: Tx, asked: Asked, list: ListName, { field, said, act }: Change): Promise<Answer> {
  const phrase = phraseIn(asked.form.text(field))
  if (!phrase.ok) return show(tx, asked, list, { ...phrase.refusal, field })
  const done = await act(tx, list, phrase.value, { actor: asked.viewer.person, now: asked.now })
  return done.ok ? redirect(`${wordsPath}/${list}`, said) : show(tx, asked, list, done.refusal)
}
