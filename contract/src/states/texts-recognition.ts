import { dayInWords, ordersInWords, pluralRu } from '../numbers-in-words.js'
import type { ClientFact, ConnectionCheck, ConnectionCheckCode } from './recognition.js'

const factsRu: Record<ClientFact, string> = {
  'not-1c': 'называет себя не «1С:Предприятие» или не предъявляет при каждом обращении пароль и код сеанса',
  'catalog-first': 'перед обменом проверяет вход для каталога',
  'no-catalog-first': 'сразу спрашивает заказы, вход для каталога не проверяет',
  'init-with-version': 'перед запросом заказов называет версию своего модуля',
  'init-before-query': 'перед запросом заказов узнаёт условия обмена, как при виде сайта «1С-Битрикс»',
  'no-init': 'спрашивает заказы, не узнавая условий обмена',
  'sessid-without-init': 'повторяет код сеанса в адресе каждого обращения',
  'version-announced': 'сообщает, какую версию обмена понимает',
  'asks-on': 'в одном сеансе спрашивает заказы снова и снова',
  'files-in-portions': 'файлы каталога называет с номером порции',
  'files-numbered': 'файлы каталога называет без номера порции',
  'files-with-guids': 'файлы каталога называет по идентификатору',
  'sends-files': 'присылает свои файлы',
  'words-of-bitrix': 'обращается так, как умеет только модуль 1С-Битрикс',
}

const factsEn: Record<ClientFact, string> = {
  'not-1c': 'does not call itself 1C:Enterprise, or does not show password and session with each call',
  'catalog-first': 'checks the sign-in for the catalogue before an exchange',
  'no-catalog-first': 'asks for orders at once, without checking the sign-in for the catalogue',
  'init-with-version': 'names the version of its module before it asks for orders',
  'init-before-query': 'asks for the terms before it asks for orders, as with the site “1С-Битрикс”',
  'no-init': 'asks for orders without asking for the terms',
  'sessid-without-init': 'repeats the code of its session in the address of each call',
  'version-announced': 'announces which version of the exchange it reads',
  'asks-on': 'asks for orders again and again in one session',
  'files-in-portions': 'names files of the catalogue with the number of the portion',
  'files-numbered': 'names files of the catalogue without a portion',
  'files-with-guids': 'names files of the catalogue by an id',
  'sends-files': 'sends files of its own',
  'words-of-bitrix': 'calls as only the module of 1C-Bitrix does',
}

/** The observed fact, as the continuation of «1С …». */
export function describeFact(fact: ClientFact, language: 'ru' | 'en'): string {
  return (language === 'ru' ? factsRu : factsEn)[fact]
}

type Sentences = Record<ConnectionCheckCode, (check: ConnectionCheck) => string>

const checksRu: Sentences = {
  'signs-in': () => 'Вход: 1С входит с именем и паролем, сеанс держится.',
  'not-1c': ({ agent }) =>
    'На другой стороне, похоже, не 1С: программа ' +
    `${agent ? `называет себя «${agent}»` : 'не показывает при каждом обращении пароль и код сеанса'}. ` +
    'Если программа 1С в настройках не указана, заказы приходят ей в форме, которую читает любая 1С.',
  'site-bitrix': ({ bp }) =>
    bp
      ? 'Вид сайта в Бухгалтерии — «1С-Битрикс», онлайн-оплаты загружаются: ' +
        'каждая оплата приходит отдельным документом.'
      : 'Вид сайта в УНФ — «1С-Битрикс», подчинённые документы включены: ' +
        'каждая оплата приходит отдельным документом.',
  'site-bitrix-silent': ({ bp }) =>
    bp
      ? 'Вид сайта в Бухгалтерии — «1С-Битрикс», но загрузка онлайн-оплат в ней выключена: оплат ' +
        'в ней не будет. Если они нужны, включите её в настройках обмена.'
      : 'Вид сайта в УНФ — «1С-Битрикс», но подчинённые документы в ней выключены: ' +
        'она узнает об оплате, только если та одна на весь заказ.',
  'site-other': ({ bp }) =>
    bp
      ? 'Вид сайта в Бухгалтерии — не «1С-Битрикс», и об оплате она узнаёт, только если та одна на ' +
        'весь заказ. Чтобы каждая оплата приходила отдельно, выберите в ней «1С-Битрикс» или в настройках ' +
        'интеграции «Оплаты для 1С» — «Каждую отдельным документом».'
      : 'Вид сайта — не «1С-Битрикс»: об оплате 1С узнаёт, только если та одна на весь заказ.',
  'sends-nothing': () =>
    'Обратно Бухгалтерия ничего не присылает: что с заказом стало в ней, покажет «Чтение из 1С».',
  'sends-orders': () => 'Выгрузка включена: изменения заказов в 1С видны здесь.',
  'sends-refused': () =>
    '1С присылает изменённые заказы, а в настройках интеграции выключено «Принимать из 1С заказы и ' +
    'каталог», и они отклоняются: выключите выгрузку заказов в 1С или включите эту настройку.',
  'sends-none-yet': () =>
    'Изменённых заказов 1С ещё не присылала. Если их нужно видеть ' +
    'здесь, включите в ней выгрузку заказов на сайт.',
  'start-date-ahead': ({ orders, date }) =>
    `${ordersRu(orders)} ${saidRu(orders, 'оформлен', 'оформлены')} раньше ${dayRu(date)}. ` +
    'Бухгалтерия по умолчанию загружает заказы со дня подключения: более ранние она подтвердит и не ' +
    'загрузит. Поставьте в ней более раннюю «Дату начала обмена» до первого обмена.',
  'start-date-passed': ({ orders, date }) =>
    `${ordersRu(orders)} ${saidRu(orders, 'оформлен', 'оформлены')} раньше ${dayRu(date)}, и 1С ` +
    `${saidRu(orders, 'его', 'их')} подтвердила. Бухгалтерия загружает заказы с даты начала обмена: ` +
    `если в её настройках она не раньше, ${saidRu(orders, 'счёта', 'счетов')} нет. Поставьте более ` +
    `раннюю и выгрузите ${saidRu(orders, 'заказ', 'заказы')} снова. Если ` +
    `${saidRu(orders, 'счёт', 'счета')} есть, всё в порядке; повторная выгрузка заполнила бы ` +
    `${saidRu(orders, 'его', 'их')} заново.`,
}

const checksEn: Sentences = {
  'signs-in': () => 'Sign-in: 1C signs in with name and password, and keeps its session.',
  'not-1c': ({ agent }) =>
    'This does not look like a 1C: the program ' +
    `${agent ? `calls itself “${agent}”` : 'does not show password and session with each call'}. ` +
    'Unless the settings name the 1C program, it gets orders in a form that every 1C reads.',
  'site-bitrix': ({ bp }) =>
    bp
      ? 'The kind of site in Accounting is “1С-Битрикс”, and online payments are ' +
        'loaded: each payment comes as a document of its own.'
      : 'The kind of site in UNF is “1С-Битрикс”, subordinate documents are ' +
        'on: each payment comes as a document of its own.',
  'site-bitrix-silent': ({ bp }) =>
    bp
      ? 'The kind of site in Accounting is “1С-Битрикс”, but it does not load online payments: there ' +
        'will be none. Switch that on in its exchange settings if they are wanted.'
      : 'The kind of site in UNF is “1С-Битрикс”, but subordinate documents are off: it ' +
        'learns of a payment only if there is one for the whole order.',
  'site-other': ({ bp }) =>
    bp
      ? 'The kind of site in Accounting is not “1С-Битрикс”: it learns of a payment only if there ' +
        'is one for the whole order. For single payments choose “1С-Битрикс” there, or in the settings ' +
        '“Payments for 1C”: “Each as a document of its own”.'
      : 'The kind of site is not “1С-Битрикс”: 1C learns of a payment ' +
        'only if there is one for the whole order.',
  'sends-nothing': () =>
    'Accounting sends nothing back: what became of an order is shown by “Reading from 1C”.',
  'sends-orders': () => 'Upload is on: changes of orders in 1C are seen here.',
  'sends-refused': () =>
    '1C sends changed orders, and the setting “Take orders and catalogue from 1C” is off: they are ' +
    'refused. Switch the upload of orders off in 1C, or the setting on.',
  'sends-none-yet': () =>
    '1C has not sent changed orders yet. To see them here, switch the upload of orders to the site on in it.',
  'start-date-ahead': ({ orders, date }) =>
    `${ordersEn(orders)} placed before ${dayEn(date)}. Accounting loads orders from the day of ` +
    'its connection by default: it will confirm earlier ones and not load them. Set an earlier ' +
    'start date in its exchange settings before the first exchange.',
  'start-date-passed': ({ orders, date }) =>
    `${ordersEn(orders)} placed before ${dayEn(date)} were confirmed by 1C. Accounting loads orders ` +
    'from its start date on: if that is not earlier, there are no invoices for them. Set an earlier ' +
    'one and send them again. If there are invoices, all is well; sending again would fill them anew.',
}

/** What the exchanges revealed about a setting of 1C, as a sentence. */
export function describeCheck(check: ConnectionCheck, language: 'ru' | 'en'): string {
  return (language === 'ru' ? checksRu : checksEn)[check.code](check)
}

/** What is said of the orders that ordersRu counts, of one or of several. */
function saidRu(count: number | null, one: string, several: string): string {
  return pluralRu(Math.min(count ?? 0, MOST_COUNTED), one, several, several)
}

function ordersRu(count: number | null): string {
  return (count ?? 0) > MOST_COUNTED ? `Больше ${MOST_COUNTED} заказов` : ordersInWords(count ?? 0, 'ru')
}

function ordersEn(count: number | null): string {
  return (count ?? 0) > MOST_COUNTED ? `More than ${MOST_COUNTED} orders` : ordersInWords(count ?? 0, 'en')
}

const dayRu = (date: string | null): string => dayInWords(date ?? '', 'ru')
const dayEn = (date: string | null): string => dayInWords(date ?? '', 'en')

/** More orders than this are not counted. */
export const MOST_COUNTED = 10_000
