import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, type Locator, type Page } from '@playwright/test'

const PICTURES = fileURLToPath(new URL('../../docs/guide/pictures/', import.meta.url))
/** What a page of the guide may make its reader load for one picture. */
const BYTES = 150 * 1024
const MARK = { outline: '3px solid #e8590c', outlineOffset: '3px', borderRadius: '6px' }

interface Picture {
  /** Only this part of the page, with a margin around it. */
  of?: Locator
  /** What the reader is to press: gets a frame. */
  mark?: Locator[]
  /** How much of a long page or part is shown, px. */
  height?: number
  width?: number
}

/** Writes docs/guide/pictures/<name>.png of what is seen now. */
export async function take(page: Page, name: string, picture: Picture = {}): Promise<void> {
  const { of, mark = [], height = 1000, width = 1440 } = picture
  await page.setViewportSize({ width, height: 900 })
  await settle(page)
  if (!of) await page.setViewportSize({ width, height: await contentHeight(page, height) })
  await page.mouse.move(0, 0)
  const before = await Promise.all(mark.map(locator => locator.first().evaluate(frame, MARK)))
  const png = await page.screenshot({
    animations: 'disabled',
    caret: 'hide',
    ...(of && { clip: await boxOf(of, height), fullPage: true }),
  })
  await Promise.all(mark.map((locator, index) => locator.first().evaluate(frame, before[index]!)))
  expect(png.length, `${name}.png is heavier than a picture of the guide may be`).toBeLessThanOrEqual(BYTES)
  mkdirSync(PICTURES, { recursive: true })
  writeFileSync(`${PICTURES}${name}.png`, png)
}

async function settle(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /^Загрузка|^Loading/ })).toHaveCount(0)
  await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0)
  await page.evaluate(() => document.fonts.ready)
}

/** As high as the page is, so that no empty half of a window is shown. */
async function contentHeight(page: Page, limit: number): Promise<number> {
  const main = page.locator('main')
  const content = (await main.count()) > 0 ? main : page.locator('body')
  return Math.min(Math.max((await content.evaluate(bottomOf)) + 32, 600), limit)
}

async function boxOf(of: Locator, limit: number) {
  const box = await of.evaluate(element => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return { x: x + window.scrollX, y: y + window.scrollY, width, height, main: element.tagName === 'MAIN' }
  })
  // The main part has room around its content already, and is never shorter than the window.
  const margin = box.main ? 0 : 12
  const end = box.main ? (await of.evaluate(bottomOf)) + 32 : box.y + box.height + margin
  const left = Math.max(0, box.x - margin)
  const top = Math.max(0, box.y - margin)
  return { x: left, y: top, width: box.x + box.width + margin - left, height: Math.min(end - top, limit) }
}

function bottomOf(element: Element): number {
  const content = document.createRange()
  content.selectNodeContents(element)
  return Math.round(content.getBoundingClientRect().bottom + window.scrollY)
}

/** Sets a style and answers what it was. */
function frame(element: Element, style: typeof MARK): typeof MARK {
  if (!(element instanceof HTMLElement)) return style
  const { outline, outlineOffset, borderRadius } = element.style
  Object.assign(element.style, style)
  // A list of tabs cuts off what reaches over its edge.
  const tabs = element.closest<HTMLElement>('[role=tablist]')
  if (tabs) tabs.style.overflow = style.outline === '' ? '' : 'visible'
  return { outline, outlineOffset, borderRadius }
}
