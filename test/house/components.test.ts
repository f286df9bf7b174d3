import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { accordion } from '#platform/views/components/accordion.ts'
import { backLink } from '#platform/views/components/back-link.ts'
import { breadcrumbs } from '#platform/views/components/breadcrumbs.ts'
import { button } from '#platform/views/components/button.ts'
import { characterCount } from '#platform/views/components/character-count.ts'
import { checkboxes } from '#platform/views/components/checkboxes.ts'
import { cookieBanner } from '#platform/views/components/cookie-banner.ts'
import { dateInput } from '#platform/views/components/date-input.ts'
import { details } from '#platform/views/components/details.ts'
import { errorMessage } from '#platform/views/components/error-message.ts'
import { errorSummary } from '#platform/views/components/error-summary.ts'
import { fieldset } from '#platform/views/components/fieldset.ts'
import { fileUpload } from '#platform/views/components/file-upload.ts'
import { hint } from '#platform/views/components/hint.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { label } from '#platform/views/components/label.ts'
import { notificationBanner } from '#platform/views/components/notification-banner.ts'
import { pagination } from '#platform/views/components/pagination.ts'
import { panel } from '#platform/views/components/panel.ts'
import { passwordInput } from '#platform/views/components/password-input.ts'
import { phaseBanner } from '#platform/views/components/phase-banner.ts'
import { radios } from '#platform/views/components/radios.ts'
import { select } from '#platform/views/components/select.ts'
import { serviceNavigation } from '#platform/views/components/service-navigation.ts'
import { skipLink } from '#platform/views/components/skip-link.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { table } from '#platform/views/components/table.ts'
import { tabs } from '#platform/views/components/tabs.ts'
import { tag } from '#platform/views/components/tag.ts'
import { taskList } from '#platform/views/components/task-list.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { textarea } from '#platform/views/components/textarea.ts'
import { warningText } from '#platform/views/components/warning-text.ts'
import { trusted, type Html } from '#platform/views/html.ts'
import { sameDocument } from './components-dom.ts'

/** Each of our components beside the name of govuk-frontend's, whose own examples it must draw alike. */
const ported: Record<string, (params: never) => Html> = {
  accordion,
  'back-link': backLink,
  breadcrumbs,
  button,
  'character-count': characterCount,
  checkboxes,
  'cookie-banner': cookieBanner,
  'date-input': dateInput,
  details,
  'error-message': errorMessage,
  'error-summary': errorSummary,
  fieldset,
  'file-upload': fileUpload,
  hint,
  input: textInput,
  'inset-text': insetText,
  label,
  'notification-banner': notificationBanner,
  pagination,
  panel,
  'password-input': passwordInput,
  'phase-banner': phaseBanner,
  radios,
  select,
  'service-navigation': serviceNavigation,
  'skip-link': skipLink,
  'summary-list': summaryList,
  table,
  tabs,
  tag,
  'task-list': taskList,
  textarea,
  'warning-text': warningText,
}

/** What we do without, each with the reason. */
const notPorted: Record<string, string> = {
  header: 'carries the crown; we are not GOV.UK',
  footer: 'carries the crown and Crown copyright',
  'generic-header': 'our own header has its own markup',
  feedback: 'no page asks for it',
  'exit-this-page': 'the people here are at work and have nothing to hide from somebody beside them',
  'language-navigation': 'the product speaks English only',
}

const fixturesIn725 = 725
const folder = 'node_modules/govuk-frontend/dist/govuk/components'

type Fixture = { name: string; options: Record<string, unknown>; html: string }

suite('components draw what govuk-frontend draws', () => {
  for (const [name, draw] of Object.entries(ported)) {
    for (const fixture of fixturesOf(name)) {
      test(`${name}: ${fixture.name}`, () => {
        sameDocument(draw(withTrustedMarkup(fixture.options) as never).text, fixture.html)
      })
    }
  }
})

test('every govuk-frontend component is either ported or named as left out', () => {
  const there = readdirSync(folder).filter(name => existsSync(`${folder}/${name}/fixtures.json`))
  assert.deepEqual([...Object.keys(ported), ...Object.keys(notPorted)].sort(), there.sort())
})

test('no component is without examples, and none of the examples went missing', () => {
  const counts = Object.fromEntries(Object.keys(ported).map(name => [name, fixturesOf(name).length]))
  for (const [name, count] of Object.entries(counts)) assert.ok(count >= 6, `${name} has only ${count} examples`)
  const left = Object.keys(notPorted).reduce((sum, name) => sum + fixturesOf(name).length, 0)
  const run = Object.values(counts).reduce((sum, count) => sum + count, 0)
  assert.equal(run + left, fixturesIn725)
})

function fixturesOf(name: string): Fixture[] {
  return (JSON.parse(readFileSync(`${folder}/${name}/fixtures.json`, 'utf8')) as { fixtures: Fixture[] }).fixtures
}

/** The examples hold markup as plain strings; our components take it only as `Html`. */
function withTrustedMarkup(options: unknown, key = '', inSlots = false): unknown {
  if (typeof options === 'string')
    return /html$/i.test(key) || (inSlots && key !== 'align') ? trusted(options) : options
  if (Array.isArray(options)) return options.map(item => withTrustedMarkup(item))
  if (options === null || typeof options !== 'object') return options
  const entries = Object.entries(options)
  return Object.fromEntries(
    entries.map(([name, value]) => [name, withTrustedMarkup(value, name, key === 'slots' || inSlots)]),
  )
}
