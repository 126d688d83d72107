// The language switch keeps the heading the reader is at, and remembers the choice.
document.querySelectorAll(".language-switch").forEach((link) => {
  const page = link.getAttribute("href")
  link.addEventListener("click", () => {
    const headings = document.querySelectorAll("article h2[id], article h3[id]")
    const above = [...headings].filter((heading) => heading.getBoundingClientRect().top < 160)
    const heading = above.at(-1)
    link.href = heading ? `${page}#${heading.id}` : page
    try { localStorage.setItem("handbook.language", link.hreflang) } catch (blocked) {}
  })
})

// What the theme's script adds to an article: every copy button becomes a landmark without a
// name, and a table that scrolls is out of reach of the keyboard.
const article = document.querySelector("article")
new MutationObserver(() => {
  article.querySelectorAll(".md-code__nav").forEach((nav) => nav.setAttribute("role", "none"))
  article.querySelectorAll(".md-typeset__scrollwrap").forEach((table) => { table.tabIndex = 0 })
}).observe(article, { childList: true, subtree: true })
