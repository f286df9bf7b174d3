import { inWords } from '#kernel/day.ts'
import type { Refusal } from '#kernel/result.ts'
import type { Page } from '#platform/http/answer.ts'
import type { Form } from '#platform/http/form.ts'
import { button } from '#platform/views/components/button.ts'
import { details } from '#platform/views/components/details.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { textarea } from '#platform/views/components/textarea.ts'
import { workList } from '#platform/views/components/work-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import { drawnDocument, packFormats, type Pack, type PackFormat, type PackHead } from '#reports/door.ts'

export const packsPath = '/review/packs'
export const packPath = (key: string): string => `${packsPath}/${key}`
const back = { href: '/review', text: 'Monthly review' }

const formatWords: Record<PackFormat, string> = { pdf: 'PDF', xlsx: 'Spreadsheet (XLSX)', csv: 'Every figure (CSV)' }

/** Every pack there is, the latest first. */
export const packsPage = (packs: readonly PackHead[]): Page => ({
  title: 'Packs',
  current: '/review',
  back,
  wide: true,
  body: html`<p class="govuk-body-l">
      Each month, quarter and year as it stood when it was frozen. A pack never changes; a correction is a new version.
    </p>
    ${packs.length === 0
      ? emptyState({
          heading: { text: 'There is none yet' },
          text: 'The first is frozen on the first working day after a month in which something was received.',
        })
      : workList({
          caption: 'Packs, the latest first',
          columns: [{ text: 'Pack' }, { text: 'Frozen' }, { text: 'Version', format: 'numeric' }],
          rows: packs.map(it => ({
            cells: [
              { html: html`<a class="govuk-link" href="${packPath(it.key)}">${it.title}</a>` },
              { text: inWords(it.frozenOn) },
              { text: it.version },
            ],
          })),
        })}`,
})

export type PackShown = {
  readonly pack: Pack
  readonly versions: readonly PackHead[]
  /** may freeze it anew */
  readonly corrects: boolean
  readonly csrf: string
  readonly form: Form
  readonly refusal?: Refusal | undefined
}

/** A pack with its files, and where it may be corrected. */
export function packPage({ pack, versions, corrects, csrf, form, refusal }: PackShown): Page {
  const newest = versions[0]!.version
  const query = pack.version === newest ? '' : `?version=${pack.version}`
  const body = html`${errorSummaryFor(refusal)}
    ${pack.version !== newest &&
    insetText({
      html: html`This is version ${pack.version}.
        <a class="govuk-link" href="${packPath(pack.key)}">The newest is version ${newest}</a>.`,
    })}
    ${pack.reason && insetText({ text: `Version ${pack.version}, frozen again because: ${pack.reason}` })}
    <ul class="govuk-list os-pack__files os-no-print">
      ${packFormats.map(
        it =>
          html`<li>
            <a class="govuk-link" href="${packPath(pack.key)}/${it}${query}" download>${formatWords[it]}</a>
          </li>`,
      )}
    </ul>
    ${drawnDocument(pack.document)} ${versions.length > 1 && versionList(pack, versions)}
    ${corrects && correction(pack, csrf, form, refusal)}`
  return {
    title: pack.document.title,
    body,
    current: '/review',
    back: { href: packsPath, text: 'Packs' },
    wide: true,
    invalid: Boolean(refusal),
  }
}

const versionList = (pack: Pack, versions: readonly PackHead[]): Html =>
  html`<h2 class="govuk-heading-m">Versions</h2>
    <ul class="govuk-list">
      ${versions.map(
        it =>
          html`<li>
            <a class="govuk-link" href="${packPath(pack.key)}?version=${it.version}">Version ${it.version}</a>,
            ${inWords(it.frozenOn)}${it.reason && `: ${it.reason}`}
          </li>`,
      )}
    </ul>`

const correction = (pack: Pack, csrf: string, form: Form, refusal: Refusal | undefined): Html =>
  details({
    summaryText: 'Freeze it again',
    classes: 'os-no-print',
    open: Boolean(refusal),
    html: html`<p class="govuk-body">
        What is known now becomes a new version beside this one. Do this when something was wrong, not when something
        has happened since.
      </p>
      <form method="post" action="${packPath(pack.key)}" novalidate>
        ${csrfField(csrf)}
        ${textarea({
          name: 'reason',
          rows: 2,
          label: { text: 'Why it is frozen again' },
          value: form.text('reason'),
          errorMessage: errorFor(refusal, 'reason'),
        })}
        ${button({ text: 'Freeze a new version', preventDoubleClick: true })}
      </form>`,
  })
