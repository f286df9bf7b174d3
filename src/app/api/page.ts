import type { Page } from '#platform/http/answer.ts'
import type { Endpoint } from '#platform/http/endpoint.ts'
import { details } from '#platform/views/components/details.ts'
import { table } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import { curlOf } from './curl.ts'
import { onceWords, problemWords, templateOf } from './open-api.ts'
import { schemaOfRequest, type Schema } from './schema.ts'

/** The API for people: what there is, what it takes, and a request that works as it stands. */
export const apiPage = (endpoints: readonly Endpoint[], publicUrl: string): Page => ({
  title: 'The API',
  wide: true,
  body: html`
    <p class="govuk-body-l">Raise enquiries, follow them and work on them from another system.</p>
    ${introduction(publicUrl)} ${contents(endpoints)}
    ${groupsOf(endpoints).map(([name, all]) => group(name, all, publicUrl))}
  `,
})

const groupsOf = (endpoints: readonly Endpoint[]) => [...Map.groupBy(endpoints, it => it.group)]

const introduction = (publicUrl: string): Html => html`
  <h2 class="govuk-heading-m">How it works</h2>
  <ul class="govuk-list govuk-list--bullet">
    <li>
      Send the token of a person as <code>Authorization: Bearer …</code>. You see and may do exactly what that person
      may.
    </li>
    <li>Requests and answers are JSON. Days are written as 2026-06-01.</li>
    <li>What goes wrong is answered as a problem (RFC 9457) that says in words what to mend, and where.</li>
    <li>What you may not see is answered like what does not exist: 404.</li>
    <li>Creating takes an <code>Idempotency-Key</code>, so that you can send it again when the line broke.</li>
    <li>Acts take the <code>version</code> you saw, and answer 409 when somebody else was quicker.</li>
  </ul>
  <p class="govuk-body">
    For machines: <a class="govuk-link" href="${publicUrl}/api/v1/openapi.json">the OpenAPI document</a>.
  </p>
`

const contents = (endpoints: readonly Endpoint[]): Html => html`
  <h2 class="govuk-heading-m">What there is</h2>
  ${groupsOf(endpoints).map(
    ([name, all]) => html`
      <h3 class="govuk-heading-s">${name}</h3>
      <ul class="govuk-list">
        ${all.map(
          it =>
            html`<li>
              <a class="govuk-link" href="#${it.id}">${it.title}</a> <code>${it.method} ${templateOf(it.path)}</code>
            </li>`,
        )}
      </ul>
    `,
  )}
`

const group = (name: string, endpoints: readonly Endpoint[], publicUrl: string): Html => html`
  <h2 class="govuk-heading-l">${name}</h2>
  ${endpoints.map(it => section(it, publicUrl))}
`

const section = (it: Endpoint, publicUrl: string): Html => html`
  <section class="os-api" aria-labelledby="${it.id}">
    <h3 class="govuk-heading-m" id="${it.id}">${it.title}</h3>
    <p class="govuk-body"><code>${it.method} ${templateOf(it.path)}</code></p>
    <p class="govuk-body">${it.means}</p>
    ${parameters(it)} ${answers(it)}
    ${details({ summaryText: `Example: ${it.title.toLowerCase()}`, html: example(it, publicUrl) })}
  </section>
`

type Parameter = readonly [name: string, where: string, words: string]

function parameters(it: Endpoint): Html | false {
  const rows: Parameter[] = [
    ...Object.entries(it.inPath ?? {}).map(([name, words]): Parameter => [name, 'path', words]),
    ...fieldsOf('query', it.query && schemaOfRequest(it.query)),
    ...(it.once ? [['Idempotency-Key', 'header', onceWords] as const] : []),
    ...fieldsOf('body', it.body && schemaOfRequest(it.body)),
  ]
  if (rows.length === 0) return false
  return table({
    caption: 'What it takes',
    captionClasses: 'govuk-table__caption--s',
    firstCellIsHeader: true,
    head: [{ text: 'Name' }, { text: 'Where' }, { text: 'What' }],
    rows: rows.map(([name, where, words]) => [{ html: html`<code>${name}</code>` }, { text: where }, { text: words }]),
  })
}

const fieldsOf = (where: string, schema: Schema | undefined): Parameter[] =>
  Object.entries(schema?.properties ?? {}).map(([name, it]) => [
    name,
    schema?.required?.includes(name) ? `${where}, needed` : where,
    [it.description, choices(it)].filter(Boolean).join('. ') || name,
  ])

const choices = (schema: Schema): string =>
  Array.isArray(schema.enum) && !schema.description ? `One of ${schema.enum.join(', ')}` : ''

const answers = ({ answers, problems }: Endpoint): Html => html`
  <ul class="govuk-list">
    ${answers.map(({ status, means }) => html`<li><strong>${status}</strong> ${means}</li>`)}
    ${problems.map(status => html`<li class="os-quiet"><strong>${status}</strong> ${problemWords[status]}</li>`)}
  </ul>
`

/** Code that is wider than the screen scrolls by itself, by keyboard too. */
const code = (label: string, text: string): Html =>
  html`<pre class="os-code" tabindex="0" role="region" aria-label="${label}"><code>${text}</code></pre>`

const example = (it: Endpoint, publicUrl: string): Html => html`
  ${it.example.as && html`<p class="govuk-body">With the token of <code>${it.example.as}</code>:</p>`}
  ${code(`Request: ${it.title}`, curlOf(it, publicUrl))}
  <p class="govuk-body">Answer ${it.example.status}:</p>
  ${it.example.answer === undefined
    ? html`<p class="govuk-body">${it.answers[0]?.means}</p>`
    : code(`Answer: ${it.title}`, JSON.stringify(it.example.answer, null, 2))}
`
