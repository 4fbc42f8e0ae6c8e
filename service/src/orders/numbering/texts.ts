/** Refusals about numbers for 1C, for the platform's developer or the person changing settings. */
export const NUMBER_TEXTS = {
  pair: (one: string, oneNumber: string, other: string, otherNumber: string) =>
    `«${one}» (${oneNumber}) = «${other}» (${otherNumber})`,
  exhausted: (bp: boolean, unf: boolean, unknown: boolean) =>
    `Номера заказов для 1С у этой компании закончились: ${bp && unf ? 'Бухгалтерия и УНФ хранят' : unf ? 'УНФ хранит' : 'Бухгалтерия хранит'} не больше шести цифр.${unknown ? WAY_OUT.unknown : ''}${bp ? WAY_OUT.bp : ''}${unf ? WAY_OUT.unf : ''} Подойдёт и нумерация платформы, если в её номерах не больше шести цифр и они не повторяются (ordernumber: platform).`,
}

const WAY_OUT = {
  unknown:
    ' Какая программа 1С подключена, ещё не известно: если УТ, КА, ERP или Розница, укажите её в настройках интеграции (client: ut или rt), и счёт продолжится.',
  bp: ' Бухгалтерия различает счета ещё и по году: для заказов нового года заведите ещё одну компанию с тем же ИНН и подключите к ней интеграцию, её номера начнутся с 1 и со счетами прошлых лет не совпадут. В том же году номера совпали бы.',
  unf: ' УНФ год не различает, начать номера заново в том же узле обмена нельзя: заведите ещё одну компанию с тем же ИНН и подключите её в УНФ отдельным узлом со своим префиксом.',
}
