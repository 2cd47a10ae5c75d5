/** On a narrow window the names of the sections scroll: brings the current one into sight, without moving the page. */
export function showCurrentSection(): void {
  const names = document.querySelector('.sections ul')
  const current = names?.querySelector<HTMLElement>('[aria-current]')
  if (!names || !current) return
  const [all, one] = [names.getBoundingClientRect(), current.getBoundingClientRect()]
  names.scrollLeft += one.left + one.width / 2 - all.left - all.width / 2
}
