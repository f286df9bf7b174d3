import { button } from '#platform/views/components/button.ts'
import { csrfField } from '#platform/views/components/form.ts'
import { html, type Html } from '#platform/views/html.ts'
import { addressOf, type Opened } from '../page/open-enquiry.ts'

export const watchButton = ({ enquiry, asked }: Opened, watching: boolean): Html =>
  html`<form
    class="os-watch os-no-print"
    method="post"
    action="${addressOf(enquiry)}/${watching ? 'unwatch' : 'watch'}"
  >
    ${csrfField(asked.csrf)}
    ${button({
      text: watching ? 'Stop watching' : 'Watch',
      classes: 'govuk-button--secondary os-button--small',
      preventDoubleClick: true,
    })}
  </form>`
