import { catalogue } from '../../../texts/catalogue.js'

/** Units (ОКЕИ) that platforms use. */
export const texts = catalogue({
  noVat: ['Без НДС', 'No VAT'],
  vat: [(rate: string) => `НДС ${rate}`, (rate: string) => `VAT ${rate}`],
  code: [(code: string) => `(ОКЕИ ${code})`, (code: string) => `(OKEI ${code})`],
  units: {
    '006': ['м', 'm'],
    '055': ['м²', 'm²'],
    '112': ['л', 'l'],
    '113': ['м³', 'm³'],
    '163': ['г', 'g'],
    '166': ['кг', 'kg'],
    '168': ['т', 't'],
    '245': ['кВт·ч', 'kWh'],
    '355': ['мин', 'min'],
    '356': ['ч', 'h'],
    '359': ['сут.', 'd'],
    '360': ['нед.', 'wk'],
    '362': ['мес.', 'mo'],
    '366': ['г.', 'yr'],
    '539': ['чел.-ч', 'man-h'],
    '642': ['ед.', 'unit'],
    '704': ['набор', 'set'],
    '778': ['упак.', 'pack'],
    '792': ['чел.', 'pers.'],
    '796': ['шт.', 'pcs'],
    '839': ['компл.', 'kit'],
    '876': ['усл. ед.', 'unit'],
  },
})
