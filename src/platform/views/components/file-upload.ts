import { html, type Html, type Piece } from '#platform/views/html.ts'
import { attributes, classes, translations, type Attributes } from './content.ts'
import { field, fieldId, flanked, type FieldParams } from './form-group.ts'

export type FileUploadParams = FieldParams & {
  multiple?: boolean
  /** true turns the control into a drop zone where JavaScript runs */
  javascript?: boolean
  wrapperClasses?: string
  wrapperAttributes?: Attributes
  chooseFilesButtonText?: string
  dropInstructionText?: string
  multipleFilesChosenText?: Readonly<Record<string, string>>
  noFileChosenText?: string
  enteredDropZoneText?: string
  leftDropZoneText?: string
}

/** Files from the person's device. The form needs `enctype="multipart/form-data"`. */
export function fileUpload(params: FileUploadParams): Html {
  return field(params, describedBy => flanked(params.formGroup, dropZone(params, control(params, describedBy))))
}

function control(params: FileUploadParams, describedBy: string | undefined): Html {
  const all = {
    class: classes('govuk-file-upload', params.classes, params.errorMessage && 'govuk-file-upload--error'),
    id: fieldId(params),
    name: params.name,
    type: 'file',
    disabled: params.disabled,
    multiple: params.multiple,
    'aria-describedby': describedBy,
    ...params.attributes,
  }
  return html`<input${attributes(all)}>`
}

function dropZone(params: FileUploadParams, input: Html): Piece {
  if (!params.javascript) return input
  const all = {
    class: classes('govuk-file-upload-wrapper', params.wrapperClasses),
    'data-module': 'govuk-file-upload',
    ...translations('choose-files-button', params.chooseFilesButtonText),
    ...translations('no-file-chosen', params.noFileChosenText),
    ...translations('multiple-files-chosen', params.multipleFilesChosenText),
    ...translations('drop-instruction', params.dropInstructionText),
    ...translations('entered-drop-zone', params.enteredDropZoneText),
    ...translations('left-drop-zone', params.leftDropZoneText),
    ...params.wrapperAttributes,
  }
  return html`<div${attributes(all)}>${input}</div>`
}
