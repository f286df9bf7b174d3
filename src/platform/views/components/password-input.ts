import { html, type Html } from '#platform/views/html.ts'
import { button } from './button.ts'
import { classes, inside, translations, type Attributes } from './content.ts'
import { fieldId, type FieldParams } from './form-group.ts'
import { textInput } from './text-input.ts'

export type PasswordInputParams = FieldParams & {
  value?: string
  autocomplete?: string
  button?: { classes?: string }
  showPasswordText?: string
  hidePasswordText?: string
  showPasswordAriaLabelText?: string
  hidePasswordAriaLabelText?: string
  passwordShownAnnouncementText?: string
  passwordHiddenAnnouncementText?: string
}

/** A secret, with a button to show it where JavaScript runs. */
export function passwordInput(params: PasswordInputParams): Html {
  return textInput({
    ...params,
    id: fieldId(params),
    type: 'password',
    spellcheck: false,
    autocapitalize: 'none',
    autocomplete: params.autocomplete || 'current-password',
    classes: classes('govuk-password-input__input govuk-js-password-input-input', params.classes),
    inputWrapper: { classes: 'govuk-password-input__wrapper' },
    formGroup: {
      classes: classes('govuk-password-input', params.formGroup?.classes),
      attributes: { 'data-module': 'govuk-password-input', ...words(params), ...params.formGroup?.attributes },
      beforeInput: params.formGroup?.beforeInput,
      afterInput: { html: html`${toggle(params)}${inside(params.formGroup?.afterInput)}` },
    },
  })
}

function toggle(params: PasswordInputParams): Html {
  return button({
    type: 'button',
    classes: classes(
      'govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle',
      params.button?.classes,
    ),
    text: params.showPasswordText ?? 'Show',
    attributes: {
      'aria-controls': fieldId(params),
      'aria-label': params.showPasswordAriaLabelText ?? 'Show password',
      hidden: true,
    },
  })
}

function words(params: PasswordInputParams): Attributes {
  return {
    ...translations('show-password', params.showPasswordText),
    ...translations('hide-password', params.hidePasswordText),
    ...translations('show-password-aria-label', params.showPasswordAriaLabelText),
    ...translations('hide-password-aria-label', params.hidePasswordAriaLabelText),
    ...translations('password-shown-announcement', params.passwordShownAnnouncementText),
    ...translations('password-hidden-announcement', params.passwordHiddenAnnouncementText),
  }
}
