// `[data-where-url]` beside the fields of a place: which ward it lies in is said there, a moment after the last key.
// Without it the ward is said once the form was sent.
for (const place of document.querySelectorAll('[data-where-url]')) sayWard(place, place.closest('form'))

function sayWard(place, form) {
  let timer
  let asking
  let asked = '&'
  const ask = async () => {
    const typed = new FormData(form)
    const said = new URLSearchParams({
      _csrf: typed.get('_csrf') ?? '',
      place: typed.get(place.dataset.whereWords) ?? '',
      point: typed.get(place.dataset.whereSpot) ?? '',
    }).toString()
    if (said === asked) return
    asked = said
    asking?.abort()
    asking = new AbortController()
    try {
      const answer = await fetch(place.dataset.whereUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
        body: said,
        signal: asking.signal,
      })
      if (answer.ok && !answer.redirected) show(place, (await answer.json()).ward)
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

/** Said only when it is news, so that nobody hears it read out with every letter. */
function show(place, words) {
  if (place.textContent === words) return
  place.textContent = words
  place.hidden = words === ''
}
