import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { texts } from '../src/pages/integration/texts.js'
import { appTexts } from './app-texts.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const guide = join(root, 'docs/guide')
const chapters = readdirSync(guide, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.md'))
  .map(name => ({ name, text: withoutCode(readFileSync(join(guide, name), 'utf8')) }))
/** What stands in bold «…», in English what is bold, is the app's own; names of 1C are not bold. */
const known = ['web/src', 'service/src', 'contract/src'].flatMap(folder => appTexts(join(root, folder)))
const pictures = readdirSync(join(guide, 'pictures'))

describe('the guide', () => {
  test.each(['', 'en/'])('leads from the contents %sREADME.md to every chapter', folder => {
    const led = linksOf(textOf(`${folder}README.md`)).map(link => normalize(join(folder, link)))
    const names = chapters.map(({ name }) => name).filter(name => /^\d/.test(name.slice(folder.length)))
    const own = names.filter(name => name.startsWith(folder))
    expect(led).toEqual(expect.arrayContaining(own))
    expect(own.length).toBeGreaterThan(2)
    expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(`](docs/guide/${folder}README.md)`)
  })

  test.each(chapters)('has no broken link in $name', ({ name, text }) => {
    const broken = linksOf(text).filter(link => !resolves(name, link))
    expect(broken).toEqual([])
  })

  test.each(chapters)('names in $name only what the app or the server says', ({ name, text }) => {
    const said = name.startsWith('en/') ? bold(text) : quoted(text)
    const unknown = said.filter(words => !known.some(pattern => pattern.test(words)))
    expect(unknown).toEqual([])
  })

  test('quotes enough of the app to be worth checking', () => {
    expect(chapters.flatMap(({ text }) => quoted(text)).length).toBeGreaterThan(100)
    expect(known.some(pattern => pattern.test('Такой кнопки нет'))).toBe(false)
  })

  test.each(['ru', 'en'] as const)(
    'leads through 1C by the names of the integration’s page, %s',
    language => {
      const chapter = textOf(`${language === 'en' ? 'en/' : ''}3-connect-1c.md`).replace(/\s+/g, ' ')
      const method = 'Оплата картой внешняя'
      const steps = Object.values(texts[language].steps.list).flat()
      const names = steps.flatMap(
        step => (typeof step === 'string' ? step : step(method)).match(/«.+?»/g) ?? [],
      )
      expect(names.length).toBeGreaterThan(10)
      expect(names.filter(name => !chapter.includes(name))).toEqual([])
    },
  )

  test('shows every picture that the script takes, and no other', () => {
    const shown = chapters.flatMap(({ text }) => linksOf(text)).filter(link => link.startsWith('pictures/'))
    const names = [...new Set(shown)].map(link => link.slice('pictures/'.length)).sort()
    expect(names).toEqual([...pictures].sort())
    const script = readdirSync(join(root, 'web/guide'))
      .filter(name => name.endsWith('.pictures.ts'))
      .map(name => readFileSync(join(root, 'web/guide', name), 'utf8'))
      .join('\n')
    expect(names.filter(name => !script.includes(`'${name.replace('.png', '')}'`))).toEqual([])
  })

  test.each(pictures)('has a light picture %s', name => {
    const file = join(guide, 'pictures', name)
    expect(readFileSync(file).subarray(1, 4).toString()).toBe('PNG')
    expect(statSync(file).size).toBeLessThanOrEqual(150 * 1024)
  })
})

function quoted(text: string): string[] {
  return [...text.replace(/\s*\n\s*/g, ' ').matchAll(/\*\*«(.+?)»\*\*/g)].map(([, words]) => words!)
}

function bold(text: string): string[] {
  return [...text.replace(/\s*\n\s*/g, ' ').matchAll(/\*\*(.+?)\*\*/g)].map(([, words]) => words!)
}

function linksOf(text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!)
}

function resolves(from: string, link: string): boolean {
  const [path, anchor] = link.split('#') as [string, string?]
  const file = path === '' ? join(guide, from) : normalize(join(dirname(join(guide, from)), path))
  if (!existsSync(file)) return false
  return anchor === undefined || anchorsOf(readFileSync(file, 'utf8')).includes(decodeURIComponent(anchor))
}

/** Those above headings, and those that GitHub makes of headings. */
function anchorsOf(text: string): string[] {
  const named = [...text.matchAll(/^<a id="([\w-]+)">/gm)].map(([, id]) => id!)
  const made = [...withoutCode(text).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  )
  return [...named, ...made]
}

function withoutCode(text: string): string {
  return text.replace(/^```[\s\S]*?^```$/gm, '')
}

function textOf(chapter: string): string {
  return chapters.find(({ name }) => name === chapter)!.text
}
