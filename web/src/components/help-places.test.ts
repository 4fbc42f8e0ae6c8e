import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parseMarkdown } from '../pages/help/parse-markdown.js'
import {
  HELP_ON_HELD,
  HELP_ON_NOTIFICATIONS,
  HELP_ON_READING,
  HELP_ON_RECONCILIATION,
  HELP_ON_STATES,
  HELP_ON_TASKS,
  HELP_ON_UPLOADS,
  HELP_ON_WAITING,
} from './help-places.js'

const GUIDE = new URL('../../../docs/guide/', import.meta.url)
const headings = (file: URL): string[] =>
  parseMarkdown(readFileSync(file, 'utf8')).flatMap(block => (block.kind === 'heading' ? [block.id] : []))

it('each trouble leads to a heading that the guide has, in English, too', () => {
  const others = [
    ...[HELP_ON_WAITING, HELP_ON_HELD, HELP_ON_UPLOADS, HELP_ON_TASKS],
    ...[HELP_ON_NOTIFICATIONS, HELP_ON_READING, HELP_ON_RECONCILIATION],
  ]
  for (const place of [...Object.values(HELP_ON_STATES), ...others]) {
    if (place === null) continue
    for (const folder of ['', 'en/']) {
      const file = new URL(`${folder}${place.chapter}.md`, GUIDE)
      if (folder === '' || existsSync(file))
        expect([place, headings(file)]).toEqual([place, expect.arrayContaining([place.hash])])
    }
  }
})
