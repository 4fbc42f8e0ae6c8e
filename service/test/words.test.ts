import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SOURCES = ['contract/src', 'service/src', 'simulator/src', 'web/src', 'docs']
const READ_BY_PEOPLE = SOURCES.flatMap(folder =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(name => `${folder}/${name}`),
).filter(name => /(?<!\.test)\.(?:ts|tsx|md)$/.test(name))

/** Each as the glossary names it, and what finds all its forms. */
const REJECTED: [string, RegExp][] = [
  ['ревизия', /ревизи[а-яё]+/gi],
  ['версия схемы', /верси[а-яё]+ схем[а-яё]+/gi],
  ['отложен', /(?:отлож|отклад)[а-яё]+/gi],
  ['карантин', /карантин[а-яё]*/gi],
  ['отправить ещё раз', /(?:отправ|посла|посыла)[а-яё]*(?: [а-яё«»]+){0,3} (?:ещё раз|снова|заново)/gi],
  ['снова отправить', /(?:ещё раз|снова|заново)(?: [а-яё]+)? (?:отправ|посла|посыла)[а-яё]*/gi],
  ['отправить в 1С', /отправ[а-яё]* (?:в 1С|в «|всё равно)|всё равно отправ/gi],
  ['выгрузить ещё раз', /выгру[а-яё]+(?: [а-яё«»]+){0,2} (?:ещё раз|заново)/gi],
  ['находка', /наход(?:ка|ки|ке|ку|кой|ок|кам|ками|ках)(?![а-яё])/gi],
  ['заказ прошлого месяца', /прошл[а-яё]+ месяц[а-яё]*|закрыт[а-яё]+ месяц[а-яё]*/gi],
]
const glossary = 'docs/glossary.md'

it.each(REJECTED)('nothing that people read says «%s», and the glossary says so', (word, forms) => {
  const said = [...READ_BY_PEOPLE, 'README.ru.md']
    .filter(name => name !== glossary)
    .flatMap(name => [...joined(name).matchAll(forms)].map(([found]) => `${name}: ${found}`))
  expect(said).toEqual([])
  expect(joined(glossary)).toContain(`«${word}»`)
})

/** A file's text with its lines, and the strings that `+` joins, run together. */
function joined(name: string): string {
  return readFileSync(join(ROOT, name), 'utf8')
    .replaceAll(/['`] \+\n\s*['`]/g, '')
    .replaceAll(/\s+/g, ' ')
}
