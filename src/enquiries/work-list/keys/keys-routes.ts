import { page, redirect } from '#platform/http/answer.ts'
import type { Route } from '#platform/http/route.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField } from '#platform/views/components/form.ts'
import { table } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import { keepOwnList, ownList } from '../own-list.sql.ts'
import { keys, ways } from './keys.ts'

const may = 'enquiries.worklist'

/** What the keys do, and the switch to turn them off (WCAG 2.1.4). */
export const keyRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/enquiries/keys',
    may,
    handle: async asked => {
      const { keys: on } = await asked.transact(tx => ownList(tx, asked.viewer.person!))
      return page({
        title: 'Keys of the work list',
        current: '/enquiries',
        back: { href: '/enquiries', text: 'Back to the work list' },
        body: bodyOf(on, asked.csrf),
      })
    },
  },
  {
    method: 'POST',
    path: '/enquiries/keys',
    may,
    handle: async asked => {
      const on = asked.form.text('keys') === 'on'
      await asked.transact(tx => keepOwnList(tx, asked.viewer.person!, { keys: on }))
      return redirect('/enquiries/keys', on ? 'The keys are on' : 'The keys are off')
    },
  },
]

const bodyOf = (on: boolean, csrf: string): Html =>
  html`<p class="govuk-body">
      ${on
        ? 'These keys work on the work list, never while you type in a field.'
        : 'The keys are off. Nothing happens when you press one.'}
      Everything they do can also be done without them.
    </p>
    <form method="post" action="/enquiries/keys">
      ${csrfField(csrf)}
      ${button({
        text: on ? 'Turn the keys off' : 'Turn the keys on',
        name: 'keys',
        value: on ? 'off' : 'on',
        classes: 'govuk-button--secondary',
      })}
    </form>
    ${table({
      caption: 'In the list',
      firstCellIsHeader: true,
      head: [{ text: 'Key' }, { text: 'What it does' }],
      rows: keys.map(([key, words]) => [{ html: kbd(key) }, { text: words }]),
    })}
    ${table({
      caption: 'To somewhere else: press g, then',
      firstCellIsHeader: true,
      head: [{ text: 'Key' }, { text: 'Where it leads' }],
      rows: ways.map(({ letter, text, href }) => [
        { html: html`${kbd('g')} ${kbd(letter)}` },
        { html: html`<a class="govuk-link" href="${href}">${text}</a>` },
      ]),
    })}`

const kbd = (key: string): Html => html`<kbd class="os-key">${key}</kbd>`
