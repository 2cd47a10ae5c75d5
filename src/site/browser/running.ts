import './slides.ts'
import { follow } from './live.ts'

const list = document.querySelector<HTMLElement>('[data-live]')
if (list) follow(list)
