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
