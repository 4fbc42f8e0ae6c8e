/** A refusal of 1C's OData: HTTP status and the code in `odata.error`, by which alone a reader may decide. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
  ) {
    super(message)
  }
}

export const notPublished = (name: string): Refusal =>
  new Refusal(404, 8, `Сущность "${name}" не найдена в составе стандартного интерфейса OData`)
export const noObject = (): Refusal => new Refusal(404, 9, 'Экземпляр сущности не найден')
export const noField = (name: string): Refusal => new Refusal(400, 6, `Сегмент пути "${name}" не найден`)
export const badFilter = (text: string): Refusal =>
  new Refusal(400, 14, `Ошибка разбора опции запроса "$filter": ${text}`)
export const badOption = (text: string): Refusal =>
  new Refusal(400, 0, `Ошибка разбора опции запроса: ${text}`)
export const notImplemented = (name: string): Refusal =>
  new Refusal(501, 21, `Функция "${name}" не поддерживается`)
export const noRight = (): Refusal => new Refusal(401, 20, 'Недостаточно прав')
export const wrongMethod = (): Refusal => new Refusal(405, 19, 'Метод не поддерживается')
export const failed = (text: string): Refusal => new Refusal(500, -1, `Внутренняя ошибка: ${text}`)
