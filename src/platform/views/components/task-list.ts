import { html, type Html, type Piece } from '#platform/views/html.ts'
import { attributes, classes, each, idList, inside, type Attributes, type Content, type Maybe } from './content.ts'
import { tag, type TagParams } from './tag.ts'

export type TaskListItem = {
  title: Content & { classes?: string }
  hint?: Content
  status: Content & { tag?: TagParams; classes?: string }
  href?: string
  classes?: string
}

export type TaskListParams = {
  items: readonly Maybe<TaskListItem>[]
  idPrefix?: string
  classes?: string
  attributes?: Attributes
}

/** What is to do, each with how far it is. */
export function taskList(params: TaskListParams): Html {
  const all = { class: classes('govuk-task-list', params.classes), ...params.attributes }
  const prefix = params.idPrefix || 'task-list'
  return html`<ul${attributes(all)}>${each(params.items, (it, number) => item(it, `${prefix}-${number}`))}</ul>`
}

function item(it: TaskListItem, id: string): Html {
  const linked = it.href && 'govuk-task-list__item--with-link'
  const { status } = it
  return html`<li class="${classes('govuk-task-list__item', linked, it.classes)}">
    <div class="govuk-task-list__name-and-hint">
      ${title(it, id)} ${it.hint && html`<div id="${id}-hint" class="govuk-task-list__hint">${inside(it.hint)}</div>`}
    </div>
    <div class="${classes('govuk-task-list__status', status?.classes)}" id="${id}-status">
      ${status?.tag ? tag(status.tag) : inside(status)}
    </div>
  </li>`
}

function title(it: TaskListItem, id: string): Piece {
  if (!it.href) return html`<div${attributes({ class: it.title.classes || undefined })}>${inside(it.title)}</div>`
  const all = {
    class: classes('govuk-link govuk-task-list__link', it.title.classes),
    href: it.href,
    'aria-describedby': idList(it.hint && `${id}-hint`, `${id}-status`),
  }
  return html`<a${attributes(all)}>${inside(it.title)}</a>`
}
