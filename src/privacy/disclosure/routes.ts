import { record } from '#audit/door.ts'
import { currentCalendar } from '#clock/door.ts'
import { enquiryById } from '#enquiries/door.ts'
import { refuse, type Refusal } from '#kernel/result.ts'
import { namesInRegister } from '#mailboxes/door.ts'
import { isId, personNames } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Files } from '#platform/files.ts'
import { file, missing, page, pageAgain, redirect, turnBack, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { mayDo } from '#platform/http/viewer.ts'
import { setting } from '#platform/settings.ts'
import { doToDisclosure, referenceOf } from './acts.ts'
import { digestOfText, readContents } from './contents.ts'
import { dueOnOf, has, isOpen, leftOutReasons, type Disclosure } from './disclosure.ts'
import { disclosureNumbered } from './disclosure.sql.ts'
import { documentOf } from './document.ts'
import { foundPage, perPage } from './found-page.ts'
import { itemPage, valueOf } from './item-page.ts'
import { countItems, decideItems, itemOf, itemsOf, redactItem, unseenItems } from './item.sql.ts'
import { forms, sources, type Item, type Source } from './item.ts'
import { addressOf, overviewPage } from './overview-page.ts'
import { isRemovalReason, merged, placesOf, type Stretch } from './removed.ts'
import { suggestionsFor } from './suggest.ts'
import { asBundle, asHtml, asPdf } from './written.ts'

export type DisclosureDeps = {
  readonly files: Files
  /** has a search worked on when this transaction is over */
  readonly startSearch: (tx: Tx, disclosure: string) => Promise<void>
}

const may = 'privacy.redact'

export const disclosureRoutes = (deps: DisclosureDeps): Route[] => [
  { method: 'GET', path: '/privacy/disclosures/:number', may, handle: show },
  { method: 'POST', path: '/privacy/disclosures/:number', may, handle: asked => act(asked, deps) },
  { method: 'GET', path: '/privacy/disclosures/:number/found', may, handle: asked => showFound(asked, deps) },
  { method: 'POST', path: '/privacy/disclosures/:number/found', may, handle: asked => decide(asked, deps) },
  { method: 'GET', path: '/privacy/disclosures/:number/items/:id', may, handle: asked => showItem(asked, deps) },
  { method: 'POST', path: '/privacy/disclosures/:number/items/:id', may, handle: asked => redact(asked, deps) },
  ...(['html', 'pdf', 'zip'] as const).map(
    (format): Route => ({
      method: 'GET',
      path: `/privacy/disclosures/:number/given.${format}`,
      may,
      handle: asked => give(asked, deps, format),
    }),
  ),
]

/** Runs with the disclosure of the address, as far as the viewer sees it. */
const withDisclosure = (
  asked: Asked,
  work: (tx: Tx, it: Disclosure) => Promise<Answer>,
  lock = false,
): Promise<Answer> =>
  asked.transact(async tx => {
    const { number = '' } = asked.params
    const it = /^\d{1,9}$/.test(number) ? await disclosureNumbered(tx, Number(number), lock) : undefined
    return it ? work(tx, it) : missing
  })

function show(asked: Asked): Promise<Answer> {
  return withDisclosure(asked, (tx, it) => overview(tx, asked, it))
}

async function overview(tx: Tx, asked: Asked, it: Disclosure, refusal?: Refusal): Promise<Answer> {
  const keeps = mayDo(asked.viewer, 'privacy.keep')
  const [calendar, names, counts, unseen, boxes, enquiry] = await Promise.all([
    currentCalendar(tx),
    personNames(
      tx,
      [it.madeBy, it.submittedBy, it.confirmedBy].filter(id => id !== null),
    ),
    countItems(tx, it.id),
    it.kind === 'request' && keeps ? unseenItems(tx, it.id) : [],
    namesInRegister(tx),
    it.enquiryId ? enquiryById(tx, it.enquiryId) : undefined,
  ])
  const drawn = overviewPage({
    it,
    csrf: asked.csrf,
    now: asked.now,
    viewer: asked.viewer.person!,
    keeps,
    due: it.kind === 'request' ? dueOnOf(it, calendar) : undefined,
    reference: enquiry?.reference,
    name: id => (id && names.get(id)) || 'somebody',
    counts,
    unseen: unseen.map(({ mailboxId, ...rest }) => ({ mailbox: boxes(mailboxId) ?? 'A restricted mailbox', ...rest })),
    refusal,
  })
  return refusal ? pageAgain(drawn) : page(drawn)
}

function act(asked: Asked, { startSearch }: DisclosureDeps): Promise<Answer> {
  return withDisclosure(
    asked,
    async (tx, it) => {
      if (it.kind === 'request' && !mayDo(asked.viewer, 'privacy.keep')) return missing
      const name = asked.form.text('act')
      const by = { person: asked.viewer.person!, now: asked.now }
      const done = await doToDisclosure(tx, by, it, name, asked.form.text('chosen'), await currentCalendar(tx))
      if (!done.ok) return overview(tx, asked, it, done.refusal)
      if (name === 'search') await startSearch(tx, it.id)
      return redirect(addressOf(it), done.value)
    },
    true,
  )
}

const sourceIn = ({ query }: Asked): Source | undefined => {
  const named = query.source ?? ''
  return has(sources, named) ? named : undefined
}

function showFound(asked: Asked, deps: DisclosureDeps): Promise<Answer> {
  return withDisclosure(asked, (tx, it) => found(tx, asked, deps, it))
}

async function found(
  tx: Tx,
  asked: Asked,
  { files }: DisclosureDeps,
  it: Disclosure,
  refusal?: Refusal,
): Promise<Answer> {
  const source = sourceIn(asked)
  if (!source) return missing
  const all = await itemsOf(tx, it.id, source)
  const from = Math.min(Number(/^\d{1,5}$/.exec(asked.query.from ?? '')?.[0] ?? 0), Math.max(0, all.length - 1))
  const items = all.slice(from, from + perPage)
  const read = await readContents(tx, files, items)
  const shown = items.map(item => ({ item, read: read.find(content => content.sourceId === item.sourceId) }))
  const drawn = foundPage({ it, csrf: asked.csrf, source, items: shown, all: all.length, from, refusal })
  return refusal ? pageAgain(drawn) : page(drawn)
}

function decide(asked: Asked, deps: DisclosureDeps): Promise<Answer> {
  return withDisclosure(
    asked,
    async (tx, it) => {
      const ids = asked.form.texts('item').filter(isId)
      const [decision, reason] = [asked.form.text('decision'), asked.form.text('reason')]
      const again = (code: string, words: string, field: string) =>
        found(tx, asked, deps, it, refuse(code, words, field).refusal)
      if (!isOpen(it)) return turnBack(addressOf(it), 'It waits for a second person, or is closed')
      if (ids.length === 0) return again('none', 'Select what to decide about', 'items')
      if (decision === 'out' && !has(leftOutReasons, reason))
        return again('reason', 'Select why it is left out', 'reason')
      const [what, why] =
        decision === 'out' && has(leftOutReasons, reason) ? (['out', reason] as const) : (['in', null] as const)
      await decideItems(tx, it.id, ids, { decision: what, reason: why, by: asked.viewer.person!, at: asked.now.at })
      return redirect(
        `${addressOf(it)}/found?source=${sourceIn(asked) ?? 'message'}`,
        what === 'in' ? 'Included' : 'Left out',
      )
    },
    true,
  )
}

/** One item of the disclosure with its content, as far as the viewer sees both. */
async function itemIn(tx: Tx, asked: Asked, { files }: DisclosureDeps, it: Disclosure) {
  const { id = '' } = asked.params
  const item = isId(id) ? await itemOf(tx, it.id, id) : undefined
  const [read] = item ? await readContents(tx, files, [item]) : []
  return item && read ? { item, read } : undefined
}

function showItem(asked: Asked, deps: DisclosureDeps): Promise<Answer> {
  return withDisclosure(asked, async (tx, it) => {
    const here = await itemIn(tx, asked, deps, it)
    if (!here) return missing
    const suggestions = suggestionsFor(here.read.text, it.kind === 'request' ? it.about : undefined)
    return page(itemPage({ it, ...here, csrf: asked.csrf, suggestions, typed: '' }))
  })
}

function redact(asked: Asked, deps: DisclosureDeps): Promise<Answer> {
  return withDisclosure(
    asked,
    async (tx, it) => {
      const here = await itemIn(tx, asked, deps, it)
      if (!here) return missing
      if (!isOpen(it)) return turnBack(addressOf(it), 'It waits for a second person, or is closed')
      const { item, read } = here
      const suggestions = suggestionsFor(read.text, it.kind === 'request' ? it.about : undefined)
      const chosen = chosenIn(asked, item, suggestions, read.text)
      if ('refusal' in chosen) {
        const typed = asked.form.text('words')
        return pageAgain(itemPage({ it, ...here, csrf: asked.csrf, suggestions, typed, refusal: chosen.refusal }))
      }
      const form = asked.form.text('form')
      const redacted = {
        form: has(forms, form) ? form : 'words',
        removed: chosen.stretches,
        textSha256: digestOfText(read.text),
      } as const
      await redactItem(tx, item.id, redacted, asked.viewer.person!, asked.now.at)
      return redirect(`${addressOf(it)}/items/${item.id}`, 'Saved and included')
    },
    true,
  )
}

/** What was selected, of what was offered, and every place of the words that were typed. */
function chosenIn(asked: Asked, item: Item, offered: readonly Stretch[], text: string) {
  const selected = new Set(asked.form.texts('passage'))
  const because = asked.form.text('because')
  const typed = asked.form
    .text('words')
    .split('\n')
    .map(it => it.trim())
    .filter(Boolean)
  const own = typed.map(words => placesOf(text, words, isRemovalReason(because) ? because : 'personal'))
  const none = typed.find((_, at) => own[at]!.length === 0)
  if (none !== undefined)
    return refuse('not-there', `“${none.slice(0, 60)}” does not stand there. Enter it as it is written`, 'words')
  const kept = [...item.removed, ...offered].filter(it => selected.has(valueOf(it)))
  return {
    stretches: merged(
      [...kept, ...own.flat()].map(({ from, to, because: why }) => ({ from, to, because: why })),
      text.length,
    ),
  }
}

/** Hands out what a second person confirmed: as the viewer sees it, and on the trail. */
function give(asked: Asked, { files }: DisclosureDeps, format: 'html' | 'pdf' | 'zip'): Promise<Answer> {
  return withDisclosure(asked, async (tx, it) => {
    if (!it.confirmedBy) return turnBack(addressOf(it), 'A second person has to confirm it first')
    const [document, council] = await Promise.all([documentOf(tx, files, it), setting(tx, 'council.name')])
    if (document.stale.length > 0)
      return turnBack(
        addressOf(it),
        'Some items changed since they were looked at, or cannot go as chosen: open it for work again and look at them',
      )
    const subject = { kind: 'disclosure', id: it.id, reference: referenceOf(it) }
    await record(tx, {
      at: asked.now.at,
      actor: asked.viewer.person,
      act: 'privacy.disclosure-taken-out',
      subject,
      details: { format },
    })
    const facts = {
      title: it.kind === 'copy' ? 'Redacted copy of an enquiry' : 'The data we hold about you',
      council,
      at: asked.now.at,
    }
    const saveAs = `${referenceOf(it).toLowerCase().replace(' ', '-')}.${format}`
    if (format === 'html') return file({ body: asHtml(document, facts), type: 'text/html; charset=utf-8', saveAs })
    if (format === 'pdf') return file({ body: await asPdf(document, facts), type: 'application/pdf', saveAs })
    return file({ body: await asBundle(document, facts), type: 'application/zip', saveAs })
  })
}
