import { type Client, clientNames } from '../clients.js'

/** Problems with reading a 1C over OData, by code. Russian. */
export const READING_PROBLEMS = {
  'reading-not-set-up':
    'Чтение из этой 1С не настроено. Укажите адрес публикации, имя и пароль на странице интеграции, в ' +
    'блоке «Чтение из 1С».',
  'reading-off': 'Чтение из этой 1С выключено: сначала включите его.',
  'reading-of-sandbox': 'Это песочница: за ней нет базы 1С, и читать нечего.',
  'reading-of-client': ({ clients }: { clients: readonly Client[] }) =>
    `Из этой программы Обмен не читает, она сама присылает, что у неё есть. Читается: ${clients.map(client => clientNames('ru')[client]).join(', ')}. Если ` +
    'программа указана неверно, исправьте её в настройках интеграции.',
  'reading-invalid': 'Чтение из 1С нельзя настроить так: исправьте указанные поля.',
  'reading-url-shape': 'Укажите адрес публикации базы целиком, например https://1c.example.ru/base.',
  'reading-url-credentials': 'Уберите из адреса имя и пароль: для них есть свои поля.',
  'reading-url-tail': 'Уберите из адреса всё, что начинается с «?» или «#»: нужен только адрес публикации.',
  'reading-url-private':
    'Это внутренний адрес, с таких Обмен ничего не читает. Укажите адрес в интернете; если база 1С стоит в ' +
    'вашей сети, администратор сервера может разрешить это переменной ALLOW_PRIVATE_ADDRESSES=yes.',
  'reading-password-needed': 'Введите пароль: сохранённого для этих адреса и имени нет.',
}
