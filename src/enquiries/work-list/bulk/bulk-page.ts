import { instantInWords } from '#kernel/day.ts'
import { numberInWords } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import { assetUrl } from '#platform/views/assets/build.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField } from '#platform/views/components/form.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { pagination } from '#platform/views/components/pagination.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Listed } from '../../list.sql.ts'
import { bulkActNamed, isBulkAct, nothingToUndo, type BulkAct } from './bulk-acts.ts'
import type { Bulk, Item, Reason, Tally } from './bulk.ts'
import { enquiries } from './choose-page.ts'

export type BulkShown = {
  readonly bulk: Bulk
  readonly tally: Tally
  readonly reasons: readonly Reason[]
  readonly items: readonly Item[]
  /** the same enquiries as far as they may still be seen, for their subjects */
  readonly listed: ReadonlyMap<string, Listed>
  /** to whom, where to, what about: `to Kwame Asante` */
  readonly target: string
  /** who gets how many, where each goes to somebody of its own */
  readonly each: readonly { readonly name: string; readonly n: number }[]
  /** those people by id */
  readonly people: ReadonlyMap<string, string>
  /** only these are listed */
  readonly only: Item['state'] | undefined
  /** the last place listed when there are more */
  readonly next: number | undefined
  /** the bulk that took this one back */
  readonly undoneBy: string | undefined
  readonly csrf: string
}

/** A bulk as it stands: to be looked at, on its way, or done. */
export function bulkPage(it: BulkShown): Page {
  const { state } = it.bulk
  return {
    title: headingOf(it),
    ownHeading: true,
    current: '/enquiries',
    back: { href: listAddress(it.bulk), text: 'Back to the list' },
    wide: state !== 'preview',
    body: html`<h1 class="govuk-heading-l">${headingOf(it)}</h1>
      ${state === 'preview' ? preview(it) : progress(it)}
      <script type="module" src="${assetUrl('list.js')}"></script>`,
  }
}

const listAddress = ({ matching }: Bulk): string => (matching ? `/enquiries?${matching}` : '/enquiries')

const all = ({ waiting, done, refused }: Tally): number => waiting + done + refused

/** `Give 297 enquiries to Kwame Asante`; taken back: `Take back: give 12 enquiries`. */
function headingOf({ bulk, tally, target }: BulkShown): string {
  const n = bulk.state === 'preview' ? tally.waiting : all(tally)
  const verb = isBulkAct(bulk.act) ? bulkActNamed(bulk.act).verb : bulk.act
  if (bulk.undoes) return `Take back: ${verb.toLowerCase()} ${enquiries(n)}`
  return [verb, enquiries(n), target].filter(Boolean).join(' ')
}

function preview(it: BulkShown): Html {
  const { bulk, tally } = it
  const act = bulkActNamed(isBulkAct(bulk.act) ? bulk.act : 'note')
  if (tally.waiting === 0)
    return html`<p class="govuk-body-l">Nothing would change.</p>
      ${refusals(it)}`
  return html`<p class="govuk-body-l">
      <strong>${enquiries(tally.waiting)}</strong> will change.
      ${tally.refused > 0 && html`<strong>${numberInWords(tally.refused)}</strong> will stay as they are.`}
    </p>
    ${shares(it)} ${refusals(it)} ${act.tells && insetText({ text: act.tells })} ${written(bulk)}
    <h2 class="govuk-heading-m">${it.items.length < tally.waiting ? `The first ${it.items.length}` : 'Which ones'}</h2>
    <ul class="govuk-list">
      ${it.items.map(item => html`<li>${link(item, it)}</li>`)}
    </ul>
    <p class="govuk-body">${beforehand(act)}</p>
    <form method="post" action="/enquiries/bulk/${bulk.id}/confirm">
      ${csrfField(it.csrf)}
      <div class="govuk-button-group">
        ${button({ text: headingOf(it), preventDoubleClick: true })}
        <a class="govuk-link" href="${listAddress(bulk)}">Cancel</a>
      </div>
    </form>`
}

/** Before anything is done, what taking back would do reads as what is about to happen; so it says which it is. */
const beforehand = ({ undoWords, undo }: BulkAct): string =>
  undo === nothingToUndo ? undoWords : `If you take it back afterwards: ${inSentence(undoWords)}`

const inSentence = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)

/** Who gets how many. */
const shares = ({ each, bulk }: BulkShown): Html | false =>
  each.length > 0 &&
  !bulk.undoes &&
  html`<ul class="govuk-list govuk-list--bullet">
    ${each.map(({ name, n }) => html`<li>${name} gets ${enquiries(n)}</li>`)}
  </ul>`

/** What will stand with each of them, to be read once more. */
function written({ given }: Bulk): Html | false {
  const { text, why } = given as { text?: string; why?: string }
  const words = text || why
  return (
    !!words &&
    html`<h2 class="govuk-heading-m">What you wrote</h2>
      <div class="os-plain-text govuk-!-margin-bottom-6" dir="auto">${words}</div>`
  )
}

const refusals = ({ reasons, bulk, tally }: BulkShown): Html | false =>
  reasons.length > 0 &&
  html`<h2 class="govuk-heading-m">
      ${bulk.state === 'preview' ? 'Why some will not change' : `Why ${enquiries(tally.refused)} did not change`}
    </h2>
    <ul class="govuk-list govuk-list--bullet">
      ${reasons.map(({ words, n }) => html`<li><strong>${numberInWords(n)}</strong>: ${words}</li>`)}
    </ul>`

/** On its way the page comes anew by itself where JavaScript runs; a link does it everywhere. */
function progress(it: BulkShown): Html {
  const { bulk, tally } = it
  const isRunning = bulk.state === 'running'
  return html`<div id="bulk" ${isRunning && html` data-live="1"`}>
      ${isRunning ? underWay(it) : ended(it)} ${refusals(it)}
    </div>
    ${!isRunning && results(it)} ${!isRunning && tally.done > 0 && takingBack(it)}`
}

function underWay({ bulk, tally }: BulkShown): Html {
  const [done, n] = [tally.done + tally.refused, all(tally)]
  return html`<p class="govuk-body-l" role="status">${numberInWords(done)} of ${numberInWords(n)} dealt with</p>
    <progress class="os-progress" value="${done}" max="${n}" aria-label="How far it is"></progress>
    <p class="govuk-body">
      It goes on without you: you may leave this page and
      <a class="govuk-link" href="/enquiries/bulk/${bulk.id}">look again</a> later.
    </p>`
}

const ended = ({ bulk, tally }: BulkShown): Html =>
  html`<p class="govuk-body-l" role="status">
    <strong>${numberInWords(tally.done)} done</strong>${tally.refused > 0 &&
    `, ${numberInWords(tally.refused)} not changed`}.
    ${bulk.finishedAt && html`<span class="os-quiet">Finished on ${instantInWords(bulk.finishedAt)}</span>`}
  </p>`

function results(it: BulkShown): Html {
  const { bulk, only, next } = it
  const address = `/enquiries/bulk/${bulk.id}`
  const way = (state: Item['state'] | undefined, text: string) =>
    only === state
      ? html`<strong>${text}</strong>`
      : html`<a class="govuk-link" href="${address}${state && `?only=${state}`}">${text}</a>`
  return html`<h2 class="govuk-heading-m">What became of each</h2>
    <p class="govuk-body">${way(undefined, 'All')} · ${way('done', 'Done')} · ${way('refused', 'Not changed')}</p>
    <ul class="govuk-list os-bulk-results">
      ${it.items.map(
        item => html`<li>
          ${link(item, it)}
          <span class="os-quiet"
            >${item.state === 'done'
              ? html`Done${item.words && html`. ${item.words}`}`
              : html`Not changed: ${item.words}`}</span
          >
        </li>`,
      )}
    </ul>
    ${next !== undefined &&
    pagination({
      next: { href: `${address}?${only ? `only=${only}&` : ''}from=${next}` },
      landmarkLabel: 'Pages of results',
    })}`
}

const link = ({ reference, ownTo }: Item, { bulk, listed, people }: BulkShown): Html => {
  const known = listed.get(reference)
  // once it is done whoever has it now is who was given it
  const whence = bulk.state === 'preview' && known?.holderName ? `from ${known.holderName} ` : ''
  return known
    ? html`<a class="govuk-link" href="/enquiries/${reference}">${reference}</a> <bdi>${known.subject}</bdi>${ownTo &&
        html` <span class="os-quiet">${whence}to ${people.get(ownTo) ?? 'somebody'}</span>`}`
    : html`${reference}`
}

function takingBack({ bulk, tally, undoneBy, csrf }: BulkShown): Html | false {
  if (bulk.undoes || !isBulkAct(bulk.act)) return false
  const { undoWords } = bulkActNamed(bulk.act)
  if (undoneBy)
    return html`<p class="govuk-body">
      It has been taken back: <a class="govuk-link" href="/enquiries/bulk/${undoneBy}">see what became of that</a>.
    </p>`
  if (tally.undoable === 0) return html`<p class="govuk-body">${undoWords}</p>`
  return html`<h2 class="govuk-heading-m">Take it back</h2>
    <p class="govuk-body">
      ${enquiries(tally.undoable)} of ${numberInWords(tally.done)} can be put back. ${undoWords} What somebody has
      worked on since stays as it is.
    </p>
    <form method="post" action="/enquiries/bulk/${bulk.id}/undo">
      ${csrfField(csrf)}
      ${button({ text: 'Take it back', classes: 'govuk-button--secondary', preventDoubleClick: true })}
    </form>`
}
