import { test as base, expect, type Page } from '@playwright/test'
import axe from 'axe-core'
import { type Obmen, startObmen } from './obmen.js'

interface Fixtures {
  /** Signed in as the administrator of `obmen setup`, with nothing opened yet: for scenarios that open a page of their own first. */
  signedInPage: Page
  /** The same with the overview open. */
  adminPage: Page
}
interface WorkerFixtures {
  obmen: Obmen
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  obmen: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from this pattern
    async ({}, use) => {
      await using obmen = await startObmen()
      await use(obmen)
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  baseURL: ({ obmen }, use) => use(obmen.url),
  page: async ({ page }, use) => {
    const failures: string[] = []
    page.on('pageerror', error => failures.push(error.message))
    await use(page)
    expect(failures, 'errors thrown in the page').toEqual([])
  },
  signedInPage: async ({ page, obmen }, use) => {
    const answer = await page.request.post(`${obmen.url}/api/v1/auth/sign-in`, {
      headers: { 'X-Obmen-CSRF': '1' },
      data: obmen.admin,
    })
    expect(answer.ok()).toBe(true)
    await use(page)
  },
  adminPage: async ({ signedInPage: page, obmen }, use) => {
    await page.goto(obmen.url)
    await expect(page.getByRole('link', { name: 'Настройки системы' })).toBeVisible()
    await use(page)
  },
})

export { expect }

export async function signIn(page: Page, { url, admin }: Obmen, path = '/'): Promise<void> {
  await page.goto(url + path)
  await page.getByLabel('Электронная почта').fill(admin.email)
  await page.getByLabel('Пароль').fill(admin.password)
  await page.getByRole('button', { name: 'Войти' }).click()
  await expect(page.getByRole('link', { name: 'Настройки системы' })).toBeVisible()
}

/** What begins to fade after a click has begun by then. */
const QUIET_MS = 150
/** What still moves then is judged as it is. */
const MOST_MS = 3_000

/**
 * No violation of any rule of axe, best practices included; of an open window, of that alone.
 * What fades is judged once it has. Contrast takes most of the time: a state of a page goes without,
 * as `expectFits` judges that of every page in both themes.
 */
export async function expectAccessible(page: Page, contrast = false): Promise<void> {
  await page.evaluate(
    async ([quiet, most]) => {
      const isMoving = ({ effect, playState }: Animation): boolean =>
        playState === 'running' && effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY
      const began = performance.now()
      let quietSince = began
      // Not by frames: a page behind another one gets none.
      while (performance.now() - quietSince < quiet && performance.now() - began < most) {
        await new Promise(resolve => setTimeout(resolve, 30))
        if (document.getAnimations().some(isMoving)) quietSince = performance.now()
      }
    },
    [QUIET_MS, MOST_MS] as const,
  )
  // The app has no frames: one run in the page itself sees all of it.
  expect(page.frames()).toHaveLength(1)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found = await page.evaluate(async ofPage => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const windows = [...document.querySelectorAll('[role=dialog]')]
    const { violations } = await axe.run(windows.length > 0 ? windows : document, {
      resultTypes: ['violations'],
      rules: { 'color-contrast': { enabled: ofPage || windows.length > 0 } },
    })
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`,
    )
  }, contrast)
  expect(found).toEqual([])
}

/** Words of up to 14 letters in tables that a narrow column breaks in two: ids, paths and longer names may be. */
function brokenWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const broken: string[] = []
    for (const cell of document.querySelectorAll('td')) {
      const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode())
        for (const { 0: word, index } of (text.nodeValue ?? '').matchAll(
          /(?<![\p{L}\d_/:.@-])\p{L}{2,14}(?![\p{L}\d_/-])/gu,
        )) {
          const range = document.createRange()
          range.setStart(text, index)
          range.setEnd(text, index + word.length)
          const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
          if (tops.size > 1) broken.push(word)
        }
    }
    return broken
  })
}

/** Something that waits for `opened` goes on once it is told to. */
export function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {}
  const opened = new Promise<void>(resolve => {
    open = resolve
  })
  return { opened, open: () => open() }
}

/** What can be taken back for ten seconds is done at once when its notice is closed. */
export async function closeNotice(page: Page, says: string): Promise<void> {
  const notice = page.getByRole('alert').filter({ hasText: says })
  await notice.getByRole('button', { name: 'Закрыть' }).click()
}

/** Nothing is wider than the window. */
export async function expectNoOverflow(page: Page): Promise<void> {
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  await expect.poll(overflow).toBeLessThanOrEqual(0)
}

/**
 * Nothing overflows and no word breaks at any width; axe finds nothing in these themes, contrast included.
 * A state of a page has its rules at one width; every-page.test.ts asks axe at the narrow one, too.
 */
export async function expectFits(page: Page, themes: ('light' | 'dark')[] = ['light']): Promise<void> {
  for (const width of [360, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await expectNoOverflow(page)
    // A window takes a moment to fill a narrow screen.
    await expect.poll(() => brokenWords(page), `broken at ${width}`).toEqual([])
  }
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme })
    // The page takes it a moment later: half of it would be judged in either.
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
    await expectAccessible(page, true)
  }
  await page.emulateMedia({ colorScheme: 'light' })
}
