import { initAll as startForms } from './govuk-frontend.js'
import { initAll as startCasework } from './moj-frontend.js'
import { keepCompany } from './company.js'
import { offerMentions } from './mentions.js'
import { keepAdvised, keepDraft } from './writing.js'

// Everything works without this file. It only makes waiting, typing and clicking twice less of a worry.
const sent = new Map()
for (const region of document.querySelectorAll('[data-refresh-seconds][id]')) keepFresh(region)
for (const form of document.querySelectorAll('form[data-draft-url]')) keepDraft(form, it => sent.has(it))
for (const form of document.querySelectorAll('form[data-advice-url]')) keepAdvised(form)
for (const place of document.querySelectorAll('[data-company-url]')) keepCompany(place, freshen)
for (const box of document.querySelectorAll('textarea')) offerMentions(box)
document.body.classList.add('js-enabled', 'govuk-frontend-supported')
startForms()
startCasework()
document.addEventListener('submit', sendOnce)
document.addEventListener('keydown', sendFromAnywhere)
addEventListener('pageshow', () => sent.clear())

/** `<form data-send-on-ctrl-enter>`: Ctrl (or ⌘) and Enter send it from any of its fields. */
function sendFromAnywhere(event) {
  const form = event.target.closest?.('form[data-send-on-ctrl-enter]')
  if (!form || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  form.requestSubmit()
}

/** A form is sent once; a second click within five seconds is the same click. */
function sendOnce(event) {
  const form = event.target
  if (event.defaultPrevented || form.method !== 'post' || form.target === '_blank') return
  if (Date.now() - (sent.get(form) ?? 0) < 5000) event.preventDefault()
  else sent.set(form, Date.now())
}

/**
 * `<div id="…" data-refresh-seconds="30">`: that part of the page is read anew while it is seen, unless somebody is in
 * the middle of it. Forms outside keep what was typed. What was sent is compared, not what scripts made of it.
 */
function keepFresh(region) {
  let shown = region.innerHTML
  const isBusy = () => document.hidden || region.contains(document.activeElement)
  setInterval(
    async () => {
      const fresh = isBusy() ? null : await partOfPage(region.id)
      if (!fresh || fresh.innerHTML === shown || isBusy()) return
      shown = fresh.innerHTML
      region.replaceChildren(...fresh.childNodes)
      startForms(region)
      startCasework(region)
    },
    Math.max(5, Number(region.dataset.refreshSeconds) || 30) * 1000,
  )
}

/** Reads the parts of the page that change with its enquiry anew; false when somebody is in the middle of one. */
async function freshen() {
  for (const region of document.querySelectorAll('[data-changes-with-enquiry][id]')) {
    const isBusy = () => region.contains(document.activeElement)
    const fresh = isBusy() ? null : await partOfPage(region.id)
    if (!fresh || isBusy()) return false
    region.replaceChildren(...fresh.childNodes)
    startForms(region)
    startCasework(region)
  }
  return true
}

/** That part of this page as it is now; nothing when the network or the sign-in is gone. */
async function partOfPage(id) {
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
    if (!answer.ok || answer.redirected) return null
    return new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(id)
  } catch {
    return null
  }
}
