import { DEMO_TEXTS as TEXTS } from './texts.js'

/** Guarantees of the demo, each kept or broken; a broken one makes it fail. */
export interface Guarantees {
  expect(kept: boolean, promise: string): void
  readonly broken: readonly string[]
}

/** Prints each guarantee as it is checked, kept or broken. */
export function openGuarantees(print: (text: string) => void): Guarantees {
  const broken: string[] = []
  return {
    broken,
    expect(kept, promise) {
      print(kept ? TEXTS.kept(promise) : TEXTS.broken(promise))
      if (!kept) broken.push(promise)
    },
  }
}
