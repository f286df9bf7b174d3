import { html, type Html } from '#platform/views/html.ts'
import { attributes, classes, inside, type Attributes, type Content } from './content.ts'

export type UploadedFile = {
  message: Content
  /** what the delete button sends as `delete` */
  fileName: string
  originalFileName: string
  deleteButton: { text: string }
}

export type MultiFileUploadParams = {
  uploadedFiles: { heading: Content; items: readonly UploadedFile[] }
  uploadHtml: Html
  classes?: string
  attributes?: Attributes
}

/**
 * The files sent so far, each with a button to take it away, and the field for more. It works as a plain form; the MoJ
 * module that would enhance it is left asleep, because it writes file names into the page as markup.
 */
export function multiFileUpload(params: MultiFileUploadParams): Html {
  const { heading, items } = params.uploadedFiles
  const all = {
    class: classes('moj-multi-file-upload', params.classes),
    'data-module': 'moj-multi-file-upload',
    ...params.attributes,
  }
  return html`<div${attributes(all)}>
    <div class="${classes('moj-multi-file__uploaded-files', items.length === 0 && 'moj-hidden')}">
      <h2 class="govuk-heading-m">${inside(heading)}</h2>
      <div class="govuk-summary-list moj-multi-file-upload__list">${items.map(file)}</div>
    </div>
    <div class="moj-multi-file-upload__upload">${params.uploadHtml}</div>
  </div>`
}

function file(it: UploadedFile): Html {
  const all = {
    type: 'submit',
    name: 'delete',
    class: 'moj-multi-file-upload__delete govuk-button govuk-button--secondary govuk-!-margin-bottom-0',
    value: it.fileName,
  }
  return html`<div class="govuk-summary-list__row moj-multi-file-upload__row">
    <div class="govuk-summary-list__value moj-multi-file-upload__message">${inside(it.message)}</div>
    <div class="govuk-summary-list__actions moj-multi-file-upload__actions">
      <button${attributes(all)}>
        ${it.deleteButton.text} <span class="govuk-visually-hidden">${it.originalFileName}</span>
      </button>
    </div>
  </div>`
}
