import { inWords } from '#kernel/day.ts'
import { radios } from '#platform/views/components/radios.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { ActPage, Drawing } from '../page/act-page.ts'
import { wordsField } from '../page/fields.ts'
import { openContributions } from './contribution.ts'
import { contributionsOf } from './contribution.sql.ts'

export const chaseContributionPage: ActPage = {
  act: 'chase-contribution',
  title: 'Ask again',
  fields: drawing => which(drawing, 'Whom do you ask again?'),
  given: typed => ({ contribution: typed.text('contribution') }),
  submit: 'Send a reminder',
  done: 'Asked again',
}

export const withdrawContributionPage: ActPage = {
  act: 'withdraw-contribution',
  title: 'A contribution is no longer needed',
  fields: async drawing =>
    html`<p class="govuk-body">They are told, and their link opens nothing any more.</p>
      ${await which(drawing, 'Which one is no longer needed?')}
      ${wordsField(drawing, { label: 'Why (optional)', hint: 'An internal note. They do not see it', rows: 3 })}`,
  given: typed => ({ contribution: typed.text('contribution'), text: typed.text('text') }),
  submit: 'It is no longer needed',
  done: 'No longer needed',
}

async function which({ opened, typed, error }: Drawing, question: string): Promise<Html> {
  const open = new Set(openContributions(opened.enquiry).map(it => it.id))
  const asked = (await contributionsOf(opened.tx, opened.enquiry.id)).filter(it => open.has(it.id))
  if (asked.length === 0) return html`<p class="govuk-body">No contribution is open.</p>`
  return radios({
    name: 'contribution',
    value: typed.text('contribution'),
    fieldset: { legend: { text: question, classes: 'govuk-fieldset__legend--m' } },
    errorMessage: error('contribution'),
    items: asked.map(it => ({ value: it.id, text: it.ofName, hint: { text: `Due ${inWords(it.dueOn)}` } })),
  })
}
