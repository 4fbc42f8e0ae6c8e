import type { SchemaVersion, Unit } from '@obmen/codec'
import { unitCode } from '../../orders/intake/read/canonical.js'

/** Names of a unit, as 1C's classifier of units spells them. */
interface UnitNames {
  short: string
  full: string
  international?: string
}

/** Common units, by ОКЕИ code; 1C looks the others up by code alone. */
const UNITS: Readonly<Record<string, UnitNames>> = {
  '003': { short: 'мм', full: 'Миллиметр', international: 'MMT' },
  '004': { short: 'см', full: 'Сантиметр', international: 'CMT' },
  '005': { short: 'дм', full: 'Дециметр', international: 'DMT' },
  '006': { short: 'м', full: 'Метр', international: 'MTR' },
  '008': { short: 'км', full: 'Километр', international: 'KMT' },
  '018': { short: 'пог. м', full: 'Погонный метр' },
  '051': { short: 'см2', full: 'Квадратный сантиметр', international: 'CMK' },
  '055': { short: 'м2', full: 'Квадратный метр', international: 'MTK' },
  '059': { short: 'га', full: 'Гектар', international: 'HAR' },
  '111': { short: 'мл', full: 'Миллилитр', international: 'MLT' },
  '112': { short: 'л', full: 'Литр', international: 'LTR' },
  '113': { short: 'м3', full: 'Кубический метр', international: 'MTQ' },
  '163': { short: 'г', full: 'Грамм', international: 'GRM' },
  '166': { short: 'кг', full: 'Килограмм', international: 'KGM' },
  '168': { short: 'т', full: 'Тонна', international: 'TNE' },
  '245': { short: 'кВт.ч', full: 'Киловатт-час', international: 'KWH' },
  '354': { short: 'с', full: 'Секунда', international: 'SEC' },
  '355': { short: 'мин', full: 'Минута', international: 'MIN' },
  '356': { short: 'ч', full: 'Час', international: 'HUR' },
  '359': { short: 'сут', full: 'Сутки', international: 'DAY' },
  '360': { short: 'нед', full: 'Неделя', international: 'WEE' },
  '362': { short: 'мес', full: 'Месяц', international: 'MON' },
  '364': { short: 'кварт', full: 'Квартал', international: 'QAN' },
  '366': { short: 'год', full: 'Год', international: 'ANN' },
  '383': { short: 'руб', full: 'Рубль' },
  '539': { short: 'чел.ч', full: 'Человеко-час' },
  '540': { short: 'чел.дн', full: 'Человеко-день' },
  '625': { short: 'лист', full: 'Лист' },
  '642': { short: 'ед', full: 'Единица' },
  '698': { short: 'место', full: 'Место' },
  '704': { short: 'набор', full: 'Набор', international: 'SET' },
  '715': { short: 'пар', full: 'Пара (2 шт.)', international: 'NPR' },
  '736': { short: 'рул', full: 'Рулон', international: 'NPL' },
  '778': { short: 'упак', full: 'Упаковка', international: 'NMP' },
  '792': { short: 'чел', full: 'Человек' },
  '796': { short: 'шт', full: 'Штука', international: 'PCE' },
  '797': { short: '100 шт', full: 'Сто штук', international: 'CEN' },
  '798': { short: 'тыс. шт', full: 'Тысяча штук', international: 'MIL' },
  '812': { short: 'ящ', full: 'Ящик' },
  '839': { short: 'компл', full: 'Комплект' },
  '868': { short: 'бут', full: 'Бутылка' },
  '876': { short: 'усл. ед', full: 'Условная единица' },
}

/**
 * `БазоваяЕдиница` of an ОКЕИ code. The code serves as the name if that is not known: 1C looks units up by
 * code.
 */
export function unitOf(code: string, version: SchemaVersion): Unit {
  const padded = unitCode(code.trim()).padStart(3, '0')
  const names = UNITS[padded]
  // The schema allows four characters from 2.08 on; a longer code is sent as a name only.
  const longest = version >= '2.08' ? 4 : 3
  return {
    text: names?.short ?? padded,
    ...(padded.length <= longest ? { code: padded } : {}),
    fullName: names?.full ?? padded,
    ...(names?.international === undefined ? {} : { international: names.international }),
  }
}
