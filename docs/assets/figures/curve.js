// <trace-curve>: a reader chooses a curve, and moves a point along it or through recorded steps.
// Places are the points of the drawn lines, numbers the cells of the tables (handbook/curve.py).

// Not before all has loaded: until then the theme's script keeps the browser busy.
addEventListener("load", () => customElements.define("trace-curve", class extends HTMLElement {
  connectedCallback() {
    if (this.words) return
    this.words = JSON.parse(this.dataset.words)
    this.plots = [...this.querySelectorAll(".curve")]
    this.tables = [...this.querySelectorAll(".numbers table")]
    this.row = +this.dataset.start
    this.querySelector(".curves").after(this.panel())
    this.classList.add("played")
    this.choose(0)
  }

  // The choice, the slider, the sentence.
  panel() {
    const make = (tag, properties, ...children) => {
      const element = Object.assign(document.createElement(tag), properties)
      element.append(...children)
      return element
    }
    const choices = this.tables.map((table, number) => make("label", {}, make("input", {
      type: "radio", name: this.id, checked: !number, onchange: () => this.choose(number),
    }), table.caption.textContent))
    this.range = make("input", {
      type: "range", min: 0, max: this.tables[0].tBodies[0].rows.length - 1, value: this.row,
      oninput: () => { this.row = +this.range.value; this.show() },
      ariaLabel: this.words.slider,
    })
    this.value = make("code", {})
    this.says = make("p", { className: "says", ariaLive: "polite" })
    return make("div", { className: "panel" },
      make("div", { className: "bar", role: "radiogroup", ariaLabel: this.words.choice }, ...choices),
      make("label", { className: "bar" }, this.value, this.range), this.says)
  }

  choose(number) {
    this.chosen = number
    this.plots.forEach((plot, other) => plot.classList.toggle("chosen", other === number))
    this.show()
  }

  show() {
    const rows = this.tables.map((table) => table.tBodies[0].rows[this.row])
    this.plots.forEach((plot, number) => this.move(plot, rows[number]))
    const [row, table] = [rows[this.chosen], this.tables[this.chosen]]
    const gaps = { name: table.caption.textContent }
    this.words.columns.forEach((name, cell) => { gaps[name] = row.cells[cell].textContent })
    const fill = (phrase) => phrase.replace(/\{(\w+)\}/g, (_, name) => gaps[name])
    const phrase = this.words.says + (row.matches(".flat") ? this.words.flat : "")
    const code = (text, number) => {
      if (number % 2 === 0) return text
      const element = document.createElement("code")
      element.textContent = text
      return element
    }
    this.says.replaceChildren(...fill(phrase).split("`").map(code))
    this.value.textContent = this.range.ariaValueText = fill(this.words.where)
  }

  // The marks to the current point of the line before them, the tangent to the slope of the row.
  move(plot, row) {
    for (const mark of plot.querySelectorAll(".mark")) {
      const { x, y } = mark.previousElementSibling.points.getItem(this.row)
      mark.setAttribute("transform", `translate(${x} ${y})`)
    }
    const slope = row.cells[this.words.columns.indexOf("slope")].textContent.replaceAll("−", "-")
    const tangent = plot.querySelector(".tangent")
    tangent.setAttribute("y1", -slope)
    tangent.setAttribute("y2", slope)
    for (const step of plot.querySelectorAll("[data-step]"))
      step.classList.toggle("off", step.dataset.step > this.row)
  }
}))
