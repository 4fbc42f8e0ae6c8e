/** Why 1C does not accept an answer. */
export const httpText = {
  status: (status: number) => `код ответа ${status}: для этой 1С любой код, кроме 200, – ошибка`,
  empty: 'пустой ответ: 1С считает его ошибкой',
  undecodable: 'ответ не читается ни в одной из кодировок, которые пробует 1С',
  noAnswer: (message: string) => `ответа нет: ${message}`,
  cut: (message: string) => `ответ оборвался: ${message}`,
}
