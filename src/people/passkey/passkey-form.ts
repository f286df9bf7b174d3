import { button } from '#platform/views/components/button.ts'
import { csrfField } from '#platform/views/components/form.ts'
import { assetUrl } from '#platform/views/assets/build.ts'
import { html, type Html, type Piece } from '#platform/views/html.ts'
import type { Ceremony } from './passkey.ts'

type PasskeyForm = {
  readonly csrf: string
  readonly action: string
  readonly ceremony: Ceremony
  readonly text: string
  readonly classes?: string
  /** further fields */
  readonly fields?: Piece
}

/**
 * A form whose button talks to the authenticator and sends what it said. The browser can do that only by script, so
 * that without one, or in a browser that knows no passkeys, the form stays hidden and the other ways remain.
 */
export const passkeyForm = ({ csrf, action, ceremony, text, classes, fields }: PasskeyForm): Html => html`
  <form
    method="post"
    action="${action}"
    data-passkey="${ceremony.kind}"
    data-options="${JSON.stringify(ceremony.options)}"
    hidden
  >
    ${csrfField(csrf)}
    <input type="hidden" name="response" value="" />
    ${fields} ${button({ text, ...(classes && { classes }) })}
    <p class="govuk-body" data-passkey-status role="status"></p>
  </form>
  <script type="module" src="${assetUrl('passkey.js')}"></script>
`
