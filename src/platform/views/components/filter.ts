import { html, type Html } from '#platform/views/html.ts'
import { button } from './button.ts'
import { attributes, inside, type Attributes, type Content } from './content.ts'

export type FilterCategory = { heading: Content; items: readonly { text: string; href: string }[] }

export type SelectedFilters = {
  heading: Content
  clearLink: { text: string; href: string }
  categories: readonly FilterCategory[]
}

export type FilterParams = {
  heading: Content
  selectedFilters?: SelectedFilters
  submit?: { text?: string; attributes?: Attributes }
  /** the fields, to stand inside a GET form that the page puts around the filter */
  optionsHtml: Html
  attributes?: Attributes
}

/** What narrows a list: the filters chosen, each with a link that takes it away, and the fields to choose more. */
export function filter(params: FilterParams): Html {
  return html`<div${attributes({ class: 'moj-filter', 'data-module': 'moj-filter', ...params.attributes })}>
    <div class="moj-filter__header">
      <div class="moj-filter__header-title"><h2 class="govuk-heading-m">${inside(params.heading)}</h2></div>
      <div class="moj-filter__header-action"></div>
    </div>
    <div class="moj-filter__content">
      ${params.selectedFilters && selected(params.selectedFilters)}
      <div class="moj-filter__options">
        ${button({ text: params.submit?.text || 'Apply filters', attributes: params.submit?.attributes })}
        ${params.optionsHtml}
      </div>
    </div>
  </div>`
}

const selected = (filters: SelectedFilters): Html => html`<div class="moj-filter__selected">
  <div class="moj-filter__selected-heading">
    <div class="moj-filter__heading-title"><h2 class="govuk-heading-m">${inside(filters.heading)}</h2></div>
    <div class="moj-filter__heading-action">
      <p>
        <a class="govuk-link govuk-link--no-visited-state" href="${filters.clearLink.href}"
          >${filters.clearLink.text}</a
        >
      </p>
    </div>
  </div>
  ${filters.categories.map(category)}
</div>`

const category = (it: FilterCategory): Html => html` <h3 class="govuk-heading-s govuk-!-margin-bottom-0">
    ${inside(it.heading)}
  </h3>
  <ul class="moj-filter-tags">
    ${it.items.map(chosen)}
  </ul>`

const chosen = (it: { text: string; href: string }): Html =>
  html`<li>
    <a class="moj-filter__tag" href="${it.href}"
      ><span class="govuk-visually-hidden">Remove this filter</span> ${it.text}</a
    >
  </li>`
