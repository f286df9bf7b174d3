import type { Page } from '#platform/http/answer.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField } from '#platform/views/components/form.ts'
import { html, type Html } from '#platform/views/html.ts'
import { columnNamed, columnNames, type ColumnName } from './columns.ts'

/** Which columns stand in the list, and in which order. Every button keeps what is ticked. */
export const columnsPage = (chosen: readonly ColumnName[], csrf: string): Page => ({
  title: 'Columns of the work list',
  back: { href: '/enquiries', text: 'Back to the work list' },
  body: html`<p class="govuk-body">
      Tick what you want to see beside the enquiry itself. This is for you alone, on every device.
    </p>
    <form method="post" action="/enquiries/columns">
      ${csrfField(csrf)}
      <ol class="os-columns">
        ${ordered(chosen).map((name, at) => line(name, at < chosen.length, at > 0, at < chosen.length - 1))}
      </ol>
      <div class="govuk-button-group">
        ${button({ text: 'Save', name: 'do', value: 'save' })}
        ${button({
          text: 'Back to the usual columns',
          name: 'do',
          value: 'usual',
          classes: 'govuk-button--secondary',
        })}
      </div>
    </form>`,
})

/** The chosen ones in their order, then the others. */
export const ordered = (chosen: readonly ColumnName[]): ColumnName[] => [
  ...chosen,
  ...columnNames.filter(name => !chosen.includes(name)),
]

const line = (name: ColumnName, isChosen: boolean, mayRise: boolean, mayFall: boolean): Html =>
  html`<li class="os-columns__line">
    <input type="hidden" name="order" value="${name}" />
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          type="checkbox"
          id="shown-${name}"
          name="shown"
          value="${name}"
          ${isChosen && html` checked`}
        />
        <label class="govuk-label govuk-checkboxes__label" for="shown-${name}">${columnNamed(name).text}</label>
      </div>
    </div>
    ${isChosen && mayRise && mover(name, 'up', 'Up')} ${isChosen && mayFall && mover(name, 'down', 'Down')}
  </li>`

const mover = (name: ColumnName, way: string, words: string): Html =>
  html`<button class="govuk-button govuk-button--secondary" name="do" value="${way}:${name}">
    ${words}<span class="govuk-visually-hidden">: ${columnNamed(name).text}</span>
  </button>`
