import { expect, type Page } from '@playwright/test'
import type { Obmen } from './obmen.js'

export const OPERATOR = { email: 'oleg@technopark.example', password: 'Надёжный пароль 2' }

/** Signs in as a system operator of no location, made by the command line. */
export async function signInOperator(page: Page, obmen: Obmen): Promise<void> {
  await obmen.command('operator', 'add', '--email', OPERATOR.email, '--password', OPERATOR.password)
  await enter(page, `${obmen.url}/`, OPERATOR)
  await expect(page.getByRole('heading', { name: 'Состояние системы' })).toBeVisible()
}

export async function enter(
  page: Page,
  url: string,
  { email, password }: { email: string; password: string },
): Promise<void> {
  await page.goto(url)
  await page.getByLabel('Электронная почта').fill(email)
  await page.getByLabel('Пароль').fill(password)
  await page.getByRole('button', { name: 'Войти' }).click()
}

/** Accepts an invitation as the invited person: a new account, signed in. */
export async function acceptInvitation(
  page: Page,
  link: string,
  name: string,
  password: string,
): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Имя').fill(name)
  await page.getByLabel('Пароль', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Принять приглашение' }).click()
}
