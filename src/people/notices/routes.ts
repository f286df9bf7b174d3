import { page, redirect, type Answer, type Page } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField } from '#platform/views/components/form.ts'
import { radios } from '#platform/views/components/radios.ts'
import { html } from '#platform/views/html.ts'
import { isRole } from '../roles.ts'
import { readChoices, saveChoice } from './choice.sql.ts'
import { inForce, rhythmWords, topics, topicsFor, type Rhythm, type Topic } from './choice.ts'

const at = { path: '/people/me/notices', may: 'people.profile' }

/** What somebody hears of by mail, and how often. */
export const noticeRoutes: Route[] = [
  { method: 'GET', ...at, handle: show },
  { method: 'POST', ...at, handle: choose },
]

const mine = ({ viewer }: Asked): Topic[] => topicsFor(viewer.roles.filter(isRole))

async function show(asked: Asked): Promise<Answer> {
  const chosen = await asked.transact(tx => readChoices(tx, asked.viewer.person ?? ''))
  return page(noticesPage(asked.csrf, mine(asked), chosen))
}

async function choose(asked: Asked): Promise<Answer> {
  await asked.transact(async tx => {
    for (const topic of mine(asked))
      await saveChoice(tx, asked.viewer.person ?? '', topic, inForce(topic, asked.form.text(topic)))
  })
  return redirect('/people/me', 'Your choice is saved')
}

const noticesPage = (csrf: string, mine: readonly Topic[], chosen: Record<Topic, Rhythm>): Page => ({
  title: 'What we email you',
  current: '/people/me',
  back: { href: '/people/me', text: 'Your profile' },
  body:
    mine.length === 0
      ? html`<p class="govuk-body">With your roles there is nothing to choose: what we send you cannot wait.</p>`
      : html`<p class="govuk-body">
            The email of a day comes at half past seven on working days, that of a week on Monday, and none when there
            is nothing to say. Answers and questions always come at once.
          </p>
          <form method="post" action="/people/me/notices">
            ${csrfField(csrf)}
            ${mine.map(topic =>
              radios({
                name: topic,
                classes: 'govuk-radios--small',
                fieldset: { legend: { text: topics[topic].label, classes: 'govuk-fieldset__legend--s' } },
                hint: { text: topics[topic].means },
                items: topics[topic].rhythms.map(value => ({ value, text: rhythmWords[value] })),
                value: chosen[topic],
              }),
            )}
            ${button({ text: 'Save', preventDoubleClick: true })}
          </form>`,
})
