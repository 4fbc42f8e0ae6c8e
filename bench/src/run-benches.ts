import { type Figure, formatFigure, isReached } from './figure.js'

/**
 * Runs them one after the other, prints each one's figures as soon as they are there, and a summary. A bench
 * that throws (the machine lacks its browser, or xmllint) is told, and the others go on.
 * @returns whether all could be run, reached or not.
 */
export async function runBenches(
  benches: Record<string, () => Promise<Figure[]>>,
  print: (text: string) => void,
): Promise<boolean> {
  const missed: string[] = []
  const failed: string[] = []
  for (const [name, run] of Object.entries(benches)) {
    console.error(`${name} …`)
    try {
      const figures = await run()
      for (const figure of figures) print(formatFigure(figure))
      missed.push(...figures.filter(figure => !isReached(figure)).map(({ bench }) => bench))
    } catch (error) {
      failed.push(name)
      print(`could not run: ${name}: ${error instanceof Error ? error.message : error}`)
    }
  }
  print('')
  if (missed.length > 0) print(`Not reached: ${missed.join(', ')}.`)
  else if (failed.length === 0) print('Every target was reached.')
  else if (failed.length < Object.keys(benches).length) print('Every target of those that ran was reached.')
  if (failed.length > 0) print(`Could not run: ${failed.join(', ')}.`)
  return failed.length === 0
}
