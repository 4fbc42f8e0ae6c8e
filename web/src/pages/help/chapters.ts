import type { Language } from '../../texts/catalogue.js'

const FILES = import.meta.glob<string>('../../../../docs/guide/{,en/}*.md', {
  query: '?raw',
  import: 'default',
})
const PICTURES = import.meta.glob<string>('../../../../docs/guide/pictures/*.png', {
  query: '?url',
  import: 'default',
})
const GUIDE = '../../../../docs/guide/'

interface Chapter {
  source: string
  language: Language
}

/** A chapter, by its file's name without the ending; in Russian if not in that language, else null. */
export async function loadChapter(name: string, language: Language): Promise<Chapter | null> {
  const english = language === 'en' && FILES[`${GUIDE}en/${name}.md`]
  const load = english || FILES[`${GUIDE}${name}.md`]
  return load ? { source: await load(), language: english ? 'en' : 'ru' } : null
}

/** Where a picture of the guide is, by its path in it: "pictures/orders.png". */
export async function pictureUrl(path: string): Promise<string | null> {
  return (await PICTURES[GUIDE + path]?.()) ?? null
}
