import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  title: ['Подтверждение входа кодом', 'Confirmation of the sign-in'],
  text: [
    'Кроме пароля вход спросит код из приложения на телефоне. Узнать пароль тогда мало, чтобы войти.',
    'Besides the password, signing in asks for a code of an app on your phone: a stolen password is not ' +
      'enough.',
  ],
  required: ['Для вашей роли это обязательно', 'Your role has to have it'],
  requiredText: [
    'Включите подтверждение, и откроется всё остальное.',
    'Turn it on, and everything else will open.',
  ],
  on: [(since: string) => `Включено ${since}`, (since: string) => `On since ${since}`],
  left: [
    (count: number) =>
      count === 0
        ? 'Коды восстановления кончились: получите новые.'
        : `${pluralRu(count, 'Остался', 'Осталось', 'Осталось')} ${count} ` +
          `${pluralRu(count, 'код', 'кода', 'кодов')} восстановления.`,
    (count: number) =>
      count === 0
        ? 'No recovery codes are left: make new ones.'
        : `${count} recovery ${pluralEn(count, 'code', 'codes')} left.`,
  ],
  turnOn: {
    open: ['Включить', 'Turn on'],
    title: ['Включить подтверждение входа', 'Turn on the confirmation'],
    text: [
      'Понадобится телефон с приложением для кодов: Яндекс Ключ, Google Authenticator, Aegis или другим.',
      'You need a phone with an app for codes: Google Authenticator, Aegis, 2FAS or another.',
    ],
    submit: ['Дальше', 'Next'],
    confirm: ['Включить подтверждение', 'Turn it on'],
  },
  renew: {
    open: ['Новые коды восстановления', 'New recovery codes'],
    title: ['Новые коды восстановления', 'New recovery codes'],
    text: ['Прежние коды перестанут действовать.', 'Those you have will stop working.'],
    submit: ['Получить коды', 'Make the codes'],
  },
  turnOff: {
    open: ['Выключить', 'Turn off'],
    title: ['Выключить подтверждение входа', 'Turn off the confirmation'],
    text: ['Входить снова можно будет по одному паролю.', 'A password alone will be enough to sign in.'],
    submit: ['Выключить подтверждение', 'Turn it off'],
  },
  isOff: ['Подтверждение входа выключено', 'The confirmation is off'],
  password: ['Текущий пароль', 'Current password'],
  showCharacters: ['Показать символы', 'Show characters'],
  passwordNeeded: ['Введите текущий пароль', 'Enter your current password'],
  codeNeeded: ['Введите код', 'Enter the code'],
  scan: [
    'Добавьте в приложение новую запись: наведите камеру на этот код или введите ключ вручную.',
    'Add an entry to the app: scan this code, or type the key.',
  ],
  qr: ['QR-код с ключом для приложения', 'QR code of the key for the app'],
  secret: ['Ключ', 'Key'],
  secretHelp: ['Если камеры нет. Вид кода: по времени.', 'If there is no camera. Kind of code: time-based.'],
  firstCode: ['Код из приложения', 'Code of the app'],
  firstCodeHelp: ['Шесть цифр, меняются каждые 30 секунд.', 'Six digits that change every 30 seconds.'],
  codesMade: ['Сохраните коды восстановления', 'Keep the recovery codes'],
  codesOnce: [
    'Если телефона нет под рукой, каждый заменит код один раз. Больше их не покажем: сохраните там, где не ' +
      'лежит пароль.',
    'Without the phone each of them replaces a code, once. They won’t be shown again: keep them apart from ' +
      'the password.',
  ],
  codes: ['Коды восстановления', 'Recovery codes'],
  fileTitle: ['Обмен: коды восстановления', 'Obmen: recovery codes'],
  copy: ['Скопировать', 'Copy'],
  copied: ['Скопировано', 'Copied'],
  download: ['Скачать', 'Download'],
  print: ['Напечатать', 'Print'],
  done: ['Коды сохранены', 'I have kept them'],
})
