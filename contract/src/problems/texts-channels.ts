import type { AttemptFailure } from '../enumerations.js'

/** Why a message did not go out, by code. Russian. */
export const CHANNEL_PROBLEMS = {
  'channel-not-configured': ({ variable }: { variable: string }) =>
    `На сервере это не настроено: попросите системного оператора задать ${variable}.`,
  'channel-incomplete': 'Сначала укажите, куда писать, и сохраните.',
  'channel-unreachable': ({ host, why }: { host: string; why: Unreachable }) =>
    `Отправить через ${host} не удалось: ${UNREACHABLE[why]}.`,
  'channel-password': ({ host, answer }: Answer) =>
    `Почтовый сервер ${host} не принял имя и пароль из SMTP_URL: ${answer}`,
  'channel-sender': ({ host, answer }: Answer) =>
    `Почтовый сервер ${host} не принимает писем от этого отправителя, проверьте MAIL_FROM: ${answer}`,
  'channel-recipient': ({ host, answer }: Answer) =>
    `Почтовый сервер ${host} не принимает писем на этот адрес: ${answer}`,
  'channel-token': ({ variable }: { variable: string }) =>
    `Токен бота не принят: попросите системного оператора исправить ${variable}.`,
  'channel-chat-not-found':
    'Такого чата бот не знает. Проверьте номер; боту сначала нужно написать самому, а в группу — его ' +
    'добавить.',
  'channel-bot-blocked': 'Бот заблокирован в этом чате или удалён из него: разблокируйте или верните его.',
  'channel-busy': 'Сообщений слишком много за короткое время: повторите через минуту.',
  'channel-answer': ({ host, answer }: Answer) => `${host} не принял сообщение: ${answer}`,
}

export interface Answer {
  host: string
  /** What the server said, in its own words. */
  answer: string
}

/** Nobody answered as a server of the kind does. */
export type Unreachable = Exclude<AttemptFailure, 'status' | 'event-forgotten'>

const UNREACHABLE: Record<Unreachable, string> = {
  'address-not-public': 'это внутренний адрес, а такие не разрешены (ALLOW_PRIVATE_ADDRESSES=yes)',
  'host-not-allowed': 'на этот сервер отправлять не разрешено (WEBHOOK_HOSTS)',
  'name-not-found': 'такого имени нет, проверьте адрес',
  'connection-failed': 'соединиться не получается, проверьте адрес, порт и сеть',
  certificate: 'его сертификату этот сервер не доверяет (NODE_EXTRA_CA_CERTS)',
  timeout: 'он не ответил вовремя',
  'broken-answer': 'он ответил непонятно, проверьте адрес и порт',
  redirect: 'он отвечает перенаправлением, укажите конечный адрес',
}
