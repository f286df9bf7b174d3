import { strayDataIn } from '#mailboxes/door.ts'
import type { Refusal } from '#kernel/result.ts'
import { isId } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { missing, page, pageAgain, redirect, type Answer, type Page } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { setting } from '#platform/settings.ts'
import { decideExample, type Example } from './example.ts'
import { exampleById, examplesSeen } from './example.sql.ts'
import { examplePage, examplesPage } from './pages.ts'

/** Examples are read by whoever answers, and decided by whoever runs their mailbox. */
export const exampleRoutes: readonly Route[] = [
  { method: 'GET', path: '/quality/examples', may: 'quality.view', handle: list },
  { method: 'GET', path: '/quality/examples/:id', may: 'quality.view', handle: one },
  { method: 'POST', path: '/quality/examples/:id', may: 'quality.score', handle: decide },
]

function list({ transact, viewer }: Asked): Promise<Answer> {
  return transact(async tx => page(examplesPage(await examplesSeen(tx), viewer)))
}

const found = async (tx: Tx, { params }: Asked): Promise<Example | undefined> =>
  isId(params.id ?? '') ? exampleById(tx, params.id!) : undefined

function one(asked: Asked): Promise<Answer> {
  return asked.transact(async tx => {
    const example = await found(tx, asked)
    return example ? page(await drawn(tx, asked, example, example)) : missing
  })
}

type Typed = { readonly asked: string; readonly words: string }

async function drawn(tx: Tx, asked: Asked, example: Example, typed: Typed, refusal?: Refusal): Promise<Page> {
  const [domain, phone] = await Promise.all([setting(tx, 'council.domain'), setting(tx, 'council.phone')])
  const text = `${typed.asked}\n${typed.words}`
  const stray = strayDataIn(text, asked.now.today, { phones: [phone], domain }).map(it => it.words)
  return examplePage({ asked, example, stray, typed, refusal })
}

const states = ['offered', 'declined', 'withdrawn'] as const
const said = { offered: 'Example offered', declined: 'Example not offered', withdrawn: 'Example withdrawn' }

function decide(asked: Asked): Promise<Answer> {
  return asked.transact(async tx => {
    const { form, viewer, now } = asked
    const example = await found(tx, asked)
    const state = states.find(it => it === form.text('state'))
    if (!example || !state) return missing
    const typed = { asked: form.text('asked'), words: form.text('words') }
    const it = { ...typed, state, version: Number(form.text('version')) }
    const done = await decideExample(tx, example, it, { person: viewer.person!, now })
    if (done.ok) return redirect('/quality/examples', said[state])
    const again = await drawn(tx, asked, example, typed, done.refusal)
    return done.refusal.code === 'not-allowed' ? page(again, 403) : pageAgain(again)
  })
}
