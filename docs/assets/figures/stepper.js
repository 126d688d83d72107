// <trace-stepper>: plays a recorded run, one node at a time. It shows and hides what is drawn
// (handbook/drawing.py) and puts sentences together (handbook/phrases.py). It computes nothing:
// every number is text from the recording.

const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

// A paragraph: the phrase with its {gaps} filled; what stands between backquotes is code.
const paragraph = (phrase, gaps = {}) => {
  const text = phrase.replace(/\{(\w+)\}/g, (_, name) => gaps[name])
  return make("p", {}, ...text.split("`").map((part, number) =>
    number % 2 ? make("code", { textContent: part }) : part))
}

// A number as a reader writes it or as it is shown; of a tensor, its first entry.
const numeric = (text) => parseFloat(text.replace(/^\[+/, "").replaceAll("−", "-"))

// Not before all has loaded: until then the theme's script keeps the browser busy.
addEventListener("load", () => customElements.define("trace-stepper", class extends HTMLElement {
  connectedCallback() {
    if (this.data) return
    this.data = JSON.parse(this.dataset.run)
    this.step = -1 // at rest: all is shown
    this.run = this.data.start
    this.answered = new Set()
    this.wire()
    this.addEventListener("keydown", (event) => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
      const other = event.altKey || event.ctrlKey || event.metaKey || event.target.matches("input")
      // Code and table scroll by the same keys.
      if (!by || other || !event.target.closest(".panel")) return
      event.preventDefault()
      this.go(by)
    })
    addEventListener("hashchange", () => this.follow())
    this.show()
    this.follow()
  }

  // The buttons, the slider, the sentences: they are on the page already (handbook/stepper.py).
  wire() {
    const find = (selector) => this.querySelector(`.panel ${selector}`)
    const acts = {
      first: () => this.to(0),
      previous: () => this.go(-1),
      next: () => this.go(1),
      backward: () => this.to(this.data.steps.findIndex(([, phase]) => phase)),
      last: () => this.to(this.data.steps.length - 1),
    }
    this.buttons = {}
    for (const name in acts) {
      this.buttons[name] = find(`.${name}`)
      this.buttons[name].onclick = acts[name]
    }
    this.says = find(".says")
    this.quiz = find(".quiz")
    this.guess = find("[type=checkbox]")
    this.guess.onchange = () => this.show()
    this.range = find("[type=range]")
    if (this.range)
      this.range.oninput = () => { this.run = +this.range.value; this.answered.clear(); this.show() }
  }

  // To the step, and the position of the slider, that the address names: #id.step.position
  follow() {
    const [, id, step, run] = location.hash.match(/^#([\w-]+)\.(\d+)(?:\.(\d+))?$/) ?? []
    if (id !== this.id) return
    if (this.range && this.data.runs[run]) {
      this.range.value = this.run = +run
      this.answered.clear()
    }
    this.to(step - 1)
    this.scrollIntoView()
  }

  // A step on or back; with a question open, "on" shows its answer first.
  go(by) {
    if (by > 0 && !this.quiz.hidden) this.reveal()
    else this.to(this.step + by)
  }

  to(step) {
    this.step = Math.max(-1, Math.min(this.data.steps.length - 1, step))
    this.classList.add("played")
    this.show()
    this.bring()
  }

  reveal() {
    this.answered.add(this.step)
    this.show()
  }

  // What happens at the current step, and the numbers that go with it.
  get now() {
    const { steps, runs, edges } = this.data
    const [call, phase, node, at] = steps[Math.max(this.step, 0)] // at rest: as if none was hidden
    const rest = this.step < 0
    const numbers = runs[this.run][rest ? runs[0].length - 1 : call]
    const before = steps.slice(0, this.step + 1).filter((it) => it[0] === call)
    const made = new Set(before.filter((it) => !it[1]).map((it) => it[2]))
    const ran = new Set(before.filter((it) => it[1]).map((it) => it[2]))
    const out = edges.flatMap(([, consumer], edge) =>
      consumer === node && numbers.sent[edge] !== "–" ? [edge] : [])
    return { call, phase: rest ? 1 : phase, node, at, rest, numbers, made, ran, out }
  }

  show() {
    const { data: { words, nodes, edges, into, steps, leaf, at }, buttons, range } = this
    const now = this.now
    const { numbers, node, rest, phase, call } = now
    const asks = this.question(now)
    const asked = (number) => asks && number === node
    const sent = (edge) => rest || (now.ran.has(edges[edge][1]) && !asked(edges[edge][1]))
    const made = (number) => phase || now.made.has(number) || (call && nodes[number][2])

    for (const box of this.querySelectorAll("[data-n]")) {
      const number = +box.dataset.n
      const arrived = into[number].filter(sent)
      const complete = rest || now.ran.has(number)
        || (into[number].length > 0 && arrived.length === into[number].length)
      const hidden = asked(number) && nodes[node][2] // a leaf's sum is what is asked
      box.classList.toggle("off", !made(number))
      box.classList.toggle("now", !rest && number === node)
      box.classList.toggle("yet", !(complete && !hidden))
      this.write(box.querySelectorAll(".v"), numbers.value[number])
      this.write(box.querySelectorAll(".g"), numbers.got[number])
      const parts = arrived.map((edge) => numbers.sent[edge])
      const wide = parts.some((part) => part.startsWith("["))
      box.querySelector(".w").textContent = complete || !parts.length ? ""
        : wide ? `${parts.length}/${into[number].length}` : `${parts.join(" + ")} + …`
    }
    for (const line of this.querySelectorAll("[data-e]")) {
      const edge = +line.dataset.e
      line.classList.toggle("off", !made(edges[edge][1]))
      line.classList.toggle("yet", !sent(edge))
      line.classList.toggle("now", Boolean(phase && !rest && now.out.includes(edge)))
      const text = line.querySelector("text")
      if (text.textContent) text.textContent = numbers.sent[edge]
    }
    this.mark(rest ? [] : now.at)

    const told = phase ? this.backward : this.forward
    this.says.replaceChildren(
      ...rest ? [paragraph(words.rest)] : [this.where(now), ...told.call(this, now, asks)])
    this.ask(asks)
    if (range)
      range.ariaValueText = range.previousElementSibling.textContent = `${leaf} = ${at[this.run]}`
    buttons.first.ariaDisabled = String(this.step === 0)
    buttons.previous.ariaDisabled = String(rest)
    for (const name of ["next", "last"])
      buttons[name].ariaDisabled = String(this.step === steps.length - 1 && !asks)
    this.dataset.step = this.step
  }

  // What leads to this step and this position of the slider; nothing, if the run was not touched.
  get address() {
    const { run, step, data: { start } } = this
    const moved = run === start ? "" : `.${run}`
    return step < 0 && !moved ? "" : `#${this.id}.${step + 1}${moved}`
  }

  // The entries of a tensor into their places; the recording writes them as [1, 2].
  write(places, text) {
    const entries = text.match(/[^[\], ]+/g) || [text]
    places.forEach((place, number) => { place.textContent = entries[number] ?? "–" })
  }

  // Mark the line that runs, and in it the expression.
  mark([first, start, last, end]) {
    const lines = [...this.querySelectorAll(".line")]
    lines.forEach((line, number) => {
      line.classList.toggle("now", number + 1 >= first && number + 1 <= last)
    })
    if (!window.Highlight) return
    const place = (line, column) => {
      const walker = document.createTreeWalker(lines[line - 1], NodeFilter.SHOW_TEXT)
      let left = column
      while (walker.nextNode()) {
        if (left <= walker.currentNode.length) return [walker.currentNode, left]
        left -= walker.currentNode.length
      }
      return [lines[line - 1], lines[line - 1].childNodes.length]
    }
    this.span ??= new Range()
    CSS.highlights.get("running")?.delete(this.span)
    if (!end) return
    this.span.setStart(...place(first, start))
    this.span.setEnd(...place(last, end))
    const running = CSS.highlights.get("running") || new Highlight()
    CSS.highlights.set("running", running.add(this.span))
  }

  where({ call, phase }) {
    const { words, steps, runs } = this.data
    const count = words.step.replace("{step}", this.step + 1).replace("{steps}", steps.length)
    const several = runs[0].length > 1 ? ` · ${words.call.replace("{call}", call + 1)}` : ""
    return make("p", { className: "where" },
      make("a", { href: this.address, textContent: count, title: words.link }),
      `${several} · ${words[phase ? "backward phase" : "forward phase"]}`)
  }

  forward({ node, numbers, at: [line] }) {
    const { words, nodes } = this.data
    const [name, fn, leaf, , , code] = nodes[node]
    const saved = numbers.saved[node]
    return [
      paragraph(words[leaf ? "leaf" : "made"],
        { line, name, fn, code, value: numbers.value[node] }),
      ...(saved ? [paragraph(words.saved, { saved })] : []),
    ]
  }

  backward(now, asks) {
    const { words, nodes, edges, into, roots, asked } = this.data
    const { node, numbers, out, ran, at: [line] } = now
    const [name, fn, leaf, opaque, hooked] = nodes[node]
    const received = numbers.got[node]
    const sum = hooked || into[node].length < 2 ? received
      : `${into[node].map((edge) => numbers.sent[edge]).join(" + ")} = ${received}`
    const told = []
    const seed = numbers.seeds[roots.indexOf(node)]
    if (seed) told.push(paragraph(words.seed, { line, asked, name, seed }))
    if (hooked) told.push(paragraph(words.hooked))
    if (asks) return [...told, asks.phrase]
    if (leaf || (!out.length && asked.startsWith("autograd"))) {
      const [before, after] = [numbers.before[node], numbers.after[node]]
      const phrase = asked.startsWith("autograd") ? words.captured : words.accumulates
      return [...told, paragraph(phrase, { fn, name, asked, received: sum, before, after })]
    }
    told.push(paragraph(words.runs, { fn, received: sum }))
    for (const edge of out) {
      const local = numbers.local[edge]
      const tensor = local.startsWith("[")
      const kind = local === "–" ? "sends unknown" : tensor ? "sends tensor" : "sends"
      told.push(paragraph(words[kind],
        { name: nodes[edges[edge][0]][0], received, local, sent: numbers.sent[edge] }))
    }
    if (opaque) told.push(paragraph(words[opaque]))
    for (const goal of new Set(out.map((edge) => edges[edge][0]))) {
      const needed = into[goal].length
      const arrived = into[goal].filter((edge) => ran.has(edges[edge][1]))
      const parts = arrived.map((edge) => numbers.sent[edge]).join(" + ")
      if (needed > 1)
        told.push(paragraph(words[arrived.length < needed ? "waits" : "adds"], {
          name: nodes[goal][0], needed, arrived: arrived.length, parts, sum: numbers.got[goal],
        }))
    }
    const calls = numbers.ran[node].map((call) => make("code", { textContent: call }))
    told.push(calls.length
      ? make("p", { className: "ran" }, words.ran, ...calls.flatMap((call) => [" ", call]))
      : paragraph(words["ran nothing"]))
    return told
  }

  // What the reader is asked to guess at this step: the phrase and the answer; or nothing.
  question({ rest, phase, node, numbers, out }) {
    const { words, nodes, edges, into, asked } = this.data
    if (rest || !phase || !this.guess.checked || this.answered.has(this.step)) return null
    const [name, fn, leaf] = nodes[node]
    if (leaf && asked === "backward()") {
      const parts = into[node].map((edge) => numbers.sent[edge]).join(" + ")
      const [before, answer] = [numbers.before[node], numbers.after[node]]
      if (answer.startsWith("[") || !Number.isFinite(numeric(answer))) return null
      return { phrase: paragraph(words["ask leaf"], { name, parts, before }), answer }
    }
    const edge = out[0]
    if (edge === undefined || numbers.local[edge] === "–") return null
    const [local, answer] = [numbers.local[edge], numbers.sent[edge]]
    if (!Number.isFinite(numeric(answer))) return null
    const gaps = { fn, received: numbers.got[node], local, name: nodes[edges[edge][0]][0] }
    return { phrase: paragraph(words[answer.startsWith("[") ? "ask entry" : "ask"], gaps), answer }
  }

  ask(question) {
    const { words } = this.data
    const open = this.quiz.dataset.step === String(this.step) && !this.quiz.hidden
    this.quiz.hidden = !question
    if (!question || open) return
    this.quiz.dataset.step = this.step
    const input = make("input", {
      inputMode: "decimal", autocomplete: "off", ariaLabel: words.answer,
    })
    const verdict = make("span", { role: "status" })
    this.quiz.onsubmit = (event) => {
      event.preventDefault()
      const [mine, right] = [numeric(input.value), numeric(question.answer)]
      if (Math.abs(mine - right) <= 1e-3 * Math.max(1, Math.abs(right))) {
        this.reveal()
        this.says.querySelector("p").append(` ${words.right}`)
        this.buttons.next.focus()
      } else verdict.textContent = words.wrong
    }
    const reveal = () => { this.reveal(); this.buttons.next.focus() }
    this.quiz.replaceChildren(input, make("button", { textContent: words.check }),
      make("button", { type: "button", textContent: words.reveal, onclick: reveal }), verdict)
  }

  // Bring the current node between the header and the panel, which stays at the screen's edge.
  bring() {
    const box = this.querySelector("[data-n].now")
    if (!box) return
    const { top, bottom, right } = box.getBoundingClientRect()
    const panel = this.says.parentElement.getBoundingClientRect()
    const [highest, lowest] = [60, (panel.left > right ? innerHeight : panel.top) - 40]
    const by = top < highest ? top - highest : Math.max(0, bottom - lowest)
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches
    if (by) scrollBy({ top: by, behavior: still ? "instant" : "smooth" })
  }
}))
