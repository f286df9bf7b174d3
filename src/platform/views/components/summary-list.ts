import { html, type Html, type Piece } from '#platform/views/html.ts'
import { attributes, classes, each, heading, inside, type Attributes, type Content, type Maybe } from './content.ts'

export type SummaryAction = Content & {
  href: string
  visuallyHiddenText?: string
  classes?: string
  attributes?: Attributes
}

type Actions = { items?: readonly SummaryAction[]; classes?: string }
type Titled = Content & { classes?: string; headingLevel?: number }

export type SummaryListRow = {
  key: Content & { classes?: string }
  value: Content & { classes?: string }
  actions?: Actions
  classes?: string
}

export type SummaryListParams = {
  rows: readonly Maybe<SummaryListRow>[]
  card?: { title?: Titled; actions?: Actions; classes?: string; attributes?: Attributes }
  classes?: string
  attributes?: Attributes
}

/** Facts as names with their values, on a card when one is given. */
export function summaryList(params: SummaryListParams): Html {
  const someActions = params.rows.some(row => row && row.actions?.items?.length)
  const all = { class: classes('govuk-summary-list', params.classes), ...params.attributes }
  const title = params.card?.title
  const list = html`<dl${attributes(all)}>${each(params.rows, it => row(it, Boolean(someActions), title))}</dl>`
  return params.card ? onCard(params.card, list) : list
}

function row(it: SummaryListRow, someActions: boolean, title: Titled | undefined): Html {
  const bare = someActions && !it.actions?.items && 'govuk-summary-list__row--no-actions'
  return html`<div class="${classes('govuk-summary-list__row', bare, it.classes)}">
    <dt class="${classes('govuk-summary-list__key', it.key?.classes)}">${inside(it.key)}</dt>
    <dd class="${classes('govuk-summary-list__value', it.value?.classes)}">${inside(it.value)}</dd>
    ${rowActions(it.actions, title)}
  </div>`
}

function rowActions(actions: Actions | undefined, title: Titled | undefined): Piece {
  const items = actions?.items ?? []
  if (items.length === 0) return ''
  const names = classes('govuk-summary-list__actions', actions?.classes)
  const links = items.map(action => link(action, title))
  if (links.length === 1) return html`<dd class="${names}">${links}</dd>`
  return html`<dd class="${names}">
    <ul class="govuk-summary-list__actions-list">
      ${links.map(it => html`<li class="govuk-summary-list__actions-list-item">${it}</li>`)}
    </ul>
  </dd>`
}

function link(action: SummaryAction, title: Titled | undefined): Html {
  const all = { class: classes('govuk-link', action.classes), href: action.href ?? '', ...action.attributes }
  const spoken = [action.visuallyHiddenText && html` ${action.visuallyHiddenText}`, title && html` (${inside(title)})`]
  const hidden = spoken.some(Boolean) && html`<span class="govuk-visually-hidden">${spoken}</span>`
  return html`<a${attributes(all)}>${inside(action)}${hidden}</a>`
}

function onCard(card: NonNullable<SummaryListParams['card']>, list: Html): Html {
  const { title } = card
  const all = { class: classes('govuk-summary-card', card.classes), ...card.attributes }
  const titleClasses = classes('govuk-summary-card__title', title?.classes)
  return html`<div${attributes(all)}>
    <div class="govuk-summary-card__title-wrapper">
      ${title && heading(title.headingLevel || 2, { class: titleClasses }, inside(title))}
      ${cardActions(card.actions, title)}
    </div>
    <div class="govuk-summary-card__content">${list}</div>
  </div>`
}

function cardActions(actions: Actions | undefined, title: Titled | undefined): Piece {
  const links = (actions?.items ?? []).map(action => link(action, title))
  const names = classes('govuk-summary-card__actions', actions?.classes)
  if (links.length < 2) return links.length > 0 && html`<div class="${names}">${links}</div>`
  return html`<ul class="${names}">
    ${links.map(it => html`<li class="govuk-summary-card__action">${it}</li>`)}
  </ul>`
}
