// While somebody writes: what is typed is kept, what helps is shown, and a lost sign-in is noticed before anything is sent.

/** Everything typed and chosen, without files, the way a form sends it. */
export const textOf = form =>
  new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string')).toString()

/** Posts a form’s words in the background. Throws when they did not arrive; `signedOut` tells why. */
export async function post(url, body, keepalive = false) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }
  // an answer that never comes must not hold up what is typed after it
  const signal = AbortSignal.timeout(20000)
  const answer = await fetch(url, { method: 'POST', headers, body, keepalive, signal })
  if (answer.status === 401) throw Object.assign(new Error('signed out'), { signedOut: true })
  if (!answer.ok || answer.redirected) throw new Error(String(answer.status))
  return answer.status === 204 ? null : answer.json()
}

/**
 * `<form data-draft-url="/drafts/…">`: what is typed is posted there a moment after the last key, without files, and
 * `[data-draft-status]` inside the form says when. A failed save is tried again with the next key and after 15 seconds.
 * Somebody who was signed out meanwhile is told, and sending waits until they are signed in again. One save is on its way
 * at a time, so that the last one sent is the last one kept, and none comes after the form itself.
 */
export function keepDraft(form, isSent) {
  const status = form.querySelector('[data-draft-status]')
  let timer
  let saved = textOf(form)
  let signedOut = false
  let onItsWay = Promise.resolve()
  let howMany = 0
  const later = milliseconds => {
    clearTimeout(timer)
    timer = setTimeout(save, milliseconds)
  }
  const saveNow = async () => {
    const typed = textOf(form)
    // whoever was signed out asks again even about the same words: only an answer tells that they are back
    if ((typed === saved && !signedOut) || isSent(form)) return
    clearTimeout(timer)
    try {
      await post(form.dataset.draftUrl, typed, typed.length < 60000)
      saved = typed
      signedOut = false
      say(status, `Draft saved at ${clockTime()}`)
    } catch (error) {
      signedOut = error.signedOut === true
      if (signedOut) tellSignedOut(status)
      else say(status, 'Draft not saved yet. We will keep trying.')
      later(15000)
    }
  }
  const save = () => {
    howMany++
    onItsWay = onItsWay.then(saveNow).finally(() => howMany--)
    return onItsWay
  }
  let isWaiting = false
  form.addEventListener('input', () => later(1200))
  form.addEventListener('submit', async event => {
    if (howMany === 0 && !signedOut) return
    event.preventDefault()
    if (isWaiting) return
    isWaiting = true
    await onItsWay
    if (signedOut) await save()
    isWaiting = false
    if (!signedOut) form.requestSubmit(event.submitter)
    else status?.scrollIntoView({ block: 'center' })
  })
  // the page goes and nothing that waits comes to pass any more
  addEventListener('pagehide', saveNow)
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
