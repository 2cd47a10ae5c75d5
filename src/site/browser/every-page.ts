import { startAges } from './age.ts'
import { showCurrentSection } from './sections.ts'
import { offerOwnZone } from './zone.ts'

/** Small additions to any page, which is complete without them: times in the reader's own zone, ages beside times. */
export function addToPage(): void {
  offerOwnZone()
  showCurrentSection()
  void startAges()
}
