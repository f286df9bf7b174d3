import { fieldset } from '#platform/views/components/fieldset.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import type { NewAttachment } from '../attachment.sql.ts'
import { fileNote } from './file-words.ts'

/** Files sent with a form so far, each with a button of this name to take it away again: `remove-0`, `remove-1`. */
export const filesToKeep = (files: readonly NewAttachment[], button: string): Html =>
  files.length === 0
    ? nothing
    : fieldset({
        legend: { text: 'Files you have added' },
        html: html`<ul class="os-files govuk-!-margin-bottom-4">
          ${files.map(
            (file, at) => html`<li class="os-files__item">
              ${file.name} <span class="os-files__note">${fileNote(file)}</span>
              <button
                type="submit"
                name="${button}"
                value="remove-${at}"
                class="govuk-button govuk-button--secondary os-button--small"
              >
                Remove<span class="govuk-visually-hidden"> ${file.name}</span>
              </button>
            </li>`,
          )}
        </ul>`,
      })
