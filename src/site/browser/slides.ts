import { addToPage } from './every-page.ts'
import { addArrows } from './strip.ts'

for (const strip of document.querySelectorAll<HTMLElement>('.strip')) addArrows(strip)
addToPage()
