import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refuseAll } from '#kernel/result.ts'
import { csrfField, errorFor, errorSummaryFor } from './form.ts'
import { textInput } from './text-input.ts'
import { textarea } from './textarea.ts'

const refusal = refuseAll([
  { code: 'missing', words: 'Enter a subject', field: 'subject' },
  { code: 'too-late', words: 'Enter a date before <b>June</b>', field: 'due-on' },
  { code: 'not-open', words: 'This enquiry is closed' },
])?.refusal

test('the summary names everything refused, each linked to its field', () => {
  const { text } = errorSummaryFor(refusal, { 'due-on': 'due-on-day' })
  assert.match(text, /There is a problem/)
  assert.match(text, /<a href="#subject">\s*Enter a subject/)
  assert.match(text, /<a href="#due-on-day">\s*Enter a date before &lt;b&gt;June/)
  assert.match(text, /<li>\s*This enquiry is closed\s*<\/li>/)
  assert.equal(errorSummaryFor(undefined).text, '')
})

test('a field finds its own error only', () => {
  assert.deepEqual(errorFor(refusal, 'due-on'), { text: 'Enter a date before <b>June</b>' })
  assert.equal(errorFor(refusal, 'text'), undefined)
  assert.equal(errorFor(undefined, 'subject'), undefined)
})

test('a field that was refused is what its summary line leads to', () => {
  const { text } = textInput({
    name: 'subject',
    label: { text: 'Subject' },
    errorMessage: errorFor(refusal, 'subject'),
  })
  assert.match(text, /id="subject"/)
  assert.match(text, /aria-describedby="subject-error"/)
})

test('what people type stays text, down to a first empty line', () => {
  const typed = '\n</textarea><script>alert("O\'Brien")</script>'
  assert.match(
    textarea({ name: 't', label: { text: 'T' }, value: typed }).text,
    />\n\n&lt;\/textarea&gt;&lt;script&gt;/,
  )
  assert.match(csrfField('a"b').text, /value="a&quot;b"/)
})
