import { html, type Html } from '#platform/views/html.ts'
import { attributes, classes } from './content.ts'
import { textInput, type TextInputParams } from './text-input.ts'

export type DatePickerParams = Omit<TextInputParams, 'autocomplete' | 'type'> & {
  /** days as `dd/mm/yyyy`, the form in which the field is typed and sent */
  minDate?: string
  maxDate?: string
  excludedDates?: string
  excludedDays?: string
  leadingZeros?: boolean
  weekStartDay?: 'monday' | 'sunday'
}

/** A date near today, typed as `dd/mm/yyyy` or picked from a calendar where JavaScript runs. */
export function datePicker(params: DatePickerParams): Html {
  const all = {
    class: 'moj-datepicker',
    'data-module': 'moj-date-picker',
    'data-min-date': params.minDate,
    'data-max-date': params.maxDate,
    'data-excluded-dates': params.excludedDates,
    'data-excluded-days': params.excludedDays,
    'data-leading-zeros': params.leadingZeros === undefined ? undefined : String(params.leadingZeros),
    'data-week-start-day': params.weekStartDay,
  }
  const input = textInput({
    ...params,
    classes: classes('moj-js-datepicker-input', params.classes),
    autocomplete: 'off',
  })
  return html`<div${attributes(all)}>${input}</div>`
}
