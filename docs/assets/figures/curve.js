// <trace-curve>: a reader chooses a curve, and moves a point along it or through recorded steps.
// Places are the points of the drawn lines, numbers the cells of the tables (handbook/curve.py).

// Not before all has loaded: until then the theme's script keeps the browser busy.
addEventListener("load", () => customElements.define("trace-curve", class extends HTMLElement {
  connectedCallback() {
    if (this.words) return
    this.words = JSON.parse(this.dataset.words)
    this.plots = [...this.querySelectorAll(".curve")]
    this.tables = [...this.querySelectorAll(".numbers table")]
    this.range = this.querySelector("[type=range]")
    this.range.oninput = () => this.show()
    const choices = [...this.querySelectorAll("[type=radio]")]
    choices.forEach((choice, number) => { choice.onchange = () => this.choose(number) })
    this.choose(choices.findIndex((choice) => choice.checked))
  }

  choose(number) {
    this.chosen = number
    this.plots.forEach((plot, other) => plot.classList.toggle("chosen", other === number))
    this.show()
  }

  show() {
    this.row = +this.range.value
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
    this.querySelector(".says").replaceChildren(...fill(phrase).split("`").map(code))
    this.range.previousElementSibling.textContent = fill(this.words.where)
    this.range.ariaValueText = fill(this.words.where)
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
