import type { Language } from '../language.ts'
import { en } from './en.ts'

/** Every language the reader has words for; the first is the one that is always read as well. */
export const languages: readonly Language[] = [en]
