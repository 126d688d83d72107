// <trace-explorer>: a reader chooses a cell of a gradient; shown is the sum it is, marked are the
// cells it is made of. The sums are those of the folded list (handbook/explorer.py).

// Not before all has loaded: until then the theme's script keeps the browser busy.
addEventListener("load", () => customElements.define("trace-explorer", class extends HTMLElement {
  connectedCallback() {
    if (this.says) return
    this.says = this.querySelector(".says")
    this.tables = [...this.querySelectorAll("table")]
    this.sums = new Map([...this.querySelectorAll("li")].map((it) => [it.dataset.of, it]))
    for (const table of this.tables.filter((it) => it.matches(".sent"))) {
      this.cells(table).forEach((cell, entry) => {
        const button = document.createElement("button")
        button.type = "button"
        button.tabIndex = entry ? -1 : 0 // one stop for Tab; the arrows do the rest
        button.append(...cell.childNodes)
        // What scrolls beneath a resting pointer is entered, but no move.
        button.onfocus = button.onclick = button.onpointermove = () => this.choose(table, entry)
        cell.append(button)
      })
      table.addEventListener("keydown", (event) => this.move(event, table))
    }
    this.buttons = [...this.querySelectorAll(".sent button")]
    const [id, number] = location.hash.slice(1).split(".")
    if (id !== this.id) return
    this.buttons[number - 1]?.focus({ preventScroll: true })
    this.scrollIntoView()
  }

  // What leads to the chosen cell: its number among all that can be chosen; or nothing.
  get address() {
    const number = this.buttons.findIndex((it) => it.closest(".now"))
    return number < 0 ? "" : `#${this.id}.${number + 1}`
  }

  cells(table) {
    return [...table.querySelectorAll("td")]
  }

  // To the cell beside, above or below.
  move(event, table) {
    const columns = table.rows[0].cells.length
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key]
    if (!by || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const buttons = [...table.querySelectorAll("button")]
    const from = buttons.indexOf(event.target)
    const row = (entry) => Math.floor(entry / columns)
    if (/Left|Right/.test(event.key) && row(from) !== row(from + by)) return
    buttons[from + by]?.focus()
  }

  choose(table, entry) {
    if (this.cells(table)[entry].matches(".now")) return
    const sum = this.sums.get(`${table.dataset.of}.${entry}`)
    for (const cell of this.querySelectorAll("td")) cell.className = ""
    for (const button of table.querySelectorAll("button")) button.tabIndex = -1
    const chosen = this.cells(table)[entry]
    chosen.className = "now"
    chosen.firstChild.tabIndex = 0
    const mark = (kind, of, number, className) => {
      const panel = this.tables.find((it) => it.matches(kind) && (!of || it.dataset.of === of))
      this.cells(panel)[number].classList.add(className)
    }
    for (const number of sum.dataset.from.split(" ").filter(Boolean)) mark(".from", "", number, "share")
    mark(".input", table.dataset.of, entry, "own")
    for (const place of sum.dataset.with.split(" ").filter(Boolean)) {
      const end = place.lastIndexOf(".")
      mark(".input", place.slice(0, end), place.slice(end + 1), "factor")
    }
    this.says.replaceChildren(...sum.cloneNode(true).childNodes)
  }
}))
