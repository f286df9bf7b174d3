import { inWords, instantInWords, type Day } from '#kernel/day.ts'
import type { Refusal } from '#kernel/result.ts'
import { counted } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import type { Form, FormFields } from '#platform/http/form.ts'
import { dayBoxes } from '#platform/http/typed-day.ts'
import type { Viewer } from '#platform/http/viewer.ts'
import { button } from '#platform/views/components/button.ts'
import { card } from '#platform/views/components/card.ts'
import { dateInput } from '#platform/views/components/date-input.ts'
import { details } from '#platform/views/components/details.ts'
import { fieldset } from '#platform/views/components/fieldset.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { table } from '#platform/views/components/table.ts'
import { textarea } from '#platform/views/components/textarea.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { html, type Html } from '#platform/views/html.ts'
import { qualityHeading } from '../pages.ts'
import { checks, type Check, type Standard } from '../standard.ts'

type Shown = {
  readonly today: Day
  readonly viewer: Viewer
  readonly mayChange: boolean
  readonly names: ReadonlyMap<string, string>
}

/** The standard in force, what is set to come, and every version before. */
export function standardPage(versions: readonly Standard[], { today, viewer, mayChange, names }: Shown): Page {
  const now = versions.find(it => it.fromOn <= today)!
  return {
    title: 'The standard of a good answer',
    current: '/quality',
    ownHeading: true,
    body: html`${qualityHeading('The standard of a good answer', '/quality/standard', viewer)}
      <p class="govuk-body-l">
        Whoever writes an answer sees this beside it, with how far the draft has come. Answers are scored against it.
      </p>
      ${versions.filter(it => it.fromOn > today).map(it => coming(it))} ${whole(now)}
      ${mayChange && button({ text: 'Change the standard', href: '/quality/standard/edit' })}
      <h2 class="govuk-heading-m">Versions</h2>
      ${versions.map(it => version(it, names, it === now))}`,
  }
}

const coming = (it: Standard): Html =>
  html`<div class="govuk-inset-text">Version ${it.version} begins on ${inWords(it.fromOn)}: ${it.why}</div>`

const whole = (it: Standard): Html =>
  html`${card({
    heading: { text: 'A good answer says' },
    html: html`<ul class="govuk-list govuk-list--bullet">
        ${it.points.map(({ words }) => html`<li>${words}</li>`)}
      </ul>
      <p class="govuk-body">
        People of ${it.readingAge} can read it (by the automated readability index), and no sentence is longer than
        ${it.longestSentenceWords} words.
      </p>`,
  })}
  ${details({
    summaryText: `${counted(it.jargon.length, 'word')} to avoid`,
    html: table({
      caption: 'Words to avoid',
      captionClasses: 'govuk-visually-hidden',
      head: [{ text: 'Instead of' }, { text: 'Better' }],
      rows: it.jargon.map(({ say, instead }) => [{ text: say }, { text: instead || 'leave it out' }]),
    }),
  })}`

const version = (it: Standard, names: Shown['names'], isNow: boolean): Html =>
  details({
    summaryText: `Version ${it.version}, from ${inWords(it.fromOn)}${isNow ? ' (now)' : ''}: ${it.why}`,
    html: html`<p class="govuk-body os-quiet">
        Set ${instantInWords(it.setAt)},
        <bdi>${it.setBy ? (names.get(it.setBy) ?? 'somebody who has left') : 'One Stop'}</bdi>
      </p>
      ${whole(it)}`,
  })

/** What the form of a change holds before anybody typed. */
export const fieldsOf = (it: Standard, today: Day): FormFields => ({
  version: String(it.version),
  ...Object.fromEntries(checks.map(check => [`point-${check}`, it.points.find(point => point.check === check)?.words])),
  further: it.points.flatMap(point => (point.check ? [] : [point.words])).join('\n'),
  readingAge: String(it.readingAge),
  longestSentenceWords: String(it.longestSentenceWords),
  jargon: it.jargon.map(({ say, instead }) => (instead ? `${say} = ${instead}` : say)).join('\n'),
  ...dayBoxes('fromOn', today),
})

type Editing = { readonly csrf: string; readonly form: Form; readonly refusal?: Refusal | undefined }

export const editPage = ({ csrf, form, refusal }: Editing): Page => ({
  title: 'Change the standard',
  current: '/quality',
  back: { href: '/quality/standard', text: 'The standard of a good answer' },
  invalid: refusal !== undefined,
  body: html`${errorSummaryFor(refusal, { fromOn: 'fromOn-day' })}
    <form method="post" action="/quality/standard/edit" novalidate>
      ${csrfField(csrf)} <input type="hidden" name="version" value="${form.text('version')}" />
      ${pointFields({ csrf, form, refusal })} ${measureFields({ csrf, form, refusal })}
      ${area(
        { form, refusal },
        'jargon',
        'Words to avoid',
        'One on a line, with what is better: “prior to = before”',
        12,
      )}
      ${dateInput({
        id: 'fromOn',
        namePrefix: 'fromOn',
        values: form.typed,
        fieldset: { legend: { text: 'From which day does it hold?', classes: 'govuk-fieldset__legend--m' } },
        errorMessage: errorFor(refusal, 'fromOn'),
      })}
      ${textInput({
        name: 'why',
        label: { text: 'Why does it change?' },
        hint: { text: 'Colleagues read it beside the version' },
        value: form.text('why'),
        errorMessage: errorFor(refusal, 'why'),
      })}
      ${button({ text: 'Save as a new version', preventDoubleClick: true })}
    </form>`,
})

const looksFor: Record<Check, string> = {
  answers: 'Each numbered question is answered or excused',
  reason: 'Words that begin a reason, such as “because”',
  'next-step': 'Promises, each with who and by when',
  contact: 'The contact is filled in',
  sharing: 'It is chosen whether it may be shared',
}

const pointFields = ({ form, refusal }: Editing): Html =>
  fieldset({
    legend: { text: 'A good answer says', classes: 'govuk-fieldset__legend--m' },
    html: html`<p class="govuk-hint">
        What each of these looks for is fixed; the words are yours. Empty: it is not asked for.
      </p>
      ${checks.map(check =>
        textInput({
          name: `point-${check}`,
          label: { text: looksFor[check] },
          value: form.text(`point-${check}`),
          errorMessage: errorFor(refusal, `point-${check}`),
        }),
      )}
      ${area(
        { form, refusal },
        'further',
        'Further points',
        'One on a line. Only a reader can tell whether they are met',
        4,
      )}`,
  })

function measureFields({ form, refusal }: Editing): Html {
  const number = (name: string, label: string, hint: string) =>
    textInput({
      name,
      label: { text: label },
      hint: { text: hint },
      value: form.text(name),
      errorMessage: errorFor(refusal, name),
      inputmode: 'numeric',
      classes: 'govuk-input--width-2',
    })
  return html`${number('readingAge', 'Reading age', 'The age at which people should be able to read an answer')}
  ${number('longestSentenceWords', 'Words in a sentence', 'A sentence with more is called long')}`
}

function area({ form, refusal }: Omit<Editing, 'csrf'>, name: string, label: string, hint: string, rows: number): Html {
  return textarea({
    name,
    label: { text: label },
    hint: { text: hint },
    rows,
    value: form.text(name),
    errorMessage: errorFor(refusal, name),
  })
}
