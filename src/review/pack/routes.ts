import { record } from '#audit/door.ts'
import type { Refusal } from '#kernel/result.ts'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import { file, missing, page, pageAgain, redirect, type Answer, type Page } from '#platform/http/answer.ts'
import { emptyForm, type Form } from '#platform/http/form.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { mayDo } from '#platform/http/viewer.ts'
import { setting } from '#platform/settings.ts'
import { correctPack, packFile, packFormats, readPack, readPacks, readPackVersions, spanNamed } from '#reports/door.ts'
import { packPage, packPath, packsPage } from './pages.ts'
import { sectionsOf } from './sections.ts'

export const packRoutes: Route[] = [
  {
    method: 'GET',
    path: '/review/packs',
    may: 'review.follow',
    handle: async asked => page(packsPage(await asked.transact(readPacks))),
  },
  { method: 'GET', path: '/review/packs/:key', may: 'review.follow', handle: show },
  { method: 'POST', path: '/review/packs/:key', may: 'review.record', handle: correct },
  { method: 'GET', path: '/review/packs/:key/:format', may: 'review.follow', handle: download },
]

const versionIn = ({ query }: Asked): number | undefined =>
  /^\d{1,6}$/.test(query.version ?? '') ? Number(query.version) : undefined

function show(asked: Asked): Promise<Answer> {
  return asked.transact(async tx => {
    const shown = await shownPack(tx, asked, emptyForm)
    return shown ? page(shown) : missing
  })
}

async function shownPack(tx: Tx, asked: Asked, form: Form, refusal?: Refusal): Promise<Page | undefined> {
  const { viewer, params, csrf } = asked
  const key = params.key ?? ''
  const [pack, versions] = await Promise.all([
    readPack(tx, viewer.person ?? 'public', key, versionIn(asked)),
    readPackVersions(tx, key),
  ])
  return pack && packPage({ pack, versions, corrects: mayDo(viewer, 'review.record'), csrf, form, refusal })
}

/** Frozen by the council, which sees everything; asked for by whoever gives the reason. */
async function correct(asked: Asked): Promise<Answer> {
  const { viewer, now, form, params } = asked
  const done = await inTransaction(asked.db, 'system', async tx => {
    const span = spanNamed(params.key ?? '', await setting(tx, 'reports.year-begins-month'))
    if (!span) return undefined
    const freezing = { now, by: viewer.person, review: await sectionsOf(tx, span, now) }
    return correctPack(tx, span, freezing, form.text('reason'))
  })
  if (!done || (!done.ok && done.refusal.code === 'not-frozen')) return missing
  if (done.ok) return redirect(packPath(params.key!), `Version ${done.value} is frozen`)
  const again = await asked.transact(tx => shownPack(tx, asked, form, done.refusal))
  return again ? pageAgain(again) : missing
}

async function download(asked: Asked): Promise<Answer> {
  const format = packFormats.find(it => it === asked.params.format)
  if (!format) return missing
  const [pack, council] = await asked.transact(tx =>
    Promise.all([
      readPack(tx, asked.viewer.person ?? 'public', asked.params.key ?? '', versionIn(asked)),
      setting(tx, 'council.name'),
    ]),
  )
  if (!pack) return missing
  await asked.transact(tx =>
    record(tx, {
      at: asked.now.at,
      actor: asked.viewer.person,
      act: 'review.exported',
      subject: { kind: 'pack', id: asked.params.key ?? '' },
      details: { format, version: pack.version },
    }),
  )
  const { body, type, name } = await packFile(pack, council, format)
  return file({ body, type, saveAs: name })
}
