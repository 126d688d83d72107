// The language switch keeps the heading the reader is at, or what a figure in view was brought
// to (docs/assets/figures), and remembers the choice.
document.querySelectorAll(".language-switch").forEach((link) => {
  const page = link.getAttribute("href")
  link.addEventListener("click", () => {
    const headings = document.querySelectorAll("article h2[id], article h3[id]")
    const above = [...headings].filter((heading) => heading.getBoundingClientRect().top < 160)
    const figure = [...document.querySelectorAll("trace-stepper, trace-explorer")].find((it) => {
      const { top, bottom } = it.getBoundingClientRect()
      return it.address && top < innerHeight && bottom > 160
    })
    link.href = page + (figure?.address ?? above.map((heading) => `#${heading.id}`).at(-1) ?? "")
    try { localStorage.setItem("handbook.language", link.hreflang) } catch (blocked) {}
  })
})

// Light or dark: as the system says, until the reader chooses (overrides/main.html reads it back).
document.querySelector(".scheme-switch").addEventListener("click", () => {
  const { dataset } = document.documentElement
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"
  dataset.scheme = (dataset.scheme || system) === "dark" ? "light" : "dark"
  try { localStorage.setItem("handbook.scheme", dataset.scheme) } catch (blocked) {}
})

// The search index outweighs a page. It is fetched when the search is first used, or for the words
// of ?q= and ?h=; the theme's script waits for it (handbook/theme.py).
const searchIndex = new URL("../search/search_index.json", document.currentScript.src)
const searchBox = document.querySelector(".md-search__input")
let asked = null
const ask = () => {
  asked ??= fetch(searchIndex)
    .then((answer) => answer.ok ? answer.json() : Promise.reject(answer))
    .then(window.searchIndexArrived)
    .catch(() => { asked = null }) // the next letter asks again
}
for (const event of ["focus", "input"]) searchBox.addEventListener(event, ask)
if (document.activeElement === searchBox || /[?&][qh]=/.test(location.search)) ask()

// A button to copy what a block of code holds. (By the theme's script it costs a layout a block:
// handbook/theme.py.)
const { translations } = JSON.parse(document.getElementById("__config").textContent)
const blocks = [...document.querySelectorAll("article pre > code")]
addEventListener("load", () => {
  const outputs = blocks.filter((code) => code.closest(".output"))
  blocks.filter((code) => outputs.includes(code) || drawn(code)).filter(scrolls).forEach(reach)
  blocks.filter((code) => !outputs.includes(code)).forEach((code, number) => {
    code.id = `code_${number}`
    const [place, button] = [document.createElement("div"), document.createElement("button")]
    place.className = "md-code__nav"
    button.className = "md-code__button"
    button.title = translations["clipboard.copy"]
    button.dataset.mdType = "copy"
    button.dataset.clipboardTarget = `#${code.id}`
    place.append(button)
    code.before(place)
  })
})

// What scrolls needs the keyboard. Code is drawn when it comes near (handbook.css); only then is
// it known to scroll.
const drawn = (code) => code.firstElementChild?.checkVisibility({ contentVisibilityAuto: true })
const scrolls = (code) => code.scrollWidth > code.clientWidth
const reach = (code) => { code.tabIndex = 0 }
document.addEventListener("contentvisibilityautostatechange", ({ target, skipped }) => {
  if (!skipped && scrolls(target)) reach(target)
})

// The theme copies what it reads off the page: a block that is still to be drawn has no text.
document.addEventListener("click", ({ target }) => {
  const code = target.closest(".md-code__button") && target.closest("pre").querySelector("code")
  if (code) code.style.contentVisibility = "visible"
}, true)

// On a phone the navigation is a drawer worked by labels, which the keyboard does not reach,
// and what lies behind the open drawer is reached. (On a label in focus, the theme takes
// Enter for a click.)
const drawer = document.getElementById("__drawer")
const opener = document.querySelector(".md-header label[for=__drawer]")
const labels = document.querySelectorAll(".md-header label[for=__drawer], .md-nav label[for]")
const behind = document.querySelectorAll(".md-skip, .md-header, .md-content, .md-footer")
const narrow = matchMedia("(max-width: 76.234375em)")
const adapt = () => {
  labels.forEach((label) => { label.tabIndex = narrow.matches ? 0 : -1 })
  behind.forEach((part) => { part.inert = narrow.matches && drawer.checked })
}
narrow.addEventListener("change", adapt)
adapt()
drawer.addEventListener("change", () => {
  adapt()
  const stops = [...document.querySelectorAll(".md-nav--primary :is(a, label)")]
  const first = stops.find((stop) => stop.checkVisibility({ visibilityProperty: true }))
  const goal = drawer.checked ? first : opener
  goal.focus()
})
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && drawer.checked) drawer.click()
})
