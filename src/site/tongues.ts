import { type House } from '../config/house.ts'
import { type Tongues } from '../store/views/newest.ts'
import { mainLanguage } from './routes.ts'

/** Which stories stand in an edition: those of its language; in the main one, all that have no edition of their own. */
export function tonguesOf(edition: string, house: House): Tongues {
  if (edition !== mainLanguage(house)) return { only: tongue(edition) }
  return { except: house.languages.slice(1).map(tongue) }
}

function tongue(language: string): string {
  return language.split('-')[0] ?? language
}
