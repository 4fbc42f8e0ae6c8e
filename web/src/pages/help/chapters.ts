const FILES = import.meta.glob<string>('../../../../docs/guide/*.md', { query: '?raw', import: 'default' })
const PICTURES = import.meta.glob<string>('../../../../docs/guide/pictures/*.png', {
  query: '?url',
  import: 'default',
})
const GUIDE = '../../../../docs/guide/'

/** The text of a chapter, by its file's name without the ending; undefined when there is none. */
export async function loadChapter(name: string): Promise<string | null> {
  return (await FILES[`${GUIDE}${name}.md`]?.()) ?? null
}

/** Where a picture of the guide is, by its path in it: "pictures/orders.png". */
export async function pictureUrl(path: string): Promise<string | null> {
  return (await PICTURES[GUIDE + path]?.()) ?? null
}
