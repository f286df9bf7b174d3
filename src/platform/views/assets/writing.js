// While somebody writes: what is typed is kept, what helps is shown, and a lost sign-in is noticed before anything is sent.

/** Everything typed and chosen, without files, the way a form sends it. */
export const textOf = form =>
  new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string')).toString()

/** Posts a form’s words in the background. Throws when they did not arrive; `signedOut` tells why. */
export async function post(url, body, keepalive = false) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }
  const answer = await fetch(url, { method: 'POST', headers, body, keepalive })
  if (answer.status === 401) throw Object.assign(new Error('signed out'), { signedOut: true })
  if (!answer.ok || answer.redirected) throw new Error(String(answer.status))
  return answer.status === 204 ? null : answer.json()
}

/**
 * `<form data-draft-url="/drafts/…">`: what is typed is posted there a moment after the last key, without files, and
 * `[data-draft-status]` inside the form says when. A failed save is tried again with the next key and after 15 seconds.
 * Somebody who was signed out meanwhile is told, and sending waits until they are signed in again.
 */
export function keepDraft(form, isSent) {
  const status = form.querySelector('[data-draft-status]')
  let timer
  let saved = textOf(form)
  let signedOut = false
  const save = async () => {
    clearTimeout(timer)
    const typed = textOf(form)
    if (typed === saved || isSent(form)) return
    try {
      await post(form.dataset.draftUrl, typed, typed.length < 60000)
      saved = typed
      signedOut = false
      say(status, `Draft saved at ${clockTime()}`)
    } catch (error) {
      signedOut = error.signedOut === true
      if (signedOut) tellSignedOut(status)
      else say(status, 'Draft not saved yet. We will keep trying.')
      timer = setTimeout(save, 15000)
    }
  }
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(save, 1200)
  })
  form.addEventListener('submit', async event => {
    if (!signedOut) return
    event.preventDefault()
    await save()
    if (!signedOut) form.requestSubmit(event.submitter)
    else status?.scrollIntoView({ block: 'center' })
  })
  addEventListener('pagehide', save)
}

/** `data-advice-url` on a form: a moment after the last key the place named by `data-advice-for` shows what is answered. */
export function keepAdvised(form) {
  let timer
  const ask = async () => {
    try {
      show(document.getElementById(form.dataset.adviceFor), (await post(form.dataset.adviceUrl, textOf(form))).html)
    } catch {
      // what stands there stays: it is only advice
    }
  }
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(ask, 700)
  })
}

/** Puts our own markup into its place, unless it stands there already. */
export function show(place, markup) {
  if (!place || place.dataset.shown === markup) return
  place.dataset.shown = markup
  place.replaceChildren(...new DOMParser().parseFromString(markup, 'text/html').body.childNodes)
}

export function say(place, words) {
  if (place && place.textContent !== words) place.textContent = words
}

function tellSignedOut(status) {
  if (!status || status.querySelector('a')) return
  const link = Object.assign(document.createElement('a'), { href: '/sign-in', target: '_blank', rel: 'noopener' })
  link.className = 'govuk-link'
  link.textContent = 'Sign in again in a new tab'
  status.replaceChildren('You have been signed out. What you typed is still here. ', link, ', then go on here.')
}

export function clockTime() {
  const parts = { hour: 'numeric', minute: '2-digit', hour12: true, timeZone: 'Europe/London' }
  return new Date().toLocaleTimeString('en-GB', parts).replace(' ', '')
}
