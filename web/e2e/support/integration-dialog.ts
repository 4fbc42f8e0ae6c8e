import { expect, type Locator, type Page } from '@playwright/test'

/** The window «Новая интеграция»; from a page the way of the customer's guide, by texts and roles alone. */
export async function openNewIntegration(page: Page): Promise<Locator> {
  if (page.url() === 'about:blank') await page.goto('/settings?tab=integrations')
  else {
    await page.getByRole('link', { name: 'Управление экосистемой' }).click()
    await page.getByRole('link', { name: 'Настройки системы' }).click()
    await page.getByRole('tab', { name: 'Интеграции' }).click()
  }
  await page.getByRole('button', { name: 'Добавить интеграцию' }).click()
  const dialog = page.getByRole('dialog', { name: 'Новая интеграция' })
  await expect(dialog.getByLabel('Настройки (JSON)')).toBeVisible()
  return dialog
}

export async function chooseCompany(page: Page, dialog: Locator, name: string): Promise<void> {
  await dialog.getByLabel('Компания').fill(name)
  await page.getByRole('option', { name }).click()
}

/** What the editor holds. */
export async function jsonOf(dialog: Locator): Promise<unknown> {
  const lines = await dialog.getByLabel('Настройки (JSON)').locator('.cm-line').allInnerTexts()
  return JSON.parse(lines.join('\n'))
}
