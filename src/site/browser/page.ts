import { addToPage } from './every-page.ts'

addToPage()
