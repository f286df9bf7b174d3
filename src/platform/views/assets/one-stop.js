import { initAll as startForms } from './govuk-frontend.js'
import { initAll as startCasework } from './moj-frontend.js'

// Everything works without this file. It only makes waiting, typing and clicking twice less of a worry.
const sent = new Map()
for (const region of document.querySelectorAll('[data-refresh-seconds][id]')) keepFresh(region)
for (const form of document.querySelectorAll('form[data-draft-url]')) keepDraft(form)
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
 * `<form data-draft-url="/drafts/…">`: what is typed is posted there a moment after the last key, without files, and
 * `[data-draft-status]` inside the form says when. A failed save is tried again with the next key and after 15 seconds.
 */
function keepDraft(form) {
  const status = form.querySelector('[data-draft-status]')
  let timer
  let saved = text(form)
  const save = async () => {
    const typed = text(form)
    if (typed === saved || sent.has(form)) return
    try {
      const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }
      const answer = await fetch(form.dataset.draftUrl, {
        method: 'POST',
        headers,
        body: typed,
        keepalive: typed.length < 60000,
      })
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status))
      saved = typed
      say(status, `Draft saved at ${clockTime()}`)
    } catch {
      say(status, 'Draft not saved yet. We will keep trying.')
      timer = setTimeout(save, 15000)
    }
  }
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(save, 1200)
  })
  addEventListener('pagehide', save)
}

/** Everything typed and chosen, without files, the way a form sends it. */
function text(form) {
  return new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string')).toString()
}

function clockTime() {
  const parts = { hour: 'numeric', minute: '2-digit', hour12: true, timeZone: 'Europe/London' }
  return new Date().toLocaleTimeString('en-GB', parts).replace(' ', '')
}

function say(status, words) {
  if (status && status.textContent !== words) status.textContent = words
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
