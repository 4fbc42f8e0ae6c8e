import { readFileSync } from 'node:fs'
import { expect, expectAccessible, test } from '../support/fixtures.js'
import { openNewIntegration } from '../support/integration-dialog.js'

const CHAPTER = readFileSync(new URL('../../../docs/guide/3-connect-1c.md', import.meta.url), 'utf8')
const bold = (text: string) => [...text.matchAll(/\*\*«(.+?)»\*\*/g)].map(([, name]) => name!)

test('the guide names the fields of «Новая интеграция» in order, and the side where they are', async ({
  adminPage: page,
}) => {
  await page.setViewportSize({ width: 1440, height: 1000 })
  const dialog = await openNewIntegration(page)
  const box = async (name: string) => {
    const field = dialog.getByLabel(new RegExp(`^${name.replace(/[()]/g, '.')}`)).first()
    await expect(field, name).toBeVisible()
    return (await field.boundingBox())!
  }
  const [, table = ''] = /\n(\| Поле [\s\S]*?)\n\n/.exec(CHAPTER) ?? []
  const names = table.split('\n').flatMap(row => bold(row.split('|')[1] ?? ''))
  expect(names).toEqual(['Класс интеграции', 'Наименование', 'Компания', 'Настройки (JSON)'])
  for (const name of names) await box(name)
  const json = await box('Настройки (JSON)')
  const [, side, list = ''] = /этих полей (слева|справа):\n\n([\s\S]*?)\n\n/.exec(CHAPTER) ?? []
  const fields = bold(list)
  expect(fields).toEqual(['Статус', 'Платёжный шлюз', 'Способ оплаты в 1С', 'Программа 1С'])
  for (const name of fields)
    expect([name, (await box(name)).x < json.x ? 'слева' : 'справа']).toEqual([name, side])
  expect(CHAPTER).toContain(`${side} те же настройки полями`)
})

test('a company is added inside «Новая интеграция»; a second one with the same ИНН asks', async ({
  adminPage: page,
}) => {
  const dialog = await openNewIntegration(page)
  await dialog.getByLabel('Наименование').fill('Касса новичка')
  const add = async (name: string) => {
    await dialog.getByRole('combobox', { name: 'Компания' }).click()
    await page.getByRole('option', { name: 'Добавить компанию…' }).click()
    const company = page.getByRole('dialog', { name: 'Новая компания' })
    await company.getByLabel('Название').fill(name)
    await company.getByLabel('ИНН').fill('123456789047')
    await expectAccessible(page)
    await company.getByRole('button', { name: 'Сохранить' }).click()
    return company
  }
  await expect(await add('ИП Новичок')).toBeHidden()
  await expect(dialog.getByRole('combobox', { name: 'Компания' })).toHaveValue('ИП Новичок')
  await expect(dialog.getByLabel('Наименование')).toHaveValue('Касса новичка')
  const again = await add('ИП Новичок снова')
  const question = page.getByRole('dialog', { name: 'Компания с ИНН 123456789047 уже есть' })
  await expect(question).toContainText('Это ИП Новичок')
  await page.screenshot({ path: '/tmp/p27f-inn.png' })
  await question.getByRole('button', { name: 'Отменить' }).click()
  await expect(again).toBeVisible()
  await again.getByRole('button', { name: 'Отменить' }).click()
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByRole('heading', { name: 'Касса новичка' })).toBeVisible()
})
