import { addToPage } from './every-page.ts'
import { follow } from './live.ts'
import { addArrows } from './strip.ts'

for (const strip of document.querySelectorAll<HTMLElement>('.strip')) addArrows(strip)
const list = document.querySelector<HTMLElement>('[data-live]')
if (list) follow(list)
addToPage()
