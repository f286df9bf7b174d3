import './simplewebauthn.js'

// `<form data-passkey="make|show" data-options="{…}">`: the button asks the authenticator, and what it says is sent in
// the field `response`. Forms stay hidden where the browser knows no passkeys.
const { browserSupportsWebAuthn, startAuthentication, startRegistration } = globalThis.SimpleWebAuthnBrowser

if (browserSupportsWebAuthn()) for (const form of document.querySelectorAll('form[data-passkey]')) prepare(form)

function prepare(form) {
  form.hidden = false
  form.addEventListener('submit', async event => {
    if (form.elements.response.value) return
    event.preventDefault()
    say(form, 'Follow what your device asks.')
    try {
      const optionsJSON = JSON.parse(form.dataset.options)
      const start = form.dataset.passkey === 'make' ? startRegistration : startAuthentication
      form.elements.response.value = JSON.stringify(await start({ optionsJSON }))
      form.submit()
    } catch (error) {
      say(form, words(error))
    }
  })
}

function words(error) {
  if (error.name === 'InvalidStateError') return 'This device has a passkey for you already.'
  if (error.name === 'NotAllowedError' || error.name === 'AbortError')
    return 'Nothing was sent: the request was cancelled or took too long. Try again, or use another way.'
  return 'Your device could not do this. Try again, or use another way.'
}

function say(form, text) {
  form.querySelector('[data-passkey-status]').textContent = text
}
