import { expect, expectAccessible, gate, signIn, test } from '../support/fixtures.js'
import { chooseCompany, openNewIntegration } from '../support/integration-dialog.js'
import { COMPANY, startObmen } from '../support/obmen.js'

// Windows open and close here as they do for most people, and give the focus back.
test.use({ contextOptions: { reducedMotion: 'no-preference' } })

const HTML = '<img src=x onerror="window.broken=1"><b>Рога</b>'

test('a company is added, found, changed and put away; each page of it can be reached by a link', async ({
  adminPage: page,
  obmen,
}) => {
  await page.getByRole('link', { name: 'Компании' }).click()
  // The first page may be full of the companies of other tests.
  await page.getByRole('searchbox').fill('ромашка')
  await expect(page.getByRole('row').filter({ hasText: COMPANY })).toContainText('7707083893')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Добавить компанию' }).click()
  const dialog = page.getByRole('dialog', { name: 'Новая компания' })
  await dialog.getByLabel('Название').fill('ИП Кузнецова Мария')
  await dialog.getByLabel('ИНН').fill('500100732259')
  await expectAccessible(page)
  await dialog.getByLabel('ИНН').press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Компания сохранена')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Добавить компанию' })).toBeFocused()

  await page.keyboard.press('/')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('кузнец')
  const row = page.getByRole('row').filter({ hasText: 'Кузнецова' })
  await expect(page.getByRole('row').filter({ hasText: COMPANY })).toBeHidden()
  await expect(page).toHaveURL(({ searchParams }) => searchParams.get('q') === 'кузнец')

  await row.getByRole('button', { name: 'Действия: ИП Кузнецова Мария' }).click()
  await page.getByRole('menuitem', { name: 'Изменить' }).click()
  const edit = page.getByRole('dialog', { name: 'Изменить компанию' })
  await edit.getByLabel('Название').fill('ИП Кузнецова М. И.')
  await edit.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByRole('cell', { name: 'ИП Кузнецова М. И.', exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Действия: ИП Кузнецова М. И.' }).click()
  await page.getByRole('menuitem', { name: 'В архив' }).click()
  const question = page.getByRole('dialog', { name: 'Убрать «ИП Кузнецова М. И.» в архив?' })
  await expect(question).toContainText('Новые заказы этой компании приниматься не будут')
  await expectAccessible(page)
  await question.getByRole('button', { name: 'Убрать в архив' }).click()
  await expect(page.getByText('Ничего не найдено')).toBeVisible()
  await page.goto(`${obmen.url}/companies?archived=true`)
  await page.getByRole('button', { name: 'Действия: ИП Кузнецова М. И.' }).click()
  await page.getByRole('menuitem', { name: 'Вернуть из архива' }).click()
  await expect(page.getByRole('button', { name: 'Действия: ИП Кузнецова М. И.' })).toHaveCount(0)
})

test('a company that somebody else changed meanwhile is not gone over unasked', async ({
  signedInPage: page,
  obmen,
}) => {
  const made = { name: 'ООО «Две вкладки»', inn: '7701045624' }
  const { id } = (await obmen.rest('POST', '/companies', made)) as { id: string }
  await page.goto(`${obmen.url}/companies?q=вкладки`)
  await page.getByRole('button', { name: 'Действия: ООО «Две вкладки»' }).click()
  await page.getByRole('menuitem', { name: 'Изменить' }).click()
  const edit = page.getByRole('dialog', { name: 'Изменить компанию' })
  await edit.getByLabel('Название').fill('ООО «Мои вкладки»')
  await obmen.rest('PATCH', `/companies/${id}`, { name: 'ООО «Чужие вкладки»', kpp: '770101001' })
  await edit.getByRole('button', { name: 'Сохранить' }).click()
  await expect(edit.getByRole('alert')).toContainText(
    'Сейчас: ООО «Чужие вкладки», ИНН 7701045624, КПП 770101001',
  )
  await expect(page.locator('main').getByText('ООО «Чужие вкладки»')).toBeVisible()
  await expectAccessible(page)
  await edit.getByRole('button', { name: 'Сохранить' }).click()
  await expect(edit).toBeHidden()
  await expect(page.locator('main').getByText('ООО «Мои вкладки»')).toBeVisible()
})

test('what is wrong with a company is said at its field, and nothing is saved', async ({
  adminPage: page,
}) => {
  await page.getByRole('link', { name: 'Компании' }).click()
  await page.getByRole('button', { name: 'Добавить компанию' }).click()
  const dialog = page.getByRole('dialog', { name: 'Новая компания' })
  const save = dialog.getByRole('button', { name: 'Сохранить' })
  await save.click()
  await expect(dialog.getByText('Введите название')).toBeVisible()
  await expect(dialog.getByText('Введите ИНН')).toBeVisible()
  await expect(dialog.getByLabel('Название')).toBeFocused()

  await dialog.getByLabel('Название').fill('я'.repeat(1000))
  await dialog.getByLabel('ИНН').fill('77070838')
  await save.click()
  await expect(dialog.getByText('10 или 12 цифр, сейчас 8 знаков')).toBeVisible()
  await dialog.getByLabel('ИНН').fill('7707083893')
  await dialog.getByLabel('КПП').fill('77')
  await save.click()
  await expect(dialog.getByText(/200/)).toBeVisible()
  await expect(dialog.getByLabel('Название')).toBeFocused()

  await dialog.getByLabel('Название').fill('ООО «Проба»')
  await save.click()
  await expect(dialog.getByText('КПП состоит из 9 знаков')).toBeVisible()
  await dialog.getByLabel('ИНН').fill('500100732259')
  await dialog.getByLabel('КПП').fill('773601001')
  await save.click()
  await expect(dialog.getByText('у предпринимателя оставьте его пустым')).toBeVisible()
  await expectAccessible(page)

  await page.keyboard.press('Escape')
  const question = page.getByRole('dialog', { name: 'Уйти без сохранения?' })
  await question.getByRole('button', { name: 'Уйти' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('ООО «Проба»')).toHaveCount(0)
})

test('a company says at which VAT it sells from which day on', async ({ signedInPage: page, obmen }) => {
  const made = { name: 'ООО «Новый режим»', inn: '7701045624' }
  const { id } = (await obmen.rest('POST', '/companies', made)) as { id: string }
  await page.goto(`${obmen.url}/companies?q=режим`)
  const open = async () => {
    await page.getByRole('button', { name: 'Действия: ООО «Новый режим»' }).click()
    await page.getByRole('menuitem', { name: 'Изменить' }).click()
  }
  await open()
  const edit = page.getByRole('dialog', { name: 'Изменить компанию' })
  const save = edit.getByRole('button', { name: 'Сохранить' })
  await expect(edit.getByText('НДС с даты')).toBeVisible()
  await edit.getByRole('button', { name: 'Добавить дату' }).click()
  await save.click()
  await expect(edit.getByText('Укажите дату в каждой строке')).toBeVisible()
  await edit.getByLabel('С какой даты, строка 1').fill('01.01.2027')
  await edit.getByRole('button', { name: 'Добавить дату' }).click()
  await edit.getByLabel('С какой даты, строка 2').fill('01.01.2027')
  await edit.getByLabel('НДС, строка 2').selectOption('5 % (УСН)')
  await save.click()
  await expect(edit.getByText('У двух строк «НДС с даты» одна дата')).toBeVisible()
  await edit.getByLabel('С какой даты, строка 2').fill('01.01.2026')
  await expectAccessible(page)
  await save.click()
  await expect(edit).toBeHidden()
  expect(await obmen.rest('GET', `/companies/${id}`)).toMatchObject({
    regimes: [
      { from: '2026-01-01', vat: '5' },
      { from: '2027-01-01', vat: '22' },
    ],
  })
  await open()
  await edit.getByRole('button', { name: 'Убрать строку 1' }).click()
  await expect(edit.getByLabel('С какой даты, строка 1')).toHaveValue('01.01.2027')
  await save.click()
  await expect(edit).toBeHidden()
  expect(await obmen.rest('GET', `/companies/${id}`)).toMatchObject({
    regimes: [{ from: '2027-01-01', vat: '22' }],
  })
})

test('HTML in a name stays text, and doubtful check digits of an ИНН are told', async ({
  adminPage: page,
}) => {
  await page.getByRole('link', { name: 'Компании' }).click()
  await page.getByRole('button', { name: 'Добавить компанию' }).click()
  const dialog = page.getByRole('dialog', { name: 'Новая компания' })
  await dialog.getByLabel('Название').fill(HTML)
  await dialog.getByLabel('ИНН').fill('7707083894')
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  const row = page.getByRole('row').filter({ hasText: HTML })
  await expect(row).toContainText('Контрольные цифры ИНН 7707083894 не сходятся')
  expect(await page.evaluate(() => 'broken' in window)).toBe(false)
  await expectAccessible(page)
})

test('a company that exchanges is not put away, and the refusal names the integration', async ({
  signedInPage: page,
  obmen,
}) => {
  const company = (await obmen.rest('POST', '/companies', { name: 'ООО «Занята»', inn: '7728168971' })) as {
    id: string
  }
  const settings = { paymentrules: [{}], paymentmethodname: 'Картой' }
  const body = { class: 'CommerceML', name: 'Держит компанию', settings, companyId: company.id }
  await obmen.rest('POST', '/integrations', body)
  await page.goto(`${obmen.url}/companies?q=Занята`)
  await page.getByRole('button', { name: 'Действия: ООО «Занята»' }).click()
  await page.getByRole('menuitem', { name: 'В архив' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Убрать в архив' }).click()
  await expect(page.getByRole('alert')).toContainText('«Держит компанию»')
  await expectAccessible(page)
})

test('a company archived while an integration is filled in is refused at its field', async ({
  signedInPage: page,
  obmen,
}) => {
  const company = (await obmen.rest('POST', '/companies', { name: 'ООО «Уйдёт»', inn: '7728168971' })) as {
    id: string
  }
  const dialog = await openNewIntegration(page)
  await dialog.getByLabel('Наименование').fill('Опоздала')
  await chooseCompany(page, dialog, 'ООО «Уйдёт»')
  await obmen.rest('PATCH', `/companies/${company.id}`, { archived: true })
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  await expect(dialog.getByText('верните её из архива')).toBeVisible()
  await expect(dialog.getByLabel('Компания')).toHaveAttribute('aria-invalid', 'true')
})

test('while companies are searched, those are offered that fit what is typed', async ({ page }) => {
  // Those of other tests might fill the list that is shown before anything is typed.
  await using obmen = await startObmen()
  const add = (name: string) =>
    obmen.rest('POST', '/companies', { name, inn: '7707083893', kpp: '773601001' })
  await add('ООО «Ясень зелёный»')
  await add('ООО «Ясень белый»')
  const { opened: answered, open: answer } = gate()
  await page.route(/api\/v1\/companies\?.*q=/, async route => {
    await answered
    await route.continue()
  })
  const options = page.getByRole('listbox', { name: 'Варианты' }).getByRole('option')

  await signIn(page, obmen, '/orders')
  await page.getByRole('combobox', { name: 'Компания', exact: true }).click()
  const search = page.getByRole('textbox', { name: 'Найти вариант: Компания' })
  await expect(options.filter({ hasText: COMPANY })).toBeVisible()
  await search.fill(' ясень ЗЕЛ')
  await expect(options).toHaveText([/Ясень зелёный/])
  await search.fill('ясень синий')
  await expect(page.getByText('Ищем…')).toBeVisible()
  await page.keyboard.press('Escape')

  const dialog = await openNewIntegration(page)
  const company = dialog.getByRole('combobox', { name: 'Компания' })
  await company.click()
  await expect(options.filter({ hasText: COMPANY })).toBeVisible()
  await company.fill('ясень синий')
  await expect(page.getByText('Ищем…')).toBeVisible()
  await company.fill('ЯСЕНЬ')
  await expect(options).toHaveText([/Ясень белый/, /Ясень зелёный/])
  await page.keyboard.press('ArrowDown')
  // What the answer puts before the option that the keyboard selected is not chosen in its place.
  await add('АО «Ясень»')
  answer()
  await expect(options).toHaveText([/АО «Ясень»/, /Ясень белый/, /Ясень зелёный/])
  await page.keyboard.press('Enter')
  await expect(company).toHaveValue('ООО «Ясень белый»')
})
