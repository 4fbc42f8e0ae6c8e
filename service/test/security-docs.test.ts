import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const ROOT = new URL('../../', import.meta.url)
const PAGE = readFileSync(new URL('docs/security.md', ROOT), 'utf8')

/** How many points of level 1 and 2 each section of ASVS 5.0.0 has, by chapter. They are numbered from 1. */
const POINTS: readonly (readonly number[])[] = [
  [2, 9, 11, 3, 2],
  [3, 3, 4, 1],
  [0, 2, 4, 6, 5, 0, 2],
  [3, 1, 2, 4],
  [1, 3, 2, 3],
  [3, 12, 4, 4, 5, 3, 0, 4],
  [3, 4, 2, 5, 2, 2],
  [2, 3, 1, 1],
  [3, 4],
  [2, 2, 4, 11, 5, 2, 3],
  [2, 3, 3, 4, 1, 1],
  [3, 2, 4],
  [1, 5, 2, 5],
  [2, 4, 3],
  [3, 3, 7],
  [1, 5, 4, 3, 3],
  [1, 4, 2],
]
const ALL = POINTS.flatMap((sections, chapter) =>
  sections.flatMap((count, section) =>
    Array.from({ length: count }, (_, point) => `V${chapter + 1}.${section + 1}.${point + 1}`),
  ),
)

/** `V1.2.3`, or `V9.1.1–V9.2.4` with all between. */
function pointsIn(part: string): string[] {
  const [first = '', last = first] = part.trim().split('–')
  const [from, to] = [ALL.indexOf(first), ALL.indexOf(last)]
  return from === -1 || to < from ? [`unknown: ${part}`] : ALL.slice(from, to + 1)
}

const rows = [...PAGE.matchAll(/^\| (V\d[^|]*) \|[^|]*\| ([^|]+) \|/gm)].map(([, points, verdict]) => ({
  points: points!.split(',').flatMap(pointsIn),
  verdict: verdict!,
}))

it('docs/security.md judges each of the 253 points of ASVS 5.0.0 level 2 once, and counts them', () => {
  expect(ALL).toHaveLength(253)
  expect(rows.flatMap(({ points }) => points)).toEqual(ALL)
  const verdicts = { met: 0, 'not met': 0, 'operator’s': 0, 'not applicable': 0 }
  for (const { points, verdict } of rows) {
    expect(Object.keys(verdicts)).toContain(verdict)
    verdicts[verdict as keyof typeof verdicts] += points.length
  }
  expect(PAGE).toContain(
    `${verdicts.met} are met, ${verdicts['not met']} are not, ${verdicts['operator’s']} are up to the operator, ` +
      `${verdicts['not applicable']} do not apply`,
  )
})

it('what docs/security.md names is there', () => {
  const named = [...PAGE.matchAll(/`((?:bench|codec|contract|docs|service|simulator|web)\/[\w./-]+)`/g)]
  expect(named.length).toBeGreaterThan(80)
  const missing = named
    .map(([, path]) => path!)
    .filter(path => !existsSync(fileURLToPath(new URL(path, ROOT))))
  expect(missing).toEqual([])
})
