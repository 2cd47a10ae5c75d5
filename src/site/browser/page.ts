import { startAges } from './age.ts'
import { showCurrentSection } from './sections.ts'
import { offerOwnZone } from './zone.ts'

// Small additions to any page, each complete without them: times in the reader's own zone, ages beside times.

offerOwnZone()
showCurrentSection()
void startAges()
