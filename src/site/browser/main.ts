import { startAges } from './age.ts'
import { follow } from './live.ts'
import { showCurrentSection } from './sections.ts'
import { addArrows } from './strip.ts'
import { offerOwnZone } from './zone.ts'

// Small additions to pages that are complete without them: ages beside times, times in the reader's own zone, the arrows of
// a slide show, entries of a running story.

for (const strip of document.querySelectorAll<HTMLElement>('.strip')) addArrows(strip)
const live = document.querySelector<HTMLElement>('[data-live]')
if (live) follow(live)
offerOwnZone()
showCurrentSection()
void startAges()
