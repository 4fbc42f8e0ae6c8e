import { catalogue } from './catalogue.js'

export const texts = catalogue({ justNow: 'только что' }, { justNow: 'just now' })
