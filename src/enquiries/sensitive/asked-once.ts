import type { TextWarning } from '#mailboxes/door.ts'
import { button } from '#platform/views/components/button.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import { sensitiveNote } from './sensitive-note.ts'

/**
 * At the top of a form whose words may be sensitive: what was found, and the restricted way in one press. The form then
 * knows that it was asked, and its own button goes on as before; Enter presses that one.
 */
export const askedOnce = (warning: TextWarning | undefined, restrictedWords = 'Send it the restricted way'): Html =>
  warning
    ? html`<input type="hidden" name="asked" value="yes" />
        <button type="submit" class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">Go on</button>
        ${sensitiveNote(
          warning,
          button({
            text: restrictedWords,
            name: 'way',
            value: 'restricted',
            classes: 'govuk-button--secondary',
            preventDoubleClick: true,
          }),
        )}`
    : nothing
