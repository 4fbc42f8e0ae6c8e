export const TEXTS = {
  unnamedFile: 'файл',
  anyClient: (title: string, played: number) =>
    `${title} (программа ещё не узнана; из ${played}, что могут быть на другой стороне, показана та, которой труднее всего)`,
}
