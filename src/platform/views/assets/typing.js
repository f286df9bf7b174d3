// `<form data-typing-url="…">` with `[data-typing]` inside: what the server has to say to what is typed so far is shown
// there, a moment after the last key. Without it the next page says the same.
for (const form of document.querySelectorAll('form[data-typing-url]')) {
  const place = form.querySelector('[data-typing]')
  if (place) sayWhileTyping(form, place)
}

function sayWhileTyping(form, place) {
  let timer
  let asking
  let asked = ''
  const ask = async () => {
    const typed = new URLSearchParams()
    const names = ['_csrf', 'member', 'subject', 'text', ...(form.dataset.typingAlso ?? '').split(' ')]
    for (const name of names.filter(Boolean)) typed.set(name, new FormData(form).get(name) ?? '')
    if (typed.toString() === asked) return
    asked = typed.toString()
    asking?.abort()
    asking = new AbortController()
    try {
      const answer = await fetch(form.dataset.typingUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
        body: asked,
        signal: asking.signal,
      })
      if (!answer.ok || answer.redirected) return
      const { html } = await answer.json()
      if (place.dataset.shown === html) return
      place.dataset.shown = html
      place.innerHTML = html
      place.hidden = html === ''
    } catch {
      // nothing is lost: the next page says the same
    }
  }
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(ask, 400)
  })
  void ask()
}
